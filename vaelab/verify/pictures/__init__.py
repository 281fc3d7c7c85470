"""The rows of a run held against its saved pictures."""
