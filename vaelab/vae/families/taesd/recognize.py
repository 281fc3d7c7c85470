"""Tiny autoencoders in the layout of madebyollin's ``taesd``, by their tensors. No torch here.

The original networks are plain sequences whose tensors are named by their place. Layers without weights (clamp, ReLU,
upsampling) show as gaps in the count, so that the whole network can be read off the names and shapes:

* a convolution in the encoder halves the size when it has no bias, or when a ReLU (a gap) follows it (the f32 stem);
* in the decoder, place 0 is the clamp, the gap after the first convolution a ReLU, every other gap a doubling;
* a residual block ``N.conv.{0,2,4}`` may have ``N.skip`` where the width changes and ``N.pool`` (TAEF2).

Layouts: a pair of files, ComfyUI's merged file (``taesd_encoder.`` and ``taesd_decoder.``), and diffusers'
AutoencoderTiny, which leaves the clamp out of the decoder's count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from vaelab.errors import VAEError
from vaelab.vae.files.pairs import Half
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes


@dataclass(frozen=True, slots=True)
class Layer:
    """One place in the sequence; ``pooled`` is the width of a block's pool branch, 0 without one."""

    kind: Literal["conv", "block", "relu", "upsample", "clamp"]
    inputs: int = 0
    outputs: int = 0
    stride: int = 1
    bias: bool = True
    pooled: int = 0


_KNOWN = re.compile(r"taesdxl|taesd3|taesd|taef1|taef2|taesana|taeqi2_1", re.IGNORECASE)


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is no such network.

    Raises:
        VAEError: it is one, but its halves do not fit or its config asks for what the original has not.
    """
    if source.pair:
        layout, keys = "taesd pair", {name: name for name in shapes}
    elif "taesd_decoder.1.weight" in shapes:
        layout = "taesd merged"
        keys = {
            name: name.removeprefix("taesd_")
            for name in shapes
            if not name.startswith(("vae_scale", "vae_shift"))
        }
    elif "encoder.layers.0.weight" in shapes and "decoder.layers.0.weight" in shapes:
        layout, keys = "diffusers", {name: _from_diffusers(name) for name in shapes}
        _check_config(source.config)
    else:
        return None
    found = {own: shapes[name] for name, own in keys.items()}
    if "encoder.0.weight" not in found:
        raise VAEError(
            "It folds pixels before its first convolution (TAEQI2.1-type, RGBA), which is not supported yet."
        )
    encoder, decoder = _plan(found, "encoder"), _plan(found, "decoder")
    channels, factor = encoder[-1].outputs, 1
    for layer in encoder:
        factor *= layer.stride
    first = next(layer for layer in decoder if layer.kind == "conv")
    doublings = sum(layer.kind == "upsample" for layer in decoder)
    if first.inputs != channels or 2**doublings != factor:
        raise VAEError(
            f"Its encoder makes {channels} channels at 1/{factor}, its decoder takes {first.inputs} at 1/{2**doublings}: "
            "the two halves belong to different VAEs."
        )
    if encoder[0].inputs != 3 or decoder[-1].outputs != 3:
        raise VAEError("It does not take and return RGB, which is all that VAELab measures.")
    return RecognizedVAE(
        family="taesd",
        label=_label(encoder, channels, factor, source.files),
        layout=layout,
        latent_channels=channels,
        factor=factor,
        arguments={"encoder": encoder, "decoder": decoder},
        keys=keys,
    )


def _from_diffusers(name: str) -> str:
    found = re.match(r"(encoder|decoder)\.layers\.(\d+)\.(.+)$", name)
    return f"{found[1]}.{int(found[2]) + (found[1] == 'decoder')}.{found[3]}" if found else name


def _check_config(config: Mapping[str, Any] | None) -> None:
    original = {"act_fn": "relu", "upsample_fn": "nearest", "upsampling_scaling_factor": 2}
    for key, value in original.items():
        if config is not None and config.get(key, value) != value:
            raise VAEError(
                f"Its config.json has {key} = {config[key]!r}; VAELab runs tiny autoencoders with {value!r}."
            )


def _plan(shapes: Shapes, half: Half) -> tuple[Layer, ...]:
    """The sequence of layers of one half."""
    start = f"{half}."
    own = {name.removeprefix(start): shape for name, shape in shapes.items() if name.startswith(start)}
    places = {int(found[1]) for name in own if (found := re.match(r"(\d{1,3})\.", name))}
    if not places:
        raise VAEError(f"It has no {half}.")
    last = max(places)
    layers: list[Layer] = []
    for place in range(last + 1):
        if f"{place}.conv.0.weight" in own:
            layers.append(_block(own, place))
        elif f"{place}.weight" in own:
            bias = f"{place}.bias" in own
            halves = half == "encoder" and (not bias or (place < last and place + 1 not in places))
            layers.append(_convolution(own, f"{place}.weight", 2 if halves else 1, bias))
        elif half == "encoder":
            layers.append(Layer("relu"))
        else:
            layers.append(Layer("clamp" if place == 0 else "relu" if place == 2 else "upsample"))
    if layers[-1].kind != "conv":
        raise VAEError(f"Its {half} ends in no convolution: it is incomplete.")
    return tuple(layers)


def _convolution(shapes: Shapes, name: str, stride: int, bias: bool) -> Layer:
    shape = shapes.get(name, ())
    if len(shape) != 4:
        raise VAEError(f"'{name}' is no convolution: its shape is {shape}.")
    return Layer("conv", shape[1], shape[0], stride, bias)


def _block(shapes: Shapes, place: int) -> Layer:
    first = _convolution(shapes, f"{place}.conv.0.weight", 1, True)
    pool = shapes.get(f"{place}.pool.0.weight", ())
    return Layer("block", first.inputs, first.outputs, pooled=pool[0] if pool else 0)


def _label(encoder: tuple[Layer, ...], channels: int, factor: int, files: Sequence[Path]) -> str:
    for path in files:
        found = _KNOWN.search(path.name) or _KNOWN.search(path.parent.name)
        if found:
            return found[0].upper()
    if any(layer.pooled for layer in encoder):
        return "TAEF2-type"
    if factor == 32:
        return "TAESANA-type"
    return {4: "TAESD-type (SD1/SDXL)", 16: "TAESD-type (SD3/Flux.1)"}.get(
        channels, f"TAESD-type ({channels} channels)"
    )
