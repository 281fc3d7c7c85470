"""The VAEs of HunyuanVideo, HunyuanVideo 1.5 and HunyuanImage's refiner by their tensors. No torch here.

HunyuanVideo is AutoencoderKL in three dimensions, named as diffusers names it (also by Tencent) or as LDM does (ComfyUI).
HunyuanVideo 1.5 folds pixels into channels between its levels; HunyuanImage's refiner is the same network with the same
names and, on one frame, the same arithmetic, so that without a config it need not be told which of the two a file is.
Tencent names both as LDM does, but counts the decoder's levels in the order they run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families import ldm_keys
from vaelab.vae.families.shapes import (
    check_groups,
    check_mirrored,
    latent_of_ends,
    settled,
    side,
    widths,
    without_prefix,
)
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

_BLOCK = "{}.{{}}.resnets.0.conv1.conv.weight"
_WRAPPED = re.compile(r"(\.attentions\.\d+\.\w+)\.conv(\.(?:weight|bias))$")
"""ComfyUI wraps the attention's convolutions as it wraps the others."""
_REFINER = "AutoencoderKLHunyuanImageRefiner"
_FOLDED_ATTENTION = {"q": "to_q", "k": "to_k", "v": "to_v"}


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is none of the three.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    config = source.config
    found = without_prefix(shapes, "decoder.conv_in.conv.weight")
    # ComfyUI's file of the refiner has its convolutions unwrapped.
    bare = found is None
    found = found or without_prefix(shapes, "decoder.conv_in.weight")
    if found is None:
        return None
    prefix, names = found
    own = set(names.values())
    original = any(name.startswith("decoder.mid.block_1.") for name in own)
    if "decoder.norm_out.gamma" in own and any(
        name in own for name in ("decoder.mid.block_1.norm1.gamma", "decoder.mid_block.resnets.0.norm1.gamma")
    ):
        keys = {name: _folded_name(short, wrap=bare) for name, short in names.items()} if original else names
        if bare and not original:
            return None
        return _folded(shapes, keys, prefix, original, bare, config)
    norm = "decoder.norm_out.weight" if original else "decoder.conv_norm_out.weight"
    if bare or norm not in own or "quant_conv.weight" not in own:
        return None
    return _plain(shapes, _ldm_keys(names) if original else names, prefix, original, config)


def _ldm_keys(names: Mapping[str, str]) -> dict[str, str]:
    keys = ldm_keys.from_ldm(names)
    return {name: ldm_keys.attention_name(_WRAPPED.sub(r"\1\2", own)) for name, own in keys.items()}


def _folded_name(name: str, *, wrap: bool) -> str:
    """Tencent's name as diffusers'."""
    name = re.sub(r"\.mid\.block_([12])\.", lambda m: f".mid_block.resnets.{int(m[1]) - 1}.", name)
    name = re.sub(r"\.(down|up)\.(\d+)\.block\.(\d+)\.", r".\1_blocks.\2.resnets.\3.", name)
    name = re.sub(r"\.(down|up)\.(\d+)\.(?:down|up)sample\.", r".\1_blocks.\2.\1samplers.0.", name)
    name = name.replace(".nin_shortcut.", ".conv_shortcut.")
    if found := re.search(r"\.mid\.attn_1\.(\w+)\.(?:conv\.)?(\w+)$", name):
        return f"{name[: found.start()]}.mid_block.attentions.0.{_FOLDED_ATTENTION.get(found[1], found[1])}.{found[2]}"
    if wrap:
        return re.sub(r"\.(conv_in|conv_out|conv1|conv2|conv)\.(weight|bias)$", r".\1.conv.\2", name)
    return name


