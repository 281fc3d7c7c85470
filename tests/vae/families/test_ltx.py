"""The VAEs of LTX-Video and LTX-2 on still images, in diffusers' and in Lightricks' own layout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from families.ltx import make, run, to_lightricks
from family_cases import photographs, round_trip, saved, to_pixels
from safetensors.torch import save_file

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.spec.grammar import VAESpec


def test_noise_belongs_to_the_image_and_the_seed(tmp_path: Path) -> None:
    module = make("0.9.1")
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    state = torch.random.get_rng_state()
    codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
    alone = codec.decode(codec.encode(photographs()[1:], [1])).images
    both = codec.decode(codec.encode(photographs(), [0, 1])).images
    assert np.abs(alone[0].astype(int) - both[1]).max() <= 1
    assert np.abs(round_trip(path, photographs(), seed=7).astype(int) - both).mean() > 1
    assert any("draws noise" in note for note in codec.notes)
    assert any("runs at step 0" in note for note in codec.notes)
    assert torch.equal(torch.random.get_rng_state(), state), (
        "drawing leaves the program's own generator alone"
    )


def test_the_units_of_its_pipelines_are_in_its_file(tmp_path: Path) -> None:
    module = make("LTX-2")
    module.latents_std.uniform_(0.5, 2)
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
    assert np.allclose(codec.units.mean.ravel(), module.latents_mean)
    assert np.allclose(codec.units.scale.ravel(), 1 / module.latents_std)
    module.latents_std[3] = 0
    broken: Any = open_codec(
        VAESpec("x", str(saved(module.state_dict(), tmp_path / "b.safetensors"))), CodecOptions()
    )
    assert broken.units is None
    alone = saved(
        {name: tensor for name, tensor in module.state_dict().items() if not name.startswith("encoder.")},
        tmp_path / "decoder.safetensors",
    )
    codec = open_codec(VAESpec("x", str(alone), encoder=str(path)), CodecOptions())
    found = codec.decode(codec.encode(photographs(), [0, 1])).images
    assert np.array_equal(found, round_trip(path, photographs()))


@pytest.mark.parametrize("residual", [True, False])
def test_the_header_tells_what_weights_do_not(residual: bool, tmp_path: Path) -> None:
    """As Lightricks writes it: the decoder's blocks from the last to the first."""
    module = make("LTX-2", upsample_residual=(residual, True, False), decoder_spatial_padding_mode="zeros")
    blocks: list[Any] = [["res_x", {"num_layers": 1}]]
    for adds in (residual, True, False):
        blocks += [["compress_all", {"multiplier": 2, "residual": adds}], ["res_x", {"num_layers": 1}]]
    config = {"vae": {"decoder_blocks": blocks, "spatial_padding_mode": "zeros"}, "transformer": {}}
    state = {key: tensor.contiguous() for key, tensor in to_lightricks(module.state_dict()).items()}
    path = tmp_path / "a.safetensors"
    save_file(state, path, metadata={"config": json.dumps(config)})
    found = round_trip(path, photographs()).astype(int)
    assert np.abs(found - to_pixels(run(module, photographs()))).max() <= 1
    save_file(state, path)
    assert np.abs(round_trip(path, photographs()).astype(int) - found).mean() > 1
    config["vae"]["decoder_blocks"].pop(1)
    save_file(state, path, metadata={"config": json.dumps(config)})
    with pytest.raises(VAEError, match="header says that its decoder has 2 steps, its weights that it has 3"):
        describe(str(path))


@pytest.mark.parametrize("header", ["{", "[]", '{"vae": 3}', '{"vae": {"decoder_blocks": 7}}'])
def test_a_header_that_says_nothing_is_no_harm(header: str, tmp_path: Path) -> None:
    state = {key: tensor.contiguous() for key, tensor in make("0.9.0").state_dict().items()}
    save_file(state, tmp_path / "a.safetensors", metadata={"config": header})
    assert describe(str(tmp_path / "a.safetensors"), hash_files=False).factor == 16


@pytest.mark.parametrize("name", ["0.9.0", "LTX-2"])
def test_tiles_equal_the_class_own(name: str, tmp_path: Path) -> None:
    module = make(name)
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    images = np.tile(photographs(), (1, 2, 2, 1))[:, :128, :96]
    module.enable_tiling(
        tile_sample_min_height=64,
        tile_sample_min_width=64,
        tile_sample_stride_height=48,
        tile_sample_stride_width=48,
    )
    found = round_trip(path, images, tiling=64)
    assert np.abs(found.astype(int) - to_pixels(run(module, images))).max() <= 1
    assert not np.array_equal(found, round_trip(path, images))


def test_halves_of_other_factors_are_refused(tmp_path: Path) -> None:
    state = make("0.9.0").state_dict()
    state = {name: tensor for name, tensor in state.items() if ".up_blocks.3.upsamplers." not in name}
    with pytest.raises(VAEError, match="divides the size by 16, its decoder multiplies it by 8"):
        describe(str(saved(state, tmp_path / "a.safetensors")))


def test_a_block_out_of_its_row_is_named(tmp_path: Path) -> None:
    state = to_lightricks(make("0.9.0").state_dict())
    state["decoder.up_blocks.99.conv.conv.weight"] = torch.zeros(2, 2, 3, 3, 3)
    with pytest.raises(VAEError, match=r"unexpected 'decoder.up_blocks.99.conv.conv.weight'"):
        round_trip(saved(state, tmp_path / "a.safetensors"), photographs())
