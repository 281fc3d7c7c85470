"""VQModel by its tensors: LDM's vq-f4 to f16, taming's VQGAN, MoVQ of Kandinsky, aMUSEd. No torch here.

Encoder and decoder are AutoencoderKL's (``ldm_names``, ``kl_layout``); between them each vector is replaced by the nearest
of a codebook. In MoVQ the decoder's norms see the vectors too (spatial norms).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.kl_layout import block_arguments, settle_config
from vaelab.vae.ldm_names import axis, translate, widths
from vaelab.vae.verdict import Shapes, Verdict

_NEEDED = (
    "quantize.embedding.weight",
    "quant_conv.weight",
    "post_quant_conv.weight",
    "decoder.conv_out.weight",
)


def recognize(shapes: Shapes, config: Mapping[str, Any] | None) -> Verdict | None:
    """The verdict, or None if this is no VQModel.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    if not any(name.endswith(_NEEDED[0]) for name in shapes):
        return None
    found = translate(shapes)
    if found is None or not all(name in found.shapes for name in _NEEDED):
        return None
    own = found.shapes
    # Residual, multi-scale and Gumbel quantizers have more than a codebook, and VAR's has wider convolutions.
    if any(name.startswith("quantize.") and name != _NEEDED[0] for name in own) or any(
        own[f"{name}.weight"][2:] != (1, 1) for name in ("quant_conv", "post_quant_conv")
    ):
        return None
    latent, book = own["decoder.conv_in.weight"][1], own["quantize.embedding.weight"]
    embedded = axis(own, "post_quant_conv.weight", 1)
    if axis(own, "encoder.conv_out.weight", 0) != latent or len(book) != 2 or book[1] != embedded:
        return None
    arguments = block_arguments(own)
    down = arguments["block_out_channels"]
    up = widths(own, "decoder.up_blocks.{}.resnets.0.conv1.weight")
    if up[::-1] != down:
        raise VAEError(
            f"Its encoder has the widths {down} and its decoder {up[::-1]}, which VAELab does not load yet."
        )
    spatial = "decoder.conv_norm_out.norm_layer.weight" in own
    arguments |= {
        "latent_channels": latent,
        "num_vq_embeddings": book[0],
        "vq_embed_dim": embedded,
        "norm_type": "spatial" if spatial else "group",
    }
    # A config may leave the codebook's width open: it is the latent's then.
    told = {key: value for key, value in (config or {}).items() if value is not None}
    settle_config(arguments, told if config is not None else None)
    factor = 2 ** (len(down) - 1)
    return Verdict(
        family="vq",
        label=f"VQModel ({'MoVQ-type' if spatial else 'VQGAN-type'}, {book[0]}×{embedded}, f{factor})",
        layout=found.layout,
        latent_channels=embedded,
        factor=factor,
        arguments=arguments,
        keys=found.keys,
        prefix=found.prefix,
    )
