"""The left of the window: what is measured, with which VAEs, and how."""
