"""Video VAEs at small sizes, for one frame."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import torch
from diffusers import (
    AutoencoderKLCogVideoX,
    AutoencoderKLCosmos,
    AutoencoderKLHunyuanImageRefiner,
    AutoencoderKLHunyuanVideo,
    AutoencoderKLHunyuanVideo15,
    AutoencoderKLMagvit,
    AutoencoderKLMochi,
    AutoencoderKLTemporalDecoder,
)
from diffusers.models.autoencoders.autoencoder_kl_kvae_video import AutoencoderKLKVAEVideo
from family_cases import (
    Cases,
    Further,
    Images,
    Run,
    file,
    folder,
    one_by_one,
    prepared,
    still,
    under,
)
from torch import Tensor
from vae_files import to_ldm


def made(kind: Any, last: Any, run: Run = still, **arguments: Any) -> Any:
    torch.manual_seed(0)
    module = kind(**arguments)
    return prepared(module, last(module), run)


def hunyuan(**changes: Any) -> Any:
    return made(
        AutoencoderKLHunyuanVideo, lambda module: module.decoder.conv_out.conv,
        **{"block_out_channels": (32, 32, 64), "down_block_types": ("HunyuanVideoDownBlock3D",) * 3,
           "up_block_types": ("HunyuanVideoUpBlock3D",) * 3, "layers_per_block": 1, "latent_channels": 4,
           "spatial_compression_ratio": 4, **changes},
    )  # fmt: skip


FOLDED: dict[str, Any] = {
    "block_out_channels": (16, 32, 64), "layers_per_block": 1, "latent_channels": 8,
    "spatial_compression_ratio": 4, "temporal_compression_ratio": 2,
}  # fmt: skip


def hunyuan15(**changes: Any) -> Any:
    return made(
        AutoencoderKLHunyuanVideo15,
        lambda module: module.decoder.conv_out.conv,
        one_by_one,
        **{**FOLDED, **changes},
    )


def refiner(**changes: Any) -> Any:
    return made(
        AutoencoderKLHunyuanImageRefiner, lambda module: module.decoder.conv_out.conv, **{**FOLDED, **changes}
    )


def cogvideox(**changes: Any) -> Any:
    return made(
        AutoencoderKLCogVideoX, lambda module: module.decoder.conv_out.conv,
        **{"block_out_channels": (32, 32, 64, 64), "layers_per_block": 1, "latent_channels": 4, **changes},
    )  # fmt: skip


def magvit() -> Any:
    return made(
        AutoencoderKLMagvit, lambda module: module.decoder.conv_out,
        block_out_channels=(32, 32, 64), latent_channels=4, layers_per_block=1,
        down_block_types=("SpatialDownBlock3D", *("SpatialTemporalDownBlock3D",) * 2),
        up_block_types=("SpatialUpBlock3D", *("SpatialTemporalUpBlock3D",) * 2),
    )  # fmt: skip


def kvae_video(**changes: Any) -> Any:
    return made(
        AutoencoderKLKVAEVideo, lambda module: module.decoder.conv_out.conv,
        **{"ch": 32, "ch_mult": (1, 1, 2), "num_res_blocks": 1, "z_channels": 4, "temporal_compress_times": 2, **changes},
    )  # fmt: skip


def mochi() -> Any:
    return made(
        AutoencoderKLMochi, lambda module: module.decoder.proj_out, encoder_block_out_channels=(32, 64, 32, 96),
        decoder_block_out_channels=(32, 64, 64, 32), latent_channels=4, layers_per_block=(1, 2, 1, 1, 1),
    )  # fmt: skip


def cosmos(**changes: Any) -> Any:
    return made(
        AutoencoderKLCosmos, lambda module: module.decoder.conv_out.conv_t,
        **{"encoder_block_out_channels": (16, 16, 32, 32), "decode_block_out_channels": (16, 32, 32, 16), "num_layers": 1,
           "latent_channels": 4, **changes},
    )  # fmt: skip


@torch.no_grad()
def frame_alone(module: Any, images: Images) -> Tensor:
    x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0 * 2.0 - 1.0
    sample: Tensor = module.decode(module.encode(x).latent_dist.mode(), num_frames=1).sample
    return sample


def svd() -> Any:
    return made(
        AutoencoderKLTemporalDecoder, lambda module: module.decoder.conv_out, frame_alone,
        down_block_types=("DownEncoderBlock2D",) * 2, block_out_channels=(32, 64), layers_per_block=2,
    )  # fmt: skip


def to_comfy(state: dict[str, Tensor], wrapped: bool = True) -> dict[str, Tensor]:
    """LDM's names with wrapped convolutions, those of the attention too."""
    inner = ".conv" if wrapped else ""
    plain = {re.sub(r"\.conv\.(weight|bias)$", r".\1", name): name for name in state}
    result = {}
    renamed = to_ldm({short: torch.tensor(number) for number, short in enumerate(plain)}, 3)
    sources = list(plain.values())
    for name, number in renamed.items():
        tensor = state[sources[int(number)]]
        if ".attn_1." in name and ".norm." not in name:
            name = re.sub(r"\.(weight|bias)$", rf"{inner}.\1", name)
            tensor = tensor[..., None, None, None] if name.endswith("weight") else tensor
        elif sources[int(number)].endswith((".conv.weight", ".conv.bias")):
            name = re.sub(r"\.(weight|bias)$", r".conv.\1", name)
        result[name] = tensor
    return result


