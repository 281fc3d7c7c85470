"""The test charts, drawn by code."""
