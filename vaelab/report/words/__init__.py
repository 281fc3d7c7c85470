"""Sentences about a run, the same in window, terminal and every format."""
