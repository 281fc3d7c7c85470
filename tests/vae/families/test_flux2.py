"""The VAE of Flux.2: both layouts, both decoders."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from families.flux2 import flux2, small_decoder, to_bfl
from family_cases import (
    photographs,
    raw_class,
    round_trip,
    saved,
    to_pixels,
)

from vaelab.errors import VAEError
from vaelab.vae.catalog import describe


@pytest.mark.parametrize("layout", ["file", "bfl", "first_stage_model"])
@pytest.mark.parametrize("make", [flux2, small_decoder])
def test_both_decoders_are_told_from_their_shapes(make: Any, layout: str, tmp_path: Path) -> None:
    state = make().state_dict()
    if layout != "file":
        state = to_bfl(state)
    if layout == "first_stage_model":
        state = {f"first_stage_model.{name}": tensor for name, tensor in state.items()}
    info = describe(str(saved(state, tmp_path / "a.safetensors")))
    assert (info.latent_channels, info.factor) == (4, 2)
    assert ("small decoder" in info.family) == (make is small_decoder)
    # The statistics of the packed latents are tensors of the file, too.
    assert info.parameters == sum(tensor.numel() for tensor in state.values())


def test_a_missing_statistic_is_named(tmp_path: Path) -> None:
    state = flux2().state_dict()
    del state["bn.num_batches_tracked"]
    path = saved(state, tmp_path / "a.safetensors")
    with pytest.raises(VAEError, match=r"lacks 'bn\.num_batches_tracked'"):
        round_trip(path, torch.zeros(1, 8, 8, 3, dtype=torch.uint8).numpy())


def test_statistics_of_other_latents_are_refused(tmp_path: Path) -> None:
    state = flux2().state_dict()
    state["bn.running_mean"] = torch.zeros(8)
    with pytest.raises(VAEError, match=r"'bn\.running_mean' has the shape \(8,\) where \(16,\) belongs"):
        describe(str(saved(state, tmp_path / "a.safetensors")))


def test_tiles_equal_the_class_own(tmp_path: Path) -> None:
    module = flux2()
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    module.tile_sample_min_size, module.tile_latent_min_size = 32, 16
    module.enable_tiling()
    assert np.array_equal(
        round_trip(path, photographs(), tiling=32), to_pixels(raw_class(module, photographs()))
    )
