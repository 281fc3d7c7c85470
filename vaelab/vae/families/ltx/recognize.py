"""The VAEs of LTX-Video and LTX-2 by their tensors. No torch here.

Two layouts: diffusers', and Lightricks' own (also ComfyUI's, and inside checkpoints), which counts residual blocks, steps
between sizes and changes of width in one row. LTX-2 is LTX-Video's later design without its decoder's time step.

Two things leave no trace in the weights: whether the decoder's steps add their input to their output, and what convolutions
see beyond the edge. A config tells, diffusers' beside the file or Lightricks' in its header; else they are as in the published
models of these shapes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.ltx.header import header_config, header_residual
from vaelab.vae.families.shapes import check_halves, count, settled, side, without_prefix
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

_STEPS: Mapping[int, tuple[str, int]] = {2: ("temporal", 1), 4: ("spatial", 2), 8: ("spatiotemporal", 2)}
"""Positions that a step folds into channels: its name, and what it does to the size."""
_RENAMED = (
    (re.compile(r"\.res_blocks\."), ".resnets."),
    (re.compile(r"\.norm3\.norm\."), ".norm3."),
    (re.compile(r"^decoder\.last_(time_embedder|scale_shift_table)"), r"decoder.\1"),
    (re.compile(r"^per_channel_statistics\.mean-of-means$"), "latents_mean"),
    (re.compile(r"^per_channel_statistics\.std-of-means$"), "latents_std"),
)


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is no VAE of LTX.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    config = source.config
    found = without_prefix(shapes, "decoder.conv_in.conv.weight")
    if found is None:
        return None
    prefix, names = found
    own = set(names.values())
    original = "decoder.up_blocks.0.res_blocks.0.conv1.conv.weight" in own
    if not original and "latents_mean" not in own:
        return None
    names = {
        name: short
        for name, short in names.items()
        if not short.startswith("per_channel_statistics.")
        or short.endswith(("mean-of-means", "std-of-means"))
    }
    # Of the two statistics that end alike, one is a quotient that nothing uses.
    names = {
        name: short
        for name, short in names.items()
        if "std-of-means" not in short or short.endswith(".std-of-means")
    }
    newer = _is_newer(names, shapes, original, config)
    keys = _from_original(names, newer) if original else dict(names)
    named = {place: shapes[name] for name, place in keys.items()}
    theirs = header_config(source.metadata) if config is None else {}
    arguments = _arguments(named, newer, config, theirs)
    factor = int(arguments["spatial_compression_ratio"])
    notes = []
    if arguments["timestep_conditioning"]:
        notes.append(
            "its decoder takes a time step: it runs at step 0 without noise on the latent, as pipelines do by default"
        )
    if any(arguments["decoder_inject_noise"]):
        notes.append("its decoder draws noise, seeded for each image")
    return RecognizedVAE(
        family="ltx2_video" if newer else "ltx_video",
        label="AutoencoderKLLTX2Video (LTX-2-type)" if newer else "AutoencoderKLLTXVideo (LTX-Video-type)",
        layout="Lightricks" if original else "diffusers",
        latent_channels=int(arguments["latent_channels"]),
        factor=factor,
        arguments=arguments,
        keys=keys,
        prefix=prefix,
        notes=tuple(notes),
    )


def _is_newer(
    names: Mapping[str, str], shapes: Shapes, original: bool, config: Mapping[str, Any] | None
) -> bool:
    """Whether it is LTX-2's: steps that fold pixels in the encoder too, and no time step in the decoder."""
    if config is not None and "_class_name" in config:
        return str(config["_class_name"]) == "AutoencoderKLLTX2Video"
    own = set(names.values())
    step = (
        r"encoder\.down_blocks\.\d+\.conv\.conv\.weight"
        if original
        else r"encoder\..+\.downsamplers\.0\.conv\.conv\.weight"
    )
    folds = any(re.fullmatch(step, name) for name in own)
    timed = any("time_embedder" in name for name in own)
    return folds and not timed


