"""Further passes through a VAE, for the metrics that need them: each takes a batch that has been through it once."""
