"""AutoencoderKL by its tensors: names to diffusers' names, shapes to constructor arguments. No torch here.

The names of the original (LDM) layout, of ComfyUI and of diffusers before 0.18 all become today's diffusers names first;
then the arguments follow from the shapes, so that any widths are served. Only the number of normalization groups and the
activation leave no trace in the weights: they come from a config, else 32 and SiLU, which all published models use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.verdict import Shapes, Verdict

GROUPS = 32

_TRAINING_ONLY = ("loss.", "model_ema.", "foundation_model.", "linear_proj.")
"""What trainers leave beside the VAE: the perceptual loss and its discriminator, averaged copies, teachers."""

_OTHER_FAMILIES = re.compile(
    r"quantize\.|bn\.running_mean|decoder\.time_conv_out|condition_encoder|norm_layer|spatial_res_block|time_mix|mix_factor"
)

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
_UP_LEVEL = re.compile(r"decoder\.up\.(\d+)\.")
_UP_BLOCK = re.compile(r"\.up_blocks\.(\d+)\.")


def recognize(shapes: Shapes, config: Mapping[str, Any] | None) -> Verdict | None:
    """The verdict, or None if this is no AutoencoderKL.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    prefix = _prefix(shapes)
    if prefix is None:
        return None
    own = [name for name in shapes if name.startswith(prefix)]
    bare = {name: name.removeprefix(prefix) for name in own}
    bare = {name: short for name, short in bare.items() if not short.startswith(_TRAINING_ONLY)}
    if any(_OTHER_FAMILIES.search(short) for short in bare.values()):
        return None
    original = any(short.startswith("decoder.mid.block_1.") for short in bare.values())
    keys = dict(bare)
    if original:
        levels = {int(level[1]) for short in keys.values() if (level := _UP_LEVEL.match(short))}
        keys = {name: _from_ldm(short, len(levels)) for name, short in keys.items()}
    keys = {name: _ATTENTION_NAME.sub(_attention, short) for name, short in keys.items()}
    if len(set(keys.values())) != len(keys):
        raise VAEError("It holds two tensors for one place of the VAE: its layouts are mixed; save it again.")
    found = {short: shapes[name] for name, short in keys.items()}
    if (
        "decoder.conv_norm_out.weight" not in found
        or "encoder.down_blocks.0.resnets.0.conv1.weight" not in found
    ):
        return None
    arguments = _arguments(found)
    _settle_config(arguments, config)
    channels, factor = int(arguments["latent_channels"]), 2 ** (len(arguments["block_out_channels"]) - 1)
    size = (config or {}).get("sample_size")
    return Verdict(
        family="autoencoder_kl",
        label=f"AutoencoderKL ({_kind(arguments, factor, config)})",
        layout="LDM" if original else "diffusers",
        latent_channels=channels,
        factor=factor,
        arguments=arguments,
        keys=keys,
        prefix=prefix,
        sample_size=size if isinstance(size, int) and size > 0 else None,
    )


def _prefix(shapes: Shapes) -> str | None:
    """What stands before the names: the shortest prefix under which there are both an encoder and a decoder."""
    end = "decoder.conv_in.weight"
    starts = sorted((name.removesuffix(end) for name in shapes if name.endswith(end)), key=len)
    for start in starts:
        if len(shapes[start + end]) == 4 and len(shapes.get(f"{start}encoder.conv_in.weight", ())) == 4:
            return start
    return None


def _from_ldm(name: str, ups: int) -> str:
    for pattern, replacement in _LDM:
        name = pattern.sub(replacement, name)
    # LDM counts the decoder's levels from the finest, diffusers in the order they run.
    return _UP_BLOCK.sub(lambda found: f".up_blocks.{ups - 1 - int(found[1])}.", name)


def _attention(found: re.Match[str]) -> str:
    return found[1] + _ATTENTION.get(found[2], found[2]) + found[3]


