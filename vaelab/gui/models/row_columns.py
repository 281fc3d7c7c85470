"""The columns before the metrics, and the states of a row."""

LEADING = ("number", "image", "vae", "status")
"""Names of the columns, in order."""

FAILED, EXCLUDED, FLAGGED, NOTE, OK = range(5)
"""States of a row, the one to look at first first."""
