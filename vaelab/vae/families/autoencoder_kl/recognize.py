"""AutoencoderKL and its kin by their tensors: shapes to constructor arguments. No torch here.

The names have become diffusers' (``ldm_names``); the arguments follow from the shapes, so that any widths are served. Only
the number of normalization groups and the activation leave no trace in the weights: they come from a config, else 32 and
SiLU, which all published models use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.ldm_keys import Translation, axis, block_type, translate, widths
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

GROUPS = 32

_OTHER_FAMILIES = re.compile(
    r"quantize\.|decoder\.time_conv_out|norm_layer|spatial_res_block|time_mix|mix_factor|temp_conv"
)


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is no AutoencoderKL, no VAE of Flux.2 and no asymmetric AutoencoderKL.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    config = source.config
    found = translate(shapes)
    if found is None or any(_OTHER_FAMILIES.search(name) for name in found.shapes):
        return None
    if (
        "decoder.conv_norm_out.weight" not in found.shapes
        or "encoder.down_blocks.0.resnets.0.conv1.weight" not in found.shapes
    ):
        return None
    if "bn.running_mean" in found.shapes:
        return _flux2(found, config) if "bn.running_var" in found.shapes else None
    if any("condition_encoder" in name for name in found.shapes):
        return _asymmetric(found, config)
    return _plain(found, config)


def _plain(found: Translation, config: Mapping[str, Any] | None) -> RecognizedVAE:
    arguments = _arguments(found.shapes)
    up = widths(found.shapes, "decoder.up_blocks.{}.resnets.0.conv1.weight")
    down = arguments["block_out_channels"]
    if up[::-1] != down:
        raise VAEError(
            f"Its encoder has the widths {down} and its decoder {up[::-1]}, which VAELab does not load yet."
        )
    settle_config(arguments, config)
    factor = 2 ** (len(down) - 1)
    return _recognized(
        "autoencoder_kl", f"AutoencoderKL ({_kind(arguments, factor, config)})", found, arguments, config
    )


def _flux2(found: Translation, config: Mapping[str, Any] | None) -> RecognizedVAE:
    """Flux.2: as AutoencoderKL, with its own decoder widths and the statistics that the pipeline packs latents by."""
    shapes = found.shapes
    arguments = _arguments(shapes)
    up = widths(shapes, "decoder.up_blocks.{}.resnets.0.conv1.weight")[::-1]
    if len(up) != len(arguments["block_out_channels"]):
        raise VAEError(
            f"Its encoder has {len(arguments['block_out_channels'])} levels and its decoder {len(up)}: "
            "its halves belong to different VAEs."
        )
    arguments["decoder_block_out_channels"] = None if up == arguments["block_out_channels"] else up
    # Two numbers whose product the statistics tell; they are used by the pipeline alone.
    packed = shapes["bn.running_mean"]
    if packed != (4 * arguments["latent_channels"],):
        raise VAEError(
            f"Its 'bn.running_mean' has the shape {packed} where {(4 * arguments['latent_channels'],)} belongs."
        )
    settle_config(arguments, config)
    small = "" if arguments["decoder_block_out_channels"] is None else ", small decoder"
    inside = any(name.endswith("encoder.quant_conv.weight") for name in found.keys)
    return _recognized(
        "flux2",
        f"AutoencoderKLFlux2 (Flux.2-type{small})",
        found,
        arguments,
        config,
        layout="BFL" if inside else found.layout,
    )


def _asymmetric(found: Translation, config: Mapping[str, Any] | None) -> RecognizedVAE:
    """Another decoder than encoder, made for inpainting; without a mask it is a plain decoder."""
    shapes = found.shapes
    plain = _arguments(shapes)
    up = widths(shapes, "decoder.up_blocks.{}.resnets.0.conv1.weight")
    if len(up) != len(plain["block_out_channels"]):
        raise VAEError(
            "Its encoder and its decoder have different numbers of levels, which VAELab does not load."
        )
    arguments = {
        "in_channels": 3,
        "out_channels": 3,
        "down_block_types": plain["down_block_types"],
        "down_block_out_channels": plain["block_out_channels"],
        "layers_per_down_block": plain["layers_per_block"],
        "up_block_types": plain["up_block_types"],
        "up_block_out_channels": up[::-1],
        # The class builds one residual block more in each of the decoder's levels.
        "layers_per_up_block": len(widths(shapes, "decoder.up_blocks.0.resnets.{}.conv1.weight")) - 1,
        "latent_channels": plain["latent_channels"],
        "norm_num_groups": GROUPS,
        "act_fn": "silu",
    }
    settle_config(arguments, config)
    return _recognized("asymmetric_kl", "AsymmetricAutoencoderKL", found, arguments, config)


def _recognized(
    family: str,
    label: str,
    found: Translation,
    arguments: dict[str, Any],
    config: Mapping[str, Any] | None,
    layout: str = "",
) -> RecognizedVAE:
    size = (config or {}).get("sample_size")
    levels = len(arguments["up_block_types"])
    return RecognizedVAE(
        family=family,
        label=label,
        layout=layout or found.layout,
        latent_channels=int(arguments["latent_channels"]),
        factor=2 ** (levels - 1),
        arguments=arguments,
        keys=found.keys,
        splits=found.splits,
        prefix=found.prefix,
        sample_size=size if isinstance(size, int) and size > 0 else None,
    )


def _arguments(shapes: Shapes) -> dict[str, Any]:
    latent = shapes["decoder.conv_in.weight"][1]
    returned = axis(shapes, "encoder.conv_out.weight", 0)
    if returned == latent and lacks_codebook(shapes):
        raise no_codebook()
    if returned != 2 * latent:
        raise VAEError(
            "Its encoder does not return mean and variance, so it is no AutoencoderKL that VAELab can run."
        )
    return {
        **block_arguments(shapes),
        "latent_channels": latent,
        "use_quant_conv": "quant_conv.weight" in shapes,
        "use_post_quant_conv": "post_quant_conv.weight" in shapes,
    }


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


def check_config(arguments: Mapping[str, Any], config: Mapping[str, Any], keys: list[str]) -> None:
    """That a config describes these weights.

    Raises:
        VAEError: it says one thing, they another.
    """
    for key in keys:
        said, seen = config.get(key, arguments[key]), arguments[key]
        if (tuple(said) if isinstance(said, list) else said) != seen:
            raise VAEError(
                f"Its config.json says {key} = {said!r}, its weights say {seen}: one of them is another's."
            )


def _kind(arguments: Mapping[str, Any], factor: int, config: Mapping[str, Any] | None) -> str:
    """Which model it is, as far as it can be told: the scaling factor of a config, else the shapes."""
    channels, quant = arguments["latent_channels"], arguments["use_post_quant_conv"]
    scale = (config or {}).get("scaling_factor")
    if (channels, factor, quant) == (4, 8, True):
        return "SD1-type" if scale == 0.18215 else "SDXL-type" if scale == 0.13025 else "SD1/SDXL-type"
    if (channels, factor, quant) == (16, 8, False):
        return "Flux.1-type" if scale == 0.3611 else "SD3-type" if scale == 1.5305 else "SD3/Flux.1-type"
    return f"{channels} channels, {factor}×"
