"""The VAEs of Wan 2.1, Wan 2.2, Qwen-Image, Qwen-Image-Layered and Qwen-Image-2.1 by their tensors. No torch here.

All are one design: causal 3-D convolutions (2-D in Qwen-Image-2.1), RMS norms, and, from Wan 2.2 on, residual levels and
pixels folded 2×2 before the first convolution. A still image is a video of one frame; then nothing in time is computed.

Two layouts exist for each: the authors' (also ComfyUI's), a flat count of places in which a level ends where pixels are
resampled (Wan 2.1), or a count per level (Wan 2.2); and diffusers'. Wan 2.1 and Qwen-Image are equal by names, shapes and
arithmetic, and so is what they are called here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from vaelab.errors import VAEError
from vaelab.vae.families.shapes import check_config, count, length
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

_RESIDUAL = {"0": "norm1", "2": "conv1", "3": "norm2", "6": "conv2"}
_HEADS = {
    "conv1": "quant_conv",
    "conv2": "post_quant_conv",
    "encoder.conv1": "encoder.conv_in",
    "decoder.conv1": "decoder.conv_in",
    "encoder.head.0": "encoder.norm_out",
    "decoder.head.0": "decoder.norm_out",
    "encoder.head.2": "encoder.conv_out",
    "decoder.head.2": "decoder.conv_out",
}
_MIDDLE = {"0": "resnets.0", "1": "attentions.0", "2": "resnets.1"}
_ORIGINAL, _DIFFUSERS = "decoder.middle.0.residual.0.gamma", "decoder.norm_out.gamma"


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is no VAE of this design.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    found = _bare(shapes, _ORIGINAL)
    original = found is not None and "encoder.conv1.weight" in found[1].values()
    if not original:
        found = _bare(shapes, _DIFFUSERS)
    if found is None:
        return None
    prefix, bare = found
    keys = _from_original(bare) if original else bare
    named = {own: shapes[name] for name, own in keys.items()}
    if "encoder.conv_in.weight" not in named or not any(
        re.match(r"encoder\.down_blocks\.0\.(resnets\.0\.)?norm1\.gamma", own) for own in named
    ):
        return None
    flat = len(named["encoder.conv_in.weight"]) == 4
    arguments = _arguments(named)
    check_config(arguments, source.config, ("z_dim", "base_dim", "dim_mult", "num_res_blocks", "is_residual"))
    factor = int(str(arguments["scale_factor_spatial"]))
    images = _channels(arguments)
    alpha = "it takes RGBA: images go in with full alpha, and the alpha that comes out is left away"
    return RecognizedVAE(
        family="qwen_image_2" if flat else "wan",
        label=_label(arguments, flat, images),
        layout="Wan" if original else "diffusers",
        latent_channels=int(str(arguments["z_dim"])),
        factor=factor,
        arguments=arguments,
        keys=keys,
        prefix=prefix,
        notes=(alpha,) if images == 4 else (),
    )


def _bare(shapes: Shapes, end: str) -> tuple[str, dict[str, str]] | None:
    """What stands before the names, and the names without it."""
    starts = sorted((name.removesuffix(end) for name in shapes if name.endswith(end)), key=len)
    if not starts:
        return None
    start = starts[0]
    return start, {name: name.removeprefix(start) for name in shapes if name.startswith(start)}


def _from_original(bare: Mapping[str, str]) -> dict[str, str]:
    """The authors' names as diffusers'."""
    # Places at which pixels are resampled end a level of the decoder.
    breaks = sorted(
        {
            int(found[1])
            for short in bare.values()
            if (found := re.match(r"decoder\.upsamples\.(\d+)\.resample\.", short))
        }
    )
    lengths = _level_lengths(bare)
    return {name: _own_name(short, breaks, lengths) for name, short in bare.items()}


def _level_lengths(bare: Mapping[str, str]) -> dict[str, int]:
    """Of a count per level: level to the place of its resampling, where it has one."""
    lengths: dict[str, int] = {}
    for short in bare.values():
        found = re.match(
            r"((?:en|de)coder\.(?:down|up)samples\.\d+)\.(?:down|up)samples\.(\d+)\.resample\.", short
        )
        if found:
            lengths[found[1]] = int(found[2])
    return lengths


def _own_name(name: str, breaks: list[int], lengths: Mapping[str, int]) -> str:
    stem, _, kind = name.rpartition(".")
    if stem in _HEADS:
        return f"{_HEADS[stem]}.{kind}"
    if found := re.match(r"((?:en|de)coder)\.middle\.([012])\.(.+)$", name):
        return f"{found[1]}.mid_block.{_MIDDLE[found[2]]}.{_in_block(found[3])}"
    if found := re.match(
        r"((en|de)coder\.(?:down|up)samples\.(\d+))\.(?:down|up)samples\.(\d+)\.(.+)$", name
    ):
        blocks, sampler = ("down_blocks", "downsampler") if found[2] == "en" else ("up_blocks", "upsampler")
        inner = sampler if lengths.get(found[1]) == int(found[4]) else f"resnets.{found[4]}"
        return f"{found[2]}coder.{blocks}.{found[3]}.{inner}.{_in_block(found[5])}"
    if found := re.match(r"encoder\.downsamples\.(\d+)\.(.+)$", name):
        return f"encoder.down_blocks.{found[1]}.{_in_block(found[2])}"
    if found := re.match(r"decoder\.upsamples\.(\d+)\.(.+)$", name):
        place = int(found[1])
        level = sum(end < place for end in breaks)
        first = breaks[level - 1] + 1 if level else 0
        inner = "upsamplers.0" if place in breaks else f"resnets.{place - first}"
        return f"decoder.up_blocks.{level}.{inner}.{_in_block(found[2])}"
    return name


def _in_block(name: str) -> str:
    """A residual block's places, its shortcut; resampling and attention are called alike in both layouts."""
    if found := re.match(r"residual\.([0236])\.(\w+)$", name):
        return f"{_RESIDUAL[found[1]]}.{found[2]}"
    return name.replace("shortcut.", "conv_shortcut.") if name.startswith("shortcut.") else name


