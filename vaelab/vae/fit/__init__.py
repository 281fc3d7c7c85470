"""Whether a file is the model that it seems to be."""
