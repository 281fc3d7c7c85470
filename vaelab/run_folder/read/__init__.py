"""Reads a run folder, whoever wrote it: within bounds, every field checked once."""