def _arguments(shapes: Shapes) -> dict[str, object]:
    residual = "encoder.down_blocks.0.resnets.0.norm1.gamma" in shapes
    levels, temporal, blocks = (_levels if residual else _flat_levels)(shapes)
    base = length(shapes, "encoder.conv_in.weight", 0)
    latent, double = length(shapes, "decoder.conv_in.weight", 1), length(shapes, "encoder.conv_out.weight", 0)
    if double != 2 * latent:
        raise VAEError(
            f"Its encoder returns {double} channels where its decoder takes {latent}: mean and variance were expected."
        )
    if not levels or not all(levels):
        raise VAEError("Its encoder has a level without residual blocks: the file is incomplete.")
    if any(width % base for width in levels):
        raise VAEError(
            f"Its widths {levels} are no multiples of its first, {base}, which VAELab does not load."
        )
    finest = levels[0] // base
    last = length(shapes, "decoder.norm_out.gamma", 0)
    if last % finest:
        raise VAEError(
            f"Its decoder ends in {last} channels, no multiple of {finest}, which VAELab does not load."
        )
    taken, returned = (
        length(shapes, "encoder.conv_in.weight", 1),
        length(shapes, "decoder.conv_out.weight", 0),
    )
    if taken != returned:
        raise VAEError(
            f"It takes {taken} channels and returns {returned}: its decoder enlarges images, so nothing can be compared."
        )
    fold = {3: None, 4: None, 12: 2, 16: 2}.get(taken, 0)
    if fold == 0:
        raise VAEError(
            f"It takes images of {taken} channels; VAELab measures RGB and knows RGBA, plain or folded 2×2."
        )
    return {
        "base_dim": base,
        "decoder_base_dim": last // finest,
        "z_dim": latent,
        "dim_mult": [width // base for width in levels],
        "num_res_blocks": blocks,
        "attn_scales": [],
        "temperal_downsample": temporal,
        "is_residual": residual,
        "in_channels": taken,
        "out_channels": returned,
        "patch_size": fold,
        "scale_factor_spatial": 2 ** (len(levels) - 1) * (fold or 1),
    }


def _levels(shapes: Shapes) -> tuple[list[int], list[bool], int]:
    """Widths of the encoder's levels, which of them fold time, and the number of blocks in each."""
    levels: list[int] = []
    while (name := f"encoder.down_blocks.{len(levels)}.resnets.0.conv1.weight") in shapes:
        levels.append(length(shapes, name, 0))
    temporal = [
        f"encoder.down_blocks.{level}.downsampler.time_conv.weight" in shapes
        for level in range(len(levels) - 1)
    ]
    return levels, temporal, count(shapes, "encoder.down_blocks.0.resnets.{}.conv1.weight")


def _flat_levels(shapes: Shapes) -> tuple[list[int], list[bool], int]:
    """The same of a flat count, in which a level ends where pixels are resampled."""
    levels: list[int] = []
    temporal: list[bool] = []
    blocks = place = width = first = 0
    while True:
        start = f"encoder.down_blocks.{place}"
        if f"{start}.conv1.weight" in shapes:
            width = length(shapes, f"{start}.conv1.weight", 0)
            blocks += 1
        elif f"{start}.resample.1.weight" in shapes:
            first = first or blocks
            levels.append(width)
            temporal.append(f"{start}.time_conv.weight" in shapes)
        else:
            return [*levels, width], temporal, first or blocks
        place += 1


def _channels(arguments: Mapping[str, object]) -> int:
    """Of the images: 3, or 4 with alpha."""
    fold = arguments["patch_size"]
    return int(str(arguments["in_channels"])) // (fold * fold if isinstance(fold, int) else 1)


def _label(arguments: Mapping[str, object], flat: bool, images: int) -> str:
    if flat:
        return "AutoencoderKLQwenImage21 (Qwen-Image-2.1-type)"
    if arguments["is_residual"]:
        return "AutoencoderKLWan (Wan 2.2-type)"
    return (
        f"AutoencoderKLWan ({'Qwen-Image-Layered-type, RGBA' if images == 4 else 'Wan 2.1/Qwen-Image-type'})"
    )
