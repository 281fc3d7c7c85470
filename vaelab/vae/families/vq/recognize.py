"""VQModel by its tensors: LDM's vq-f4 to f16, taming's VQGAN, MoVQ of Kandinsky, aMUSEd, LlamaGen, VAR. No torch here.

Encoder and decoder are AutoencoderKL's (``ldm_keys``, ``ldm_blocks``); between them each vector is replaced by the nearest
of a codebook. In MoVQ the decoder's norms see the vectors too (spatial norms). LlamaGen compares vectors of length 1, which
leaves no trace in the weights: its own names tell. Gumbel quantizers score every entry by a convolution instead. VAR replaces what is left over at ten resolutions in turn; the
convolutions that smooth its entries tell.
"""

from __future__ import annotations

import re
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.ldm_blocks import (
    block_arguments,
    lacks_codebook,
    no_codebook,
    settle_config,
)
from vaelab.vae.families.ldm_keys import Translation, axis, translate, widths
from vaelab.vae.families.shapes import check_mirrored
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

_NEEDED = (
    "quantize.embedding.weight",
    "quant_conv.weight",
    "post_quant_conv.weight",
    "decoder.conv_out.weight",
)

_GUMBEL = ("quantize.embed.weight", "quantize.proj.weight", "quantize.proj.bias")

SCALES = 10
"""Resolutions at which VAR quantizes, for images of 256 and of 512 px alike."""

_SMOOTHING = re.compile(r"^quantize\.quant_resi\.(?:qresi_ls\.)?(\d+)\.")


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is no VQModel.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    config = source.config
    if not any(name.endswith((_NEEDED[0], _GUMBEL[0])) for name in shapes):
        # Spatial norms are MoVQ's; counts and smoothing are a quantizer's that has lost its book.
        if any("quantize." in name or "conv_norm_out.norm_layer." in name for name in shapes):
            _check_book(translate(shapes))
        return None
    found = translate(shapes)
    if found is not None and all(name in found.shapes for name in (*_GUMBEL, *_NEEDED[1:])):
        return _gumbel(found)
    if found is None or not all(name in found.shapes for name in _NEEDED):
        return None
    own = found.shapes
    residual = [name for name in own if name.startswith("quantize.quant_resi.")]
    # LlamaGen's and VAR's files also hold how often each entry was used in training.
    counts = {"quantize.codebook_used", "quantize.ema_vocab_hit_SV"}
    known = {_NEEDED[0], *counts, *residual}
    # Gumbel and residual quantizers have more than a codebook.
    if any(name.startswith("quantize.") and name not in known for name in own):
        return None
    latent, book = own["decoder.conv_in.weight"][1], own["quantize.embedding.weight"]
    embedded = axis(own, "post_quant_conv.weight", 1)
    if axis(own, "encoder.conv_out.weight", 0) != latent or len(book) != 2 or book[1] != embedded:
        return None
    kernels = {own[f"{name}.weight"][2:] for name in ("quant_conv", "post_quant_conv")}
    if kernels != {(1, 1)} and not residual:
        return None
    arguments = block_arguments(own)
    down = arguments["block_out_channels"]
    up = widths(own, "decoder.up_blocks.{}.resnets.0.conv1.weight")
    check_mirrored(down, up)
    keys = {name: place for name, place in found.keys.items() if place not in counts}
    if residual:
        return _multi_scale(found, keys, arguments, kernels)
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
    unit = found.layout == "LlamaGen"
    kind = "LlamaGen" if unit else "MoVQ" if spatial else "VQGAN"
    factor = 2 ** (len(down) - 1)
    return RecognizedVAE(
        family="vq_unit" if unit else "vq",
        label=f"VQModel ({kind}-type, {book[0]}×{embedded}, f{factor})",
        layout=found.layout,
        latent_channels=embedded,
        factor=factor,
        arguments=arguments,
        keys=keys,
        splits=found.splits,
        prefix=found.prefix,
        notes=("vectors and codebook are compared at length 1, as LlamaGen does",) if unit else (),
    )


