"""VAELab's own VAEs."""
