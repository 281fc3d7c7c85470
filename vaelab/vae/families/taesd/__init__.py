"""Tiny autoencoders in the layout of ``taesd``."""
