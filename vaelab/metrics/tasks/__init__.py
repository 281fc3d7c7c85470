"""Metrics that ask another program whether it still sees the same: each with its optional dependency."""
