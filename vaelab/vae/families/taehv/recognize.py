"""Tiny video autoencoders in the layout of madebyollin's ``taehv`` (TAEHV, TAEW2.1, TAELTX, …), by their tensors. No torch here.

As in ``taesd`` the networks are plain sequences named by place, and layers without weights show as gaps:

* a convolution in the encoder halves the size when it has no bias; every gap there is a ReLU;
* a block ``N.conv.{0,2,4}`` sees the frame before as well, so that its first convolution takes twice the channels;
* ``N.conv.weight`` alone, 1×1, merges frames (encoder) or makes them (decoder): its two sides' ratio says how many;
* in the decoder, place 0 is the clamp, a gap before such a layer a doubling of the size, every other gap a ReLU;
* the "super" decoder has a 1×1 convolution at place 0 instead; its blocks ``N.conv.{0,1,3}`` run a 7×7 kernel over each
  channel of both frames and add what a narrow network makes of that; its doublings make four channels into four pixels.

The activation leaves no trace. All of madebyollin's have ReLUs; LightX2V's for HunyuanVideo 1.5 has leaky ones and the same
shapes as his, so that there, and only there, the name of the file decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vaelab.errors import VAEError
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

_LABELS = {
    (16, 1): "TAEHV (Wan 2.1/HunyuanVideo-type)",
    (48, 2): "TAEHV (Wan 2.2-type)",
    (32, 2): "TAEHV (HunyuanVideo 1.5-type)",
    (24, 2): "TAEHV (MiniMax H3-type)",
    (128, 4): "TAEHV (LTX-2-type)",
}
"""By latent channels and folding; what is published."""

_LEAKY = 0.2
"""Slope of the leaky ReLUs below zero."""


@dataclass(frozen=True, slots=True)
class VideoLayer:
    """One place in the sequence.

    Attributes:
        kind: what stands there.
        inputs: channels in.
        outputs: channels out.
        step: a convolution's stride, how many frames become one or one becomes, how many pixels a side becomes.
        bias: whether a convolution has one.
        kernel: side of a convolution.
    """

    kind: Literal["conv", "memory", "super", "pool", "grow", "relu", "upsample", "shuffle", "clamp"]
    inputs: int = 0
    outputs: int = 0
    step: int = 1
    bias: bool = True
    kernel: int = 3


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is no such network.

    Raises:
        VAEError: it is one, but its halves do not fit or its activation is not known.
    """
    own = {name: shape for name, shape in shapes.items() if re.match(r"(encoder|decoder)\.\d+\.", name)}
    blocks = [name for name, shape in own.items() if name.endswith(".conv.0.weight") and len(shape) == 4]
    frames = [name for name in own if re.fullmatch(r"decoder\.\d+\.conv\.weight", name)]
    if not blocks or not frames:
        return None
    better = "decoder.0.weight" in own
    encoder, decoder = _plan(own, "encoder"), _plan(own, "decoder")
    channels, space, time = encoder[-1].outputs, 1, 1
    for layer in encoder:
        space *= layer.step if layer.kind == "conv" else 1
        time *= layer.step if layer.kind == "pool" else 1
    first = next(layer for layer in decoder if layer.kind == "conv")
    doublings = made = 1
    for layer in decoder:
        doublings *= layer.step if layer.kind in ("upsample", "shuffle") else 1
        made *= layer.step if layer.kind == "grow" else 1
    if (first.inputs, doublings, made) != (channels, space, time):
        raise VAEError(
            f"Its encoder makes {channels} channels at 1/{space} of {time} frames, its decoder takes {first.inputs} at "
            f"1/{doublings} and makes {made}: the two halves belong to different VAEs."
        )
    fold = {3: 1, 12: 2, 48: 4}.get(encoder[0].inputs, 0)
    label = _LABELS.get((channels, fold))
    if label is None or decoder[-1].outputs != encoder[0].inputs:
        raise VAEError(
            f"It is a TAEHV-type tiny video autoencoder of {channels} latent channels, whose activation its weights do not "
            "tell: VAELab runs those of Wan 2.1, Wan 2.2, HunyuanVideo, MiniMax H3 and LTX-2."
        )
    notes = [f"a video autoencoder: each image is encoded as {time} equal frames, and the last frame is kept"]
    slope = 0.0
    # LightX2V has no super decoder: there the weights do tell.
    if (channels, fold) == (32, 2) and not better:
        slope, words = _named_slope(source.files)
        notes.append(words)
    return RecognizedVAE(
        family="taehv",
        label=f"{label[:-1]}, super)" if better else label,
        layout="taehv",
        latent_channels=channels,
        factor=space * fold,
        arguments={"encoder": encoder, "decoder": decoder, "frames": time, "fold": fold, "slope": slope},
        keys={name: name for name in own},
        notes=tuple(notes),
    )


