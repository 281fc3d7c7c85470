"""Encoder and decoder as two things: one half of a VAE, and a file that holds a decoder alone. No torch here.

A decoder's tensors say how it is built, but the families are recognized, and their classes built, as a whole. So a file with
a decoder alone is completed, for the recognition only, with the names and shapes of the encoder of the VAE that it is to be
paired with; not a number of that encoder is taken into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from vaelab.errors import VAEError
from vaelab.vae.families.detect import detect
from vaelab.vae.files.source import Source
from vaelab.vae.files.tensor_ref import TensorRef, contiguous
from vaelab.vae.located import LocatedVAE, Side

SIDES: Mapping[Side, tuple[str, ...]] = {
    "both": (),
    "encoder": ("encoder.", "quant_conv."),
    "decoder": ("decoder.", "decoder_unet.", "post_quant_conv."),
}
"""How a model's tensors begin that one side alone needs; what begins otherwise may serve both."""

_SPARE = "bn."
"""By these a pipeline normalizes the latents of Flux.2; neither side needs them to run."""

_OTHER: Mapping[Side, Side] = {"both": "both", "encoder": "decoder", "decoder": "encoder"}


def unneeded(side: Side) -> tuple[str, ...]:
    """How the tensors begin that a side does not need."""
    return SIDES[_OTHER[side]]


def one_side(found: LocatedVAE, side: Side) -> LocatedVAE:
    """The same VAE without what only its other side needs."""
    start = unneeded(side)
    if not start:
        return found
    vae = found.vae
    keys = {name: own for name, own in vae.keys.items() if not own.startswith(start)}
    splits = {name: parts for name, parts in vae.splits.items() if not parts[0].startswith(start)}
    return LocatedVAE(found.source, replace(vae, keys=keys, splits=splits), side)


def is_decoder_alone(source: Source) -> bool:
    """Whether there is a decoder and no encoder."""
    has = {
        half: any(re.search(rf"(^|\.|_){half}(_unet)?\.", name) for name in source.tensors)
        for half in ("decoder", "encoder")
    }
    return has["decoder"] and not has["encoder"]


def decoder_alone(source: Source, partner: LocatedVAE) -> LocatedVAE:
    """Recognize a decoder without encoder.

    Args:
        source: that holds it alone.
        partner: the VAE that is to encode for it.

    Raises:
        VAEError: it is no decoder of a VAE that is built as the partner is, nor of a tiny autoencoder.
    """
    for borrowed in _borrowed(source, partner):
        both = {**source.tensors, **borrowed}
        try:
            vae = detect(replace(source, tensors=both))
        except VAEError:
            continue
        left = one_side(LocatedVAE(source, vae), "decoder")
        vae = left.vae
        # Statistics that the class holds and its decoder does not use.
        keys = {
            name: own for name, own in vae.keys.items() if name not in borrowed or not own.startswith(_SPARE)
        }
        if not any(name in borrowed for name in (*keys, *vae.splits)):
            return replace(left, vae=replace(vae, keys=keys))
    raise VAEError(
        f"{source.path} holds a decoder alone, and with the encoder of {partner.source.path} "
        f"({partner.vae.label}) it makes no VAE that VAELab knows: name the encoder of a VAE that is built alike."
    )


def _borrowed(source: Source, partner: LocatedVAE) -> Iterable[dict[str, TensorRef]]:
    """Ways to complete a decoder: tensors of an encoder, under the names that they would have in its file."""
    if source.pair:
        yield _tiny_encoder(source)
        return
    start = _prefix(source.tensors)
    encodes = (*SIDES["encoder"], _SPARE)
    own = {name: one for name, one in partner.vae.keys.items() if one.startswith(encodes)}
    for name, parts in partner.vae.splits.items():
        if parts[0].startswith(encodes):
            own[name] = name.removeprefix(partner.vae.prefix)
    tensors = partner.source.tensors
    yield {start + name.removeprefix(partner.vae.prefix): tensors[name] for name in own}
    yield {start + one: tensors[name] for name, one in own.items()}


def _prefix(names: Iterable[str]) -> str:
    """What stands before ``decoder.`` in the first name that has it."""
    found = (re.match(r"((?:.*?[._])?)decoder(?:_unet)?\.", name) for name in names)
    return next((match[1] for match in found if match), "")


def _tiny_encoder(source: Source) -> dict[str, TensorRef]:
    """The smallest encoder that goes with the decoder of a tiny autoencoder: as many halvings, as many channels."""
    weights = {
        int(match[1]): reference
        for name, reference in source.tensors.items()
        if (match := re.match(r"decoder\.(\d+)\.", name))
    }
    first = source.tensors.get("decoder.1.weight")
    if first is None or len(first.shape) != 4:
        return {}
    channels = first.shape[1]
    # Place 2 is a ReLU; each later place without weights doubles the size.
    doublings = sum(place not in weights for place in range(3, max(weights)))
    shapes: dict[str, tuple[int, ...]] = {"0.weight": (channels, 3, 3, 3), "0.bias": (channels,)}
    for place in range(1, doublings + 1):
        shapes[f"{place}.weight"] = (channels, channels, 3, 3)
    shapes |= {
        f"{doublings + 1}.weight": (channels, channels, 3, 3),
        f"{doublings + 1}.bias": (channels,),
    }
    return {
        f"encoder.{name}": TensorRef(first.path, first.dtype, shape, 0, contiguous(shape))
        for name, shape in shapes.items()
    }
