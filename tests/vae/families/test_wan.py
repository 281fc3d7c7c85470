"""Wan 2.1, Wan 2.2, Qwen-Image, Qwen-Image-Layered and Qwen-Image-2.1: still images through video autoencoders."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from families.wan import LAYERED, qwen21, random_wan, to_wan, wan22
from family_cases import (
    by_class,
    photographs,
    raw_class,
    round_trip,
    saved,
    still,
    to_pixels,
)

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.spec.grammar import VAESpec


def test_a_prefix_is_stripped_and_other_models_beside_it_are_left(tmp_path: Path) -> None:
    state = {f"vae.{name}": tensor for name, tensor in to_wan(random_wan().state_dict(), False).items()}
    state["model.diffusion_model.x"] = torch.zeros(2)
    info = describe(str(saved(state, tmp_path / "a.safetensors")))
    assert info.details["prefix"] == "vae."
    assert info.parameters == sum(p.numel() for p in random_wan().parameters())


def test_alpha_goes_in_full_and_is_left_away_with_a_note(tmp_path: Path) -> None:
    path, _ = LAYERED(tmp_path)
    codec = open_codec(VAESpec("x", str(path)), CodecOptions())
    assert any("RGBA" in note for note in codec.notes)
    assert codec.decode(codec.encode(photographs(), [0, 1])).images.shape == photographs().shape
    assert "RGBA" in codec.info.family


def test_what_the_class_would_clamp_is_counted(tmp_path: Path) -> None:
    module = random_wan()
    module.decoder.conv_out.weight.mul_(4)
    path = saved(to_wan(module.state_dict(), False), tmp_path / "a.safetensors")
    codec = open_codec(VAESpec("x", str(path)), CodecOptions())
    decoded = codec.decode(codec.encode(photographs(), [0, 1]))
    assert all(0.05 < share < 0.95 for share in decoded.clipped_fraction)
    assert np.array_equal(decoded.images, by_class(module, still)(photographs()))


@pytest.mark.parametrize("alpha", [False, True], ids=["Wan 2.1", "Qwen-Image-2.1"])
def test_tiles_equal_the_class_own(alpha: bool, tmp_path: Path) -> None:
    module = qwen21() if alpha else random_wan(scale_factor_spatial=4)
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    module.enable_tiling(32, 32, 24, 24)
    found = round_trip(path, photographs(), tiling=32)
    assert np.array_equal(found, to_pixels(raw_class(module, photographs(), still=True, alpha=alpha)))
    assert not np.array_equal(found, round_trip(path, photographs()))


def test_a_decoder_that_enlarges_is_refused(tmp_path: Path) -> None:
    state = to_wan(random_wan().state_dict(), False)
    state["decoder.head.2.weight"] = torch.zeros(12, 8, 3, 3, 3)
    with pytest.raises(VAEError, match="takes 3 channels and returns 12: its decoder enlarges"):
        describe(str(saved(state, tmp_path / "a.safetensors")))


@pytest.mark.parametrize("name", ["encoder.middle.1.to_qkv.bias", "decoder.head.2.bias", "conv2.weight"])
def test_a_missing_tensor_is_named(name: str, tmp_path: Path) -> None:
    state = to_wan(random_wan().state_dict(), False)
    del state[name]
    with pytest.raises(VAEError, match="lacks '"):
        round_trip(saved(state, tmp_path / "a.safetensors"), photographs())


@pytest.mark.parametrize("residual", [False, True], ids=["Wan 2.1", "Wan 2.2"])
def test_an_encoder_without_its_first_convolution_is_refused(residual: bool, tmp_path: Path) -> None:
    state = to_wan((wan22() if residual else random_wan()).state_dict(), residual)
    start = "encoder.downsamples.0.downsamples.0" if residual else "encoder.downsamples.0"
    del state[f"{start}.residual.2.weight"]
    with pytest.raises(VAEError, match=r"without residual blocks|lacks '"):
        round_trip(saved(state, tmp_path / "a.safetensors"), photographs())
