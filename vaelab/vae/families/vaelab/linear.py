"""The linear VAE: probabilistic PCA on 8×8 RGB patches, in closed form.

Tipping & Bishop, "Probabilistic Principal Component Analysis", J. R. Statist. Soc. B 61 (1999). A patch x (192 values in
[-1, 1]) is modelled as x = W z + mu + noise, with z ~ N(0, I) and noise of variance sigma². Maximum likelihood has a closed
form: with the eigenvalues l_1 >= l_2 >= … of the patches' covariance and its eigenvectors U,

    sigma² = mean of the l_j that are left out,   W = U diag(sqrt(l_i - sigma²)),   M = W^T W + sigma² I = diag(l_i)

so that the posterior of z is Gaussian with mean M^-1 W^T (x - mu) and covariance sigma² M^-1 = diag(sigma² / l_i). Decoding uses
the least-squares reconstruction W (W^T W)^-1 M z + mu (their section 3.3): of the posterior's mean it makes exactly the
orthogonal projection on the first principal components, the best that any linear codec of this size can do in mean
squared error. Both directions are one convolution each, with kernel and stride 8.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load, save_file
from torch import Tensor, nn
from torch.nn import functional

from vaelab.arrays import Float32, Floats, Pixels, Reals
from vaelab.vae.files.header import read_header

FACTOR = 8
CHANNELS = 16


class LinearVAE(nn.Module):
    """Probabilistic PCA as a VAE; ``encode`` and ``decode`` as in any KL-VAE.

    The weights are buffers: they are fitted, never trained.
    """

    encoder_weight: Tensor
    encoder_bias: Tensor
    decoder_weight: Tensor
    decoder_bias: Tensor
    logvar: Tensor

    factor = FACTOR

    def __init__(self, channels: int = CHANNELS) -> None:
        super().__init__()
        self.latent_channels = channels
        self.register_buffer("encoder_weight", torch.zeros(channels, 3, FACTOR, FACTOR))
        self.register_buffer("encoder_bias", torch.zeros(channels))
        self.register_buffer("decoder_weight", torch.zeros(channels, 3, FACTOR, FACTOR))
        self.register_buffer("decoder_bias", torch.zeros(3, FACTOR, FACTOR))
        self.register_buffer("logvar", torch.zeros(channels))

    def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Posterior mean and log variance, each (N, channels, H/8, W/8), of images (N, 3, H, W) in [-1, 1]."""
        mean = functional.conv2d(x, self.encoder_weight, self.encoder_bias, stride=FACTOR)
        return mean, self.logvar.view(1, -1, 1, 1).expand_as(mean)

    def decode(self, z: Tensor) -> Tensor:
        """Images (N, 3, H, W), nominally in [-1, 1] but not clamped, of latents (N, channels, H/8, W/8)."""
        patches = functional.conv_transpose2d(z, self.decoder_weight, stride=FACTOR)
        return patches + self.decoder_bias.repeat(1, z.shape[-2], z.shape[-1])

    def forward(self, x: Tensor) -> Tensor:
        """The reconstruction from the posterior's mean."""
        return self.decode(self.encode(x)[0])

    def save(self, path: Path, metadata: dict[str, str] | None = None) -> None:
        """Write the weights as safetensors, fp32; ``metadata`` adds to the header's kind, factor and channels."""
        tensors = {name: value.float().contiguous() for name, value in self.state_dict().items()}
        save_file(tensors, path, metadata={**(metadata or {}), **describe("linear", self.latent_channels)})

    @classmethod
    def load(cls, path: Path) -> LinearVAE:
        """Read what ``save`` wrote."""
        tensors = load_tensors(path, "linear")
        model = cls(tensors["logvar"].shape[0])
        model.load_state_dict(tensors, strict=True)
        return model.eval()


def describe(kind: str, channels: int) -> dict[str, str]:
    """The metadata that every weight file of VAELab carries in its header."""
    return {"kind": kind, "factor": str(FACTOR), "latent_channels": str(channels), "format": "pt"}


