"""The VAEs of a run: opened, batches sent through them, and what is done when memory or precision fails."""
