"""Representation autoencoders."""
