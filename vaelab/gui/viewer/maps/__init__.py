"""Pictures made of two pictures: differences and maps of an error."""
