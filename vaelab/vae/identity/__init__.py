"""Which published model a VAE is, and what its latents mean. No torch here."""
