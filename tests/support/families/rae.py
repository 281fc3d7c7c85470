"""Representation autoencoders at small sizes."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from family_cases import Cases, Images, saved
from torch import Tensor

WIDTH, DECODER, INNER, SIDE = 64, 32, 48, 4


def outline(kind: str, statistics: tuple[int, ...] = (1,)) -> dict[str, tuple[int, ...]]:
    """Names and shapes as transformers 5 has them, two layers in each half."""
    patch, places = (14, 1370) if kind == "dinov2" else (16, 197)
    shapes: dict[str, tuple[int, ...]] = {
        "encoder_mean": (1, 3, 1, 1), "encoder_std": (1, 3, 1, 1), "_latents_mean": statistics, "_latents_std": statistics,
        "encoder.embeddings.cls_token": (1, 1, WIDTH),
        "encoder.embeddings.position_embeddings": (1, places, WIDTH),
        "encoder.embeddings.patch_embeddings.projection.weight": (WIDTH, 3, patch, patch),
        "encoder.embeddings.patch_embeddings.projection.bias": (WIDTH,),
        "decoder.trainable_cls_token": (1, 1, DECODER),
    }  # fmt: skip

    def linear(name: str, outputs: int, inputs: int) -> None:
        shapes[f"{name}.weight"], shapes[f"{name}.bias"] = (outputs, inputs), (outputs,)

    def norm(name: str, width: int) -> None:
        shapes[f"{name}.weight"] = shapes[f"{name}.bias"] = (width,)

    if kind == "dinov2":
        shapes["encoder.embeddings.mask_token"] = (1, WIDTH)
        shapes["encoder.embeddings.register_tokens"] = (1, 4, WIDTH)
    for layer in range(2):
        start = f"encoder.{'encoder.layer' if kind == 'dinov2' else 'layers'}.{layer}"
        for part in "qkvo":
            linear(f"{start}.attention.{part}_proj", WIDTH, WIDTH)
        hidden = 4 * WIDTH if kind == "dinov2" else 3072
        linear(f"{start}.mlp.fc1", hidden, WIDTH)
        linear(f"{start}.mlp.fc2", WIDTH, hidden)
        for name in ("norm1", "norm2") if kind == "dinov2" else ("layernorm_before", "layernorm_after"):
            norm(f"{start}.{name}", WIDTH)
        if kind == "dinov2":
            shapes[f"{start}.layer_scale1.lambda1"] = shapes[f"{start}.layer_scale2.lambda1"] = (WIDTH,)
        start = f"decoder.decoder_layers.{layer}"
        for part in ("to_q", "to_k", "to_v", "to_out.0"):
            linear(f"{start}.attention.{part}", DECODER, DECODER)
        linear(f"{start}.intermediate.dense", INNER, DECODER)
        linear(f"{start}.output.dense", DECODER, INNER)
        norm(f"{start}.layernorm_before", DECODER)
        norm(f"{start}.layernorm_after", DECODER)
    linear("decoder.decoder_embed", DECODER, WIDTH)
    norm("decoder.decoder_norm", DECODER)
    linear("decoder.decoder_pred", 3 * 16**2, DECODER)
    return shapes


def weights(kind: str, statistics: tuple[int, ...] = (1,)) -> dict[str, Tensor]:
    generator = torch.Generator().manual_seed(0)
    state = {}
    for name, shape in outline(kind, statistics).items():
        tensor = torch.randn(shape, generator=generator) * (shape[-1] ** -0.5 if len(shape) > 1 else 0.2)
        positive = name.endswith(
            ("norm1.weight", "norm2.weight", "_before.weight", "_after.weight", "decoder_norm.weight")
        )
        state[name] = tensor + (1 if positive or "lambda1" in name else 0)
    state["encoder_mean"], state["encoder_std"] = (
        torch.full((1, 3, 1, 1), 0.45),
        torch.full((1, 3, 1, 1), 0.25),
    )
    state["_latents_std"] = state["_latents_std"].abs() + 0.5
    return state


def config(kind: str) -> dict[str, Any]:
    patch = 14 if kind == "dinov2" else 16
    return {
        "_class_name": "AutoencoderRAE", "encoder_type": kind, "encoder_hidden_size": WIDTH, "encoder_patch_size": patch,
        "encoder_num_hidden_layers": 2, "decoder_hidden_size": DECODER, "decoder_num_hidden_layers": 2,
        "decoder_num_attention_heads": 2, "decoder_intermediate_size": INNER, "patch_size": 16,
        "encoder_input_size": SIDE * patch,
    }  # fmt: skip


def written(folder: Path, kind: str, state: dict[str, Tensor]) -> Path:
    folder = folder / "vae"
    folder.mkdir()
    saved(state, folder / "diffusion_pytorch_model.safetensors")
    (folder / "config.json").write_text(json.dumps(config(kind)))
    return folder


@torch.no_grad()
def reference(kind: str, images: Images, statistics: tuple[int, ...] = (1,)) -> Images:
    if find_spec("transformers") is None:
        pytest.skip("the package transformers is not installed")
    from diffusers.models.autoencoders.autoencoder_rae import AutoencoderRAE

    zeros = None if statistics == (1,) else torch.zeros(statistics)
    module = AutoencoderRAE(**config(kind), latents_mean=zeros, latents_std=zeros).eval()
    module.load_state_dict(weights(kind, statistics), strict=True)
    module.to(memory_format=torch.channels_last)
    x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0
    out = module.decode(module.encode(x).latent).sample.clamp(0, 1).permute(0, 2, 3, 1).numpy()
    return np.asarray((out * 255).round(), np.uint8)


def case(kind: str) -> Any:
    return lambda folder: (written(folder, kind, weights(kind)), lambda images: reference(kind, images))


CASES: Cases = {("AutoencoderRAE", "diffusers"): case("dinov2")}
