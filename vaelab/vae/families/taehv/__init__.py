"""Tiny video autoencoders in the layout of ``taehv``."""
