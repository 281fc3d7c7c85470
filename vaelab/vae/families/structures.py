"""The tensors that a model consists of, by what was recognized: what ``fit`` compares a file with. No torch here.

For the families that most people have, a list written down from how their classes are built. For every other one the class
itself is asked, on torch's meta device: in this process where PyTorch is loaded anyway, else in one that is started for
it (``structure_process``), so that neither the window nor a description ever loads PyTorch.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from vaelab.vae.families.fit import Structure
from vaelab.vae.families.structure_process import ask
from vaelab.vae.families.taehv.recognize import VideoLayer
from vaelab.vae.families.taesd.recognize import Layer
from vaelab.vae.located import LocatedVAE
from vaelab.vae.recognized import Shapes

_Entry = tuple[str, tuple[tuple[int, ...], bool]]
_ACTIVATIONS = ("silu", "swish", "mish", "gelu", "relu")


def structure_of(found: LocatedVAE) -> Structure:
    """The model's tensors.

    Raises:
        VAEError: such a model cannot be built.
    """
    written = written_structure(found)
    if written is not None:
        return written
    if "torch" in sys.modules:
        built: Structure = import_module("vaelab.vae.runtime.load_weights").built_structure(
            found.source, found.vae
        )
        return built
    return ask(found)


def written_structure(found: LocatedVAE) -> Structure | None:
    """The same for the families that are written down here; None for others."""
    vae = found.vae
    arguments: dict[str, Any] = dict(vae.arguments)
    if vae.family in ("linear", "mini"):
        shapes = found.source.shapes
        try:
            return dict(_linear("", shapes["logvar"][0]) if vae.family == "linear" else _mini(shapes))
        except LookupError:
            return None  # the class says what is missing
    if vae.family in ("autoencoder_kl", "flux2", "vq"):
        spatial = arguments.get("norm_type", "group") != "group"
        groups = arguments["norm_num_groups"]
        if spatial or arguments["act_fn"] not in _ACTIVATIONS or type(groups) is not int or groups < 1:
            return None
        return dict(_convolutional(arguments, vae.family))
    if vae.family == "taesd":
        halves = (("encoder", arguments["encoder"]), ("decoder", arguments["decoder"]))
        return {name: entry for half, layers in halves for name, entry in _tiny(half, layers)}
    if vae.family == "taehv":
        halves = (("encoder", arguments["encoder"]), ("decoder", arguments["decoder"]))
        return {name: entry for half, layers in halves for name, entry in _video(half, layers)}
    return None


def _conv(name: str, inputs: int, outputs: int, side: int = 3, *, bias: bool = True) -> Iterator[_Entry]:
    yield f"{name}.weight", ((outputs, inputs, side, side), True)
    if bias:
        yield f"{name}.bias", ((outputs,), True)


def _pair(name: str, *shape: int) -> Iterator[_Entry]:
    """A weight, and a bias as long as its first axis: norms and linear layers."""
    yield f"{name}.weight", (shape, True)
    yield f"{name}.bias", (shape[:1], True)


def _convolutional(arguments: dict[str, Any], family: str) -> Iterator[_Entry]:
    """AutoencoderKL, AutoencoderKLFlux2 and VQModel of diffusers."""
    down: Sequence[int] = arguments["block_out_channels"]
    up: Sequence[int] = (arguments.get("decoder_block_out_channels") or down)[::-1]
    layers, latent = arguments["layers_per_block"], arguments["latent_channels"]
    middle = arguments["mid_block_add_attention"]
    yield from _conv("encoder.conv_in", 3, down[0])
    before = down[0]
    for level, width in enumerate(down):
        block = f"encoder.down_blocks.{level}"
        attends = arguments["down_block_types"][level].startswith("Attn")
        yield from _level(block, before, width, layers, attends)
        if level < len(down) - 1:
            yield from _conv(f"{block}.downsamplers.0.conv", width, width)
        before = width
    yield from _middle("encoder", down[-1], middle)
    yield from _conv("encoder.conv_out", down[-1], latent if family == "vq" else 2 * latent)
    yield from _pair("encoder.conv_norm_out", down[-1])
    yield from _conv("decoder.conv_in", latent, up[0])
    yield from _middle("decoder", up[0], middle)
    before = up[0]
    for level, width in enumerate(up):
        block = f"decoder.up_blocks.{level}"
        attends = arguments["up_block_types"][level].startswith("Attn")
        yield from _level(block, before, width, layers + 1, attends)
        if level < len(up) - 1:
            yield from _conv(f"{block}.upsamplers.0.conv", width, width)
        before = width
    yield from _conv("decoder.conv_out", up[-1], 3)
    yield from _pair("decoder.conv_norm_out", up[-1])
    if family == "vq":
        inner = arguments["vq_embed_dim"]
        yield "quantize.embedding.weight", ((arguments["num_vq_embeddings"], inner), True)
        yield from _conv("quant_conv", latent, inner, 1)
        yield from _conv("post_quant_conv", inner, latent, 1)
        return
    if arguments["use_quant_conv"]:
        yield from _conv("quant_conv", 2 * latent, 2 * latent, 1)
    if arguments["use_post_quant_conv"]:
        yield from _conv("post_quant_conv", latent, latent, 1)
    if family == "flux2":
        yield "bn.running_mean", ((4 * latent,), True)
        yield "bn.running_var", ((4 * latent,), True)
        yield "bn.num_batches_tracked", ((), False)


def _level(block: str, inputs: int, width: int, layers: int, attends: bool) -> Iterator[_Entry]:
    for layer in range(layers):
        yield from _residual(f"{block}.resnets.{layer}", width if layer else inputs, width)
        if attends:
            yield from _attention(f"{block}.attentions.{layer}", width)


def _middle(half: str, width: int, attends: bool) -> Iterator[_Entry]:
    for layer in range(2):
        yield from _residual(f"{half}.mid_block.resnets.{layer}", width, width)
    if attends:
        yield from _attention(f"{half}.mid_block.attentions.0", width)


def _residual(name: str, inputs: int, outputs: int) -> Iterator[_Entry]:
    yield from _pair(f"{name}.norm1", inputs)
    yield from _conv(f"{name}.conv1", inputs, outputs)
    yield from _pair(f"{name}.norm2", outputs)
    yield from _conv(f"{name}.conv2", outputs, outputs)
    if inputs != outputs:
        yield from _conv(f"{name}.conv_shortcut", inputs, outputs, 1)


def _attention(name: str, width: int) -> Iterator[_Entry]:
    yield from _pair(f"{name}.group_norm", width)
    for part in ("to_q", "to_k", "to_v", "to_out.0"):
        yield from _pair(f"{name}.{part}", width, width)


def _linear(start: str, channels: int) -> Iterator[_Entry]:
    """VAELab's own, from ``vaelab train``."""
    for name, shape in (
        ("encoder_weight", (channels, 3, 8, 8)),
        ("encoder_bias", (channels,)),
        ("decoder_weight", (channels, 3, 8, 8)),
        ("decoder_bias", (3, 8, 8)),
        ("logvar", (channels,)),
    ):
        yield f"{start}{name}", (shape, True)


