"""The Inception network that FID, KID and the inception score are defined by: TensorFlow's graph of 2015-12-05.

Its layers are torchvision's, under torchvision's names, but for three things that the graph does otherwise: average pools leave
the padding out of their mean, the last block takes the maximum instead, and pictures are resized as TensorFlow 1 did. Checked
against torch-fidelity's network on the same weights. It is published as one file, by which every published FID was computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torchvision.models import inception as blocks

from vaelab.arithmetic import float32_products, use_exact_arithmetic
from vaelab.arrays import Pixels
from vaelab.errors import UsageError, VAEError
from vaelab.sets.extractor import Features, WeightPlaces
from vaelab.sets.inception_file import find_weights, published_sha256
from vaelab.sets.networks.alexnet import by_shape
from vaelab.vae.runtime.module_weights import fill_module

SIDE = 299
CLASSES = 1008


class _PoolA(blocks.InceptionA):  # type: ignore[misc]  # torchvision has no types here
    def _forward(self, x: Tensor) -> list[Tensor]:
        double = self.branch3x3dbl_3(self.branch3x3dbl_2(self.branch3x3dbl_1(x)))
        return [
            self.branch1x1(x),
            self.branch5x5_2(self.branch5x5_1(x)),
            double,
            self.branch_pool(_mean_without_padding(x)),
        ]


class _PoolC(blocks.InceptionC):  # type: ignore[misc]  # torchvision has no types here
    def _forward(self, x: Tensor) -> list[Tensor]:
        double = self.branch7x7dbl_1(x)
        for layer in (self.branch7x7dbl_2, self.branch7x7dbl_3, self.branch7x7dbl_4, self.branch7x7dbl_5):
            double = layer(double)
        return [
            self.branch1x1(x),
            self.branch7x7_3(self.branch7x7_2(self.branch7x7_1(x))),
            double,
            self.branch_pool(_mean_without_padding(x)),
        ]


class _PoolE(blocks.InceptionE):  # type: ignore[misc]  # torchvision has no types here
    def __init__(self, channels: int, *, maximum: bool) -> None:
        super().__init__(channels)
        self._maximum = maximum

    def _forward(self, x: Tensor) -> list[Tensor]:
        single = self.branch3x3_1(x)
        double = self.branch3x3dbl_2(self.branch3x3dbl_1(x))
        pooled = F.max_pool2d(x, 3, 1, 1) if self._maximum else _mean_without_padding(x)
        return [
            self.branch1x1(x),
            torch.cat([self.branch3x3_2a(single), self.branch3x3_2b(single)], 1),
            torch.cat([self.branch3x3dbl_3a(double), self.branch3x3dbl_3b(double)], 1),
            self.branch_pool(pooled),
        ]


class InceptionNetwork(nn.Module):
    """The graph, from pictures (N, 3, H, W) of values 0…255 to pool3 (N, 2048) and logits without their bias (N, 1008)."""

    def __init__(self) -> None:
        super().__init__()
        whole = blocks.Inception3(num_classes=CLASSES, aux_logits=False, init_weights=False)
        whole.Mixed_5b, whole.Mixed_5c, whole.Mixed_5d = _PoolA(192, 32), _PoolA(256, 64), _PoolA(288, 64)
        whole.Mixed_6b, whole.Mixed_6c = _PoolC(768, 128), _PoolC(768, 160)
        whole.Mixed_6d, whole.Mixed_6e = _PoolC(768, 160), _PoolC(768, 192)
        whole.Mixed_7b, whole.Mixed_7c = _PoolE(1280, maximum=False), _PoolE(2048, maximum=True)
        self.layers = whole

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        """Return pool3 and the logits."""
        x = (resized_as_tensorflow(pictures, SIDE) - 128) / 128
        net = self.layers
        for layer in (net.Conv2d_1a_3x3, net.Conv2d_2a_3x3, net.Conv2d_2b_3x3, net.maxpool1):
            x = layer(x)
        for layer in (net.Conv2d_3b_1x1, net.Conv2d_4a_3x3, net.maxpool2):
            x = layer(x)
        for layer in (net.Mixed_5b, net.Mixed_5c, net.Mixed_5d, net.Mixed_6a, net.Mixed_6b):
            x = layer(x)
        for layer in (net.Mixed_6c, net.Mixed_6d, net.Mixed_6e, net.Mixed_7a, net.Mixed_7b, net.Mixed_7c):
            x = layer(x)
        pooled = x.mean((2, 3))
        # The inception score's own code leaves the bias out.
        return pooled, pooled @ net.fc.weight.T


def _mean_without_padding(x: Tensor) -> Tensor:
    return F.avg_pool2d(x, 3, 1, 1, count_include_pad=False)


def resized_as_tensorflow(pictures: Tensor, side: int) -> Tensor:
    """Resize (N, C, H, W) float32 to ``side`` squared as TensorFlow 1 did: bilinear, the corner of the grid at 0, no antialiasing."""
    height, width = pictures.shape[2:]
    rows, next_rows, down = _grid(height, side, pictures.device)
    columns, next_columns, across = _grid(width, side, pictures.device)
    upper, lower = pictures[:, :, rows], pictures[:, :, next_rows]
    upper = upper[..., columns] + (upper[..., next_columns] - upper[..., columns]) * across
    lower = lower[..., columns] + (lower[..., next_columns] - lower[..., columns]) * across
    return upper + (lower - upper) * down[:, None]


def _grid(length: int, side: int, device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    places = torch.arange(side, dtype=torch.float32, device=device) * torch.tensor(
        length / side, dtype=torch.float32
    )
    low = places.long()
    return low, (low + 1).clamp_max(length - 1), places - low.float()


class InceptionFeatures:
    """The network on a device, with the weights of a file."""

    width = 2048

    def __init__(self, path: Path, device: str, identity: str) -> None:
        """Read the weights.

        Raises:
            VAEError: the file holds something else.
        """
        with torch.device("meta"):
            network = InceptionNetwork()
        fill_module(network.layers, path, "the Inception graph of 2015-12-05")
        use_exact_arithmetic()
        self._network = network.eval().to(device)
        self._device = device
        self.identity = identity

    @torch.inference_mode()
    def features(self, images: Sequence[Pixels]) -> Features:
        """Return pool3 (n, 2048) and the logits without bias (n, 1008)."""
        vectors = np.empty((len(images), 2048), np.float32)
        logits = np.empty((len(images), CLASSES), np.float32)
        for places in by_shape(images):
            rgb = torch.from_numpy(np.stack([images[place] for place in places])).to(self._device)
            with float32_products(rounded=False):
                pooled, classes = self._network(rgb.permute(0, 3, 1, 2).float())
            vectors[places], logits[places] = pooled.cpu().numpy(), classes.cpu().numpy()
        return Features(vectors, logits)


def load(places: WeightPlaces, device: str) -> InceptionFeatures:
    """Return the network with the user's weights.

    Raises:
        UsageError: the file is not there, or is another one.
    """
    path = find_weights(places.inception)
    digest = published_sha256(path)
    try:
        return InceptionFeatures(path, device, f"inception 2015-12-05 pool3 {digest}")
    except VAEError as error:
        raise UsageError(str(error)) from error
