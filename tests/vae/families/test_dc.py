"""AutoencoderDC: Sana's and the in and mix variants, in diffusers' and efficientvit's names."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from families.dc import sana, to_efficientvit
from family_cases import (
    photographs,
    raw_class,
    round_trip,
    saved,
    to_pixels,
)

from vaelab.errors import VAEError
from vaelab.vae.catalog import describe


def test_facts_count_the_fused_attention(tmp_path: Path) -> None:
    info = describe(str(saved(to_efficientvit(sana().state_dict()), tmp_path / "a.safetensors")))
    assert (info.family, info.latent_channels, info.factor) == ("AutoencoderDC (f4c8)", 8, 4)
    assert info.parameters == sum(p.numel() for p in sana().parameters())


def test_a_fused_attention_that_does_not_divide_is_named(tmp_path: Path) -> None:
    state = to_efficientvit(sana().state_dict())
    name = next(name for name in state if name.endswith("qkv.conv.weight"))
    state[name] = state[name][:-1]
    with pytest.raises(VAEError, match=r"qkv\.conv\.weight' has the shape .* not 3 equal parts"):
        round_trip(saved(state, tmp_path / "a.safetensors"), photographs())


def test_tiles_equal_the_class_own(tmp_path: Path) -> None:
    module = sana()
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    module.enable_tiling(32, 32, 24, 24)
    found = round_trip(path, photographs(), tiling=32)
    assert np.array_equal(found, to_pixels(raw_class(module, photographs())))
    assert not np.array_equal(found, round_trip(path, photographs()))