def _arguments(shapes: Shapes) -> dict[str, Any]:
    down = _blocks(shapes, "encoder.down_blocks.{}.resnets.0.conv1.weight")
    up = _blocks(shapes, "decoder.up_blocks.{}.resnets.0.conv1.weight")
    layers = len(_blocks(shapes, "encoder.down_blocks.0.resnets.{}.conv1.weight"))
    if up[::-1] != down:
        raise VAEError(
            f"Its encoder has the widths {down} and its decoder {up[::-1]}, which VAELab does not load yet."
        )
    channels_in, channels_out = (
        shapes["encoder.conv_in.weight"][1],
        _axis(shapes, "decoder.conv_out.weight", 0),
    )
    if (channels_in, channels_out) != (3, 3):
        raise VAEError(
            f"It takes images of {channels_in} channels and returns {channels_out}; VAELab measures RGB, 3 and 3."
        )
    latent = shapes["decoder.conv_in.weight"][1]
    if _axis(shapes, "encoder.conv_out.weight", 0) != 2 * latent:
        raise VAEError(
            "Its encoder does not return mean and variance, so it is no AutoencoderKL that VAELab can run."
        )
    return {
        "in_channels": 3,
        "out_channels": 3,
        "down_block_types": tuple(
            _type(shapes, f"encoder.down_blocks.{i}", "DownEncoder") for i in range(len(down))
        ),
        "up_block_types": tuple(_type(shapes, f"decoder.up_blocks.{i}", "UpDecoder") for i in range(len(up))),
        "block_out_channels": down,
        "layers_per_block": layers,
        "latent_channels": latent,
        "use_quant_conv": "quant_conv.weight" in shapes,
        "use_post_quant_conv": "post_quant_conv.weight" in shapes,
        "mid_block_add_attention": "encoder.mid_block.attentions.0.to_q.weight" in shapes,
        "norm_num_groups": GROUPS,
        "act_fn": "silu",
    }


def _blocks(shapes: Shapes, pattern: str) -> tuple[int, ...]:
    """Output channels of the convolutions named by counting up in the pattern."""
    widths: list[int] = []
    while (name := pattern.format(len(widths))) in shapes:
        widths.append(_axis(shapes, name, 0))
    return tuple(widths)


def _axis(shapes: Shapes, name: str, axis: int) -> int:
    shape = shapes.get(name, ())
    if len(shape) != 4:
        raise VAEError(
            f"'{name}' of its {'shape ' + str(shape) if shape else 'layout is missing, it'} is no convolution."
        )
    return shape[axis]


def _type(shapes: Shapes, block: str, kind: str) -> str:
    attention = any(name.startswith(f"{block}.attentions.") for name in shapes)
    return f"{'Attn' if attention else ''}{kind}Block2D"


def _settle_config(arguments: dict[str, Any], config: Mapping[str, Any] | None) -> None:
    """Take from the config what shapes do not tell, having checked that it describes these weights."""
    if config is not None:
        for key in ("latent_channels", "block_out_channels", "layers_per_block"):
            said, seen = config.get(key, arguments[key]), arguments[key]
            if (tuple(said) if isinstance(said, list) else said) != seen:
                raise VAEError(
                    f"Its config.json says {key} = {said}, its weights say {seen}: one of them is another's."
                )
        arguments["norm_num_groups"] = config.get("norm_num_groups", GROUPS)
        arguments["act_fn"] = config.get("act_fn", "silu")
    groups = arguments["norm_num_groups"]
    wrong = [
        width for width in arguments["block_out_channels"] if not isinstance(groups, int) or width % groups
    ]
    if wrong:
        raise VAEError(
            f"Its width {wrong[0]} is no multiple of {groups} normalization groups, and weights do not tell their number: "
            "load it as a diffusers folder whose config.json has norm_num_groups."
        )


def _kind(arguments: Mapping[str, Any], factor: int, config: Mapping[str, Any] | None) -> str:
    """Which model it is, as far as it can be told: the scaling factor of a config, else the shapes."""
    channels, quant = arguments["latent_channels"], arguments["use_post_quant_conv"]
    scale = float((config or {}).get("scaling_factor") or 0)
    if (channels, factor, quant) == (4, 8, True):
        return {0.18215: "SD1-type", 0.13025: "SDXL-type"}.get(scale, "SD1/SDXL-type")
    if (channels, factor, quant) == (16, 8, False):
        return {0.3611: "Flux.1-type", 1.5305: "SD3-type"}.get(scale, "SD3/Flux.1-type")
    return f"{channels} channels, {factor}×"
