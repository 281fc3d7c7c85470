"""The VAE of HunyuanImage 2.1."""
