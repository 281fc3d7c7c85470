"""Latent spaces: which one a VAE works in, and in what units, so that one may decode what another encoded. No torch here.

Diffusion models do not see the raw latent z of their VAE but a normalized one, (z - mean) / std, which their pipelines make: by
one scale and one shift (Stable Diffusion, Flux.1), channel by channel (Wan, Qwen-Image), or by the statistics of 2 × 2 positions
packed into channels (Flux.2). The VAE classes leave that to the pipelines; the tiny autoencoders of madebyollin's were distilled
in these normalized units. Within one VAE this cancels out; between two that use different units it does not.

Scales and shifts: ``scaling_factor`` and ``shift_factor`` in the published ``vae/config.json`` of each model. That TAEF2 and TAEHV
are in normalized units is how their author runs them: with a normalization of mean 0 and standard deviation 1 in the pipeline.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from vaelab.errors import VAEError
from vaelab.vae.families.table import BY_KEY
from vaelab.vae.latent_units import Units
from vaelab.vae.located import LocatedVAE

SPACES: Mapping[str, Units | None] = {
    "SD1": Units.scaled(0.18215),
    "SDXL": Units.scaled(0.13025),
    "SD3": Units.scaled(1.5305, 0.0609),
    "Flux.1": Units.scaled(0.3611, 0.1159),
    "Flux.2": None,
    "Wan 2.1": None,
    "Wan 2.2": None,
    "Qwen-Image": None,
    "HunyuanImage": None,
    "HunyuanVideo 1.5": Units.scaled(1.03682),
    "HunyuanVideo": Units.scaled(0.476986),
    "LTX-2": None,
}
"""The spaces that a VAE can be told to work in; without units where they are the VAE's own numbers."""

_SAME: Mapping[str, str] = {"Qwen-Image": "Wan 2.1"}
"""Spaces that have the encoder of another: Qwen-Image tuned the decoder of Wan 2.1."""

_NAMES = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, SPACES))})")
"""Not within the name of a class, which models of several spaces share."""


@dataclass(frozen=True, slots=True)
class Convention:
    """How a VAE's latents are to be read.

    Attributes:
        space: name of the latent space, ``""`` where the VAE does not tell.
        normalized: whether its latents are in the units of the diffusion models.
        units: these units, None where they are not known.
    """

    space: str
    normalized: bool
    units: Units | None = None


@dataclass(frozen=True, slots=True)
class Bridge:
    """What is to be done with an encoder's latent before a decoder takes it.

    Attributes:
        step: nothing, ``normalize`` it, or make a raw latent of it, ``restore``.
        units: by what.
        notes: what is assumed, and what speaks against the pair.
    """

    step: Literal["", "normalize", "restore"] = ""
    units: Units | None = None
    notes: tuple[str, ...] = ()


def convention(found: LocatedVAE, label: str, own: Units | None = None) -> Convention:
    """What is known of a VAE's latents.

    Args:
        found: the VAE.
        label: its family, as certain as its file allows.
        own: the units that its weights or its class carry.
    """
    family = BY_KEY[found.vae.family]
    if family.spaces:
        word = re.split(r"[\s-]", label)[0].upper()
        space = "" if "-type (" in label else family.spaces.get(word, "")
        return Convention(space, family.normalized, SPACES.get(space))
    names = {_SAME.get(name, name) for name in _NAMES.findall(label)}
    space = names.pop() if len(names) == 1 else ""
    if family.normalized:
        return Convention(space, True)
    return Convention(space, False, own or _from_config(found.source.config) or SPACES.get(space))


def doubt(encoder: Convention, decoder: Convention) -> str:
    """What speaks against two VAEs sharing a latent space, in words; empty where both say that they do."""
    if not (encoder.space and decoder.space):
        return (
            "that encoder and decoder share a latent space is taken from whoever paired them; "
            "only the number of channels and the factor were checked"
        )
    if encoder.space == decoder.space:
        return ""
    return (
        f"the encoder works in the latent space of {encoder.space}, the decoder in that of {decoder.space}: "
        "these are different spaces of the same size, and what comes out says little of either"
    )


def bridge(encoder: Convention, decoder: Convention) -> Bridge:
    """How a decoder is to be given what an encoder made."""
    notes = [note for note in (doubt(encoder, decoder),) if note]
    if encoder.normalized == decoder.normalized:
        return Bridge(notes=tuple(notes))
    raw, tiny = (decoder, encoder) if encoder.normalized else (encoder, decoder)
    units = raw.units or tiny.units
    side = "encoder" if encoder.normalized else "decoder"
    if units is None:
        notes.append(
            f"the {side} works in normalized latents, and nothing says what mean and standard deviation they had, so they "
            "were handed over as they are: name the files after their models, as in sdxl_vae.safetensors"
        )
        return Bridge(notes=tuple(notes))
    what = _said(units)
    if encoder.normalized:
        notes.append(f"the encoder's normalized latents were restored to raw ones ({what})")
        return Bridge("restore", units, tuple(notes))
    notes.append(f"the encoder's raw latents were normalized for the decoder ({what})")
    return Bridge("normalize", units, tuple(notes))


def _said(units: Units) -> str:
    if units.mean.size > 1:
        return f"mean and standard deviation of each of {units.mean.size} channels"
    return f"scale {units.scale.item():g}, shift {units.mean.item():g}"


def check_shared(encoder: LocatedVAE, decoder: LocatedVAE) -> None:
    """That a latent of one has the shape that the other takes.

    Raises:
        VAEError: it has not.
    """
    sizes = [(half.vae.latent_channels, half.vae.factor) for half in (encoder, decoder)]
    if sizes[0] != sizes[1]:
        (made, by), (taken, at) = sizes
        raise VAEError(
            f"{encoder.source.path} ({encoder.vae.label}) encodes to {made} channels at 1/{by} of the size and "
            f"{decoder.source.path} ({decoder.vae.label}) decodes {taken} channels at 1/{at}: they share no latent space, "
            "so pair VAEs of one family."
        )


def _from_config(config: Mapping[str, Any] | None) -> Units | None:
    """The units that a diffusers config states."""
    scale, shift = ((config or {}).get(key) for key in ("scaling_factor", "shift_factor"))
    if isinstance(scale, bool) or not isinstance(scale, int | float) or not scale > 0:
        return None
    return Units.scaled(float(scale), float(shift) if isinstance(shift, int | float) else 0.0)
