"""AutoencoderKL and its kin by their tensors: shapes to constructor arguments. No torch here.

The names have become diffusers' (``ldm_keys``); the arguments follow from the shapes, so that any widths are served. Only
the number of normalization groups and the activation leave no trace in the weights: they come from a config, else 32 and
SiLU, which all published models use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.ldm_blocks import GROUPS, block_arguments, lacks_codebook, no_codebook, settle_config
from vaelab.vae.families.ldm_keys import Translation, axis, translate, widths
from vaelab.vae.families.shapes import check_mirrored
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

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
    check_mirrored(down, up)
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


def _kind(arguments: Mapping[str, Any], factor: int, config: Mapping[str, Any] | None) -> str:
    """Which model it is, as far as it can be told: the scaling factor of a config, else the shapes."""
    channels, quant = arguments["latent_channels"], arguments["use_post_quant_conv"]
    scale = (config or {}).get("scaling_factor")
    if (channels, factor, quant) == (4, 8, True):
        return "SD1-type" if scale == 0.18215 else "SDXL-type" if scale == 0.13025 else "SD1/SDXL-type"
    if (channels, factor, quant) == (16, 8, False):
        return "Flux.1-type" if scale == 0.3611 else "SD3-type" if scale == 1.5305 else "SD3/Flux.1-type"
    return f"{channels} channels, {factor}×"
