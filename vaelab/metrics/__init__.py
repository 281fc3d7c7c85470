"""What is measured on an original and its reconstruction."""
