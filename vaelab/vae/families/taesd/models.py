"""Which tiny autoencoders are built alike, and the latent space that each was distilled in. No torch here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vaelab.vae.families.family import Model

MODELS: Final[Mapping[str, tuple[Model, ...]]] = {
    "TAESD-type (SD1/SDXL)": (
        Model("SD1", "TAESD", r"taesd(?!xl|3)"),
        Model("SDXL", "TAESDXL", r"taesdxl"),
    ),
    "TAESD-type (SD3/Flux.1)": (
        Model("SD3", "TAESD3", r"taesd3"),
        Model("Flux.1", "TAEF1", r"taef1"),
    ),
}
"""What a label says where shapes leave it open, to what it may be."""

SPACES: Final[Mapping[str, str]] = {
    "TAESD": "SD1",
    "TAESDXL": "SDXL",
    "TAESD3": "SD3",
    "TAEF1": "Flux.1",
    "TAEF2": "Flux.2",
}
"""First word of the label to latent space; it says nothing where the label names several."""
