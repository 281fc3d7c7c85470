"""LPIPS as a map: where the learned distance sees a difference, by the ``lpips`` package's own ``spatial`` mode."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from threadpoolctl import threadpool_limits
from torch import Tensor

from vaelab.arrays import Float32, Pixels
from vaelab.errors import UsageError
from vaelab.metrics.pair.lpips import MINIMUM_SIDE, load_model


class SpatialLPIPS:
    """The network, loaded once. One thread at a time.

    The five layers' distances are enlarged bilinearly to the size of the image and added up. Their mean over the pixels is
    near LPIPS, and not LPIPS itself: enlarging weighs the outermost places of a layer by how much of the image they cover,
    whereas the metric weighs all places of a layer alike.
    """

    def __init__(self) -> None:
        """Load the weights.

        Raises:
            UsageError: VAELab's file of them is missing.
        """
        self._model: Any = load_model()
        self._model.spatial = True

    @torch.inference_mode()
    def __call__(self, original: Pixels, reconstruction: Pixels) -> Float32:
        """Return the distance around every pixel, 0 for equal surroundings, (H, W).

        Args:
            original: (H, W, 3) uint8.
            reconstruction: of the same shape.

        Raises:
            UsageError: the image is too small for the network.
        """
        if min(original.shape[:2]) < MINIMUM_SIDE:
            raise UsageError(
                f"LPIPS has no map of this image, since its short side is under {MINIMUM_SIDE} px: choose another map."
            )
        # A thread takes over torch's number of threads when it first asks torch anything: ask before limiting it.
        torch.get_num_threads()
        # Beside a codec that keeps all cores busy a second thread only waits. The limit holds for this thread alone.
        with threadpool_limits(1, user_api="openmp"):
            values: Tensor = self._model(_signed(original), _signed(reconstruction))
            return np.asarray(values[0, 0].numpy())


def _signed(pixels: Pixels) -> Tensor:
    """An image as the package takes it, (1, 3, H, W), -1 to 1."""
    # A copy in any case: the window's pictures are read-only, which torch warns of.
    return torch.from_numpy(pixels.astype(np.float32)).permute(2, 0, 1)[None].div_(127.5).sub_(1)
