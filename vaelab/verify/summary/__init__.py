"""summary.json held against the rows of its run."""
