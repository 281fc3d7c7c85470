"""The metrics of a pair: each takes a ``Pair``, a batch of images and their reconstructions, and fills its columns for every image."""
