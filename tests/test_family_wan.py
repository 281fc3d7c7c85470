"""Wan 2.1, Wan 2.2, Qwen-Image, Qwen-Image-Layered and Qwen-Image-2.1: still images through video autoencoders."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import AutoencoderKLQwenImage, AutoencoderKLWan
from diffusers.models.autoencoders.autoencoder_kl_qwenimage21 import AutoencoderKLQwenImage21
from family_cases import (
    Cases,
    by_class,
    check_case,
    photographs,
    prepared,
    raw_class,
    round_trip,
    saved,
    to_pixels,
)
from torch import Tensor

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.spec.grammar import VAESpec

SMALL: dict[str, Any] = {"base_dim": 8, "z_dim": 4, "dim_mult": [1, 2, 4], "num_res_blocks": 1}


def random_wan(kind: type = AutoencoderKLWan, *, alpha: bool = False, **changes: Any) -> Any:
    torch.manual_seed(0)
    arguments = {**SMALL, "temperal_downsample": [False, True], **changes}
    module = kind(**arguments)
    # The class clamps: amplified by what it makes before, nothing would be seen of a saturated image.
    return prepared(
        module, module.decoder.conv_out, run=lambda x: raw_class(module, x, still=True, alpha=alpha)
    )


def wan22(**changes: Any) -> Any:
    return random_wan(
        is_residual=True, in_channels=12, out_channels=12, patch_size=2, decoder_base_dim=16, dim_mult=[1, 2, 2],
        scale_factor_spatial=8, **changes,
    )  # fmt: skip


def qwen21() -> Any:
    return random_wan(
        AutoencoderKLQwenImage21, alpha=True, decoder_base_dim=16, scale_factor_spatial=4, dim_mult=[1, 2, 2]
    )


def to_wan(state: dict[str, Tensor], residual: bool) -> dict[str, Tensor]:
    """The authors' names: what each place of their sequences is called."""
    places = {"norm1": "residual.0", "conv1": "residual.2", "norm2": "residual.3", "conv2": "residual.6"}
    levels: dict[int, int] = {}
    for name in state:
        if found := re.match(r"decoder\.up_blocks\.(\d+)\.resnets\.(\d+)\.", name):
            levels[int(found[1])] = max(levels.get(int(found[1]), 0), int(found[2]) + 1)
    down: dict[int, int] = {}
    for name in state:
        if found := re.match(r"encoder\.down_blocks\.(\d+)\.resnets\.(\d+)\.", name):
            down[int(found[1])] = max(down.get(int(found[1]), 0), int(found[2]) + 1)

    def start(level: int) -> int:
        return sum(levels[before] + 1 for before in range(level))

    rules = [
        (r"^quant_conv", "conv1"),
        (r"^post_quant_conv", "conv2"),
        (r"coder\.conv_in", "coder.conv1"),
        (r"coder\.norm_out", "coder.head.0"),
        (r"coder\.conv_out", "coder.head.2"),
        (r"mid_block\.resnets\.0", "middle.0"),
        (r"mid_block\.attentions\.0", "middle.1"),
        (r"mid_block\.resnets\.1", "middle.2"),
    ]
    if residual:
        rules += [
            (r"down_blocks\.(\d+)\.resnets\.(\d+)", r"downsamples.\1.downsamples.\2"),
            (r"up_blocks\.(\d+)\.resnets\.(\d+)", r"upsamples.\1.upsamples.\2"),
            (
                r"down_blocks\.(\d+)\.downsampler",
                lambda m: f"downsamples.{m[1]}.downsamples.{down[int(m[1])]}",
            ),
            (r"up_blocks\.(\d+)\.upsampler", lambda m: f"upsamples.{m[1]}.upsamples.{levels[int(m[1])]}"),
        ]
    else:
        rules += [
            (r"down_blocks\.(\d+)", r"downsamples.\1"),
            (r"up_blocks\.(\d+)\.resnets\.(\d+)", lambda m: f"upsamples.{start(int(m[1])) + int(m[2])}"),
            (
                r"up_blocks\.(\d+)\.upsamplers\.0",
                lambda m: f"upsamples.{start(int(m[1])) + levels[int(m[1])]}",
            ),
        ]
    result = {}
    for name, tensor in state.items():
        for pattern, replacement in rules:
            name = re.sub(pattern, replacement, name)
        if "samples." in name or "middle." in name:
            name = re.sub(
                r"\.(norm[12]|conv[12])\.(?=gamma|weight|bias)", lambda m: f".{places[m[1]]}.", name
            )
        name = name.replace(".conv_shortcut.", ".shortcut.")
        result[name] = tensor
    assert len(result) == len(state)
    return result


