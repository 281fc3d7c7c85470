"""What stands behind ``--vae``."""
