"""Errors for every pixel of a pair."""
