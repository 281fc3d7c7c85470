"""The mini VAE: a small KL-VAE that starts as the linear one and learns what a linear codec cannot do.

8× smaller in each direction, 16 latent channels. A residual convolutional network runs beside the fixed linear VAE
(probabilistic PCA, ``linear.py``) and adds to its posterior and to its picture. The network's last layers are zero at
the start, so that training begins at the best linear codec instead of at noise.

No layer looks at the whole picture: with GroupNorm a network trained on crops of 128 pixels would shift its colours on other
sizes and on flat pictures. What keeps the residual blocks in range is the root mean square over the channels of each
place by itself, and what keeps the decoder in range is a logarithmic view of the latent: a saturated colour edge lies
fifty standard deviations out.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional

from vaelab.vae.families.vaelab.linear import CHANNELS, FACTOR, LinearVAE, describe, load_tensors

LOGVAR_RANGE = (-30.0, 20.0)  # as in diffusers' DiagonalGaussianDistribution
LEVEL_EPSILON = 1e-4


class PlaceNorm(nn.Module):
    """Each place's features divided by their root mean square over the channels; (N, C, H, W) in and out."""

    def forward(self, x: Tensor) -> Tensor:
        """Same shape in and out."""
        return x * torch.rsqrt(x.square().mean(dim=1, keepdim=True) + LEVEL_EPSILON)


class ResidualBlock(nn.Module):
    """x + conv(silu(conv(silu(level(x))))), 3×3, the second convolution zero at the start: an identity that learns."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.level = PlaceNorm()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = zeroed(nn.Conv2d(width, width, 3, padding=1))

    def forward(self, x: Tensor) -> Tensor:
        """Same shape in and out."""
        residual: Tensor = self.second(functional.silu(self.first(functional.silu(self.level(x)))))
        return x + residual


def zeroed(layer: nn.Conv2d) -> nn.Conv2d:
    """The layer with weights and bias set to zero."""
    nn.init.zeros_(layer.weight)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
    return layer


class MiniVAE(nn.Module):
    """The small KL-VAE; ``quarter`` and ``eighth`` are the widths at a quarter and an eighth of the picture's size."""

    factor = FACTOR

    def __init__(
        self,
        linear: LinearVAE | None = None,
        quarter: int = 96,
        eighth: int = 192,
        encoder_blocks: tuple[int, int] = (2, 1),
        decoder_blocks: tuple[int, int] = (3, 3),
    ) -> None:
        super().__init__()
        self.linear = linear if linear is not None else LinearVAE(CHANNELS)
        self.latent_channels = channels = self.linear.latent_channels
        self.encoder = nn.Sequential(
            nn.PixelUnshuffle(4),
            nn.Conv2d(48, quarter, 3, padding=1),
            *(ResidualBlock(quarter) for _ in range(encoder_blocks[0])),
            nn.PixelUnshuffle(2),
            nn.Conv2d(4 * quarter, eighth, 1),
            *(ResidualBlock(eighth) for _ in range(encoder_blocks[1])),
            PlaceNorm(),
            nn.SiLU(),
            zeroed(nn.Conv2d(eighth, 2 * channels, 3, padding=1)),
        )
        self.decoder = nn.Sequential(
            nn.Conv2d(channels, eighth, 3, padding=1),
            *(ResidualBlock(eighth) for _ in range(decoder_blocks[0])),
            nn.Conv2d(eighth, 4 * quarter, 1),
            nn.PixelShuffle(2),
            *(ResidualBlock(quarter) for _ in range(decoder_blocks[1])),
            PlaceNorm(),
            nn.SiLU(),
            zeroed(nn.Conv2d(quarter, 48, 3, padding=1)),
            nn.PixelShuffle(4),
        )

    def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Posterior mean and log variance, each (N, channels, H/8, W/8), of images (N, 3, H, W) in [-1, 1]."""
        # The linear path carries the picture's mean level: in bf16 it would cost a quarter of an 8-bit step.
        with torch.autocast(x.device.type, enabled=False):
            mean, logvar = self.linear.encode(x)
        shift, change = self.encoder(x).to(mean.dtype).chunk(2, dim=1)
        return mean + shift, (logvar + change).clamp(*LOGVAR_RANGE)

    def decode(self, z: Tensor) -> Tensor:
        """Images (N, 3, H, W), nominally in [-1, 1] but not clamped, of latents (N, channels, H/8, W/8)."""
        with torch.autocast(z.device.type, enabled=False):
            picture = self.linear.decode(z)
        residual: Tensor = self.decoder(torch.asinh(z))
        return picture + residual.to(picture.dtype)

    def forward(self, x: Tensor) -> Tensor:
        """The reconstruction from the posterior's mean."""
        return self.decode(self.encode(x)[0])

    def save(
        self, path: Path, metadata: dict[str, str] | None = None, dtype: torch.dtype = torch.float16
    ) -> None:
        """Write the weights as safetensors; ``metadata`` adds to the header's kind, factor and channels."""
        # The linear part stays fp32: 100 kB, and it carries the picture's level.
        tensors = {
            name: value.contiguous().to(torch.float32 if name.startswith("linear.") else dtype)
            for name, value in self.state_dict().items()
        }
        save_file(tensors, path, metadata={**(metadata or {}), **describe("mini", self.latent_channels)})

    @classmethod
    def load(cls, path: Path) -> MiniVAE:
        """Read what ``save`` wrote, as fp32; widths and depths are read from the tensors' names and shapes."""
        tensors = load_tensors(path, "mini")
        quarter, eighth = tensors["encoder.1.weight"].shape[0], tensors["decoder.0.weight"].shape[0]
        model = cls(
            LinearVAE(tensors["linear.logvar"].shape[0]),
            quarter,
            eighth,
            (_count(tensors, "encoder", quarter), _count(tensors, "encoder", eighth)),
            (_count(tensors, "decoder", eighth), _count(tensors, "decoder", quarter)),
        )
        model.load_state_dict(tensors, strict=True)
        return model.eval()


def _count(tensors: dict[str, Tensor], side: str, width: int) -> int:
    """How many residual blocks of this width one side has."""
    return sum(
        name.startswith(side) and name.endswith(".first.weight") and value.shape[0] == width
        for name, value in tensors.items()
    )
