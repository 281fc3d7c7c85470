"""A whole set of pictures against another: features of a network, and what can be said of two clouds of them.

The table of networks and all arithmetic are free of torch; the networks themselves are leaf modules under ``networks``.
"""