def _from_original(names: Mapping[str, str], newer: bool) -> dict[str, str]:
    """Lightricks' names as diffusers': each row of blocks becomes levels, of which one block is the middle."""
    own = set(names.values())
    places = _encoder_places(own) | _decoder_places(own)

    def own_name(name: str) -> str:
        if found := re.match(r"((?:en|de)coder\.(?:down|up)_blocks\.\d+)\.(.+)$", name):
            name = f"{places.get(found[1], found[1])}.{found[2]}"
        for pattern, replacement in _RENAMED:
            name = pattern.sub(replacement, name)
        return name if newer else name.replace(".conv_shortcut.", ".conv_shortcut.conv.")

    return {name: own_name(short) for name, short in names.items()}


def _row(own: set[str], start: str) -> list[str]:
    """What each block of a row is: ``blocks`` of residuals, a ``step``, or a change of ``width``."""
    kinds: list[str] = []
    while any(name.startswith(f"{start}.{len(kinds)}.") for name in own):
        here = f"{start}.{len(kinds)}"
        if any(name.startswith(f"{here}.res_blocks.") for name in own):
            kinds.append("blocks")
        else:
            kinds.append("width" if f"{here}.conv1.conv.weight" in own else "step")
    if not kinds or "blocks" not in (kinds[0], kinds[-1]):
        raise VAEError(
            f"Its '{start}' are no row of residual blocks as LTX has them: the file is incomplete."
        )
    return kinds


def _encoder_places(own: set[str]) -> dict[str, str]:
    start, level = "encoder.down_blocks", 0
    kinds = _row(own, start)
    places: dict[str, str] = {}
    for number, kind in enumerate(kinds):
        following = kinds[number + 1] if number + 1 < len(kinds) else ""
        inner = {"step": ".downsamplers.0", "width": ".conv_out"}.get(kind, "")
        places[f"{start}.{number}"] = f"{start}.{level}{inner}" if following else "encoder.mid_block"
        # A level ends before the next blocks of residuals.
        level += following == "blocks"
    return places


def _decoder_places(own: set[str]) -> dict[str, str]:
    start, level = "decoder.up_blocks", -1
    places: dict[str, str] = {}
    for number, kind in enumerate(_row(own, start)):
        inner = {"step": ".upsamplers.0", "width": ".conv_in"}.get(kind, "")
        places[f"{start}.{number}"] = f"{start}.{level}{inner}" if number else "decoder.mid_block"
        # Here it ends with them.
        level += kind == "blocks"
    return places


def _arguments(
    own: Shapes, newer: bool, config: Mapping[str, Any] | None, theirs: Mapping[str, Any]
) -> dict[str, Any]:
    latent = side(own, "decoder.conv_in.conv.weight", 1)
    if side(own, "encoder.conv_out.conv.weight", 0) != latent + 1:
        raise VAEError(
            f"Its encoder does not return {latent} channels and one for their variance, so it is no VAE of LTX that VAELab runs."
        )
    taken, returned = (
        side(own, "encoder.conv_in.conv.weight", 1),
        side(own, "decoder.conv_out.conv.weight", 0),
    )
    patch = next((size for size in range(1, 17) if 3 * size**2 == taken), 0)
    check_halves(taken, returned, 3 * patch**2 or 3)
    down, down_factor = _encoder(own, newer)
    up, up_factor = _decoder(own)
    if down_factor != up_factor:
        raise VAEError(
            f"Its encoder divides the size by {down_factor * patch}, its decoder multiplies it by {up_factor * patch}: its halves "
            "belong to different VAEs."
        )
    # LTX-2's first decoder reflects at the edge and adds a step's input to its output; its second, whose steps are not all of
    # one kind, does neither. LTX-Video's adds it where a step also makes channels fewer.
    second = newer and set(up["upsample_type"]) != {"spatiotemporal"}
    residual = tuple(factor > 1 and not second for factor in up["upsample_factor"])
    arguments: dict[str, Any] = {
        "in_channels": 3,
        "out_channels": 3,
        "latent_channels": latent,
        **down,
        **up,
        "timestep_conditioning": "decoder.scale_shift_table" in own,
        "patch_size": patch,
        "patch_size_t": 1,
        "resnet_norm_eps": 1e-6,
        "upsample_residual": header_residual(theirs, up["decoder_spatio_temporal_scaling"]) or residual,
        "encoder_causal": True,
        "decoder_causal": False,
    }
    told = ["resnet_norm_eps", "upsample_residual", "encoder_causal", "decoder_causal"]
    if newer:
        for half, usual in (("encoder", "zeros"), ("decoder", "zeros" if second else "reflect")):
            key = f"{half}_spatial_padding_mode"
            arguments[key] = theirs.get(key, theirs.get("spatial_padding_mode", usual))
            told.append(key)
    elif set(arguments.pop("upsample_type")) - {"spatiotemporal"}:
        raise VAEError(
            "Its decoder has steps in space or in time alone, which diffusers' class of LTX-Video does not."
        )
    arguments = settled(arguments, config, told)
    return {**arguments, "spatial_compression_ratio": patch * down_factor}


