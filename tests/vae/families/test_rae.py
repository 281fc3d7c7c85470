"""Representation autoencoders. Their encoders are in the package transformers: without it only what a file says is tested."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
import torch
from families.rae import SIDE, WIDTH, config, reference, weights, written
from family_cases import Images, photographs, round_trip, saved
from torch import Tensor

from vaelab.errors import ImageError, VAEError
from vaelab.vae.catalog import describe
from vaelab.vae.families.detect import detect
from vaelab.vae.files.source import open_source

NEEDS = pytest.mark.skipif(
    find_spec("transformers") is None, reason="the package transformers is not installed"
)


def to_earlier(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The names that transformers 4 gave."""
    result = {}
    for name, tensor in state.items():
        name = re.sub(
            r"^encoder\.layers\.(\d+)\.mlp\.fc1", r"encoder.encoder.layer.\1.intermediate.dense", name
        )
        name = re.sub(r"^encoder\.layers\.(\d+)\.mlp\.fc2", r"encoder.encoder.layer.\1.output.dense", name)
        name = re.sub(r"^encoder\.layers\.", "encoder.encoder.layer.", name)
        for short, long in (("q", "query"), ("k", "key"), ("v", "value")):
            name = name.replace(f"attention.{short}_proj", f"attention.attention.{long}")
        result[name.replace("attention.o_proj", "attention.output.dense")] = tensor
    return result


def square() -> Images:
    return np.ascontiguousarray(np.pad(photographs(), ((0, 0), (0, 0), (0, 16), (0, 0)), mode="reflect"))


@NEEDS
@pytest.mark.parametrize("earlier", [False, True], ids=["transformers 5", "transformers 4"])
@pytest.mark.parametrize("kind", ["dinov2", "mae"])
def test_it_equals_the_class(kind: str, earlier: bool, tmp_path: Path) -> None:
    state = to_earlier(weights(kind)) if earlier else weights(kind)
    wanted = reference(kind, square())
    assert wanted.std() > 10
    assert np.array_equal(round_trip(written(tmp_path, kind, state), square()), wanted)


@NEEDS
def test_statistics_for_every_place_are_filled(tmp_path: Path) -> None:
    shape = (WIDTH, SIDE, SIDE)
    path = written(tmp_path, "dinov2", weights("dinov2", shape))
    assert np.array_equal(round_trip(path, square()), reference("dinov2", square(), shape))


@NEEDS
def test_an_image_of_another_size_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "dinov2", weights("dinov2"))
    with pytest.raises(ImageError, match="takes images of 64 × 64 px alone and this one has 48 × 64"):
        round_trip(path, photographs())


def test_it_is_described_without_transformers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = describe(str(written(tmp_path, "dinov2", weights("dinov2"))))
    assert (info.family, info.latent_channels, info.factor) == (
        "AutoencoderRAE (DINOv2-type, 64 px)",
        WIDTH,
        16,
    )
    monkeypatch.setattr("vaelab.vae.families.rae.build.find_spec", lambda name: None)
    path = tmp_path / "vae"
    note = list(describe(str(path)).details["notes"])[-1]  # type: ignore[call-overload]
    assert note.startswith("it cannot be run here: ")
    assert note.endswith("pip install 'vaelab[rae]'.")


def test_without_transformers_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "mae", weights("mae"))
    monkeypatch.setattr("vaelab.vae.families.rae.build.find_spec", lambda name: None)
    with pytest.raises(VAEError, match=r"not installed: add it with pip install 'vaelab\[rae\]'") as caught:
        round_trip(path, square())
    assert "\n" not in str(caught.value)


def test_without_a_config_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VAEError, match="heads and image size weights do not tell"):
        detect(open_source(saved(weights("mae"), tmp_path / "a.safetensors")))


def test_a_config_of_other_weights_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "mae", weights("mae"))
    (path / "config.json").write_text(json.dumps({**config("mae"), "decoder_num_hidden_layers": 12}))
    with pytest.raises(VAEError, match="says decoder_num_hidden_layers = 12, its weights say 2"):
        describe(str(path))


def test_siglip_is_refused(tmp_path: Path) -> None:
    state = weights("mae") | {"encoder.vision_model.post_layernorm.bias": torch.zeros(2)}
    with pytest.raises(VAEError, match="SigLIP 2, which diffusers does not build"):
        describe(str(written(tmp_path, "mae", state)))
