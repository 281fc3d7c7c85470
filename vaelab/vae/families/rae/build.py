"""diffusers' AutoencoderRAE, whose encoders are those of the package transformers, from its arguments."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from vaelab.errors import ImageError, LackingPackageError
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE


def build(vae: RecognizedVAE, files: Sequence[Path]) -> Network:
    """AutoencoderRAE on images in [0, 1], its weights still missing (on torch's meta device).

    Raises:
        LackingPackageError: the package transformers is not installed.
    """
    if find_spec("transformers") is None:
        raise LackingPackageError(
            f"{files[0]} is {vae.label}, whose encoder is in the package transformers, which is not installed: add it with "
            "pip install 'vaelab[rae]'."
        )
    from diffusers.models.autoencoders.autoencoder_rae import AutoencoderRAE
    from diffusers.models.embeddings import get_2d_sincos_pos_embed

    arguments: dict[str, Any] = dict(vae.arguments)
    statistics = arguments.pop("statistics")
    with torch.device("meta"):
        module: Any = AutoencoderRAE(**arguments)
        for name in ("_latents_mean", "_latents_std"):
            module.register_buffer(name, torch.empty(statistics))
    # A constant of the class, in no file.
    grid = arguments["encoder_input_size"] // arguments["encoder_patch_size"]
    table = get_2d_sincos_pos_embed(
        arguments["decoder_hidden_size"], grid, cls_token=True, extra_tokens=1, output_type="pt"
    )
    module.decoder.register_buffer("decoder_pos_embed", table.unsqueeze(0).float(), persistent=False)
    size = vae.sample_size

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        if tuple(x.shape[2:]) != (size, size):
            raise ImageError(
                f"{vae.label} takes images of {size} × {size} px alone and this one has {x.shape[3]} × {x.shape[2]}: choose size "
                f"{size} and fit crop."
            )
        return module.encode(x).latent, None

    def decode(z: Tensor) -> Tensor:
        sample: Tensor = module.decode(z).sample
        return sample

    return Network(module, encode, decode, low=0.0)
