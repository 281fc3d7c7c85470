"""Which VAE it is, by the names and shapes of its tensors, never by the name of its file. No torch here."""

from __future__ import annotations

from dataclasses import replace

from vaelab.errors import VAEError
from vaelab.vae.families.family import Sign, Test, axes, both, has
from vaelab.vae.families.table import BY_KEY, FAMILIES
from vaelab.vae.files.beside import left_words, quantized_bits
from vaelab.vae.files.source import Source
from vaelab.vae.files.tensor_ref import SCRIPT
from vaelab.vae.recognized import RecognizedVAE, Shapes


def detect(source: Source) -> RecognizedVAE:
    """The VAE in what was opened.

    Raises:
        VAEError: it is no VAE that can be run; the sentence says what it seems to be.
    """
    shapes = source.shapes
    found = None
    try:
        # Families that share a recognizer are asked once.
        for recognize in dict.fromkeys(family.recognize for family in FAMILIES):
            found = recognize(shapes, source)
            if found is not None:
                break
    except VAEError as error:
        raise _quantized(source, "") or VAEError(f"{source.path} cannot be loaded. {error}") from error
    if found is None:
        raise _quantized(source, "") or VAEError(f"{source.path} {_refusal(shapes)}")
    if source.container == SCRIPT:
        return found
    if (quantized := _quantized(source, found.prefix)) is not None:
        raise quantized
    wanted = (source.config or {}).get("_class_name")
    expected = BY_KEY[found.family].classes
    if wanted is not None and expected and wanted not in expected:
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


_SIGNS = sorted(
    (
        *(sign for family in FAMILIES for sign in family.signs),
        Sign(14, has(r"\.weight_g$|\.parametrizations\.weight\.original0$"), "an audio autoencoder"),
        Sign(19, has(r"decoder\.conv_in\.conv"), "a video VAE"),
        Sign(20, axes("decoder.conv_in.weight", 5), "a video VAE"),
        Sign(
            21,
            both(axes("decoder.conv_in.weight", 4), axes("encoder.conv_in.weight", 4)),
            "a convolutional autoencoder of unknown kind",
        ),
    ),
    key=lambda sign: sign.rank,
)
"""What a VAE seems to be that no family recognized."""
_FOREIGN: tuple[tuple[Test, str], ...] = (
    *(part for family in FAMILIES for part in family.parts),
    (has(r"lora_|\.lora\.|hada_w|lokr_"), "a LoRA"),
    (has(r"control_model\.|controlnet_"), "a ControlNet"),
    (
        has(
            r"diffusion_model\.|transformer_blocks\.|(double|single)_blocks\.\d|input_blocks\.\d|joint_blocks\."
        ),
        "a diffusion UNet or transformer",
    ),
    (
        has(r"text_model\.|embed_tokens|cond_stage_model|encoder\.block\.0\.layer\.0|token_embedding"),
        "a text encoder or language model",
    ),
    (has(r"emb_params|string_to_param"), "a textual-inversion embedding"),
    (has(r"vision_model\.|visual\."), "an image encoder (CLIP-type)"),
)


def _refusal(shapes: Shapes) -> str:
    """What it seems to be instead, as the end of a sentence."""
    if not shapes:
        return "holds no tensors: it is no VAE."
    has_decoder, has_encoder = (has(rf"(^|\.|_){half}\.")(shapes) for half in ("decoder", "encoder"))
    if has_decoder and has_encoder:
        for sign in _SIGNS:
            if sign.test(shapes):
                return f"seems to be {sign.what}, which is not supported yet in this form: pass a VAE that 'python -m vaelab.vae.families.support' lists."
    for test, what in _FOREIGN:
        if test(shapes):
            return f"seems to be {what}, not a VAE: pass the file of a VAE."
    if has_decoder != has_encoder:
        here, absent = ("decoder", "encoder") if has_decoder else ("encoder", "decoder")
        pair = ", or let another VAE encode for it: add ',encoder=FILE'" if has_decoder else ""
        return f"holds only the {here} of a VAE: a round trip needs the {absent} too, so pass the whole VAE{pair}."
    first = ", ".join(f"'{name}'" for name in list(shapes)[:3])
    return f"is no VAE that VAELab knows (its first tensors are {first}): pass one that 'python -m vaelab.vae.families.support' lists."
