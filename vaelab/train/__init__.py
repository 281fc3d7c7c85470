"""Training of VAELab's own VAEs, ``mini`` and ``linear``, on a folder of pictures."""
