"""VAELab: find out what an image VAE does to your own pictures."""

__version__ = "0.1.0"
