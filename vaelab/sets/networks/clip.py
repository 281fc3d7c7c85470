"""CLIP's image embeddings as features of sets."""

from __future__ import annotations

from collections.abc import Sequence

from vaelab.arrays import Pixels
from vaelab.metrics.tasks import clip_model
from vaelab.sets.extractor import Features, WeightPlaces


class CLIPFeatures:
    """The image half of a CLIP model, whose embeddings are the features."""

    def __init__(self, images: clip_model.CLIPImages) -> None:
        self._images = images
        self.width = images.width
        self.identity = f"clip {images.identity}"

    def features(self, images: Sequence[Pixels]) -> Features:
        """Return the image embeddings (n, width), of unit length."""
        return Features(self._images.embeddings(images))


def load(places: WeightPlaces, device: str) -> CLIPFeatures:
    """Return the network with the user's weights.

    Raises:
        UsageError: transformers is not installed, no folder is named, or it holds no CLIP model.
    """
    return CLIPFeatures(clip_model.load(places.clip, device))
