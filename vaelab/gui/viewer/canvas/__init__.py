"""The surface that shows pictures."""
