"""The published sizes, without their weights: from names and shapes alone the same model is built, tensor for tensor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from diffusers import (
    AsymmetricAutoencoderKL,
    AutoencoderDC,
    AutoencoderKL,
    AutoencoderKLCogVideoX,
    AutoencoderKLCosmos,
    AutoencoderKLHunyuanImageRefiner,
    AutoencoderKLHunyuanVideo,
    AutoencoderKLHunyuanVideo15,
    AutoencoderKLLTX2Video,
    AutoencoderKLLTXVideo,
    AutoencoderKLMagvit,
    AutoencoderKLMochi,
    AutoencoderKLQwenImage,
    AutoencoderKLTemporalDecoder,
    AutoencoderKLWan,
    VQModel,
)
from diffusers.models.autoencoders.autoencoder_kl_flux2 import AutoencoderKLFlux2
from diffusers.models.autoencoders.autoencoder_kl_hunyuanimage import AutoencoderKLHunyuanImage
from diffusers.models.autoencoders.autoencoder_kl_kvae import AutoencoderKLKVAE
from diffusers.models.autoencoders.autoencoder_kl_kvae_video import AutoencoderKLKVAEVideo
from diffusers.models.autoencoders.autoencoder_kl_qwenimage21 import AutoencoderKLQwenImage21
from families.dc import to_efficientvit
from families.image_kl import to_tencent
from families.ltx import to_lightricks
from families.wan import to_wan
from family_cases import source_of
from torch import Tensor
from vae_files import to_ldm

from vaelab.vae.families.detect import detect
from vaelab.vae.families.table import BY_KEY

Rename = Callable[[dict[str, Tensor]], dict[str, Tensor]]


def blocks(number: int, attention: tuple[int, ...] = ()) -> dict[str, Any]:
    kinds = [("Attn" if level in attention else "") for level in range(number)]
    return {
        "down_block_types": tuple(f"{kind}DownEncoderBlock2D" for kind in kinds),
        "up_block_types": tuple(f"{kind}UpDecoderBlock2D" for kind in reversed(kinds)),
    }


STANDARD = {**blocks(4), "block_out_channels": (128, 256, 512, 512), "layers_per_block": 2}
DC_BLOCKS = ("ResBlock",) * 3 + ("EfficientViTBlock",) * 3
DC_SCALES = ((), (), (), (5,), (5,), (5,))
WAN22 = {
    "base_dim": 160, "decoder_base_dim": 256, "z_dim": 48, "is_residual": True, "in_channels": 12, "out_channels": 12,
    "patch_size": 2, "temperal_downsample": [False, True, True], "scale_factor_spatial": 16,
}  # fmt: skip

PUBLISHED: dict[str, tuple[Callable[[], Any], float, int, int]] = {
    "SD1 and SDXL": (lambda: AutoencoderKL(**STANDARD), 83.65, 4, 8),
    "Flux.1 and SD3": (
        lambda: AutoencoderKL(**STANDARD, latent_channels=16, use_quant_conv=False, use_post_quant_conv=False),
        83.82, 16, 8,
    ),
    "x4 upscaler": (
        lambda: AutoencoderKL(**blocks(3), block_out_channels=(128, 256, 512), layers_per_block=2), 55.33, 4, 4,
    ),
    "CogView4": (
        lambda: AutoencoderKL(
            **blocks(4), block_out_channels=(128, 512, 1024, 1024), layers_per_block=3, latent_channels=16,
            use_quant_conv=False, use_post_quant_conv=False, mid_block_add_attention=False,
        ),
        406.1, 16, 8,
    ),
    "Flux.2": (AutoencoderKLFlux2, 84.05, 32, 8),
    "Flux.2 small decoder": (lambda: AutoencoderKLFlux2(decoder_block_out_channels=(96, 192, 384, 384)), 62.37, 32, 8),
    "Wan 2.1": (AutoencoderKLWan, 126.89, 16, 8),
    "Qwen-Image": (AutoencoderKLQwenImage, 126.89, 16, 8),
    "Qwen-Image-Layered": (lambda: AutoencoderKLQwenImage(input_channels=4), 126.90, 16, 8),
    "Wan 2.2": (lambda: AutoencoderKLWan(**WAN22), 704.7, 48, 16),
    "Qwen-Image-2.1": (AutoencoderKLQwenImage21, 337.7, 64, 16),
    "DC-AE Sana": (
        lambda: AutoencoderDC(
            encoder_block_types=DC_BLOCKS, decoder_block_types=DC_BLOCKS, upsample_block_type="interpolate",
            downsample_block_type="Conv", scaling_factor=0.41407,
        ),
        312.25, 32, 32,
    ),
    "DC-AE in": (
        lambda: AutoencoderDC(
            encoder_block_types=DC_BLOCKS, decoder_block_types=DC_BLOCKS, encoder_layers_per_block=(0, 4, 8, 2, 2, 2),
            decoder_layers_per_block=(0, 5, 10, 2, 2, 2), encoder_qkv_multiscales=((),) * 6,
            decoder_qkv_multiscales=((),) * 6, decoder_norm_types=("batch_norm",) * 3 + ("rms_norm",) * 3,
            decoder_act_fns=("relu",) * 3 + ("silu",) * 3,
        ),
        323.4, 32, 32,
    ),
    "MoVQ": (
        lambda: VQModel(
            **{**STANDARD, **blocks(4, (3,)), "block_out_channels": (128, 256, 256, 512)}, latent_channels=4,
            num_vq_embeddings=16384, vq_embed_dim=4, norm_type="spatial",
        ),
        67.8, 4, 8,
    ),
    "aMUSEd": (
        lambda: VQModel(
            **blocks(5), block_out_channels=(128, 256, 256, 512, 768), layers_per_block=2, latent_channels=64,
            num_vq_embeddings=8192, mid_block_add_attention=False, lookup_from_codebook=True,
        ),
        146.2, 64, 16,
    ),
    "HunyuanImage 2.1": (
        lambda: AutoencoderKLHunyuanImage(3, 3, 64, (128, 256, 512, 512, 1024, 1024), 2, 32, 384), 405.6, 64, 32,
    ),
    "K-VAE": (AutoencoderKLKVAE, 217.4, 16, 8),
    "asymmetric x 1.5": (
        lambda: AsymmetricAutoencoderKL(
            **blocks(4), down_block_out_channels=(128, 256, 512, 512), layers_per_down_block=2,
            up_block_out_channels=(192, 384, 768, 768), layers_per_up_block=3,
        ),
        194.3, 4, 8,
    ),
    "HunyuanVideo": (AutoencoderKLHunyuanVideo, 246.5, 16, 8),
    "HunyuanVideo 1.5": (AutoencoderKLHunyuanVideo15, 1260.6, 32, 16),
    "HunyuanImage refiner": (AutoencoderKLHunyuanImageRefiner, 1260.6, 32, 16),
    "CogVideoX": (AutoencoderKLCogVideoX, 215.6, 16, 8),
    "K-VAE for videos": (AutoencoderKLKVAEVideo, 617.98, 16, 8),
    "Mochi": (AutoencoderKLMochi, 459.75, 12, 8),
    "EasyAnimate": (AutoencoderKLMagvit, 244.38, 16, 8),
    "Cosmos CV8x8x8": (AutoencoderKLCosmos, 105.7, 16, 8),
    "LTX-Video 0.9.0": (AutoencoderKLLTXVideo, 419.0, 128, 32),
    "LTX-2": (AutoencoderKLLTX2Video, 1222.0, 128, 32),
    "SVD": (
        lambda: AutoencoderKLTemporalDecoder(
            down_block_types=blocks(4)["down_block_types"], block_out_channels=(128, 256, 512, 512), layers_per_block=2
        ),
        97.7, 4, 8,
    ),
}  # fmt: skip
"""Model, millions of parameters as counted independently, latent channels and factor."""

RENAMES: dict[str, Rename] = {
    "SD1 and SDXL": lambda state: to_ldm(state, 4),
    "Flux.2 small decoder": lambda state: {
        ("encoder." if name.startswith("quant") else "decoder." if name.startswith("post") else "")
        + name: tensor
        for name, tensor in to_ldm(state, 4).items()
    },
    "Wan 2.1": lambda state: to_wan(state, False),
    "Qwen-Image-Layered": lambda state: to_wan(state, False),
    "Wan 2.2": lambda state: to_wan(state, True),
    "DC-AE Sana": to_efficientvit,
    "DC-AE in": to_efficientvit,
    "HunyuanImage 2.1": lambda state: to_tencent(state, 2),
    "LTX-Video 0.9.0": to_lightricks,
    "LTX-2": to_lightricks,
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_model_is_rebuilt_from_shapes(name: str) -> None:
    from importlib import import_module

    make, millions, channels, factor = PUBLISHED[name]
    with torch.device("meta"):
        module = make()
    assert sum(p.numel() for p in module.parameters()) / 1e6 == pytest.approx(millions, rel=6e-4)
    state = module.state_dict()
    expected = {key: tuple(tensor.shape) for key, tensor in state.items()}
    for rename in (dict, RENAMES.get(name)):
        if rename is None:
            continue
        vae = detect(source_of(rename(state)))
        assert (vae.latent_channels, vae.factor) == (channels, factor)
        owned = {*vae.keys.values(), *(part for parts in vae.splits.values() for part in parts)}
        assert owned == set(expected)
        place, function = BY_KEY[vae.family].build.split(":")
        rebuilt = getattr(import_module(place), function)(vae, ()).module.state_dict()
        assert {key: tuple(tensor.shape) for key, tensor in rebuilt.items()} == expected
