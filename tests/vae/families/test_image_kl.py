"""Further image autoencoders with a posterior: HunyuanImage 2.1, K-VAE, AsymmetricAutoencoderKL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from families.image_kl import asymmetric, hunyuan, kvae
from family_cases import (
    photographs,
    raw_class,
    round_trip,
    saved,
    to_pixels,
)
from vae_files import random_kl, reference, to_ldm

from vaelab.errors import VAEError
from vaelab.vae.catalog import describe


def test_tiles_of_kvae_equal_the_class_own(tmp_path: Path) -> None:
    module = kvae()
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    module.tile_sample_min_size, module.tile_latent_min_size = 32, 8
    module.enable_tiling()
    assert np.array_equal(
        round_trip(path, photographs(), tiling=32), to_pixels(raw_class(module, photographs()))
    )


@pytest.mark.parametrize("make", [asymmetric, hunyuan])
def test_what_diffusers_cannot_tile_is_not_tiled(make: Any, tmp_path: Path) -> None:
    path = saved(make().state_dict(), tmp_path / "a.safetensors")
    with pytest.raises(VAEError, match="cannot be tiled"):
        round_trip(path, photographs(), tiling=64)


def test_mar_has_attention_in_the_encoder_alone(tmp_path: Path) -> None:
    """As ``kl16.ckpt``: the encoder's last level has attention, the decoder's first has none; all under ``model``."""
    module = random_kl(
        (32, 64), latent_channels=16, down_block_types=("DownEncoderBlock2D", "AttnDownEncoderBlock2D"),
        up_block_types=("UpDecoderBlock2D",) * 2,
    )  # fmt: skip
    torch.save({"model": to_ldm(module.state_dict(), 2), "epoch": 1}, tmp_path / "kl16.ckpt")
    assert np.array_equal(round_trip(tmp_path / "kl16.ckpt", photographs()), reference(module, photographs()))


@pytest.mark.parametrize(
    "extra",
    [
        (
            "foundation_model.blocks.0.attn.qkv.weight",
            "linear_proj.weight",
            "loss.discriminator.main.0.weight",
        ),
        ("model_ema.encoderconv_inweight", "model_ema.decay", "model_ema.num_updates"),
    ],
    ids=["VA-VAE", "averaged copies"],
)
@pytest.mark.parametrize("prefix", ["", "first_stage_model."])
def test_what_training_leaves_beside_the_vae_is_no_part_of_it(
    extra: tuple[str, ...], prefix: str, tmp_path: Path
) -> None:
    module = random_kl(attention=True)
    state = {f"{prefix}{name}": tensor for name, tensor in to_ldm(module.state_dict(), 2).items()}
    state |= {f"{prefix}{name}": torch.zeros(3, 3) for name in extra}
    torch.save({"state_dict": state, "global_step": 5}, tmp_path / "vae.ckpt")
    info = describe(str(tmp_path / "vae.ckpt"))
    assert info.parameters == sum(p.numel() for p in module.parameters())
    assert np.array_equal(round_trip(tmp_path / "vae.ckpt", photographs()), reference(module, photographs()))
