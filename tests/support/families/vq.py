"""VQModel at a small size, in both layouts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from diffusers import VQModel
from family_cases import (
    Cases,
    Further,
    Images,
    file,
    folder,
    prepared,
    to_pixels,
)
from torch import Tensor, nn
from vae_files import to_ldm


def random_vq(*, attention: bool = False, **changes: Any) -> Any:
    """Attention in the last level, as taming's ImageNet VQGAN and MoVQ have it."""
    torch.manual_seed(0)
    down, up = (
        ("AttnDownEncoderBlock2D", "AttnUpDecoderBlock2D")
        if attention
        else ("DownEncoderBlock2D", "UpDecoderBlock2D")
    )
    arguments: dict[str, Any] = {
        "block_out_channels": (32, 64),
        "down_block_types": ("DownEncoderBlock2D", down),
        "up_block_types": (up, "UpDecoderBlock2D"),
        "latent_channels": 4,
        "num_vq_embeddings": 32,
    }
    module = VQModel(**{**arguments, **changes})
    module.quantize.embedding.weight.data.normal_(0, 0.3)
    return prepared(module, module.decoder.conv_out)


def to_original(state: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name.replace(".spatial_norm.", ".norm."): tensor for name, tensor in to_ldm(state, 2).items()} | {
        "quantize.embedding.weight": state["quantize.embedding.weight"],
        "loss.discriminator.main.0.weight": torch.zeros(4),
    }


def movq() -> Any:
    return random_vq(attention=True, norm_type="spatial")


def gumbel(folder: Path) -> Any:
    """As taming's GumbelVQ: every entry is scored by a 1×1 convolution."""
    module = random_vq(attention=True, vq_embed_dim=6)
    book, scores = torch.randn(32, 6) * 0.3, nn.Conv2d(6, 32, 1).requires_grad_(False)
    state = to_original(module.state_dict())
    del state["quantize.embedding.weight"]
    state |= {"quantize.embed.weight": book}
    state |= {f"quantize.proj.{name}": tensor for name, tensor in scores.state_dict().items()}
    torch.save({"state_dict": state}, folder / "vqgan_gumbel_f8.ckpt")

    def run(images: Images) -> Images:
        module.to(memory_format=torch.channels_last)
        x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0 * 2.0 - 1.0
        with torch.no_grad():
            z = module.quant_conv(module.encoder(x))
            chosen = book[scores(z).argmax(1)].permute(0, 3, 1, 2)
            return to_pixels(module.decoder(module.post_quant_conv(chosen)))

    return folder / "vqgan_gumbel_f8.ckpt", run


CASES: Cases = {
    ("VQModel", "diffusers"): folder(random_vq),
    ("VQModel", "LDM"): file(
        lambda: random_vq(attention=True, vq_embed_dim=6),
        lambda state: {"state_dict": to_original(state)},
        name="vqgan.ckpt",
    ),
    ("GumbelVQ", "LDM"): gumbel,
}
FURTHER: Further = {
    "MoVQ, folder": (("VQModel", "diffusers"), folder(movq)),
    "MoVQ, original": (("VQModel", "LDM"), file(movq, to_original)),
}
