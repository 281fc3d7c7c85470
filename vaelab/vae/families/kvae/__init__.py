"""K-VAE, Kandinsky's image VAE."""
