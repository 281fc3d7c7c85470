"""VQ-VAE-2 with two codebooks."""
