"""The images of a run on their way to its VAEs: read ahead, marked, grouped by size."""
