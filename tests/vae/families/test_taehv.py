"""Tiny video autoencoders on still images, against their author's way of running them: frame by frame, with memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from families.taehv import VARIANTS, MemBlock, SuperBlock, case, super_taehv, taehv
from family_cases import photographs, round_trip, saved

from vaelab.errors import VAEError
from vaelab.vae.catalog import describe


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_description(variant: str, tmp_path: Path) -> None:
    latent, fold, name = VARIANTS[variant]
    case(latent, fold, name)(tmp_path)
    info = describe(str(tmp_path / name))
    assert (info.latent_channels, info.factor) == (latent, 8 * fold)
    module = (super_taehv if "super" in name else taehv)(latent, fold)
    assert info.parameters == sum(p.numel() for p in module.parameters())
    assert ("super" in info.family) == ("super" in name)


def test_the_memory_counts(tmp_path: Path) -> None:
    """A block that forgot the frame before would give another image."""
    module = taehv()
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    before = round_trip(path, photographs())
    for layer in module.modules():
        if isinstance(layer, MemBlock):
            layer.conv[0].weight[:, layer.conv[0].weight.shape[1] // 2 :] = 0
    saved(module.state_dict(), path)
    assert not np.array_equal(round_trip(path, photographs()), before)


def test_where_shapes_do_not_tell_the_activation_the_name_must(tmp_path: Path) -> None:
    state = taehv(32, 2).state_dict()
    with pytest.raises(
        VAEError, match="two are published with the same shapes and different activations: name"
    ):
        describe(str(saved(state, tmp_path / "vae.safetensors")))
    found = [round_trip(saved(state, tmp_path / f"{name}.safetensors"), photographs())
             for name in ("taehv1_5", "lighttaehy1_5")]  # fmt: skip
    assert not np.array_equal(*found)


def test_a_super_block_sees_the_frame_before(tmp_path: Path) -> None:
    module = super_taehv()
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    before = round_trip(path, photographs())
    for layer in module.modules():
        if isinstance(layer, SuperBlock):
            layer.conv[0].weight[layer.conv[0].weight.shape[0] // 2 :] = 0
    saved(module.state_dict(), path)
    assert not np.array_equal(round_trip(path, photographs()), before)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("decoder.0.weight", lambda tensor: tensor[:, :40]),
        ("decoder.1.conv.0.weight", lambda tensor: tensor[:-2]),
        ("decoder.4.weight", lambda tensor: tensor[:-8]),
        ("decoder.1.conv.3.weight", None),
    ],
)
def test_a_damaged_super_decoder_is_refused(name: str, change: Any, tmp_path: Path) -> None:
    state = super_taehv().state_dict()
    if change is None:
        del state[name]
    else:
        state[name] = change(state[name])
    with pytest.raises(VAEError):
        round_trip(saved(state, tmp_path / "a.safetensors"), photographs())


def test_unknown_channels_are_refused(tmp_path: Path) -> None:
    with pytest.raises(VAEError, match="of 20 latent channels, whose activation its weights do not tell"):
        describe(str(saved(taehv(20, 2).state_dict(), tmp_path / "taehv1_5.safetensors")))


def test_halves_of_other_frames_are_refused(tmp_path: Path) -> None:
    state = taehv().state_dict()
    name = next(name for name in state if name.startswith("decoder.19."))
    state[name] = state[name][:16]
    with pytest.raises(VAEError, match="of 4 frames, its decoder .* makes 2"):
        describe(str(saved(state, tmp_path / "a.safetensors")))
