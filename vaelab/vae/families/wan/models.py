"""Which models with AutoencoderKLWan are built alike: Wan 2.1 and Qwen-Image. No torch here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vaelab.vae.families.family import Model

_WORD: Final = r"(?<![a-z])"

MODELS: Final[Mapping[str, tuple[Model, ...]]] = {
    "Wan 2.1/Qwen-Image-type": (
        Model("Wan 2.1", "Wan 2.1-type", rf"{_WORD}wan(?![a-z])|wan[-_.]?2", class_name="AutoencoderKLWan"),
        Model(
            "Qwen-Image",
            "Qwen-Image-type",
            rf"qwen|{_WORD}krea|{_WORD}anima(?![a-z])",
            class_name="AutoencoderKLQwenImage",
        ),
    ),
}
"""What a label says where shapes leave it open, to what it may be."""
