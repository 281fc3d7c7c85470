"""PyTorch's pickles and zip archives, read without running anything. No torch here."""
