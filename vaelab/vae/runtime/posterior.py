"""What an encoder makes of a batch: the posterior, a sample of it, its moments, and its way to another VAE's decoder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from vaelab.arrays import Floats
from vaelab.vae.base import PLACES_A_SIDE, LatentFacts
from vaelab.vae.codebook_usage import CodeUse
from vaelab.vae.identity.latent_spaces import Bridge
from vaelab.vae.noise import seeded_noise

LOGVAR_RANGE = (-30.0, 20.0)
"""Clamp of the posterior's log variance, as in diffusers' DiagonalGaussianDistribution."""


@dataclass(frozen=True, slots=True)
class Posterior:
    """What ``encode`` hands to ``decode``.

    Attributes:
        mean: the posterior's mode (N, C, h, w), on the device.
        logvar: log variance, clamped, of the same shape; None without a posterior.
        z: what is decoded: the mode, or a sample.
        seeds: one for each image, for decoders that draw noise.
    """

    mean: Tensor
    logvar: Tensor | None
    z: Tensor
    seeds: tuple[int, ...] = ()


def sample(mean: Tensor, logvar: Tensor, seeds: Sequence[int]) -> Tensor:
    """A sample of each image's posterior (N, C, h, w), with the noise of its seed, in the mean's dtype."""
    centre = mean.float()
    noise = seeded_noise(mean.shape[1:], seeds, centre)
    return (centre + torch.exp(0.5 * logvar.float()) * noise).to(mean.dtype)


def moments(posterior: Posterior, codes: Sequence[tuple[CodeUse, ...]]) -> tuple[LatentFacts, ...]:
    """Moments of each image's latent, in float64; KL and variance where there is a posterior."""
    mean = posterior.mean.detach().cpu().double().flatten(2)
    first, second = mean.mean(2), mean.square().mean(2)
    kl: Tensor | None = None
    variance: Tensor | None = None
    places: Tensor | None = None
    if posterior.logvar is not None:
        places = _at_places(posterior.mean.detach())
        logvar = posterior.logvar.detach().cpu().double().flatten(2)
        kl = 0.5 * (mean.square() + logvar.exp() - 1.0 - logvar).sum(2)
        variance = logvar.exp().mean(2)
    return tuple(
        LatentFacts(
            positions=mean.shape[2],
            mean=tuple(first[place].tolist()),
            mean_square=tuple(second[place].tolist()),
            kl=None if kl is None else tuple(kl[place].tolist()),
            variance=None if variance is None else tuple(variance[place].tolist()),
            codes=own,
            at_places=None if places is None else tuple(map(tuple, places[place].tolist())),
        )
        for place, own in enumerate(codes)
    )


def _at_places(mean: Tensor) -> Tensor:
    """What (N, C, h, w) is in the middles of equal cells, (N, C, cells), float32, on the CPU."""
    rows, columns = (
        [(2 * index + 1) * side // (2 * PLACES_A_SIDE) for index in range(PLACES_A_SIDE)]
        for side in mean.shape[-2:]
    )
    return mean[:, :, rows][..., columns].flatten(2).float().cpu()


def bridged(z: Tensor, bridge: Bridge) -> Tensor:
    """A latent (N, C, h, w) in the units that the decoder takes, float32 if anything was done."""
    if bridge.units is None:
        return z
    mean, scale = (_spread(values, z) for values in (bridge.units.mean, bridge.units.scale))
    return (z.float() - mean) * scale if bridge.step == "normalize" else z.float() / scale + mean


def _spread(values: Floats, z: Tensor) -> Tensor:
    """A pattern (C or 1, k, k) repeated over the positions of a latent."""
    side = values.shape[-1]
    repeats = (1, -(-z.shape[-2] // side), -(-z.shape[-1] // side))
    spread = torch.from_numpy(values).to(torch.float32).to(z.device).repeat(repeats)
    return spread[:, : z.shape[-2], : z.shape[-1]]
