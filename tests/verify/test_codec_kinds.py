"""A run of every kind of codec is verified: what its pictures and rows hold is what other code makes of them."""

from __future__ import annotations

import hashlib
import warnings
from pathlib import Path
from typing import Any

import pytest
import torch
from families.vq import random_vq
from runs.verified_runs import measured_run, odd_images, outside, verified
from torch import Tensor, nn
from vae_files import random_kl, save_pair, tiny_halves

from vaelab.metrics.registry import METRICS, select
from vaelab.run_folder.store import read_rows, read_summary
from vaelab.verify.pictures.picture_columns import not_of_pictures, second_implementations


class _Halved(nn.Module):
    """A program that takes any picture and gives back half of it."""

    def forward(self, x: Tensor) -> Tensor:
        return x * 0.5


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory, photographs: dict[str, Any]) -> Path:
    return odd_images(tmp_path_factory.mktemp("kinds") / "images", photographs)


def kinds(folder: Path) -> tuple[tuple[str, ...], str]:
    """A VAE of each kind as a spec, and the SHA-256 of the program among them."""
    random_kl((32, 32, 64)).save_pretrained(folder / "kl")
    random_vq().save_pretrained(folder / "vq")
    (folder / "tiny").mkdir()
    save_pair(folder / "tiny", tiny_halves())
    program = folder / "program.pt"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.jit.save(torch.jit.script(_Halved().eval()), str(program))
    sha256 = hashlib.sha256(program.read_bytes()).hexdigest()
    specs = (
        f"kl={folder / 'kl'}", f"vq={folder / 'vq'}", f"tiny={folder / 'tiny'}", "jpeg:40", "identity",
        "pair=mini,encoder=linear", f"program={program}",
    )  # fmt: skip
    return specs, sha256


def test_every_kind_of_codec_with_the_marker_in_a_pass_of_its_own(images: Path, tmp_path: Path) -> None:
    specs, sha256 = kinds(tmp_path)
    folder = measured_run(images, tmp_path / "run", *specs, trust_program=(sha256,))
    errors = {label: vae["error"] for label, vae in read_summary(folder)["vaes"].items()}
    assert errors == dict.fromkeys(errors), "all of them ran"
    found = verified(folder)
    assert outside(found) == {}
    assert found.passed
    assert (found.rows, found.failed, found.recomputed) == (35, 7, 28)
    compared = {line.name for line in found.columns}
    named = {each.what for each in found.not_recomputed}
    measured = {column.name for spec in METRICS if spec.default for column in spec.columns}
    assert compared | named >= measured, "nothing is left out in silence"
    by_pictures = {
        column.name
        for spec in METRICS
        if (spec.function and spec.default) or spec.name in ("marker", "score", "total_loss")
        for column in spec.columns
    }
    assert compared == by_pictures
    assert all(line.n == 28 for line in found.columns), "every finished row in every column"


@pytest.mark.parametrize("preset", ["robust", "classic"])
def test_a_tiled_run_with_the_marker_embedded(images: Path, tmp_path: Path, preset: str) -> None:
    random_kl((32, 32, 64)).save_pretrained(tmp_path / "kl")
    folder = measured_run(
        images, tmp_path / "run", f"kl={tmp_path / 'kl'}", "jpeg:40", marker="embedded", tiling=64, marker_preset=preset,
        marker_corner="top-left", weights={"lpips": 2.0, "contrast": 0.5}, metrics="lpips,gradient,colors,pixel",
    )  # fmt: skip
    assert any(row.values.get("marker_size") for row in read_rows(folder))
    found = verified(folder)
    assert outside(found) == {}
    assert found.passed


def test_a_run_without_the_marker_of_pictures_in_batches(tmp_path: Path, photographs: dict[str, Any]) -> None:
    images = odd_images(tmp_path / "images", photographs, broken=False)
    folder = measured_run(
        images, tmp_path / "run", "mini@bf16", "linear", "blur:2", marker="off", fit="crop", size=96, batch_size=3, latent="sample", seed=4,
    )  # fmt: skip
    found = verified(folder)
    assert outside(found) == {}
    assert found.passed
    assert found.recomputed == found.rows == 12


def test_every_metric_of_two_pictures_has_a_second_implementation() -> None:
    """One that is added without would be left out of every verification. What a network of an extra says is named as not recomputed."""
    by_networks = {spec.name for spec in METRICS if spec.packages}
    assert by_networks == {"classes", "text", "clip"}
    assert {spec.name for spec in METRICS if spec.function} - by_networks == set(second_implementations())
    named = {each.what: str(each.reason) for each in not_of_pictures({spec.name for spec in METRICS})}
    for spec in METRICS:
        for column in spec.columns if spec.name in by_networks else ():
            assert "no second one with the same weights" in named[column.name]


def test_every_metric_that_there_is(tmp_path: Path, photographs: dict[str, Any]) -> None:
    """Those that are not measured by default too, further passes among them."""
    images = odd_images(tmp_path / "images", photographs)
    folder = measured_run(
        images, tmp_path / "run", "linear", "blur:1", metrics="all", generations=2, tiling=64
    )
    found = verified(folder)
    assert outside(found) == {}
    assert found.passed
    compared, named = {line.name for line in found.columns}, {each.what for each in found.not_recomputed}
    # What takes a package or a model of the user's was not measured, and is not named.
    assert compared | named >= {
        column.name for spec in select("all") if not spec.packages for column in spec.columns
    }
    assert {"shift_x", "flip", "ssim_structure", "lab_volume_ratio", "total_loss"} <= compared


def test_a_run_in_which_no_image_has_room_for_the_marker(tmp_path: Path, photographs: dict[str, Any]) -> None:
    """It is measured and ranked as one without; the charts beside it are in no row."""
    images = odd_images(tmp_path / "images", photographs, broken=False)
    folder = measured_run(
        images,
        tmp_path / "run",
        "linear",
        "jpeg:40",
        fit="crop",
        size=64,
        metrics="lpips,gradient,colors,pixel",
    )
    assert all(row.values.get("score") is not None for row in read_rows(folder))
    found = verified(folder)
    assert outside(found) == {}
    assert found.passed
