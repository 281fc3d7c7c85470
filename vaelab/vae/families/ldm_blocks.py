"""The encoder and the decoder that AutoencoderKL and VQModel have in common: shapes to arguments. No torch here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.ldm_keys import axis, block_type, widths
from vaelab.vae.families.shapes import check_config
from vaelab.vae.recognized import Shapes

GROUPS = 32


def lacks_codebook(shapes: Shapes) -> bool:
    """Whether vectors go through a quantizer's two convolutions, and there is no codebook between them."""
    books = ("quantize.embedding.weight", "quantize.embed.weight")
    return {"quant_conv.weight", "post_quant_conv.weight"} <= set(shapes) and not any(
        book in shapes for book in books
    )


def no_codebook() -> VAEError:
    """The refusal of a VQ autoencoder without its codebook."""
    return VAEError(
        "It is built as a VQ autoencoder, whose encoder returns one value for each channel and no variance, and its codebook "
        "('quantize.embedding.weight') is missing: the file is incomplete."
    )


def block_arguments(shapes: Shapes) -> dict[str, Any]:
    """What diffusers' Encoder and Decoder need, from the encoder's shapes.

    Raises:
        VAEError: it takes or returns something else than RGB.
    """
    down = widths(shapes, "encoder.down_blocks.{}.resnets.0.conv1.weight")
    up = widths(shapes, "decoder.up_blocks.{}.resnets.0.conv1.weight")
    if not down or not up:
        raise VAEError("Its encoder or its decoder has no levels: the file is incomplete.")
    channels_in, channels_out = (
        shapes["encoder.conv_in.weight"][1],
        axis(shapes, "decoder.conv_out.weight", 0),
    )
    if (channels_in, channels_out) != (3, 3):
        raise VAEError(
            f"It takes images of {channels_in} channels and returns {channels_out}; VAELab measures RGB, 3 and 3."
        )
    return {
        "in_channels": 3,
        "out_channels": 3,
        "down_block_types": tuple(
            block_type(shapes, f"encoder.down_blocks.{i}", "DownEncoder") for i in range(len(down))
        ),
        "up_block_types": tuple(
            block_type(shapes, f"decoder.up_blocks.{i}", "UpDecoder") for i in range(len(up))
        ),
        "block_out_channels": down,
        "layers_per_block": len(widths(shapes, "encoder.down_blocks.0.resnets.{}.conv1.weight")),
        "mid_block_add_attention": "encoder.mid_block.attentions.0.to_q.weight" in shapes,
        "norm_num_groups": GROUPS,
        "act_fn": "silu",
    }


def settle_config(arguments: dict[str, Any], config: Mapping[str, Any] | None) -> None:
    """Take from the config what shapes do not tell, having checked that it describes these weights.

    Raises:
        VAEError: the config is another model's, or the groups do not divide the widths.
    """
    if config is not None:
        check_config(
            arguments, config, [key for key in arguments if key not in ("norm_num_groups", "act_fn")]
        )
        arguments["norm_num_groups"] = config.get("norm_num_groups", GROUPS)
        arguments["act_fn"] = config.get("act_fn", "silu")
    groups = arguments["norm_num_groups"]
    channels = [
        width for key in arguments if key.endswith("block_out_channels") for width in arguments[key] or ()
    ]
    channels += [
        width
        for key in ("down_block_out_channels", "up_block_out_channels")
        for width in arguments.get(key, ())
    ]
    wrong = [width for width in channels if not isinstance(groups, int) or width % groups]
    if wrong:
        raise VAEError(
            f"Its width {wrong[0]} is no multiple of {groups} normalization groups, and weights do not tell their number: "
            "load it as a diffusers folder whose config.json has norm_num_groups."
        )
