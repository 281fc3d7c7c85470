"""Spectra of one image, and of a whole run."""
