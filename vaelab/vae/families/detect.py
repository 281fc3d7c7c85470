"""Which VAE it is, by the names and shapes of its tensors, never by the name of its file. No torch here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.autoencoder_kl import recognize as kl_layout
from vaelab.vae.families.consistency import recognize as consistency_layout
from vaelab.vae.families.cosmos import recognize as cosmos_layout
from vaelab.vae.families.dc_ae import recognize as dc_layout
from vaelab.vae.families.hunyuan_image import recognize as hunyuan_image_layout
from vaelab.vae.families.hunyuan_video import recognize as hunyuan_video_layout
from vaelab.vae.families.kvae import recognize as kvae_layout
from vaelab.vae.families.ltx import recognize as ltx_layout
from vaelab.vae.families.paella import recognize as paella_layout
from vaelab.vae.families.rae import recognize as rae_layout
from vaelab.vae.families.taehv import recognize as taehv_layout
from vaelab.vae.families.taesd import recognize as taesd_layout
from vaelab.vae.families.torchscript import recognize as torchscript_layout
from vaelab.vae.families.video import recognize as video_layout
from vaelab.vae.families.vq import recognize as vq_layout
from vaelab.vae.families.vqvae2 import recognize as vqvae2_layout
from vaelab.vae.families.wan import recognize as wan_layout
from vaelab.vae.files.beside import left_words, quantized_bits
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import CLASSES, RecognizedVAE, Shapes

BUILT_IN_KINDS = {"linear": "Linear VAE (probabilistic PCA)", "mini": "Mini KL-VAE"}


Recognizer = Callable[[Shapes, Mapping[str, Any] | None], RecognizedVAE | None]
_RECOGNIZERS: tuple[Recognizer, ...] = (
    # Tencent names its tensors as LDM does and means others by them, so it is asked before.
    hunyuan_image_layout.recognize,
    kl_layout.recognize,
    vq_layout.recognize,
    vqvae2_layout.recognize,
    paella_layout.recognize,
    consistency_layout.recognize,
    wan_layout.recognize,
    dc_layout.recognize,
    kvae_layout.recognize,
    hunyuan_video_layout.recognize,
    video_layout.recognize,
    rae_layout.recognize,
)


def detect(source: Source) -> RecognizedVAE:
    """The VAE in what was opened.

    Raises:
        VAEError: it is no VAE that can be run; the sentence says what it seems to be.
    """
    shapes = source.shapes
    try:
        if source.container == "TorchScript":
            known = cosmos_layout.recognize(source)
            if isinstance(known, RecognizedVAE):
                return known
            seen = () if known is None else (known,)
            return torchscript_layout.recognize(shapes, pair=source.pair, seen=seen)
        found = _built_in(source) or taesd_layout.recognize(shapes, source.config, source.pair, source.files)
        for recognize in _RECOGNIZERS:
            found = found or recognize(shapes, source.config)
        found = found or ltx_layout.recognize(shapes, source.config, source.metadata)
        found = found or taehv_layout.recognize(shapes, source.files)
    except VAEError as error:
        raise _quantized(source, "") or VAEError(f"{source.path} cannot be loaded. {error}") from error
    if found is None:
        raise _quantized(source, "") or VAEError(f"{source.path} {_refusal(shapes)}")
    if (quantized := _quantized(source, found.prefix)) is not None:
        raise quantized
    wanted = (source.config or {}).get("_class_name")
    expected = CLASSES.get(found.family)
    if wanted is not None and expected is not None and wanted not in expected:
        raise VAEError(
            f"{source.path} has a config.json of {_shown(wanted)} but weights of {expected[0]}: one is another model's."
        )
    left = [name for name in source.beside if name.startswith(found.prefix)]
    return replace(found, notes=(*found.notes, left_words(left))) if left else found


def _quantized(source: Source, start: str) -> VAEError | None:
    """The refusal of a VAE whose names begin so and whose weights are marked as quantized."""
    marked = quantized_bits(source.tensors, start)
    if marked is None:
        return None
    name, bits = marked
    return VAEError(
        f"{source.path} is quantized by bitsandbytes to {bits} bits ('{name}'), which VAELab does not read: "
        "pass the VAE in fp16 or bf16."
    )


def _shown(value: object) -> str:
    """A value from a file, fit to be shown."""
    text = str(value)
    return text if text.isprintable() else ascii(text)


def _built_in(source: Source) -> RecognizedVAE | None:
    """VAELab's own files say in their metadata what they are."""
    kind, metadata = source.metadata.get("kind", ""), source.metadata
    if kind not in BUILT_IN_KINDS:
        return None
    sizes = metadata.get("latent_channels", ""), metadata.get("factor", "")
    if not all(size.isdecimal() for size in sizes):
        raise VAEError(f"Its metadata says it is VAELab's {kind} VAE, but not of how many channels.")
    return RecognizedVAE(
        family=kind,
        label=BUILT_IN_KINDS[kind],
        layout="VAELab",
        latent_channels=int(sizes[0]),
        factor=int(sizes[1]),
        arguments={},
        keys={name: name for name in source.tensors},
    )


Test = Callable[[Shapes], bool]


def _has(pattern: str) -> Test:
    """Whether any tensor's name matches."""
    compiled = re.compile(pattern)
    return lambda shapes: any(compiled.search(name) for name in shapes)


