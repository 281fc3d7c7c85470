"""What a network of the table does once it is loaded, and where the user's weights are. No torch here."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from vaelab.arrays import Float32, Pixels
from vaelab.sets.table import FeatureSpec


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What a network makes of pictures.

    Attributes:
        vectors: (n, width) float32.
        logits: (n, classes) float32, None of a network without classes.
    """

    vectors: Float32
    logits: Float32 | None = None


class FeatureExtractor(Protocol):
    """A loaded network.

    Attributes:
        identity: what it is, down to the content of its weights: equal for equal numbers.
        width: numbers of a vector.
    """

    identity: str
    width: int

    def features(self, images: Sequence[Pixels]) -> Features:
        """Return the features of pictures (H, W, 3) uint8, of any sizes.

        Raises:
            ImageError: one of them is too small for the network.
        """


@dataclass(frozen=True, slots=True)
class WeightPlaces:
    """Where weights are that do not ship with VAELab.

    Attributes:
        inception: file of the Inception weights, None for the places where other programs keep it.
        clip: folder of a CLIP model, None where none is named.
    """

    inception: Path | None = None
    clip: Path | None = None


def load_extractor(spec: FeatureSpec, places: WeightPlaces, device: str) -> FeatureExtractor:
    """Load a network of the table onto a device.

    Raises:
        UsageError: its weights, or a package that it needs, are missing or are something else.
    """
    module, function = spec.function.split(":")
    loaded = getattr(importlib.import_module(module), function)(places, device)
    return cast(FeatureExtractor, loaded)
