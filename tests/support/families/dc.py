"""AutoencoderDC: Sana's and the in and mix variants, in diffusers' and efficientvit's names."""

from __future__ import annotations

import re
from typing import Any

import torch
from diffusers import AutoencoderDC
from family_cases import (
    Cases,
    Further,
    file,
    folder,
    prepared,
)
from torch import Tensor


def sana() -> Any:
    torch.manual_seed(0)
    module = AutoencoderDC(
        latent_channels=8,
        attention_head_dim=16,
        encoder_block_types=("ResBlock", "ResBlock", "EfficientViTBlock"),
        decoder_block_types=("ResBlock", "EfficientViTBlock", "EfficientViTBlock"),
        encoder_block_out_channels=(16, 32, 32),
        decoder_block_out_channels=(16, 32, 64),
        encoder_layers_per_block=(2, 1, 2),
        decoder_layers_per_block=(1, 2, 1),
        encoder_qkv_multiscales=((), (), (3, 5)),
        decoder_qkv_multiscales=((), (5,), ()),
        upsample_block_type="interpolate",
        downsample_block_type="conv",
    )
    return prepared(module, module.decoder.conv_out)


def folded() -> Any:
    """As the in and mix variants: nothing at full size, batch norms with ReLU near the pixels."""
    torch.manual_seed(0)
    module = AutoencoderDC(
        latent_channels=8,
        attention_head_dim=16,
        encoder_block_types=("ResBlock", "ResBlock", "EfficientViTBlock"),
        decoder_block_types=("ResBlock", "ResBlock", "EfficientViTBlock"),
        encoder_block_out_channels=(16, 32, 32),
        decoder_block_out_channels=(16, 32, 32),
        encoder_layers_per_block=(0, 1, 1),
        decoder_layers_per_block=(0, 2, 1),
        encoder_qkv_multiscales=((), (), ()),
        decoder_qkv_multiscales=((), (), (5,)),
        decoder_norm_types=("batch_norm", "batch_norm", "rms_norm"),
        decoder_act_fns=("relu", "relu", "silu"),
    )
    return prepared(module, module.decoder.conv_out.conv)


def to_efficientvit(state: dict[str, Tensor]) -> dict[str, Tensor]:
    rules = (
        (r"^encoder\.conv_in\.", "encoder.project_in.conv."),
        (r"^encoder\.conv_out\.", "encoder.project_out.main.op_list.0.conv."),
        (r"^decoder\.conv_in\.", "decoder.project_in.main.conv."),
        (r"^decoder\.norm_out\.", "decoder.project_out.op_list.0."),
        (r"^decoder\.conv_out\.", "decoder.project_out.op_list.2.conv."),
        (r"\.(?:down|up)_blocks\.(\d+)\.(\d+)\.", r".stages.\1.op_list.\2."),
        (r"\.attn\.to_qkv_multiscale\.(\d)\.proj_in\.", r".context_module.main.aggreg.\1.0."),
        (r"\.attn\.to_qkv_multiscale\.(\d)\.proj_out\.", r".context_module.main.aggreg.\1.1."),
        (r"\.attn\.to_out\.", ".context_module.main.proj.conv."),
        (r"\.attn\.norm_out\.", ".context_module.main.proj.norm."),
        (r"\.conv_out\.conv_inverted\.", ".local_module.main.inverted_conv.conv."),
        (r"\.conv_out\.conv_depth\.", ".local_module.main.depth_conv.conv."),
        (r"\.conv_out\.conv_point\.", ".local_module.main.point_conv.conv."),
        (r"\.conv_out\.norm\.", ".local_module.main.point_conv.norm."),
        (r"(op_list\.\d+)\.conv([12])\.", r"\1.main.conv\2.conv."),
        (r"(stages\.\d+\.op_list\.\d+)\.norm\.", r"\1.main.conv2.norm."),
        (r"(stages\.\d+\.op_list\.\d+)\.conv\.", r"\1.main.conv.conv."),
    )
    result: dict[str, Tensor] = {}
    for name, tensor in state.items():
        if ".attn.to_k." in name or ".attn.to_v." in name:
            continue
        if ".attn.to_q." in name:
            tensor = torch.cat([state[name.replace("to_q", f"to_{part}")] for part in "qkv"])[
                :, :, None, None
            ]
            name = name.replace(".attn.to_q.", ".context_module.main.qkv.conv.")
        elif ".attn.to_out." in name:
            tensor = tensor[:, :, None, None]
        for pattern, replacement in rules:
            name = re.sub(pattern, replacement, name)
        result[name] = tensor
    return result


def with_silu() -> Any:
    """What shapes do not tell: its config must."""
    module = folded()
    module.decoder.conv_act = torch.nn.SiLU()
    module.register_to_config(decoder_conv_act_fn="silu")
    return module


CASES: Cases = {
    ("AutoencoderDC", "diffusers"): folder(folded),
    ("AutoencoderDC", "efficientvit"): file(sana, to_efficientvit),
}
FURTHER: Further = {
    "folded, no config": (("AutoencoderDC", "efficientvit"), file(folded, to_efficientvit)),
    "Sana, no config": (("AutoencoderDC", "diffusers"), file(sana)),
    "SiLU, by its config": (("AutoencoderDC", "diffusers"), folder(with_silu)),
}
