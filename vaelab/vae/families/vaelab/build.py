"""VAELab's own VAEs, ``linear`` and ``mini``, as networks; also any file that ``vaelab train`` wrote."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vaelab.vae.families.vaelab.linear import LinearVAE
from vaelab.vae.families.vaelab.mini import MiniVAE
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE


def build_linear(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """The linear VAE with its weights, fp32, on the CPU."""
    model = LinearVAE.load(files[0])
    return Network(model, model.encode, model.decode, autocast=True)


def build_mini(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """The mini VAE with its weights, fp32, on the CPU; a half precision leaves its linear path in fp32."""
    model = MiniVAE.load(files[0])
    return Network(model, model.encode, model.decode, autocast=True)
