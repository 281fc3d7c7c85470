"""AutoencoderRAE (representation autoencoder, Zheng et al. 2025, arXiv 2510.11690) by its tensors. No torch here.

The encoder is a network that was trained to recognize images (DINOv2 with registers, or MAE), the decoder a vision
transformer. Their heads and the one size that they run at leave no trace in the weights: a config.json must tell. The
encoder's tensors are named as transformers 5 names them, or as earlier versions did.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import isqrt
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.shapes import check_halves, count, settled, side, without_prefix
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

_LARGEST = 4096
"""Heads, and pixels of a side: what a config says beyond is nonsense that would fill the memory."""
_QUERY = {"query": "q_proj", "key": "k_proj", "value": "v_proj"}


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is no AutoencoderRAE.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    config = source.config
    found = without_prefix(shapes, "decoder.trainable_cls_token", 3)
    if found is None or "decoder.decoder_embed.weight" not in found[1].values():
        return None
    prefix, names = found
    if any(".post_layernorm." in name or ".vision_model." in name for name in names.values()):
        raise VAEError(
            "It is a representation autoencoder with the encoder of SigLIP 2, which diffusers does not build with today's "
            "transformers: pass one with DINOv2 or MAE."
        )
    dino = "encoder.embeddings.register_tokens" in names.values()
    keys = {
        name: _today(short, dino) for name, short in names.items() if short != "decoder.decoder_pos_embed"
    }
    if config is None:
        raise VAEError(
            "It is a representation autoencoder (RAE), whose heads and image size weights do not tell: pass the diffusers folder "
            "with its config.json."
        )
    arguments = _arguments({place: shapes[name] for name, place in keys.items()}, dino, config)
    size = arguments["patch_size"] * (arguments["encoder_input_size"] // arguments["encoder_patch_size"])
    return RecognizedVAE(
        family="rae",
        label=f"AutoencoderRAE ({'DINOv2' if dino else 'MAE'}-type, {size} px)",
        layout="diffusers",
        latent_channels=arguments["encoder_hidden_size"],
        factor=arguments["patch_size"],
        arguments=arguments,
        keys=keys,
        prefix=prefix,
        sample_size=size,
        notes=(f"it runs on images of {size} × {size} px alone, which its class resizes for its encoder",),
    )


def _today(name: str, dino: bool) -> str:
    """The name that transformers 5 gives a tensor of the encoder."""
    layer = re.match(r"encoder\.encoder\.layer\.(\d+)\.(.+)$", name)
    if layer is None:
        return name
    inner = re.sub(
        r"^attention\.attention\.(query|key|value)\.", lambda m: f"attention.{_QUERY[m[1]]}.", layer[2]
    )
    inner = re.sub(r"^attention\.output\.dense\.", "attention.o_proj.", inner)
    if dino:
        return f"encoder.encoder.layer.{layer[1]}.{inner}"
    inner = re.sub(r"^intermediate\.dense\.", "mlp.fc1.", inner)
    return f"encoder.layers.{layer[1]}.{re.sub(r'^output.dense.', 'mlp.fc2.', inner)}"


def _arguments(own: Shapes, dino: bool, config: Mapping[str, Any]) -> dict[str, Any]:
    layer = "encoder.encoder.layer.{}.norm1.weight" if dino else "encoder.layers.{}.layernorm_before.weight"
    made = side(own, "decoder.decoder_pred.weight", 0, 2)
    patch = isqrt(made // 3)
    check_halves(side(own, "encoder.embeddings.patch_embeddings.projection.weight", 1, 4), 3)
    check_halves(made, made, 3 * patch**2)
    arguments = settled(
        {
            "encoder_type": "dinov2" if dino else "mae",
            "encoder_hidden_size": side(own, "encoder.embeddings.patch_embeddings.projection.weight", 0, 4),
            "encoder_patch_size": side(own, "encoder.embeddings.patch_embeddings.projection.weight", 3, 4),
            "encoder_num_hidden_layers": count(own, layer),
            "decoder_hidden_size": side(own, "decoder.decoder_embed.weight", 0, 2),
            "decoder_num_hidden_layers": count(own, "decoder.decoder_layers.{}.layernorm_before.weight"),
            "decoder_intermediate_size": side(
                own, "decoder.decoder_layers.0.intermediate.dense.weight", 0, 2
            ),
            "patch_size": patch,
            "num_channels": 3,
            "reshape_to_2d": True,
            "decoder_num_attention_heads": 16,
            "encoder_input_size": 224,
            "scaling_factor": 1.0,
        },
        config,
        ("decoder_num_attention_heads", "encoder_input_size", "scaling_factor"),
    )
    for key in ("decoder_num_attention_heads", "encoder_input_size"):
        if not isinstance(arguments[key], int) or not 1 <= arguments[key] <= _LARGEST:
            raise VAEError(f"Its config.json says {key} = {arguments[key]!r}, which no such model has.")
    # Filled from the file; whether they are one number or one for each channel and place, the file's shape says.
    return {**arguments, "statistics": own.get("_latents_mean", (1,))}
