"""A tiny random CLIP model in a folder, made from a config; nothing is downloaded."""

from pathlib import Path

import pytest
import torch


def tiny_clip(folder: Path, *, seed: int = 0) -> Path:
    """Write a model for pictures of 30 px whose embeddings have 24 numbers; skips the test where transformers is not there."""
    transformers = pytest.importorskip("transformers")
    small = {"hidden_size": 32, "intermediate_size": 37, "num_hidden_layers": 2, "num_attention_heads": 4}
    torch.manual_seed(seed)
    config = transformers.CLIPConfig(
        text_config={**small, "vocab_size": 99},
        vision_config={**small, "image_size": 30, "patch_size": 10},
        projection_dim=24,
    )
    transformers.CLIPModel(config).save_pretrained(folder)
    transformers.CLIPImageProcessor(
        size={"shortest_edge": 30}, crop_size={"height": 30, "width": 30}
    ).save_pretrained(folder)
    return folder
