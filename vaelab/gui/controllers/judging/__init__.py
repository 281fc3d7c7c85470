"""The blind test beside the run: opened from the menu, and what was found of it in the Summary."""
