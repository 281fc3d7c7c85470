"""ConsistencyDecoderVAE (OpenAI's decoder for the latents of Stable Diffusion 1) by its tensors. No torch here.

The encoder is AutoencoderKL's; the decoder is a UNet that makes the image of noise in two steps, seeing the enlarged latent.
"""

from __future__ import annotations

from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.ldm_keys import axis, block_type, widths
from vaelab.vae.families.shapes import check_config, prefix_of
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

_UNTOLD = (
    "scaling_factor",
    "encoder_act_fn",
    "encoder_norm_num_groups",
    "decoder_norm_num_groups",
    "decoder_norm_eps",
)
"""What leaves no trace in the weights; without a config as published."""


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is no such VAE, or its decoder alone.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    config = source.config
    end = "decoder_unet.conv_in.weight"
    prefix = prefix_of(shapes, end)
    if prefix is None or f"{prefix}encoder.conv_in.weight" not in shapes:
        return None
    keys = {name: name.removeprefix(prefix) for name in shapes if name.startswith(prefix)}
    own = {short: shapes[name] for name, short in keys.items()}
    encoder = widths(own, "encoder.down_blocks.{}.resnets.0.conv1.weight")
    decoder = widths(own, "decoder_unet.down_blocks.{}.resnets.0.conv1.weight")
    if not encoder or not decoder:
        raise VAEError("Its encoder or its decoder has no levels: the file is incomplete.")
    moments = axis(own, "encoder.conv_out.weight", 0)
    inputs, outputs = (
        axis(own, "decoder_unet.conv_in.weight", 1),
        axis(own, "decoder_unet.conv_out.weight", 0),
    )
    if axis(own, "encoder.conv_in.weight", 1) != 3 or inputs != 3 + moments // 2 or outputs not in (3, 6):
        raise VAEError(
            f"Its encoder makes {moments // 2} channels and its decoder takes {inputs - 3} beside RGB: the two are of "
            "different VAEs."
        )
    steps = own.get("decoder_unet.time_proj.weight", ())
    if len(steps) != 2:
        raise VAEError(
            "Its decoder has no table of time steps 'decoder_unet.time_proj.weight': it is incomplete."
        )
    arguments: dict[str, Any] = {
        "latent_channels": moments // 2,
        "encoder_block_out_channels": encoder,
        "encoder_down_block_types": tuple(
            block_type(own, f"encoder.down_blocks.{i}", "DownEncoder") for i in range(len(encoder))
        ),
        "encoder_layers_per_block": len(widths(own, "encoder.down_blocks.0.resnets.{}.conv1.weight")),
        "encoder_out_channels": moments // 2,
        "decoder_add_attention": "decoder_unet.mid_block.attentions.0.to_q.weight" in own,
        "decoder_block_out_channels": decoder,
        "decoder_down_block_types": ("ResnetDownsampleBlock2D",) * len(decoder),
        "decoder_in_channels": inputs,
        "decoder_layers_per_block": len(widths(own, "decoder_unet.down_blocks.0.resnets.{}.conv1.weight")),
        "decoder_num_train_timesteps": steps[0],
        "decoder_out_channels": outputs,
        "decoder_up_block_types": ("ResnetUpsampleBlock2D",) * len(decoder),
    }
    if config is not None:
        check_config(arguments, config, list(arguments))
        arguments |= {key: config[key] for key in _UNTOLD if key in config}
    if len(decoder) > len(encoder):
        raise VAEError("Its decoder halves the size more often than its encoder, which VAELab does not load.")
    factor = 2 ** (len(encoder) - 1)
    return RecognizedVAE(
        family="consistency",
        label=f"ConsistencyDecoderVAE ({moments // 2} channels, {factor}×)",
        layout="diffusers",
        latent_channels=moments // 2,
        factor=factor,
        arguments=arguments,
        keys=keys,
        prefix=prefix,
        notes=("decoding draws noise and takes two steps; the noise is seeded for each image",),
    )