def folder(make: Any, **how: bool) -> Any:
    def case(path: Path) -> Any:
        module = make()
        module.save_pretrained(path / "vae")
        return path / "vae", by_class(module, still=True, **how)

    return case


def original(make: Any, residual: bool = False, **how: bool) -> Any:
    def case(path: Path) -> Any:
        module = make()
        return saved(to_wan(module.state_dict(), residual), path / "a.safetensors"), by_class(
            module, still=True, **how
        )

    return case


def layered() -> Any:
    return random_wan(AutoencoderKLQwenImage, alpha=True, input_channels=4)


def qwen() -> Any:
    return random_wan(AutoencoderKLQwenImage)


VARIANTS: dict[str, Any] = {
    "Wan 2.1, folder": folder(random_wan),
    "Wan 2.1, original": original(lambda: random_wan(dim_mult=[1, 2, 2, 4], num_res_blocks=2, temperal_downsample=[False, True, True])),
    "Qwen-Image, folder": folder(qwen),
    "Qwen-Image, original": original(qwen),
    "Qwen-Image-Layered, folder": folder(layered, alpha=True),
    "Qwen-Image-Layered, original": original(layered, alpha=True),
    "Wan 2.2, folder": folder(wan22),
    "Wan 2.2, original": original(lambda: wan22(num_res_blocks=2), residual=True),
    "Qwen-Image-2.1, folder": folder(qwen21, alpha=True),
    "Qwen-Image-2.1, original": original(qwen21, residual=True, alpha=True),
}  # fmt: skip
CASES: Cases = {
    ("AutoencoderKLWan", "diffusers"): VARIANTS["Wan 2.1, folder"],
    ("AutoencoderKLWan", "Wan"): VARIANTS["Wan 2.1, original"],
    ("AutoencoderKLQwenImage21", "diffusers"): VARIANTS["Qwen-Image-2.1, folder"],
}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_variant_and_layout_equals_the_class(name: str, tmp_path: Path) -> None:
    key = (
        "AutoencoderKLQwenImage21" if "2.1, " in name and "Qwen" in name else "AutoencoderKLWan",
        "Wan" if "original" in name else "diffusers",
    )
    check_case(key, VARIANTS[name], tmp_path)


def test_a_pickle_of_the_authors_names_loads(tmp_path: Path) -> None:
    """As ``Wan2.1_VAE.pth`` is published."""
    module = random_wan()
    torch.save(to_wan(module.state_dict(), False), tmp_path / "Wan2.1_VAE.pth")
    expected = by_class(module, still=True)(photographs())
    assert np.array_equal(round_trip(tmp_path / "Wan2.1_VAE.pth", photographs()), expected)


def test_a_prefix_is_stripped_and_other_models_beside_it_are_left(tmp_path: Path) -> None:
    state = {f"vae.{name}": tensor for name, tensor in to_wan(random_wan().state_dict(), False).items()}
    state["model.diffusion_model.x"] = torch.zeros(2)
    info = describe(str(saved(state, tmp_path / "a.safetensors")))
    assert info.details["prefix"] == "vae."
    assert info.parameters == sum(p.numel() for p in random_wan().parameters())


def test_alpha_goes_in_full_and_is_left_away_with_a_note(tmp_path: Path) -> None:
    path, _ = VARIANTS["Qwen-Image-Layered, original"](tmp_path)
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
    assert np.array_equal(decoded.images, by_class(module, still=True)(photographs()))


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
