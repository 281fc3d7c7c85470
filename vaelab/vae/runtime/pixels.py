"""The pixel seam of a PyTorch codec: uint8 images padded to whole latents, and the decoder's output as uint8 images."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from vaelab.arrays import Pixels
from vaelab.vae.base import Decoded


def padded(images: Pixels, factor: int) -> Pixels:
    """Images (N, H, W, 3) whose sides the factor divides: what is missing at the right and bottom is reflected."""
    bottom, right = -images.shape[1] % factor, -images.shape[2] % factor
    if bottom or right:
        images = np.pad(images, ((0, 0), (0, bottom), (0, right), (0, 0)), mode="reflect")
    return np.require(images, requirements=["C", "W"])


def to_pixels(images: Tensor, low: float) -> Decoded:
    """Clamp to the network's range and round half to even: uint8 NHWC, and what the 8 bits hide."""
    x = images.float()
    if low < 0:
        x = 0.5 * x + 0.5
    finite = torch.isfinite(x)
    outside = ((x < 0) | (x > 1)) & finite
    size = max(x[0].numel(), 1)
    rounded = torch.where(finite, x, 0.0).clamp(0, 1).mul(255).round().to(torch.uint8)
    pixels = rounded.permute(0, 2, 3, 1).contiguous()
    counts = torch.stack([(~finite).flatten(1).sum(1), outside.flatten(1).sum(1)])
    # Only these two wait for the device, once each.
    nonfinite, clipped = counts.tolist()
    return Decoded(
        images=pixels.cpu().numpy(),
        nonfinite_fraction=tuple(number / size for number in nonfinite),
        clipped_fraction=tuple(number / size for number in clipped),
        on_device=pixels if pixels.is_cuda else None,
    )