def _check_book(found: Translation | None) -> None:
    """That this is no VQ autoencoder without a codebook.

    Raises:
        VAEError: it is.
    """
    if found is None or not lacks_codebook(found.shapes):
        return
    latent = found.shapes["decoder.conv_in.weight"][1]
    if found.shapes.get("encoder.conv_out.weight", ())[:1] == (latent,):
        raise no_codebook()


def _gumbel(found: Translation) -> RecognizedVAE:
    """Taming's GumbelVQ: a convolution scores the entries, and the best one is taken."""
    own = found.shapes
    entries, width = (*own["quantize.embed.weight"], 0, 0)[:2]
    latent = own["decoder.conv_in.weight"][1]
    taken = axis(own, "quantize.proj.weight", 1)
    if axis(own, "quantize.proj.weight", 0) != entries or axis(own, "quant_conv.weight", 0) != taken:
        raise VAEError(
            f"Its Gumbel quantizer scores {own['quantize.proj.weight'][:2]} where its book has {entries} entries: the file is "
            "incomplete."
        )
    if axis(own, "post_quant_conv.weight", 1) != width or width != taken:
        raise VAEError(
            f"Its Gumbel quantizer takes {taken} channels and returns {width}, which VAELab does not load."
        )
    arguments = block_arguments(own)
    down = arguments["block_out_channels"]
    up = widths(own, "decoder.up_blocks.{}.resnets.0.conv1.weight")
    check_mirrored(down, up)
    arguments |= {
        "latent_channels": latent,
        "num_vq_embeddings": entries,
        "vq_embed_dim": width,
        "norm_type": "group",
    }
    settle_config(arguments, None)
    factor = 2 ** (len(down) - 1)
    return RecognizedVAE(
        family="vq_gumbel",
        label=f"GumbelVQ ({entries}×{width}, f{factor})",
        layout=found.layout,
        latent_channels=width,
        factor=factor,
        arguments=arguments,
        keys=found.keys,
        splits=found.splits,
        prefix=found.prefix,
        notes=("each vector becomes the entry that scores best; its authors' code draws one by the scores",),
    )


def _multi_scale(
    found: Translation, keys: dict[str, str], arguments: dict[str, Any], kernels: set[tuple[int, ...]]
) -> RecognizedVAE:
    """VAR's: the number of its scales and of the convolutions that smooth the entries of neighbouring scales."""
    own = found.shapes
    entries, width = own["quantize.embedding.weight"]
    hits = own.get("quantize.ema_vocab_hit_SV", (SCALES,))
    smoothing = {place: _SMOOTHING.sub(r"quantize.smooth.\1.", place) for place in keys.values()}
    smoothing = {place: name.replace("quant_resi.qresi.", "smooth.0.") for place, name in smoothing.items()}
    count = len({name.split(".")[2] for name in smoothing.values() if name.startswith("quantize.smooth.")})
    sides = {side for kernel in kernels for side in kernel}
    if hits[:1] != (SCALES,) or len(sides) != 1 or not sides <= {1, 3, 5}:
        raise VAEError(
            f"It quantizes in {hits[0] if hits else 'no'} scales; VAELab knows the resolutions of VAR's {SCALES} alone."
        )
    settle_config(arguments, None)
    factor = 2 ** (len(arguments["block_out_channels"]) - 1)
    return RecognizedVAE(
        family="var",
        label=f"VAR ({entries}×{width} at {SCALES} scales, f{factor})",
        layout=found.layout,
        latent_channels=width,
        factor=factor,
        arguments={
            **arguments,
            "latent_channels": width,
            "entries": entries,
            "smoothings": count,
            "kernel": sides.pop(),
        },
        keys={name: smoothing[place] for name, place in keys.items()},
        splits=found.splits,
        prefix=found.prefix,
        notes=(
            f"quantized at {SCALES} resolutions as published for images of 256 and 512 px, in the same proportions for others",
        ),
    )
