"""The table of images."""
