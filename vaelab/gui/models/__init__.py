"""The models behind the tables: the rows of a run, its VAEs, and how their numbers are written."""
