"""HunyuanImage 2.1, K-VAE and AsymmetricAutoencoderKL at small sizes."""

from __future__ import annotations

import re
from typing import Any

import torch
from diffusers import AsymmetricAutoencoderKL
from diffusers.models.autoencoders.autoencoder_kl_hunyuanimage import AutoencoderKLHunyuanImage
from diffusers.models.autoencoders.autoencoder_kl_kvae import AutoencoderKLKVAE
from family_cases import (
    Cases,
    Further,
    file,
    folder,
    prepared,
    under,
)
from torch import Tensor


def hunyuan(**changes: Any) -> Any:
    torch.manual_seed(0)
    arguments: dict[str, Any] = {
        "in_channels": 3,
        "out_channels": 3,
        "latent_channels": 16,
        "block_out_channels": (32, 64, 64),
        "layers_per_block": 2,
        "spatial_compression_ratio": 4,
        "sample_size": 384,
    }
    module = AutoencoderKLHunyuanImage(**{**arguments, **changes})
    return prepared(module, module.decoder.conv_out)


def to_tencent(state: dict[str, Tensor], blocks: int) -> dict[str, Tensor]:
    """Tencent's names, a level and a block where diffusers has one row."""
    middle = {"resnets.0": "block_1", "attentions.0": "attn_1", "resnets.1": "block_2"}
    attention = {"to_q": "q", "to_k": "k", "to_v": "v", "proj": "proj_out"}
    result = {}
    for name, tensor in state.items():
        if found := re.match(r"(\w+)\.mid_block\.(\w+\.\d)\.(.+)$", name):
            stem, _, kind = found[3].rpartition(".")
            name = f"{found[1]}.mid.{middle[found[2]]}.{attention.get(stem, stem)}.{kind}"
        elif found := re.match(r"(encoder\.down|decoder\.up)_blocks\.(\d+)\.(.+)$", name):
            length = blocks + (found[1] == "decoder.up") + 1
            level, place = divmod(int(found[2]), length)
            step = "downsample" if found[1] == "encoder.down" else "upsample"
            inner = step if found[3].startswith("conv.") else f"block.{place}"
            name = f"{found[1]}.{level}.{inner}.{found[3].replace('conv_shortcut', 'nin_shortcut')}"
        result[name] = tensor
    return result


def kvae() -> Any:
    torch.manual_seed(0)
    module = AutoencoderKLKVAE(
        channels=32, num_enc_blocks=1, num_dec_blocks=2, z_channels=4, ch_mult=(1, 2, 3)
    )
    return prepared(module, module.decoder.conv_out)


def asymmetric() -> Any:
    torch.manual_seed(0)
    module = AsymmetricAutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * 2,
        down_block_out_channels=(32, 64),
        layers_per_down_block=1,
        up_block_types=("UpDecoderBlock2D",) * 2,
        up_block_out_channels=(64, 96),
        layers_per_up_block=2,
    )
    return prepared(module, module.decoder.conv_out)


def with_a_level_more() -> Any:
    """Four levels and two steps: as published, HunyuanImage has six and five."""
    return hunyuan(block_out_channels=(32, 32, 64, 64), latent_channels=8)


CASES: Cases = {
    ("AutoencoderKLHunyuanImage", "diffusers"): folder(hunyuan),
    ("AutoencoderKLHunyuanImage", "Tencent"): file(hunyuan, under("vae.", to_tencent, blocks=2)),
    ("AutoencoderKLKVAE", "diffusers"): folder(kvae),
    ("AsymmetricAutoencoderKL", "diffusers"): folder(asymmetric),
}
FURTHER: Further = {
    "HunyuanImage, a level without a step": (
        ("AutoencoderKLHunyuanImage", "diffusers"),
        file(with_a_level_more),
    ),
    "K-VAE, no config": (("AutoencoderKLKVAE", "diffusers"), file(kvae)),
    "asymmetric, no config": (("AsymmetricAutoencoderKL", "diffusers"), file(asymmetric)),
}