def _mini(shapes: Shapes) -> Iterator[_Entry]:
    """VAELab's own; how many residual blocks of a width a half has, its class counts as well."""
    channels = shapes["linear.logvar"][0]
    quarter, eighth = shapes["encoder.1.weight"][0], shapes["decoder.0.weight"][0]
    yield from _linear("linear.", channels)
    for half, first, ways, last in (
        ("encoder", (48, quarter, 3), (quarter, eighth), 2 * channels),
        ("decoder", (channels, eighth, 3), (eighth, quarter), 48),
    ):
        # Before the encoder's first convolution pixels are folded, after the decoder's second one they are unfolded.
        place = 1 if half == "encoder" else 0
        yield from _conv(f"{half}.{place}", *first)
        counts = [_residuals(shapes, half, width) for width in ways]
        for index in range(counts[0]):
            yield from _own_block(f"{half}.{place + 1 + index}", ways[0])
        place += counts[0] + (2 if half == "encoder" else 1)
        inputs, outputs = (4 * quarter, eighth) if half == "encoder" else (eighth, 4 * quarter)
        yield from _conv(f"{half}.{place}", inputs, outputs, 1)
        place += 1 if half == "encoder" else 2
        for index in range(counts[1]):
            yield from _own_block(f"{half}.{place + index}", ways[1])
        yield from _conv(f"{half}.{place + counts[1] + 2}", ways[1], last)


def _residuals(shapes: Shapes, half: str, width: int) -> int:
    return sum(
        name.startswith(half) and name.endswith(".first.weight") and shape[:1] == (width,)
        for name, shape in shapes.items()
    )


def _own_block(name: str, width: int) -> Iterator[_Entry]:
    yield from _conv(f"{name}.first", width, width)
    yield from _conv(f"{name}.second", width, width)


def _tiny(half: str, layers: Sequence[Layer]) -> Iterator[_Entry]:
    for place, layer in enumerate(layers):
        name, inputs, outputs = f"{half}.{place}", layer.inputs, layer.outputs
        if layer.kind == "conv":
            yield from _conv(name, inputs, outputs, bias=layer.bias)
        elif layer.kind == "block":
            yield from _block(name, inputs, outputs)
            if layer.pooled:
                yield from _conv(f"{name}.pool.0", inputs, layer.pooled, 1, bias=False)
                yield from _pair(f"{name}.pool.1", layer.pooled)
                yield from _conv(f"{name}.pool.3", layer.pooled, inputs, 1, bias=False)


def _block(name: str, inputs: int, outputs: int, frames: int = 1) -> Iterator[_Entry]:
    yield from _conv(f"{name}.conv.0", frames * inputs, outputs)
    yield from _conv(f"{name}.conv.2", outputs, outputs)
    yield from _conv(f"{name}.conv.4", outputs, outputs)
    if inputs != outputs:
        yield from _conv(f"{name}.skip", inputs, outputs, 1, bias=False)


def _video(half: str, layers: Sequence[VideoLayer]) -> Iterator[_Entry]:
    for place, layer in enumerate(layers):
        name, inputs, outputs = f"{half}.{place}", layer.inputs, layer.outputs
        if layer.kind == "conv":
            yield from _conv(name, inputs, outputs, layer.kernel, bias=layer.bias)
        elif layer.kind == "memory":
            yield from _block(name, inputs, outputs, frames=2)
        elif layer.kind == "super":
            yield from _conv(f"{name}.conv.0", 1, 2 * outputs, 7, bias=False)
            yield from _conv(f"{name}.conv.1", 2 * outputs, 4 * outputs, 1)
            yield from _conv(f"{name}.conv.3", 4 * outputs, outputs, 1, bias=False)
        elif layer.kind == "pool":
            yield from _conv(f"{name}.conv", inputs * layer.step, inputs, 1, bias=False)
        elif layer.kind == "grow":
            yield from _conv(f"{name}.conv", inputs, inputs * layer.step, 1, bias=False)