def _encoder(own: Shapes, newer: bool) -> tuple[dict[str, Any], int]:
    """Arguments of the encoder, and by how much its steps divide the size."""
    start = "encoder.down_blocks"
    levels = len([None for level in range(64) if f"{start}.{level}.resnets.0.conv1.conv.weight" in own])
    taken = [side(own, f"{start}.{level}.resnets.0.conv1.conv.weight", 1) for level in range(levels)]
    middle = side(own, "encoder.mid_block.resnets.0.conv1.conv.weight", 1)
    after = [*taken[1:], middle]
    kinds: list[str] = []
    scaling: list[bool] = []
    factor = 1
    for level in range(levels):
        folds, strides = (f"{start}.{level}.downsamplers.0.conv.{name}" for name in ("conv.weight", "weight"))
        scaling.append(folds in own or strides in own)
        if folds in own:
            kind, size = _STEPS.get(after[level] // side(own, folds, 0), ("", 0))
            if not kind:
                raise VAEError(
                    f"'{folds}' folds no 2, 4 or 8 positions into channels: the file is incomplete."
                )
            kinds.append(kind)
            factor *= size
        else:
            kinds.append("conv")
            factor *= 2 if strides in own else 1
    later = newer or any(kind != "conv" for kind in kinds)
    block = "LTX2VideoDownBlock3D" if newer else "LTXVideo095DownBlock3D" if later else "LTXVideoDownBlock3D"
    arguments = {
        # Each design counts other widths: what its levels return, these and what goes in, or what they take.
        "block_out_channels": tuple(after if newer else [*taken, middle] if later else taken),
        "down_block_types": (block,) * levels,
        "layers_per_block": tuple(
            count(own, f"encoder.{block}.resnets.{{}}.conv1.conv.weight")
            for block in (*(f"down_blocks.{level}" for level in range(levels)), "mid_block")
        ),
        "spatio_temporal_scaling": tuple(scaling),
        "downsample_type": tuple(kinds),
    }
    return arguments, factor


def _decoder(own: Shapes) -> tuple[dict[str, Any], int]:
    """Arguments of the decoder, from its last level to its first, and by how much its steps multiply the size."""
    start = "decoder.up_blocks"
    levels = len([None for level in range(64) if f"{start}.{level}.resnets.0.conv1.conv.weight" in own])
    widths, factors, kinds, scaling = [], [], [], []
    size = 1
    for level in range(levels):
        width = side(own, f"{start}.{level}.resnets.0.conv1.conv.weight", 0)
        step = f"{start}.{level}.upsamplers.0.conv.conv.weight"
        scaling.append(step in own)
        if step not in own:
            widths.append(width)
            factors.append(1)
            kinds.append("spatiotemporal")
            continue
        made, taken = side(own, step, 0), side(own, step, 1)
        kind, times = _STEPS.get(made // width, ("", 0))
        if not kind or taken % width:
            raise VAEError(f"'{step}' makes no 2, 4 or 8 positions of one: the file is incomplete.")
        widths.append(taken)
        factors.append(taken // width)
        kinds.append(kind)
        size *= times
    blocks = ("mid_block", *(f"up_blocks.{level}" for level in range(levels)))
    counts = [count(own, f"decoder.{block}.resnets.{{}}.conv1.conv.weight") for block in blocks]
    noise = [f"decoder.{block}.resnets.0.per_channel_scale1" in own for block in blocks]
    return {
        "decoder_block_out_channels": tuple(widths[::-1]),
        "decoder_layers_per_block": tuple(counts[::-1]),
        "decoder_spatio_temporal_scaling": tuple(scaling[::-1]),
        "decoder_inject_noise": tuple(noise[::-1]),
        "upsample_factor": tuple(factors[::-1]),
        "upsample_type": tuple(kinds),
    }, size
