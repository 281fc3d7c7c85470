"""Video autoencoders on still images: HunyuanVideo, HunyuanVideo 1.5, HunyuanImage's refiner, CogVideoX, EasyAnimate, Mochi, Cosmos, SVD."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from families.video import (
    cogvideox,
    cosmos,
    hunyuan,
    hunyuan15,
    kvae_video,
    magvit,
    mochi,
    refiner,
    still,
    svd,
)
from family_cases import (
    photographs,
    round_trip,
    saved,
    source_of,
    to_pixels,
)

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.families.detect import detect
from vaelab.vae.files.source import open_source
from vaelab.vae.identity.latent_spaces import convention
from vaelab.vae.located import LocatedVAE
from vaelab.vae.spec.grammar import VAESpec


@pytest.mark.parametrize("make", [hunyuan, hunyuan15, cogvideox, magvit, kvae_video, mochi, cosmos, svd])
def test_parameters_are_counted_without_a_config(make: Any, tmp_path: Path) -> None:
    module = make()
    info = describe(str(saved(module.state_dict(), tmp_path / "a.safetensors")), hash_files=False)
    assert info.parameters == sum(p.numel() for p in module.parameters())


def test_on_one_frame_the_two_classes_are_one(tmp_path: Path) -> None:
    """Without a config HunyuanVideo 1.5 and HunyuanImage's refiner need not be told apart."""
    module = refiner()
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    assert "HunyuanVideo 1.5/HunyuanImage refiner-type" in describe(str(path)).family
    found = round_trip(path, photographs()).astype(int)
    difference = np.abs(found - to_pixels(still(module, photographs())))
    assert difference.max() <= 1
    assert (difference > 0).mean() < 1e-3


@pytest.mark.parametrize("make", [hunyuan, magvit, mochi])
def test_tiles_equal_the_class_own(make: Any, tmp_path: Path) -> None:
    module = make()
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    module.enable_tiling(
        tile_sample_min_height=32,
        tile_sample_min_width=32,
        tile_sample_stride_height=24,
        tile_sample_stride_width=24,
    )
    found = round_trip(path, photographs(), tiling=32)
    assert np.array_equal(found, to_pixels(still(module, photographs())))
    assert not np.array_equal(found, round_trip(path, photographs()))


@pytest.mark.parametrize("make", [hunyuan15, cogvideox, cosmos, svd])
def test_what_is_not_tiled_says_so(make: Any, tmp_path: Path) -> None:
    path = saved(make().state_dict(), tmp_path / "a.safetensors")
    with pytest.raises(VAEError, match="cannot be tiled"):
        round_trip(path, photographs(), tiling=64)


@pytest.mark.parametrize("make", [hunyuan, refiner, svd])
def test_they_run_in_half_precision(make: Any, tmp_path: Path) -> None:
    path = saved(make().state_dict(), tmp_path / "a.safetensors")
    half = round_trip(path, photographs(), precision="bf16").astype(int)
    assert 0 < np.abs(half - round_trip(path, photographs())).mean() < 8


def test_a_posterior_is_measured_where_there_is_one(tmp_path: Path) -> None:
    for make, has in ((hunyuan, True), (cosmos, False)):
        path = saved(make().state_dict(), tmp_path / "a.safetensors")
        codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
        (facts, _) = codec.latent_facts(codec.encode(photographs(), [0, 1]))
        assert (facts.kl is not None) == has


@pytest.mark.parametrize(
    ("change", "wrong", "sentence"),
    [
        (
            {"encoder.conv_out.conv.weight": (6, 64, 3, 3, 3)},
            hunyuan,
            "returns 6 channels where its decoder takes 4",
        ),
        (
            {"decoder.conv_out.conv.weight": (12, 32, 3, 3, 3)},
            hunyuan,
            "takes 3 channels and returns 12 where 3",
        ),
        (
            {"decoder.up_blocks.0.resnets.0.conv1.conv.weight": (32, 64, 3, 3, 3)},
            cogvideox,
            "Its encoder has the widths",
        ),
        ({"encoder.down_blocks.1.resnets.0.conv1.weight": (96, 32, 3, 3)}, svd, "Its encoder has the widths"),
        ({"encoder.conv_in.conv_s.weight": (16, 100, 1, 3, 3)}, cosmos, "no cubes of RGB"),
    ],
)
def test_what_cannot_be_run_is_refused(
    change: dict[str, tuple[int, ...]], wrong: Any, sentence: str, tmp_path: Path
) -> None:
    state = wrong().state_dict() | {name: torch.zeros(shape) for name, shape in change.items()}
    with pytest.raises(VAEError, match=sentence) as caught:
        describe(str(saved(state, tmp_path / "a.safetensors")))
    assert "\n" not in str(caught.value)


def test_a_decoder_of_hunyuan_video_decodes_for_another_encoder(tmp_path: Path) -> None:
    """And the tiny one of the same space is given what its pipelines would give it."""
    path = saved(hunyuan().state_dict(), tmp_path / "a.safetensors")
    codec: Any = open_codec(VAESpec("x", str(path), encoder=str(path)), CodecOptions())
    found = codec.decode(codec.encode(photographs(), [0, 1])).images
    assert np.array_equal(found, round_trip(path, photographs()))
    assert not any("is taken from whoever paired them" in note for note in codec.notes)
    for make, space in ((hunyuan, "HunyuanVideo"), (hunyuan15, ""), (refiner, "")):
        saved(make().state_dict(), path)
        source = open_source(path)
        told = LocatedVAE(source, detect(source))
        assert convention(told, describe(str(path)).family).space == space


def test_a_config_of_other_weights_is_refused(tmp_path: Path) -> None:
    hunyuan().save_pretrained(tmp_path)
    config = tmp_path / "config.json"
    config.write_text(config.read_text().replace('"latent_channels": 4', '"latent_channels": 16'))
    with pytest.raises(VAEError, match="says latent_channels = 16, its weights say 4"):
        describe(str(tmp_path))


def test_a_missing_tensor_is_named(tmp_path: Path) -> None:
    state = hunyuan().state_dict()
    del state["decoder.mid_block.resnets.1.conv2.conv.bias"]
    with pytest.raises(VAEError, match=r"lacks 'decoder.mid_block.resnets.1.conv2.conv.bias'"):
        round_trip(saved(state, tmp_path / "a.safetensors"), photographs())


@pytest.mark.parametrize(
    ("place", "name", "sentence"),
    [
        ("minimax_h3", "MiniMaxH3", "MiniMax H3, whose decoder works on clips of 22 frames"),
        ("allegro", "Allegro", "Allegro, which works on clips of 24 frames alone"),
    ],
)
def test_what_makes_no_single_image_is_refused(place: str, name: str, sentence: str) -> None:
    from importlib import import_module

    source = import_module(f"diffusers.models.autoencoders.autoencoder_kl_{place}")
    with torch.device("meta"):
        state = getattr(source, f"AutoencoderKL{name}")().state_dict()
    with pytest.raises(VAEError, match=sentence) as caught:
        detect(source_of(state))
    assert "\n" not in str(caught.value)
