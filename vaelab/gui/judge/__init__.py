"""The blind test: who judges what, the pictures of a trial, what was found. No label or file name is on screen before the end."""