def _plain(
    shapes: Shapes, keys: Mapping[str, str], prefix: str, original: bool, config: Mapping[str, Any] | None
) -> RecognizedVAE:
    """HunyuanVideo."""
    own = {place: shapes[name] for name, place in keys.items()}
    down = widths(own, _BLOCK.format("encoder.down_blocks"))
    check_mirrored(down, widths(own, _BLOCK.format("decoder.up_blocks")))
    latent = latent_of_ends(own, ".conv")
    arguments = settled(
        {
            "in_channels": 3,
            "out_channels": 3,
            "latent_channels": latent,
            "down_block_types": ("HunyuanVideoDownBlock3D",) * len(down),
            "up_block_types": ("HunyuanVideoUpBlock3D",) * len(down),
            "block_out_channels": down,
            "layers_per_block": len(widths(own, "encoder.down_blocks.0.resnets.{}.conv1.conv.weight")),
            "mid_block_add_attention": "decoder.mid_block.attentions.0.to_q.weight" in own,
            # Which of its levels halve the size and which the number of frames, weights do not tell.
            "spatial_compression_ratio": 2 ** (len(down) - 1),
            "temporal_compression_ratio": 4,
            "norm_num_groups": 32,
            "act_fn": "silu",
        },
        config,
        ("spatial_compression_ratio", "temporal_compression_ratio", "norm_num_groups", "act_fn"),
    )
    check_groups(down, arguments["norm_num_groups"])
    factor = arguments["spatial_compression_ratio"]
    if factor not in [2**steps for steps in range(len(down) + 1)]:
        raise VAEError(
            f"Its config.json says spatial_compression_ratio = {factor!r}, which its {len(down)} levels cannot make."
        )
    return RecognizedVAE(
        family="hunyuan_video",
        label="AutoencoderKLHunyuanVideo (HunyuanVideo-type)",
        layout="LDM" if original else "diffusers",
        latent_channels=latent,
        factor=int(factor),
        arguments=arguments,
        keys=keys,
        prefix=prefix,
    )


def _folded(
    shapes: Shapes,
    keys: Mapping[str, str],
    prefix: str,
    original: bool,
    bare: bool,
    config: Mapping[str, Any] | None,
) -> RecognizedVAE:
    """HunyuanVideo 1.5 and HunyuanImage's refiner."""
    own = {place: shapes[name] for name, place in keys.items()}
    down = widths(own, _BLOCK.format("encoder.down_blocks"))
    check_mirrored(down, widths(own, _BLOCK.format("decoder.up_blocks")))
    latent = latent_of_ends(own, ".conv")
    if any(down[-1] % number for number in (latent, 2 * latent)):
        raise VAEError(
            f"Its width {down[-1]} is no multiple of its {latent} latent channels, so its shortcuts cannot be built."
        )
    space, time, matched = _folding(own, down)
    refiner = (config or {}).get("_class_name", _REFINER if bare else "") == _REFINER
    arguments = settled(
        {
            "in_channels": 3,
            "out_channels": 3,
            "latent_channels": latent,
            "block_out_channels": down,
            "layers_per_block": len(widths(own, "encoder.down_blocks.0.resnets.{}.conv1.conv.weight")),
            "spatial_compression_ratio": space,
            "temporal_compression_ratio": time,
            "downsample_match_channel": matched,
            "upsample_match_channel": matched,
        },
        config,
        (),
    )
    kind = "Refiner" if refiner else "Video15"
    known = "HunyuanImage refiner" if refiner else "HunyuanVideo 1.5"
    if config is None and not bare:
        known = "HunyuanVideo 1.5/HunyuanImage refiner"
    return RecognizedVAE(
        family="hunyuan_refiner" if refiner else "hunyuan_video_15",
        label=f"AutoencoderKLHunyuan{'ImageRefiner' if refiner else kind} ({known}-type)",
        layout="Tencent" if original else "diffusers",
        latent_channels=latent,
        factor=space,
        arguments=arguments,
        keys=keys,
        prefix=prefix,
    )


def _folding(own: Shapes, down: tuple[int, ...]) -> tuple[int, int, bool]:
    """How far space and time are folded, and whether a level's folding already makes the next level's channels."""
    space = time = 1
    matched = True
    for level in range(len(down)):
        name = f"encoder.down_blocks.{level}.downsamplers.0.conv.conv.weight"
        if name not in own:
            continue
        made, following = side(own, name, 0), (*down, down[-1])[level + 1]
        resnet = f"encoder.down_blocks.{level + 1}.resnets.0.conv1.conv.weight"
        after = side(own, resnet, 1) if resnet in own else following
        matched = matched and after == following
        if after not in (4 * made, 8 * made):
            raise VAEError(
                f"'{name}' makes {made} channels where a quarter or an eighth of {after} was expected: the file is incomplete."
            )
        space *= 2
        time *= 2 if after == 8 * made else 1
    return space, time, matched
