"""Stable Cascade's and the consistency decoder's models at small sizes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from diffusers import ConsistencyDecoderVAE
from diffusers.pipelines.deprecated.wuerstchen.modeling_paella_vq_model import PaellaVQModel
from family_cases import (
    Cases,
    Images,
    file,
    folder,
    prepared,
    to_pixels,
)
from torch import Tensor


@torch.no_grad()
def run_paella(module: Any, images: Images) -> Tensor:
    """Images in [0, 1], latents not quantized; as [-1, 1], which the shared helpers expect."""
    module = module.to(memory_format=torch.channels_last)
    x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0
    return module.decode(module.encode(x).latents).sample * 2.0 - 1.0


def paella(**changes: Any) -> Any:
    torch.manual_seed(0)
    module = PaellaVQModel(
        **{"embed_dim": 32, "bottleneck_blocks": 2, "num_vq_embeddings": 24, "latent_channels": 4, **changes}
    ).eval()
    for name, weight in module.named_parameters():
        if name.endswith("gammas"):
            weight.data.uniform_(-0.5, 0.5)
    last = module.out_block[0]
    module = prepared(module, last, run_paella)
    last.bias.fill_(0.5)
    return module


def to_authors(state: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name.replace("vquantizer.embedding.", "vquantizer.codebook."): v for name, v in state.items()}


def consistency() -> Any:
    torch.manual_seed(0)
    return ConsistencyDecoderVAE(
        encoder_block_out_channels=(32, 64),
        encoder_down_block_types=("DownEncoderBlock2D",) * 2,
        encoder_layers_per_block=1,
        decoder_block_out_channels=(32, 64),
        decoder_down_block_types=("ResnetDownsampleBlock2D",) * 2,
        decoder_up_block_types=("ResnetUpsampleBlock2D",) * 2,
        decoder_layers_per_block=1,
        decoder_num_train_timesteps=1024,
    ).eval()  # fmt: skip


def consistency_images(module: Any, seed: int = 0) -> Any:
    @torch.no_grad()
    def run(images: Images) -> Images:
        """Image by image, each with its own generator."""
        module.to(memory_format=torch.channels_last)
        results = []
        for number, image in enumerate(images):
            x = torch.from_numpy(image.copy()).permute(2, 0, 1)[None].float() / 255.0 * 2.0 - 1.0
            z = module.encode(x.contiguous(memory_format=torch.channels_last)).latent_dist.mode()
            generator = torch.Generator().manual_seed(seed + number)
            results.append(to_pixels(module.decode(z, generator=generator).sample))
        return np.concatenate(results)

    return run


def consistency_folder(folder: Path) -> Any:
    module = consistency()
    module.save_pretrained(folder / "vae")
    return folder / "vae", consistency_images(module)


CASES: Cases = {
    ("PaellaVQModel", "diffusers"): folder(paella, run_paella),
    ("PaellaVQModel", "Stable Cascade"): file(
        lambda: paella(levels=3, bottleneck_blocks=1), to_authors, run_paella
    ),
    ("ConsistencyDecoderVAE", "diffusers"): consistency_folder,
}
