"""The built-in features: AlexNet's conv5 after ReLU, mean over the picture, from the network of LPIPS."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import numpy as np
import torch

from vaelab.arrays import Pixels
from vaelab.errors import ImageError
from vaelab.metrics.pair.lpips import FEATURES, MINIMUM_SIDE, LPIPSNetwork
from vaelab.resources import assets_folder
from vaelab.sets.extractor import Features, WeightPlaces

# Pixels that are taken at once; more only fill the memory.
_PIXELS = 1 << 21


class AlexNetFeatures:
    """The network of LPIPS, asked for the mean of its last layer."""

    width = 256

    def __init__(self, device: str) -> None:
        """Load the weights.

        Raises:
            UsageError: VAELab's file is missing.
        """
        self._network = LPIPSNetwork(device)
        self._device = device
        digest = sha256(assets_folder().joinpath(*FEATURES).read_bytes()).hexdigest()
        self.identity = f"alexnet conv5 mean {digest}"

    def features(self, images: Sequence[Pixels]) -> Features:
        """Return the means (n, 256) of conv5 after ReLU.

        Raises:
            ImageError: a side is under 31 px.
        """
        if (smallest := min(min(image.shape[:2]) for image in images)) < MINIMUM_SIDE:
            raise ImageError(
                f"its short side of {smallest} px is under {MINIMUM_SIDE} px, too small for AlexNet: leave it out, or take larger pictures"
            )
        found = np.empty((len(images), 256), np.float32)
        for places in by_shape(images):
            height, width = images[places[0]].shape[:2]
            # A CPU's caches hold the layers of one picture; a GPU is kept busy by many.
            step = max(1, _PIXELS // (height * width)) if self._device.startswith("cuda") else 1
            for start in range(0, len(places), step):
                some = places[start : start + step]
                rgb = torch.from_numpy(np.stack([images[place] for place in some]))
                found[some] = self._network.pooled(rgb).cpu().numpy()
        return Features(found)


def by_shape(images: Sequence[Pixels]) -> list[list[int]]:
    """Return the places of the images of each size."""
    groups: dict[tuple[int, ...], list[int]] = {}
    for place, image in enumerate(images):
        groups.setdefault(image.shape, []).append(place)
    return list(groups.values())


def load(places: WeightPlaces, device: str) -> AlexNetFeatures:
    """Return the network on a device; its weights ship with VAELab.

    Raises:
        UsageError: VAELab's file is missing.
    """
    return AlexNetFeatures(device)
