"""Whether a picture still means the same to CLIP: the cosine of the embeddings of original and reconstruction."""

from __future__ import annotations

from typing import cast

import numpy as np

from vaelab.arrays import Floats
from vaelab.metrics.base import Values
from vaelab.metrics.pictures import Pair, Pictures
from vaelab.metrics.tasks.clip_model import CLIPImages


def clip(pair: Pair) -> list[Values]:
    """Return ``clip_similarity`` of each pair, −1 to 1: what is equal gives 1."""
    ours, theirs = (_embeddings(each) for each in (pair.original, pair.reconstruction))
    # Of unit length but for their rounding, which would give equal pictures 0.9999999.
    cosines = (ours * theirs).sum(1) / np.sqrt((ours * ours).sum(1) * (theirs * theirs).sum(1))
    return [{"clip_similarity": value} for value in np.clip(cosines, -1, 1).tolist()]


def _embeddings(pictures: Pictures) -> Floats:
    def compute() -> Floats:
        model = cast(CLIPImages, pictures.model("clip"))
        return model.embeddings(list(pictures.rgb.cpu().numpy())).astype(np.float64)

    return pictures.once("clip", compute)
