"""The list of VAEs."""
