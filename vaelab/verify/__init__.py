"""A second opinion on a run: what can be computed of it again, from its saved pictures and rows, by other code than made it."""
