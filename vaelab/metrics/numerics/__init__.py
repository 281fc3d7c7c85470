"""Arithmetic that several metrics share."""
