"""Tensor names of the convolutional autoencoders that descend from LDM, as diffusers calls them today. No torch here.

The original (LDM) layout, ComfyUI's, diffusers' before 0.18, Black Forest Labs' of Flux.2 (whose quant convolutions lie
inside encoder and decoder), LlamaGen's and VAR's (whose attention keeps query, key and value in one tensor) all become
diffusers' names; then every family looks at one spelling only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from vaelab.errors import VAEError
from vaelab.vae.recognized import Shapes

_TRAINING_ONLY = ("loss.", "model_ema.", "foundation_model.", "linear_proj.")
"""What trainers leave beside the VAE: the perceptual loss and its discriminator, averaged copies, teachers."""

_LDM = (
    (re.compile(r"\.mid\.block_1\."), ".mid_block.resnets.0."),
    (re.compile(r"\.mid\.block_2\."), ".mid_block.resnets.1."),
    (re.compile(r"\.mid\.attn_1\."), ".mid_block.attentions.0."),
    (re.compile(r"\.down\.(\d+)\.block\.(\d+)\."), r".down_blocks.\1.resnets.\2."),
    (re.compile(r"\.down\.(\d+)\.attn\.(\d+)\."), r".down_blocks.\1.attentions.\2."),
    (re.compile(r"\.down\.(\d+)\.downsample\."), r".down_blocks.\1.downsamplers.0."),
    (re.compile(r"\.up\.(\d+)\.block\.(\d+)\."), r".up_blocks.\1.resnets.\2."),
    (re.compile(r"\.up\.(\d+)\.attn\.(\d+)\."), r".up_blocks.\1.attentions.\2."),
    (re.compile(r"\.up\.(\d+)\.upsample\."), r".up_blocks.\1.upsamplers.0."),
    (re.compile(r"\.nin_shortcut\."), ".conv_shortcut."),
    (re.compile(r"\.norm_out\."), ".conv_norm_out."),
    (re.compile(r"^encoder\.quant_conv\."), "quant_conv."),
    (re.compile(r"^decoder\.post_quant_conv\."), "post_quant_conv."),
)
_LLAMAGEN = (
    (re.compile(r"\.mid\.0\."), ".mid_block.resnets.0."),
    (re.compile(r"\.mid\.1\."), ".mid_block.attentions.0."),
    (re.compile(r"\.mid\.2\."), ".mid_block.resnets.1."),
    (re.compile(r"^encoder\.conv_blocks\.(\d+)\."), r"encoder.down_blocks.\1."),
    (re.compile(r"^decoder\.conv_blocks\.(\d+)\."), r"decoder.up_blocks.\1."),
    (re.compile(r"(_blocks\.\d+)\.res\.(\d+)\."), r"\1.resnets.\2."),
    (re.compile(r"(_blocks\.\d+)\.attn\.(\d+)\."), r"\1.attentions.\2."),
    (re.compile(r"(_blocks\.\d+)\.(down|up)sample\."), r"\1.\2samplers.0."),
    (re.compile(r"\.nin_shortcut\."), ".conv_shortcut."),
    (re.compile(r"\.norm_out\."), ".conv_norm_out."),
)
_ATTENTION = {
    "norm": "group_norm",
    "q": "to_q",
    "k": "to_k",
    "v": "to_v",
    "proj_out": "to_out.0",
    "query": "to_q",
    "key": "to_k",
    "value": "to_v",
    "proj_attn": "to_out.0",
}
_ATTENTION_NAME = re.compile(r"(\.attentions\.\d+\.)(\w+)(\.(?:weight|bias))$")
_FUSED = re.compile(r"(.+\.attentions\.\d+\.)qkv(\.(?:weight|bias))$")
_SPATIAL_NORM = re.compile(r"(\.attentions\.\d+\.)norm(\.(?:norm_layer|conv_y|conv_b)\.)")
_UP_LEVEL = re.compile(r"decoder\.up\.(\d+)\.")
_UP_BLOCK = re.compile(r"\.up_blocks\.(\d+)\.")


@dataclass(frozen=True, slots=True)
class Translation:
    """The tensors of one autoencoder under diffusers' names.

    Attributes:
        prefix: what stood before all names in the file.
        layout: whose names they were, for people.
        keys: name in the file to diffusers' name.
        shapes: diffusers' name to shape.
        splits: name in the file to diffusers' names of equal parts along its first axis.
    """

    prefix: str
    layout: Literal["diffusers", "LDM", "LlamaGen"]
    keys: Mapping[str, str]
    shapes: Shapes
    splits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def translate(shapes: Shapes) -> Translation | None:
    """All tensors of the autoencoder in a file, renamed; None where there is no such encoder and decoder.

    Raises:
        VAEError: two tensors claim one place.
    """
    prefix = _prefix(shapes)
    if prefix is None:
        return None
    bare = {name: name.removeprefix(prefix) for name in shapes if name.startswith(prefix)}
    keys = {name: short for name, short in bare.items() if not short.startswith(_TRAINING_ONLY)}
    layout: Literal["diffusers", "LDM", "LlamaGen"] = "diffusers"
    if any(short.startswith("decoder.mid.block_1.") for short in keys.values()):
        layout = "LDM"
        keys = from_ldm(keys)
    elif any(short.startswith("decoder.conv_blocks.0.") for short in keys.values()):
        layout = "LlamaGen"
        keys = {name: _replaced(short, _LLAMAGEN) for name, short in keys.items()}
    keys = {name: attention_name(short) for name, short in keys.items()}
    splits = {
        name: tuple(f"{found[1]}to_{part}{found[2]}" for part in "qkv")
        for name, short in keys.items()
        if (found := _FUSED.match(short))
    }
    keys = {name: short for name, short in keys.items() if name not in splits}
    places = {short: shapes[name] for name, short in keys.items()}
    for name, parts in splits.items():
        rows, *rest = shapes[name] or (0,)
        places |= dict.fromkeys(parts, (rows // 3, *rest))
    if len(places) != len(keys) + 3 * len(splits):
        raise VAEError("It holds two tensors for one place of the VAE: its layouts are mixed; save it again.")
    return Translation(prefix, layout, keys, places, splits)


def from_ldm(keys: Mapping[str, str]) -> dict[str, str]:
    """The values, names of an autoencoder as LDM has them, as diffusers'; but for those within attention."""
    levels = {int(level[1]) for short in keys.values() if (level := _UP_LEVEL.match(short))}
    return {name: _from_ldm(short, len(levels)) for name, short in keys.items()}


