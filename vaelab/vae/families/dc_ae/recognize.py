"""AutoencoderDC (DC-AE: Sana's, and the in and mix variants) by its tensors. No torch here.

Two layouts exist: diffusers', and efficientvit's, whose attention keeps query, key and value in one tensor. Widths, blocks
per level, kinds of blocks, attention heads and scales, and how pixels are folded follow from the shapes. What leaves no
trace is taken from a config, else as published: SiLU after RMS norms and ReLU after batch norms, shortcuts around the
encoder's last and the decoder's first convolution.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.shapes import check_config, length, prefix_of
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

_ENDS = {
    "encoder.project_in.conv.conv.": "encoder.conv_in.conv.",
    "encoder.project_in.conv.": "encoder.conv_in.",
    "encoder.project_out.main.op_list.0.conv.": "encoder.conv_out.",
    "decoder.project_in.main.conv.": "decoder.conv_in.",
    "decoder.project_out.op_list.0.": "decoder.norm_out.",
    "decoder.project_out.op_list.2.conv.conv.": "decoder.conv_out.conv.",
    "decoder.project_out.op_list.2.conv.": "decoder.conv_out.",
}
_BLOCK = (
    ("context_module.main.proj.conv.", "attn.to_out."),
    ("context_module.main.proj.norm.", "attn.norm_out."),
    ("local_module.main.inverted_conv.conv.", "conv_out.conv_inverted."),
    ("local_module.main.depth_conv.conv.", "conv_out.conv_depth."),
    ("local_module.main.point_conv.conv.", "conv_out.conv_point."),
    ("local_module.main.point_conv.norm.", "conv_out.norm."),
    ("main.conv1.conv.", "conv1."),
    ("main.conv2.conv.", "conv2."),
    ("main.conv2.norm.", "norm."),
    ("main.conv.conv.", "conv."),
)
_STAGE = re.compile(r"(encoder|decoder)\.stages\.(\d+)\.op_list\.(\d+)\.(.+)$")
_SCALE = re.compile(r"context_module\.main\.aggreg\.(\d+)\.([01])\.(\w+)$")
_QKV = "context_module.main.qkv.conv.weight"


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is no DC-AE.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    original = prefix_of(shapes, "decoder.project_in.main.conv.weight")
    starts = (
        prefix_of(shapes, "decoder.up_blocks.0.0.conv1.weight"),
        original,
        prefix_of(shapes, "decoder.norm_out.weight"),
    )
    start = next((each for each in starts if each is not None), None)
    if start is None:
        return None
    keys: dict[str, str] = {}
    splits: dict[str, tuple[str, ...]] = {}
    for name in shapes:
        if not name.startswith(start):
            continue
        short = name.removeprefix(start)
        if original is not None and (found := _STAGE.match(short)) and found[4] == _QKV:
            splits[name] = tuple(f"{_place(found)}attn.to_{part}.weight" for part in "qkv")
        else:
            keys[name] = short if original is None else _from_efficientvit(short)
    named = {own: shapes[name] for name, own in keys.items()}
    for name, parts in splits.items():
        rows, *rest = shapes[name] or (0,)
        named |= dict.fromkeys(parts, (rows // 3, *rest))
    if not any(
        re.match(r"decoder\.up_blocks\.\d+\.\d+\.(conv1|attn\.to_q)\.weight$", name) for name in named
    ):
        return None
    if not {"encoder.conv_in.weight", "encoder.conv_in.conv.weight"} & set(named):
        return None
    arguments = _arguments(named, source.config)
    factor = 2 ** (len(tuple(arguments["encoder_block_out_channels"])) - 1)
    latent = int(arguments["latent_channels"])
    return RecognizedVAE(
        family="dc",
        label=f"AutoencoderDC (f{factor}c{latent})",
        layout="diffusers" if original is None else "efficientvit",
        latent_channels=latent,
        factor=factor,
        arguments=arguments,
        keys=keys,
        splits=splits,
        prefix=start,
    )


def _place(found: re.Match[str]) -> str:
    half = "encoder.down_blocks" if found[1] == "encoder" else "decoder.up_blocks"
    return f"{half}.{found[2]}.{found[3]}."


def _from_efficientvit(name: str) -> str:
    found = _STAGE.match(name)
    if found is None:
        for old, new in _ENDS.items():
            if name.startswith(old):
                return new + name.removeprefix(old)
        return name
    rest = found[4]
    if scale := _SCALE.match(rest):
        return (
            f"{_place(found)}attn.to_qkv_multiscale.{scale[1]}.proj_{('in', 'out')[int(scale[2])]}.{scale[3]}"
        )
    for old, new in _BLOCK:
        if rest.startswith(old):
            return _place(found) + new + rest.removeprefix(old)
    return _place(found) + rest


def _arguments(shapes: Shapes, config: Mapping[str, Any] | None) -> dict[str, Any]:
    latent = length(shapes, "decoder.conv_in.weight", 1)
    if length(shapes, "encoder.conv_out.weight", 0) != latent:
        raise VAEError(
            "Its encoder and its decoder have different numbers of latent channels: it is damaged."
        )
    stem = "" if "encoder.conv_in.weight" in shapes else ".conv"
    channels = length(shapes, f"encoder.conv_in{stem}.weight", 1)
    if channels != 3:
        raise VAEError(f"It takes images of {channels} channels; VAELab measures RGB.")
    encoder, decoder = _half(shapes, "encoder.down_blocks"), _half(shapes, "decoder.up_blocks")
    if len(encoder["layers"]) != len(decoder["layers"]):
        raise VAEError("Its encoder and its decoder have different numbers of levels: its halves do not fit.")
    if stem:
        # The first level is empty; how wide it would be plays no part.
        for half in (encoder, decoder):
            half["widths"][0] = half["widths"][1]
    norms = tuple(decoder["norms"])
    arguments: dict[str, Any] = {
        "in_channels": 3,
        "latent_channels": latent,
        "attention_head_dim": _head(shapes),
        "encoder_block_types": tuple(encoder["types"]),
        "decoder_block_types": tuple(decoder["types"]),
        "encoder_block_out_channels": tuple(encoder["widths"]),
        "decoder_block_out_channels": tuple(decoder["widths"]),
        "encoder_layers_per_block": tuple(encoder["layers"]),
        "decoder_layers_per_block": tuple(decoder["layers"]),
        "encoder_qkv_multiscales": tuple(encoder["scales"]),
        "decoder_qkv_multiscales": tuple(decoder["scales"]),
        "downsample_block_type": _folding(shapes, encoder, stem, down=True),
        "upsample_block_type": _folding(shapes, decoder, stem, down=False),
        "decoder_norm_types": norms,
        "decoder_act_fns": tuple("relu" if norm == "batch_norm" else "silu" for norm in norms),
        "encoder_out_shortcut": True,
        "decoder_in_shortcut": True,
        "decoder_conv_act_fn": "relu",
    }
    return _settled(arguments, config)


def _half(shapes: Shapes, start: str) -> dict[str, list[Any]]:
    """What each level is: its width, blocks, their kind, attention scales and norm."""
    places: dict[int, set[int]] = {}
    for name in shapes:
        if found := re.match(rf"{re.escape(start)}\.(\d{{1,3}})\.(\d{{1,3}})\.", name):
            places.setdefault(int(found[1]), set()).add(int(found[2]))
    half: dict[str, list[Any]] = {"widths": [], "layers": [], "types": [], "scales": [], "norms": []}
    # An empty level has no tensors; only the first can be.
    for level in range(max(places, default=-1) + 1):
        blocks = [
            f"{start}.{level}.{place}"
            for place in sorted(places.get(level, ()))
            if f"{start}.{level}.{place}.conv.weight" not in shapes
        ]
        attention = bool(blocks) and f"{blocks[0]}.attn.to_q.weight" in shapes
        half["layers"].append(len(blocks))
        half["types"].append("EfficientViTBlock" if attention else "ResBlock")
        half["norms"].append("rms_norm")
        half["scales"].append(())
        half["widths"].append(0)
        if not blocks:
            continue
        norm = f"{blocks[0]}.{'attn.norm_out' if attention else 'norm'}"
        half["widths"][level] = length(shapes, f"{norm}.weight", 0)
        if f"{norm}.running_mean" in shapes:
            half["norms"][level] = "batch_norm"
        kernels: list[int] = []
        while (name := f"{blocks[0]}.attn.to_qkv_multiscale.{len(kernels)}.proj_in.weight") in shapes:
            kernels.append(length(shapes, name, 3))
        half["scales"][level] = tuple(kernels)
    if len(half["widths"]) < 2 or 0 in half["widths"][1:]:
        raise VAEError(f"Its {start.partition('.')[0]} has a level without blocks: it is incomplete.")
    return half


def _folding(shapes: Shapes, half: dict[str, list[Any]], stem: str, down: bool) -> str:
    """How the first step between two levels changes the size: its convolution's channels tell."""
    widths, layers = half["widths"], half["layers"]
    first = next(level for level in range(len(layers)) if layers[level])
    if down:
        name, wide = f"encoder.down_blocks.{first}.{layers[first]}.conv.weight", widths[first + 1]
        if stem:
            name, wide = "encoder.conv_in.conv.weight", widths[1]
        return "conv" if length(shapes, name, 0) == wide else "pixel_unshuffle"
    # The class adds the step before a level's blocks, so that it is the first of the level above.
    name, wide = f"decoder.up_blocks.{first}.0.conv.weight", widths[first]
    if stem:
        name, wide = "decoder.conv_out.conv.weight", 3
    return "interpolate" if length(shapes, name, 0) == wide else "pixel_shuffle"


def _head(shapes: Shapes) -> int:
    """Width of one attention head: what one group of the multi-scale projection sees."""
    end = ".to_qkv_multiscale.0.proj_out.weight"
    return next((shape[1] for name, shape in shapes.items() if name.endswith(end) and len(shape) == 4), 32)


def _settled(arguments: dict[str, Any], config: Mapping[str, Any] | None) -> dict[str, Any]:
    """With what a config alone can say, having checked that it describes these weights."""
    check_config(
        arguments, config, ("latent_channels", "encoder_layers_per_block", "decoder_layers_per_block")
    )
    untold = ("decoder_act_fns", "encoder_out_shortcut", "decoder_in_shortcut", "decoder_conv_act_fn")
    return arguments | {key: value for key, value in (config or {}).items() if key in untold}
