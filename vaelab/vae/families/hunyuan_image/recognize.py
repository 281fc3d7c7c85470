"""The VAE of HunyuanImage 2.1 by its tensors. No torch here.

Two layouts: diffusers', which counts residual blocks and resampling in one row, and Tencent's own (also ComfyUI's), which
names them as LDM does but counts the decoder's levels in the order they run: its level 0 enlarges, which LDM's never does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.shapes import prefix_of
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

DEFAULT_SAMPLE = 384

_MIDDLE = {"block_1": "resnets.0", "block_2": "resnets.1", "attn_1": "attentions.0"}
_ATTENTION = {"q": "to_q", "k": "to_k", "v": "to_v", "proj_out": "proj"}
_LEVEL = re.compile(r"(encoder\.down|decoder\.up)\.(\d{1,3})\.(?:block\.(\d{1,3})|(?:down|up)sample)\.(.+)$")


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is another VAE.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    prefix = prefix_of(shapes, "decoder.up.0.upsample.conv.weight")
    original = prefix is not None
    if prefix is None:
        prefix = prefix_of(shapes, "decoder.up_blocks.0.norm1.weight")
    if prefix is None:
        return None
    bare = {name: name.removeprefix(prefix) for name in shapes if name.startswith(prefix)}
    keys = _from_original(bare) if original else bare
    named = {own: shapes[name] for name, own in keys.items()}
    needed = (
        "decoder.conv_in.weight",
        "encoder.conv_in.weight",
        "decoder.norm_out.weight",
        "encoder.conv_out.weight",
    )
    if not all(len(named.get(name, ())) == (1 if "norm" in name else 4) for name in needed):
        return None
    arguments = _arguments(named, source.config)
    return RecognizedVAE(
        family="hunyuan_image",
        label="AutoencoderKLHunyuanImage (HunyuanImage 2.1-type)",
        layout="Tencent" if original else "diffusers",
        latent_channels=int(arguments["latent_channels"]),
        factor=int(arguments["spatial_compression_ratio"]),
        arguments=arguments,
        keys=keys,
        prefix=prefix,
        sample_size=int(arguments["sample_size"]),
    )


def _from_original(bare: Mapping[str, str]) -> dict[str, str]:
    """Tencent's names as diffusers': every level's blocks, then its resampling, in one row."""
    counts: dict[tuple[str, int], int] = {}
    resampled: set[tuple[str, int]] = set()
    for short in bare.values():
        if found := _LEVEL.match(short):
            place = (found[1], int(found[2]))
            if found[3] is None:
                resampled.add(place)
            else:
                counts[place] = max(counts.get(place, 0), int(found[3]) + 1)

    def own_name(name: str) -> str:
        if found := re.match(r"((?:en|de)coder)\.mid\.(block_1|block_2|attn_1)\.(.+)$", name):
            stem, _, kind = found[3].rpartition(".")
            inner = _ATTENTION.get(stem, stem) if found[2] == "attn_1" else stem.replace("nin_sh", "conv_sh")
            return f"{found[1]}.mid_block.{_MIDDLE[found[2]]}.{inner}.{kind}"
        if found := _LEVEL.match(name):
            half, level = found[1], int(found[2])
            before = sum(counts.get((half, i), 0) + ((half, i) in resampled) for i in range(level))
            here = int(found[3]) if found[3] is not None else counts.get((half, level), 0)
            rest = found[4].replace("nin_shortcut", "conv_shortcut")
            return f"{half}_blocks.{before + here}.{rest}"
        return name

    return {name: own_name(short) for name, short in bare.items()}


def _arguments(shapes: Shapes, config: Mapping[str, Any] | None) -> dict[str, Any]:
    latent = shapes["decoder.conv_in.weight"][1]
    if shapes["encoder.conv_out.weight"][0] != 2 * latent:
        raise VAEError(
            "Its encoder does not return mean and variance, so it is no HunyuanImage VAE that VAELab runs."
        )
    taken, returned = shapes["encoder.conv_in.weight"][1], shapes.get("decoder.conv_out.weight", (0,))[0]
    if (taken, returned) != (3, 3):
        raise VAEError(
            f"It takes images of {taken} channels and returns {returned}; VAELab measures RGB, 3 and 3."
        )
    down, blocks, steps = _row(shapes, "encoder.down_blocks")
    up, more, up_steps = _row(shapes, "decoder.up_blocks")
    if up[::-1] != down or more != blocks + 1 or steps != up_steps:
        raise VAEError(
            f"Its encoder has the widths {down} and its decoder {up[::-1]}: its halves belong to different VAEs."
        )
    said = (config or {}).get("latent_channels", latent)
    if said != latent:
        raise VAEError(
            f"Its config.json says latent_channels = {said!r}, its weights say {latent}: one is another's."
        )
    size = (config or {}).get("sample_size")
    return {
        "in_channels": 3,
        "out_channels": 3,
        "latent_channels": latent,
        "block_out_channels": down,
        "layers_per_block": blocks,
        "spatial_compression_ratio": 2**steps,
        "sample_size": size if isinstance(size, int) and size > 0 else DEFAULT_SAMPLE,
    }


def _row(shapes: Shapes, start: str) -> tuple[tuple[int, ...], int, int]:
    """Widths of the levels, blocks in the first, and the number of steps between them."""
    levels: list[int] = []
    steps = 0
    blocks = first = place = width = 0
    while True:
        if weight := shapes.get(f"{start}.{place}.conv1.weight"):
            if first and blocks == first:
                # Without a step between them two levels meet; only their number of blocks parts them.
                levels.append(width)
                blocks = 0
            width = weight[0]
            blocks += 1
        elif f"{start}.{place}.conv.weight" in shapes:
            first = first or blocks
            levels.append(width)
            steps += 1
            blocks = 0
        else:
            return (*levels, width), first or blocks, steps
        place += 1