def attention_name(name: str) -> str:
    """A name within attention, LDM's or diffusers' of before 0.18, as diffusers has it; any other unchanged."""
    return _ATTENTION_NAME.sub(_attention, name)


def _prefix(shapes: Shapes) -> str | None:
    """What stands before the names: the shortest prefix under which there are both an encoder and a decoder."""
    end = "decoder.conv_in.weight"
    starts = sorted((name.removesuffix(end) for name in shapes if name.endswith(end)), key=len)
    for start in starts:
        if len(shapes[start + end]) == 4 and len(shapes.get(f"{start}encoder.conv_in.weight", ())) == 4:
            return start
    return None


def _replaced(name: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, replacement in rules:
        name = pattern.sub(replacement, name)
    return name


def _from_ldm(name: str, ups: int) -> str:
    name = _replaced(name, _LDM)
    name = _SPATIAL_NORM.sub(r"\1spatial_norm\2", name)
    # LDM counts the decoder's levels from the finest, diffusers in the order they run.
    return _UP_BLOCK.sub(lambda found: f".up_blocks.{ups - 1 - int(found[1])}.", name)


def _attention(found: re.Match[str]) -> str:
    return found[1] + _ATTENTION.get(found[2], found[2]) + found[3]


def widths(shapes: Shapes, pattern: str) -> tuple[int, ...]:
    """Output channels of the convolutions named by counting up in the pattern."""
    found: list[int] = []
    while (name := pattern.format(len(found))) in shapes:
        found.append(axis(shapes, name, 0))
    return tuple(found)


def axis(shapes: Shapes, name: str, number: int) -> int:
    """One side of a convolution's weight.

    Raises:
        VAEError: it is missing, or no convolution.
    """
    shape = shapes.get(name, ())
    if len(shape) != 4:
        raise VAEError(
            f"'{name}' of its {'shape ' + str(shape) if shape else 'layout is missing, it'} is no convolution."
        )
    return shape[number]


def block_type(shapes: Shapes, block: str, kind: str) -> str:
    """The name that diffusers gives a block, with or without attention; ``kind`` is ``DownEncoder`` or ``UpDecoder``."""
    attention = any(name.startswith(f"{block}.attentions.") for name in shapes)
    return f"{'Attn' if attention else ''}{kind}Block2D"
