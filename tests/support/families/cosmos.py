"""Cosmos tokenizers for images at small sizes, as pairs and whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import torch
from cosmos_reference import Shape, Whole, save_pair, save_program
from family_cases import (
    Cases,
    Further,
    Images,
    to_pixels,
)

FSQ = (8, 8, 8, 5, 5, 5)
SHAPES = {
    "CI8x8": Shape(),
    "CI16x16": Shape(factor=16),
    "DI8x8": Shape(encoded=32, latent=6, levels=FSQ),
    "DI16x16": Shape(factor=16, encoded=32, latent=6, levels=FSQ),
    "a posterior": Shape(posterior=True),
    "pixels that are sorted": Shape(haar=False),
    "patches of 2": Shape(patch=2),
    "attention in two levels": Shape(attention=(0, 2)),
}


def expected(whole: Whole) -> Callable[[Images], Images]:
    @torch.no_grad()
    def run(images: Images) -> Images:
        x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0 * 2.0 - 1.0
        return to_pixels(whole.to(memory_format=torch.channels_last)(x)[0])

    return run


def pair(folder: Path, shape: Shape = SHAPES["CI8x8"]) -> Any:
    whole = Whole(shape)
    return save_pair(whole, folder), expected(whole)


def joint(folder: Path, shape: Shape = SHAPES["CI8x8"]) -> Any:
    whole = Whole(shape)
    return save_program(whole, torch.zeros(1, 3, 32, 32), folder / "autoencoder.jit"), expected(whole)


CASES: Cases = {
    ("CosmosTokenizer", "encoder.jit + decoder.jit"): pair,
    ("CosmosTokenizer", "autoencoder.jit"): joint,
}
FURTHER: Further = {
    f"{name}, {what}": (key, partial(maker, shape=SHAPES[name]))
    for key, maker, names, what in (
        (("CosmosTokenizer", "encoder.jit + decoder.jit"), pair, SHAPES, "pair"),
        (("CosmosTokenizer", "autoencoder.jit"), joint, ("CI16x16", "DI8x8"), "whole"),
    )
    for name in names
    if (name, what) != ("CI8x8", "pair")
}
