"""Wan's and Qwen-Image's VAEs at small sizes, in both layouts."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import torch
from diffusers import AutoencoderKLQwenImage, AutoencoderKLWan
from diffusers.models.autoencoders.autoencoder_kl_qwenimage21 import AutoencoderKLQwenImage21
from family_cases import (
    Cases,
    Further,
    file,
    folder,
    prepared,
    still,
)
from torch import Tensor

SMALL: dict[str, Any] = {"base_dim": 8, "z_dim": 4, "dim_mult": [1, 2, 4], "num_res_blocks": 1}


def random_wan(kind: type = AutoencoderKLWan, *, alpha: bool = False, **changes: Any) -> Any:
    torch.manual_seed(0)
    arguments = {**SMALL, "temperal_downsample": [False, True], **changes}
    module = kind(**arguments)
    # The class clamps: amplified by what it makes before, nothing would be seen of a saturated image.
    return prepared(module, module.decoder.conv_out, partial(still, alpha=alpha))


def wan22(**changes: Any) -> Any:
    return random_wan(
        is_residual=True, in_channels=12, out_channels=12, patch_size=2, decoder_base_dim=16, dim_mult=[1, 2, 2],
        scale_factor_spatial=8, **changes,
    )  # fmt: skip


def qwen21() -> Any:
    return random_wan(
        AutoencoderKLQwenImage21, alpha=True, decoder_base_dim=16, scale_factor_spatial=4, dim_mult=[1, 2, 2]
    )


def to_wan(state: dict[str, Tensor], residual: bool = False) -> dict[str, Tensor]:
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


def layered() -> Any:
    return random_wan(AutoencoderKLQwenImage, alpha=True, input_channels=4)


def qwen() -> Any:
    return random_wan(AutoencoderKLQwenImage)


ALPHA = partial(still, alpha=True)
RESIDUAL = partial(to_wan, residual=True)
LAYERED = file(layered, to_wan, ALPHA)
CASES: Cases = {
    ("AutoencoderKLWan", "diffusers"): folder(random_wan, still),
    ("AutoencoderKLWan", "Wan"): file(
        lambda: random_wan(dim_mult=[1, 2, 2, 4], num_res_blocks=2, temperal_downsample=[False, True, True]),
        to_wan,
        still,
    ),
    ("AutoencoderKLQwenImage21", "diffusers"): folder(qwen21, ALPHA),
}
FURTHER: Further = {
    "Wan 2.1, as published": (("AutoencoderKLWan", "Wan"), file(random_wan, to_wan, still, "Wan2.1_VAE.pth")),
    "Qwen-Image, folder": (("AutoencoderKLWan", "diffusers"), folder(qwen, still)),
    "Qwen-Image, original": (("AutoencoderKLWan", "Wan"), file(qwen, to_wan, still)),
    "Qwen-Image-Layered, folder": (("AutoencoderKLWan", "diffusers"), folder(layered, ALPHA)),
    "Qwen-Image-Layered, original": (("AutoencoderKLWan", "Wan"), LAYERED),
    "Wan 2.2, folder": (("AutoencoderKLWan", "diffusers"), folder(wan22, still)),
    "Wan 2.2, original": (
        ("AutoencoderKLWan", "Wan"),
        file(lambda: wan22(num_res_blocks=2), RESIDUAL, still),
    ),
    "Qwen-Image-2.1, original": (("AutoencoderKLQwenImage21", "Wan"), file(qwen21, RESIDUAL, ALPHA)),
}