def to_tencent(state: dict[str, Tensor], bare: bool = False) -> dict[str, Tensor]:
    """The authors' names: LDM's, the decoder's levels in the order they run."""
    rules = [
        (r"mid_block\.resnets\.0", "mid.block_1"),
        (r"mid_block\.resnets\.1", "mid.block_2"),
        (r"mid_block\.attentions\.0\.to_([qkv])", r"mid.attn_1.\1"),
        (r"mid_block\.attentions\.0", "mid.attn_1"),
        (r"(down|up)_blocks\.(\d+)\.resnets\.(\d+)", r"\1.\2.block.\3"),
        (r"(down|up)_blocks\.(\d+)\.\w+samplers\.0", r"\1.\2.\1sample"),
        (r"conv_shortcut", "nin_shortcut"),
    ]
    result = {}
    for name, tensor in state.items():
        for pattern, replacement in rules:
            name = re.sub(pattern, replacement, name)
        if bare:
            name = re.sub(r"\.conv\.(weight|bias)$", r".\1", name)
        result[name] = tensor
    assert len(result) == len(state)
    return result


CASES: Cases = {
    ("AutoencoderKLHunyuanVideo", "diffusers"): folder(hunyuan, still),
    ("AutoencoderKLHunyuanVideo", "LDM"): file(hunyuan, under("vae.", to_comfy), still),
    ("AutoencoderKLHunyuanVideo15", "diffusers"): folder(hunyuan15, one_by_one),
    ("AutoencoderKLHunyuanVideo15", "Tencent"): file(hunyuan15, under("vae.", to_tencent), one_by_one),
    ("AutoencoderKLHunyuanImageRefiner", "diffusers"): folder(refiner, still),
    ("AutoencoderKLHunyuanImageRefiner", "Tencent"): file(
        refiner, under("vae.", to_tencent, bare=True), still
    ),
    ("AutoencoderKLCogVideoX", "diffusers"): folder(cogvideox, still),
    ("AutoencoderKLMagvit", "diffusers"): folder(magvit, still),
    ("AutoencoderKLKVAEVideo", "diffusers"): folder(kvae_video, still),
    ("AutoencoderKLMochi", "diffusers"): folder(mochi, still),
    ("AutoencoderKLCosmos", "diffusers"): folder(cosmos, still),
    ("AutoencoderKLTemporalDecoder", "diffusers"): folder(svd, frame_alone),
}
WITHOUT_CONFIG: Further = {
    name: ((f"AutoencoderKL{model}", "diffusers"), file(make, run=run))
    for name, model, make, run in (
        ("HunyuanVideo", "HunyuanVideo", hunyuan, still),
        ("HunyuanVideo 1.5", "HunyuanVideo15", hunyuan15, one_by_one),
        ("CogVideoX", "CogVideoX", cogvideox, still),
        ("EasyAnimate", "Magvit", magvit, still),
        ("K-VAE for videos", "KVAEVideo", kvae_video, still),
        ("Mochi", "Mochi", mochi, still),
        ("Cosmos", "Cosmos", cosmos, still),
        ("Cosmos CV4x8x8", "Cosmos", partial(cosmos, temporal_compression_ratio=4), still),
        ("SVD", "TemporalDecoder", svd, frame_alone),
    )
}
FURTHER: Further = {
    **{f"{name}, no config": case for name, case in WITHOUT_CONFIG.items()},
    "HunyuanVideo, attention unwrapped": (
        ("AutoencoderKLHunyuanVideo", "LDM"),
        file(hunyuan, partial(to_comfy, wrapped=False), still),
    ),
}