def _named_slope(files: Sequence[Path]) -> tuple[float, str]:
    """The activation by the file's name, and a sentence that says so."""
    for path in files:
        if re.search("lighttae", path.name, re.IGNORECASE):
            return (
                _LEAKY,
                f"leaky ReLUs, since the file's name is LightX2V's ({path.name}); its weights do not tell",
            )
        if re.search(r"taehv1[._]5", path.name, re.IGNORECASE):
            return (
                0.0,
                f"ReLUs, since the file's name is madebyollin's ({path.name}); its weights do not tell",
            )
    raise VAEError(
        "It is a tiny autoencoder of HunyuanVideo 1.5, of which two are published with the same shapes and different "
        "activations: name the file as published, taehv1_5 or lighttaehy1_5."
    )


def _plan(shapes: Shapes, half: str) -> tuple[VideoLayer, ...]:
    """The sequence of layers of one half."""
    own = {
        name.removeprefix(f"{half}."): shape for name, shape in shapes.items() if name.startswith(f"{half}.")
    }
    places = {int(found[1]) for name in own if (found := re.match(r"(\d{1,3})\.", name))}
    layers: list[VideoLayer] = []
    for place in range(max(places, default=-1) + 1):
        if f"{place}.conv.0.weight" in own:
            outputs, inputs = _sides(own, f"{place}.conv.0.weight")
            if any(f"{place}.conv.{number}.weight" in own for number in (1, 3)):
                # Its first kernel sees each channel of both frames alone.
                layers.append(VideoLayer("super", outputs // 2, outputs // 2))
                continue
            if inputs < 2:
                raise VAEError(f"'{half}.{place}.conv.0.weight' takes one frame where it belongs to two.")
            layers.append(VideoLayer("memory", inputs // 2, outputs))
        elif f"{place}.conv.weight" in own:
            outputs, inputs = _sides(own, f"{place}.conv.weight")
            if half == "encoder":
                layers.append(VideoLayer("pool", outputs, outputs, inputs // outputs))
            else:
                layers.append(VideoLayer("grow", inputs, inputs, outputs // inputs))
        elif f"{place}.weight" in own:
            outputs, inputs = _sides(own, f"{place}.weight")
            bias, kernel = f"{place}.bias" in own, own[f"{place}.weight"][2]
            halves = half == "encoder" and not bias
            layers.append(VideoLayer("conv", inputs, outputs, 2 if halves else 1, bias, kernel))
        elif half == "decoder" and place == 0:
            layers.append(VideoLayer("clamp"))
        elif half == "decoder" and f"{place + 1}.conv.weight" in own:
            layers.append(_doubling(own, place, layers))
        else:
            layers.append(VideoLayer("relu"))
    _check(layers, half)
    return tuple(layers)


def _doubling(shapes: Shapes, place: int, before: Sequence[VideoLayer]) -> VideoLayer:
    """What stands before a layer that makes frames: pixels are repeated, or made of channels where there are too many."""
    if before[0].kind == "clamp":
        return VideoLayer("upsample", step=2)
    outputs = next((layer.outputs for layer in reversed(before) if layer.kind == "conv"), 0)
    _, inputs = _sides(shapes, f"{place + 1}.conv.weight")
    step = {inputs: 1, 4 * inputs: 2}.get(outputs)
    if step is None:
        raise VAEError(
            f"Its decoder makes {outputs} channels before place {place + 1}, which takes {inputs}: it is incomplete."
        )
    return VideoLayer("shuffle", outputs, inputs, step)


def _check(layers: Sequence[VideoLayer], half: str) -> None:
    if not layers or layers[-1].kind != "conv":
        raise VAEError(
            f"The {half} of this TAEHV-type tiny video autoencoder ends in no convolution: it is incomplete."
        )


def _sides(shapes: Shapes, name: str) -> tuple[int, int]:
    shape = shapes[name]
    if len(shape) != 4 or 0 in shape:
        raise VAEError(
            f"'{name}' of this TAEHV-type tiny video autoencoder is no convolution: its shape is {shape}."
        )
    return shape[0], shape[1]
