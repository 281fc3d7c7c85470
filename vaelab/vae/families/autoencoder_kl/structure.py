"""The tensors of diffusers' AutoencoderKL, AutoencoderKLFlux2 and VQModel, as their classes make them. No torch here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vaelab.vae.families.structure import Structure, TensorEntry, conv, pair
from vaelab.vae.recognized import RecognizedVAE, Shapes

_ACTIVATIONS = ("silu", "swish", "mish", "gelu", "relu")


def structure(vae: RecognizedVAE, shapes: Shapes) -> Structure | None:
    """The tensors; None for spatial norms, and for what only the class can refuse."""
    arguments: dict[str, Any] = dict(vae.arguments)
    spatial = arguments.get("norm_type", "group") != "group"
    groups = arguments["norm_num_groups"]
    if spatial or arguments["act_fn"] not in _ACTIVATIONS or type(groups) is not int or groups < 1:
        return None
    return dict(_entries(arguments))


def _entries(arguments: Mapping[str, Any]) -> Iterator[TensorEntry]:
    vq, flux2 = "num_vq_embeddings" in arguments, "decoder_block_out_channels" in arguments
    down: Sequence[int] = arguments["block_out_channels"]
    up: Sequence[int] = (arguments.get("decoder_block_out_channels") or down)[::-1]
    layers, latent = arguments["layers_per_block"], arguments["latent_channels"]
    middle = arguments["mid_block_add_attention"]
    yield from conv("encoder.conv_in", 3, down[0])
    before = down[0]
    for level, width in enumerate(down):
        block = f"encoder.down_blocks.{level}"
        attends = arguments["down_block_types"][level].startswith("Attn")
        yield from _level(block, before, width, layers, attends)
        if level < len(down) - 1:
            yield from conv(f"{block}.downsamplers.0.conv", width, width)
        before = width
    yield from _middle("encoder", down[-1], middle)
    yield from conv("encoder.conv_out", down[-1], latent if vq else 2 * latent)
    yield from pair("encoder.conv_norm_out", down[-1])
    yield from conv("decoder.conv_in", latent, up[0])
    yield from _middle("decoder", up[0], middle)
    before = up[0]
    for level, width in enumerate(up):
        block = f"decoder.up_blocks.{level}"
        attends = arguments["up_block_types"][level].startswith("Attn")
        yield from _level(block, before, width, layers + 1, attends)
        if level < len(up) - 1:
            yield from conv(f"{block}.upsamplers.0.conv", width, width)
        before = width
    yield from conv("decoder.conv_out", up[-1], 3)
    yield from pair("decoder.conv_norm_out", up[-1])
    if vq:
        inner = arguments["vq_embed_dim"]
        yield "quantize.embedding.weight", ((arguments["num_vq_embeddings"], inner), True)
        yield from conv("quant_conv", latent, inner, 1)
        yield from conv("post_quant_conv", inner, latent, 1)
        return
    if arguments["use_quant_conv"]:
        yield from conv("quant_conv", 2 * latent, 2 * latent, 1)
    if arguments["use_post_quant_conv"]:
        yield from conv("post_quant_conv", latent, latent, 1)
    if flux2:
        yield "bn.running_mean", ((4 * latent,), True)
        yield "bn.running_var", ((4 * latent,), True)
        yield "bn.num_batches_tracked", ((), False)


def _level(block: str, inputs: int, width: int, layers: int, attends: bool) -> Iterator[TensorEntry]:
    for layer in range(layers):
        yield from _residual(f"{block}.resnets.{layer}", width if layer else inputs, width)
        if attends:
            yield from _attention(f"{block}.attentions.{layer}", width)


def _middle(half: str, width: int, attends: bool) -> Iterator[TensorEntry]:
    for layer in range(2):
        yield from _residual(f"{half}.mid_block.resnets.{layer}", width, width)
    if attends:
        yield from _attention(f"{half}.mid_block.attentions.0", width)


def _residual(name: str, inputs: int, outputs: int) -> Iterator[TensorEntry]:
    yield from pair(f"{name}.norm1", inputs)
    yield from conv(f"{name}.conv1", inputs, outputs)
    yield from pair(f"{name}.norm2", outputs)
    yield from conv(f"{name}.conv2", outputs, outputs)
    if inputs != outputs:
        yield from conv(f"{name}.conv_shortcut", inputs, outputs, 1)


def _attention(name: str, width: int) -> Iterator[TensorEntry]:
    yield from pair(f"{name}.group_norm", width)
    for part in ("to_q", "to_k", "to_v", "to_out.0"):
        yield from pair(f"{name}.{part}", width, width)