def _axes(end: str, number: int) -> Test:
    return lambda shapes: any(name.endswith(end) and len(shape) == number for name, shape in shapes.items())


def _both(*tests: Test) -> Test:
    return lambda shapes: all(test(shapes) for test in tests)


_CAUSAL = _has(r"decoder\.conv_in\.conv\.weight$")
"""Video VAEs wrap their causal convolutions."""


_UNSUPPORTED: tuple[tuple[Test, str], ...] = (
    (_has(r"decoder\.22\.bias$"), "a TAEHV-type tiny video autoencoder"),
    (_has(r"patch_embeddings\.projection"), "a representation autoencoder (RAE)"),
    (_has(r"quantize\.embed(ding)?\.weight$|quantize_t\.embed$|codebook"), "a VQ autoencoder"),
    (_has(r"(^|\.)bn\.running_mean$"), "the VAE of Flux.2"),
    (_has(r"condition_encoder"), "an asymmetric AutoencoderKL"),
    (_has(r"time_conv_out|mix_factor"), "the VAE of Stable Video Diffusion with its temporal decoder"),
    (_has(r"decoder\.conv_in\.conv_s\.|unpatcher3d\."), "a video VAE of Cosmos"),
    (_has(r"decoder\.up_blocks\.\d+\.res_blocks\.|per_channel_statistics\."), "a video VAE of LTX"),
    (_both(_CAUSAL, _has(r"^latents_mean$")), "a video VAE of LTX"),
    (_both(_CAUSAL, _has(r"resnets\.0\.norm1\.norm_layer\.")), "a video VAE of CogVideoX"),
    (
        _both(_CAUSAL, _has(r"decoder\.norm_out\.gamma$")),
        "a video VAE of HunyuanVideo 1.5 or HunyuanImage's refiner",
    ),
    (_both(_CAUSAL, _has(r"decoder\.(conv_norm_out|norm_out)\.weight$")), "a video VAE of HunyuanVideo"),
    (_both(_has(r"encoder\.proj_in\.weight$"), _has(r"decoder\.proj_out\.weight$")), "a video VAE of Mochi"),
    (_has(r"\.weight_g$|\.parametrizations\.weight\.original0$"), "an audio autoencoder"),
    (_has(r"decoder\.middle\.0\.residual\.0\.gamma$"), "the VAE of Wan or Qwen-Image"),
    (_both(_axes("decoder.conv_in.weight", 5), _has(r"norm_out\.gamma$")), "the VAE of Wan or Qwen-Image"),
    (_both(_axes("decoder.conv_in.weight", 4), _has(r"norm_out\.gamma$")), "the VAE of Qwen-Image-2.1"),
    (_has(r"project_in\.(main\.)?conv|decoder\.stages\.\d"), "a DC-AE"),
    (_has(r"decoder\.conv_in\.conv"), "a video VAE"),
    (_axes("decoder.conv_in.weight", 5), "a video VAE"),
    (
        _both(_axes("decoder.conv_in.weight", 4), _axes("encoder.conv_in.weight", 4)),
        "a convolutional autoencoder of unknown kind",
    ),
)
_FOREIGN: tuple[tuple[Test, str], ...] = (
    (_has(r"(^|\.)decoder_unet\."), "the decoder of a consistency-decoder VAE without its encoder"),
    (_has(r"lora_|\.lora\.|hada_w|lokr_"), "a LoRA"),
    (_has(r"control_model\.|controlnet_"), "a ControlNet"),
    (
        _has(
            r"diffusion_model\.|transformer_blocks\.|(double|single)_blocks\.\d|input_blocks\.\d|joint_blocks\."
        ),
        "a diffusion UNet or transformer",
    ),
    (
        _has(r"text_model\.|embed_tokens|cond_stage_model|encoder\.block\.0\.layer\.0|token_embedding"),
        "a text encoder or language model",
    ),
    (_has(r"emb_params|string_to_param"), "a textual-inversion embedding"),
    (_has(r"vision_model\.|visual\."), "an image encoder (CLIP-type)"),
)


def _refusal(shapes: Shapes) -> str:
    """What it seems to be instead, as the end of a sentence."""
    if not shapes:
        return "holds no tensors: it is no VAE."
    has_decoder, has_encoder = (_has(rf"(^|\.|_){half}\.")(shapes) for half in ("decoder", "encoder"))
    if has_decoder and has_encoder:
        for test, what in _UNSUPPORTED:
            if test(shapes):
                return f"seems to be {what}, which is not supported yet in this form: pass a VAE that 'python -m vaelab.vae.families.support' lists."
    for test, what in _FOREIGN:
        if test(shapes):
            return f"seems to be {what}, not a VAE: pass the file of a VAE."
    if has_decoder != has_encoder:
        here, absent = ("decoder", "encoder") if has_decoder else ("encoder", "decoder")
        pair = ", or let another VAE encode for it: add ',encoder=FILE'" if has_decoder else ""
        return f"holds only the {here} of a VAE: a round trip needs the {absent} too, so pass the whole VAE{pair}."
    first = ", ".join(f"'{name}'" for name in list(shapes)[:3])
    return f"is no VAE that VAELab knows (its first tensors are {first}): pass one that 'python -m vaelab.vae.families.support' lists."