def load_tensors(path: Path, kind: str) -> dict[str, Tensor]:
    """All tensors of a safetensors file as float32, having checked that its header names this kind."""
    found = read_header(path).metadata.get("kind")
    if found != kind:
        raise ValueError(
            f"{path.name} holds {found or 'an unnamed kind of weights'}, not a {kind} VAE of VAELab."
        )
    # Read here: safetensors opens no file whose name is not UTF-8.
    return {name: tensor.float() for name, tensor in load(path.read_bytes()).items()}


class PatchStatistics:
    """Running sum and second moment of 8×8 RGB patches, float64; patches are vectors of 192 in (channel, y, x) order."""

    def __init__(self) -> None:
        size = 3 * FACTOR * FACTOR
        self.count = 0
        self.total = np.zeros(size)
        self.moment = np.zeros((size, size))

    def add(self, patches: Reals) -> None:
        """Add patches (n, 192) in [-1, 1]."""
        # In pieces, so that a 5K picture does not become gigabytes of float64.
        for start in range(0, len(patches), 65536):
            part = patches[start : start + 65536].astype(np.float64)
            self.count += len(part)
            self.total += part.sum(axis=0)
            self.moment += part.T @ part

    def mean_and_covariance(self) -> tuple[Floats, Floats]:
        """Mean (192,) and maximum-likelihood covariance (192, 192)."""
        mean = self.total / self.count
        return mean, self.moment / self.count - np.outer(mean, mean)


def patches_of(image: Pixels) -> Float32:
    """The 8×8 patches (n, 192) in [-1, 1] of an image (H, W, 3); rows and columns beyond a multiple of 8 are left out."""
    rows, columns = image.shape[0] // FACTOR, image.shape[1] // FACTOR
    image = image[: rows * FACTOR, : columns * FACTOR]
    grid = image.reshape(rows, FACTOR, columns, FACTOR, 3).transpose(0, 2, 4, 1, 3)
    return grid.reshape(rows * columns, 3 * FACTOR * FACTOR).astype(np.float32) / 127.5 - 1.0


def fit_linear(images: Iterable[Pixels] | Reals, channels: int = CHANNELS) -> LinearVAE:
    """Fit by maximum likelihood, to patches (n, 192) in [-1, 1] or to uint8 RGB images (H, W, 3)."""
    if not 0 < channels < 3 * FACTOR * FACTOR:
        raise ValueError(f"A linear VAE has 1 to {3 * FACTOR * FACTOR - 1} latent channels, not {channels}.")
    statistics = PatchStatistics()
    if isinstance(images, np.ndarray) and np.issubdtype(images.dtype, np.floating):
        statistics.add(images)
    else:
        for image in images:
            statistics.add(patches_of(image))
    if statistics.count <= channels:
        raise ValueError(
            f"{statistics.count} patches of 8×8 pixels are too few for {channels} latent channels."
        )
    mean, covariance = statistics.mean_and_covariance()
    values, vectors = np.linalg.eigh(covariance)
    values, vectors = values[::-1], vectors[:, ::-1]
    # Flat pictures have empty directions; a floor far below one 8-bit step keeps every variance positive.
    floor = 1e-8
    noise = max(float(values[channels:].mean()), floor)
    signal = np.maximum(values[:channels], noise * (1 + 1e-6))
    axes = vectors[:, :channels]
    axes = axes * np.where(axes.sum(axis=0) < 0, -1.0, 1.0)  # eigenvectors have no sign of their own: fix one
    scale = np.sqrt(signal - noise)

    shape = (channels, 3, FACTOR, FACTOR)
    encoder = (axes * (scale / signal)).T  # M^-1 W^T
    decoder = (axes * (signal / scale)).T  # W (W^T W)^-1 M, transposed
    model = LinearVAE(channels)
    model.load_state_dict(
        {
            "encoder_weight": torch.from_numpy(encoder.reshape(shape)),
            "encoder_bias": torch.from_numpy(-encoder @ mean),
            "decoder_weight": torch.from_numpy(decoder.reshape(shape)),
            "decoder_bias": torch.from_numpy(mean.reshape(3, FACTOR, FACTOR)),
            "logvar": torch.from_numpy(np.log(noise / signal)),
        }
    )
    return model.eval()
