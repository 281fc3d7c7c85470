"""PaellaVQModel (stage A of Stable Cascade and Würstchen) by its tensors. No torch here.

Two layouts that differ in the name of the codebook alone: diffusers', and the authors' (also ComfyUI's). The codebook lies
unused between encoder and decoder, as in the pipelines: they pass latents on without quantizing them.
"""

from __future__ import annotations

import re
from typing import Any

from vaelab.errors import VAEError
from vaelab.vae.families.ldm_keys import axis
from vaelab.vae.families.shapes import check_config
from vaelab.vae.files.source import Source
from vaelab.vae.recognized import RecognizedVAE, Shapes

_CODEBOOK = re.compile(r"vquantizer\.(codebook|embedding)\.weight$")


def recognize(shapes: Shapes, source: Source) -> RecognizedVAE | None:
    """The VAE, or None if this is no such model.

    Raises:
        VAEError: it is one, but not one that can be run; the sentence says why.
    """
    found = next((match for name in shapes if (match := _CODEBOOK.search(name))), None)
    if found is None:
        return None
    prefix = found.string[: found.start()]
    keys = {
        name: name.removeprefix(prefix).replace("vquantizer.codebook.", "vquantizer.embedding.")
        for name in shapes
        if name.startswith(prefix) and not name.startswith(f"{prefix}vquantizer.ema_")
    }
    own = {short: shapes[name] for name, short in keys.items()}
    book = own["vquantizer.embedding.weight"]
    if "in_block.1.weight" not in own or "up_blocks.0.0.weight" not in own or len(book) != 2:
        return None
    folded, latent = axis(own, "in_block.1.weight", 1), axis(own, "up_blocks.0.0.weight", 1)
    fold = next((side for side in range(1, 9) if 3 * side * side == folded), 0)
    if not fold or axis(own, "out_block.0.weight", 0) != folded:
        raise VAEError(
            f"It takes {folded} folded channels and does not return as many of RGB, which is all that VAELab measures."
        )
    halvings = [name for name, shape in own.items() if _resampling(name, "down_blocks", shape)]
    doublings = [name for name, shape in own.items() if _resampling(name, "up_blocks", shape)]
    if len(halvings) != len(doublings):
        raise VAEError(
            f"Its encoder halves the size {len(halvings)} times, its decoder doubles it {len(doublings)} times: its halves "
            "do not fit."
        )
    blocks = {int(name.split(".")[1]) for name in own if re.fullmatch(r"up_blocks\.\d{1,3}\.gammas", name)}
    first = min((int(name.split(".")[1]) for name in doublings), default=max(blocks, default=0) + 1)
    arguments: dict[str, Any] = {
        "up_down_scale_factor": fold,
        "levels": len(halvings) + 1,
        "bottleneck_blocks": sum(place < first for place in blocks),
        "embed_dim": axis(own, "up_blocks.0.0.weight", 0),
        "latent_channels": latent,
        "num_vq_embeddings": book[0],
    }
    check_config(arguments, source.config, arguments)
    factor = fold * 2 ** len(halvings)
    return RecognizedVAE(
        family="paella",
        label=f"PaellaVQModel (stage A, {book[0]}×{book[1]}, f{factor})",
        layout="diffusers" if found[1] == "embedding" else "Stable Cascade",
        latent_channels=latent,
        factor=factor,
        arguments=arguments,
        keys=keys,
        prefix=prefix,
        notes=("decoded without its codebook, as Stable Cascade does",),
    )


def _resampling(name: str, half: str, shape: tuple[int, ...]) -> bool:
    return bool(re.fullmatch(rf"{half}\.\d{{1,3}}\.weight", name)) and shape[2:] == (4, 4)
