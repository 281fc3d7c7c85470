"""The feature networks themselves: leaf modules that need torch, named by the table as strings."""
