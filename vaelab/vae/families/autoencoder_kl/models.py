"""Which models with AutoencoderKL are built alike: SD 1 and SDXL; SD 3 and Flux.1. No torch here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vaelab.vae.families.family import Model

_WORD: Final = r"(?<![a-z])"

MODELS: Final[Mapping[str, tuple[Model, ...]]] = {
    "SD1/SDXL-type": (
        Model(
            "SD1",
            "SD1-type",
            r"ft[-_.]?(mse|ema)|sd[-_.]?v?[12](?!\d)|sd[-_.]?(14|15|20|21)|stable-diffusion-(v1|2)|v[12][-_.][0145]|kl-f8|"
            r"orangemix|anything|blessed|clearvae|waifu|novelai",
            r"(^|\.)cond_stage_model\.",
            0.18215,
        ),
        Model(
            "SDXL",
            "SDXL-type",
            rf"sd[-_.]?xl|{_WORD}xl|xl(?![a-z])|stable-diffusion-xl|pony|illustrious|noobai|playground|kolors|auraflow",
            r"(^|\.)conditioner\.embedders\.",
            0.13025,
        ),
    ),
    "SD3/Flux.1-type": (
        Model("SD3", "SD3-type", r"sd[-_.]?3|stable-diffusion-3", r"(^|\.)joint_blocks\.\d", 1.5305),
        Model(
            "Flux.1",
            "Flux.1-type",
            rf"flux|^ae(?![a-z])|{_WORD}ae$|z[-_.]?image|lumina|chroma|hidream",
            r"(^|\.)double_blocks\.\d",
            0.3611,
        ),
    ),
}
"""What a label says where shapes leave it open, to what it may be."""
