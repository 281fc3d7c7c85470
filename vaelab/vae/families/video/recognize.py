"""The VAEs of CogVideoX, EasyAnimate, K-VAE, Mochi, Cosmos and Stable Video Diffusion by their tensors. No torch here.

They are known by what only they have; Allegro's and MiniMax H3's, which make no single image of a single frame, are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.ldm_keys import block_type
from vaelab.vae.families.ldm_keys import widths as flat_widths
from vaelab.vae.families.shapes import (
    check_groups,
    check_halves,
    check_mirrored,
    check_posterior,
    latent_of_ends,
    settled,
    side,
    widths,
    without_prefix,
)
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

GROUPS = 32
Named = tuple[Shapes, str, Mapping[str, str]]
"""Shapes by diffusers' names, what stood before the names, and name in the file to diffusers' name."""


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is none of them.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    for end, sides, make in (
        ("decoder.norm_out.conv_y.conv.weight", 5, _cogvideox),
        ("decoder.mid_block.convs.0.conv1.weight", 5, _magvit),
        ("decoder.mid.block_1.norm1.conv_y.weight", 5, _kvae_video),
        ("decoder.block_in.resnets.0.conv1.conv.weight", 5, _mochi),
        ("decoder.conv_in.conv_s.weight", 5, _cosmos),
        ("decoder.time_conv_out.weight", 5, _temporal_decoder),
        ("decoder.register_tokens", 3, _minimax),
        ("decoder.temp_conv_in.weight", 5, _allegro),
    ):
        found = without_prefix(shapes, end, sides)
        if found is not None:
            prefix, keys = found
            own = {place: shapes[name] for name, place in keys.items()}
            return make((own, prefix, keys), source.config)
    return None


def _recognized(
    family: str, label: str, found: Named, arguments: dict[str, Any], latent: int, factor: int
) -> RecognizedVAE:
    return RecognizedVAE(
        family=family,
        label=label,
        layout="diffusers",
        latent_channels=latent,
        factor=factor,
        arguments=arguments,
        keys=found[2],
        prefix=found[1],
    )


def _cogvideox(found: Named, config: Mapping[str, Any] | None) -> RecognizedVAE:
    own = found[0]
    down = widths(own, "encoder.down_blocks.{}.resnets.0.conv1.conv.weight")
    check_mirrored(down, widths(own, "decoder.up_blocks.{}.resnets.0.conv1.conv.weight"))
    latent = latent_of_ends(own, ".conv")
    arguments = settled(
        {
            "in_channels": 3,
            "out_channels": 3,
            "latent_channels": latent,
            "down_block_types": ("CogVideoXDownBlock3D",) * len(down),
            "up_block_types": ("CogVideoXUpBlock3D",) * len(down),
            "block_out_channels": down,
            "layers_per_block": len(widths(own, "encoder.down_blocks.0.resnets.{}.conv1.conv.weight")),
            "use_quant_conv": "quant_conv.weight" in own,
            "use_post_quant_conv": "post_quant_conv.weight" in own,
            "norm_num_groups": GROUPS,
            "norm_eps": 1e-6,
            "act_fn": "silu",
            "temporal_compression_ratio": 4,
        },
        config,
        ("norm_num_groups", "norm_eps", "act_fn", "temporal_compression_ratio"),
    )
    check_groups(down, arguments["norm_num_groups"])
    label = "AutoencoderKLCogVideoX (CogVideoX-type)"
    return _recognized("cogvideox", label, found, arguments, latent, 2 ** (len(down) - 1))


def _magvit(found: Named, config: Mapping[str, Any] | None) -> RecognizedVAE:
    own = found[0]
    down = widths(own, "encoder.down_blocks.{}.convs.0.conv1.weight")
    check_mirrored(down, widths(own, "decoder.up_blocks.{}.convs.0.conv1.weight"))
    latent = latent_of_ends(own)
    # Which levels fold time as well, weights do not tell; on one frame none does.
    kinds = ("Spatial{}Block3D", *("SpatialTemporal{}Block3D",) * (len(down) - 1))
    arguments = settled(
        {
            "in_channels": 3,
            "out_channels": 3,
            "latent_channels": latent,
            "block_out_channels": down,
            "down_block_types": tuple(kind.format("Down") for kind in kinds),
            "up_block_types": tuple(kind.format("Up") for kind in kinds),
            "layers_per_block": len(widths(own, "encoder.down_blocks.0.convs.{}.conv1.weight")),
            "norm_num_groups": GROUPS,
            "act_fn": "silu",
            "spatial_group_norm": True,
        },
        config,
        ("down_block_types", "up_block_types", "norm_num_groups", "act_fn", "spatial_group_norm"),
    )
    check_groups(down, arguments["norm_num_groups"])
    label = "AutoencoderKLMagvit (EasyAnimate-type)"
    return _recognized("magvit", label, found, arguments, latent, 2 ** (len(down) - 1))


def _kvae_video(found: Named, config: Mapping[str, Any] | None) -> RecognizedVAE:
    own = found[0]
    down = widths(own, "encoder.down.{}.block.0.conv1.conv.weight")
    check_mirrored(down, widths(own, "decoder.up.{}.block.0.conv1.conv.weight")[::-1])
    base, latent = side(own, "encoder.conv_in.conv.weight", 0), latent_of_ends(own, ".conv")
    if any(width % base for width in down):
        raise VAEError(
            f"Its widths {down} are no multiples of its first, {base}, which VAELab does not load."
        )
    times = "encoder.down.{}.downsample.temporal_conv.conv.weight"
    arguments = settled(
        {
            "ch": base,
            "ch_mult": tuple(width // base for width in down),
            "num_res_blocks": len(widths(own, "encoder.down.0.block.{}.conv1.conv.weight")),
            "in_channels": 3,
            "out_ch": 3,
            "z_channels": latent,
            "temporal_compress_times": 2 ** sum(times.format(level) in own for level in range(len(down))),
        },
        config,
        (),
    )
    label = "AutoencoderKLKVAEVideo (K-VAE for videos)"
    return _recognized("kvae_video", label, found, arguments, latent, 2 ** (len(down) - 1))


def _mochi(found: Named, config: Mapping[str, Any] | None) -> RecognizedVAE:
    own = found[0]
    steps = len(widths(own, "encoder.down_blocks.{}.conv_in.conv.weight"))
    blocks = ("block_in", *(f"down_blocks.{level}" for level in range(steps)), "block_out")
    name = "encoder.down_blocks.{}.conv_in.conv.weight"
    latent = side(own, "decoder.conv_in.weight", 1)
    check_posterior(latent, side(own, "encoder.proj_out.weight", 0, 2))
    # Five for each colour: itself, and sines and cosines of two frequencies.
    check_halves(
        side(own, "encoder.proj_in.weight", 1, 2), 5 * side(own, "decoder.proj_out.weight", 0, 2), 15
    )
    factors = tuple(side(own, name.format(level), 3) for level in range(steps))
    space = 1
    for factor in factors:
        space *= factor
    arguments = settled(
        {
            "in_channels": 15,
            "out_channels": 3,
            "latent_channels": latent,
            "encoder_block_out_channels": (side(own, "encoder.proj_in.weight", 0, 2), *widths(own, name)),
            "decoder_block_out_channels": (
                side(own, "decoder.proj_out.weight", 1, 2),
                *(
                    side(own, f"decoder.up_blocks.{level}.proj.weight", 1, 2)
                    for level in reversed(range(steps))
                ),
            ),
            "layers_per_block": tuple(
                len(widths(own, f"encoder.{block}.resnets.{{}}.conv1.conv.weight")) for block in blocks
            ),
            "temporal_expansions": tuple(side(own, name.format(level), 2) for level in range(steps)),
            "spatial_expansions": factors,
            "add_attention_block": tuple(
                f"encoder.{block}.attentions.0.to_q.weight" in own for block in blocks
            ),
            "act_fn": "silu",
        },
        config,
        ("act_fn",),
    )
    return _recognized("mochi", "AutoencoderKLMochi (Mochi-type)", found, arguments, latent, space)


def _cosmos(found: Named, config: Mapping[str, Any] | None) -> RecognizedVAE:
    own = found[0]
    if any("attentions" in name and "_blocks." in name for name in own):
        raise VAEError(
            "It has attention between its levels, which no published VAE of Cosmos has: VAELab does not load it."
        )
    down = widths(own, "encoder.down_blocks.{}.resnets.0.conv1.conv_s.weight")
    up = widths(own, "decoder.up_blocks.{}.resnets.0.conv1.conv_s.weight")
    taken, returned = (
        side(own, "encoder.conv_in.conv_s.weight", 1),
        side(own, "decoder.conv_out.conv_s.weight", 0),
    )
    patch = next((size for size in (1, 2, 4, 8) if 3 * size**3 == taken), 0)
    if not patch:
        raise VAEError(f"It takes {taken} channels, which are no cubes of RGB pixels; VAELab measures RGB.")
    check_halves(taken, returned, 3 * patch**3)
    steps = "encoder.down_blocks.{}.downsamplers.0.conv{}.weight"
    space, time = (
        patch * 2 ** sum(steps.format(level, conv) in own for level in range(len(down))) for conv in (1, 2)
    )
    latent = side(own, "decoder.conv_in.conv_s.weight", 1)
    arguments = settled(
        {
            "in_channels": 3,
            "out_channels": 3,
            "latent_channels": latent,
            "encoder_block_out_channels": (side(own, "encoder.conv_in.conv_s.weight", 0), *down),
            "decode_block_out_channels": (*up[::-1], side(own, "decoder.conv_in.conv_s.weight", 0)),
            "num_layers": len(widths(own, "encoder.down_blocks.0.resnets.{}.conv1.conv_s.weight")),
            "patch_size": patch,
            "patch_type": "haar",
            "spatial_compression_ratio": space,
            "temporal_compression_ratio": time,
        },
        config,
        ("patch_type",),
    )
    # None of its levels has attention, whatever the resolution; its statistics are the pipelines' alone.
    arguments |= {"attention_resolutions": (), "latents_mean": None, "latents_std": None}
    label = f"AutoencoderKLCosmos (Cosmos CV{time}x{space}x{space}-type)"
    return _recognized("cosmos", label, found, arguments, latent, space)


def _temporal_decoder(found: Named, config: Mapping[str, Any] | None) -> RecognizedVAE:
    own = found[0]
    down = flat_widths(own, "encoder.down_blocks.{}.resnets.0.conv1.weight")
    check_mirrored(down, flat_widths(own, "decoder.up_blocks.{}.resnets.0.spatial_res_block.conv1.weight"))
    latent = side(own, "decoder.conv_in.weight", 1, 4)
    check_halves(side(own, "encoder.conv_in.weight", 1, 4), side(own, "decoder.conv_out.weight", 0, 4))
    check_posterior(latent, side(own, "encoder.conv_out.weight", 0, 4))
    check_groups(down, GROUPS)
    arguments = settled(
        {
            "in_channels": 3,
            "out_channels": 3,
            "latent_channels": latent,
            "block_out_channels": down,
            "down_block_types": tuple(
                block_type(own, f"encoder.down_blocks.{i}", "DownEncoder") for i in range(len(down))
            ),
            "layers_per_block": len(flat_widths(own, "encoder.down_blocks.0.resnets.{}.conv1.weight")),
        },
        config,
        (),
    )
    label = "AutoencoderKLTemporalDecoder (Stable Video Diffusion-type)"
    return _recognized("temporal_decoder", label, found, arguments, latent, 2 ** (len(down) - 1))


def _minimax(found: Named, config: Mapping[str, Any] | None) -> RecognizedVAE:
    raise VAEError(
        "It is the VAE of MiniMax H3, whose decoder works on clips of 22 frames and makes no image of the latent of one: a still "
        "image has no round trip through it."
    )


def _allegro(found: Named, config: Mapping[str, Any] | None) -> RecognizedVAE:
    raise VAEError(
        "It is the VAE of Allegro, which works on clips of 24 frames alone: a still image has no round trip through it."
    )
