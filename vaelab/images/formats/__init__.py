"""What single image formats say and hold that Pillow does not read right."""
