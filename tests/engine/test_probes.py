"""Further passes through a VAE: the columns of a run against the same passes by hand, with the codec alone."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from fakes import FakeCodec, darker, install
from metric_pairs import measured
from PIL import Image
from safetensors.torch import save_file
from skimage import data, io
from vae_files import random_kl

from vaelab.arrays import Float32, Pixels
from vaelab.engine.events import RunFinished
from vaelab.engine.runner import run
from vaelab.metrics.evaluate import Meter
from vaelab.metrics.probe_columns import DISTURBANCES, GENERATIONS
from vaelab.metrics.registry import select
from vaelab.run_folder.store import read_rows
from vaelab.settings import RunSettings
from vaelab.vae.base import CodecOptions, Latents
from vaelab.vae.catalog import open_codec
from vaelab.vae.spec.grammar import parse_spec

METER = Meter(select("lpips,psnr"))
ASKED = ("generations", "equivariance", "robustness")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pictures of one size that 16 does not divide."""
    place = tmp_path / "images"
    place.mkdir()
    for number in range(2):
        io.imsave(
            place / f"{number}.png", data.astronaut()[number * 60 :, 100:][:70, :66], check_contrast=False
        )
    return place


@pytest.fixture
def kl(tmp_path: Path) -> str:
    save_file(random_kl().state_dict(), tmp_path / "kl.safetensors")
    return str(tmp_path / "kl.safetensors")


def made(folder: Path, out: Path, *vaes: str, **changes: Any) -> RunSettings:
    plain: dict[str, Any] = {"marker": "off", "device": "cpu", "fit": "native", "seed": 3, "batch_size": 2}
    return RunSettings(images=(str(folder),), vaes=vaes, out=str(out), **(plain | changes))


def compared(x: Pixels, y: Pixels) -> dict[str, float]:
    return {name: float(value) for name, value in measured(METER, x, y).items() if name in ("psnr", "lpips")}  # type: ignore[arg-type]


class ByHand:
    """A codec, one image at a time."""

    def __init__(self, vae: str) -> None:
        self.codec: Any = open_codec(parse_spec(vae), CodecOptions())

    def latent(self, x: Pixels) -> Float32:
        return np.asarray(self.codec.encode(x[None], [0]).data.mean.numpy()[0])

    def through(self, x: Pixels) -> Pixels:
        return np.asarray(self.codec.decode(self.codec.encode(x[None], [0])).images[0])

    def decode(self, latent: Float32) -> Pixels:
        with torch.inference_mode():
            out = self.codec._network.decode(torch.from_numpy(latent.copy())[None])[0]
        return np.asarray((out / 2 + 0.5).clamp(0, 1).mul(255).round().byte().permute(1, 2, 0).numpy())


def share(found: Float32, expected: Float32) -> float:
    return float(np.linalg.norm(found - expected) / np.linalg.norm(expected))


def test_columns_are_what_the_same_passes_give_by_hand(folder: Path, kl: str, tmp_path: Path) -> None:
    settings = made(folder, tmp_path / "run", f"a={kl}", metrics=",".join(ASKED), generations=4)
    end = list(run(settings))[-1]
    assert isinstance(end, RunFinished)
    assert end.exit_code == 0
    by_hand = ByHand(kl)
    for index, row in enumerate(read_rows(tmp_path / "run")):
        x = np.asarray(Image.open(folder / row.image))
        expected: dict[str, float] = {}
        first, picture = by_hand.latent(x), x
        for count in range(1, 5):
            picture = by_hand.through(picture)
            if count in GENERATIONS:
                expected[f"generation_{count}_drift"] = share(by_hand.latent(picture), first)
                if count > 1:
                    expected |= {f"generation_{count}_{k}": v for k, v in compared(x, picture).items()}
        step = 2 * by_hand.codec.info.factor
        height, width = (side // step * step for side in x.shape[:2])
        assert (height, width) != x.shape[:2]
        cut = x[:height, :width]
        latent = by_hand.latent(cut)
        half = np.asarray(Image.fromarray(cut).resize((width // 2, height // 2), Image.Resampling.LANCZOS))
        smaller = torch.nn.functional.interpolate(
            torch.from_numpy(latent)[None], scale_factor=0.5, mode="bilinear"
        )[0].numpy()
        for name, moved, moved_latent in (
            ("scale", half, smaller),
            ("turn", np.rot90(cut).copy(), np.rot90(latent, axes=(1, 2))),
        ):
            distance = np.linalg.norm(by_hand.latent(moved) - moved_latent)
            expected[f"equivariance_{name}_latent"] = float(distance / np.linalg.norm(latent))
            expected[f"equivariance_{name}_lpips"] = compared(moved, by_hand.decode(moved_latent))["lpips"]
        noise = np.random.default_rng([3, index]).standard_normal(first.shape, dtype=np.float32)
        clean = by_hand.decode(first)[:70, :66]
        for percent in DISTURBANCES:
            other = by_hand.decode(first + np.float32(percent / 100) * first.std() * noise)[:70, :66]
            expected |= {f"robustness_{percent}_{k}": v for k, v in compared(clean, other).items()}
        found = {name: row.values[name] for name in expected}
        assert found == pytest.approx(expected, rel=1e-4, abs=1e-4)
        assert row.values.get("generation_8_psnr") is None
        assert row.values["robustness_5_psnr"] > row.values["robustness_20_psnr"]  # type: ignore[operator]


def test_what_changes_nothing_never_drifts(folder: Path, tmp_path: Path) -> None:
    """The identity, 16 times, is the picture; a baseline has no latent, and none of the columns of one."""
    list(run(made(folder, tmp_path / "run", "identity", metrics=",".join(ASKED), generations=16)))
    for row in read_rows(tmp_path / "run"):
        assert row.status == "ok"
        for count in GENERATIONS[1:]:
            assert row.values[f"generation_{count}_psnr"] == math.inf
            assert row.values[f"generation_{count}_lpips"] == 0
        assert row.values.get("robustness_5_psnr") is None
        assert row.values.get("equivariance_turn_latent") is None
        assert "latent" not in row.note


def test_without_being_asked_for_nothing_goes_through_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codec = FakeCodec(darker)
    install(monkeypatch, a=codec)
    list(run(made(folder, tmp_path / "run", "a=identity", metrics="psnr")))
    assert codec.batches == [[0, 1]]


def test_a_pass_that_fails_costs_its_columns_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the image that it fails on: the batch is taken apart."""
    codec = FakeCodec(darker)
    install(monkeypatch, a=codec)

    def second_image_fails(indices: Any) -> None:
        if len(codec.batches) > 1 and 1 in indices:
            raise RuntimeError("out of luck")

    codec._before = second_image_fails
    end = list(run(made(folder, tmp_path / "run", "a=identity", metrics="psnr", generations=2)))[-1]
    assert isinstance(end, RunFinished)
    assert end.exit_code == 0
    first, second = read_rows(tmp_path / "run")
    assert first.values["generation_2_psnr"] is not None
    assert second.values.get("generation_2_psnr") is None
    assert second.values["psnr"] is not None
    assert "no generations columns: a failed on a further pass with RuntimeError: out of luck" in second.note
    assert "generations" not in first.note


def test_a_pass_that_overflows_is_no_number(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its pixels are black by convention, and must not be scored."""
    codec = FakeCodec(darker)
    install(monkeypatch, a=codec)

    def overflow_from_the_second_pass(indices: Any) -> None:
        codec.nonfinite = 0.5 if len(codec.batches) > 1 else 0.0

    codec._before = overflow_from_the_second_pass
    list(run(made(folder, tmp_path / "run", "a=identity", metrics="psnr", generations=4)))
    for row in read_rows(tmp_path / "run"):
        assert row.status == "ok"
        assert row.values["psnr"] is not None
        assert row.values.get("generation_2_psnr") is None
        assert row.values.get("generation_4_lpips") is None
        assert "a further pass is NaN or Inf" in row.note


class Packed(FakeCodec):
    """A latent whose channels hold places."""

    latent_is_spatial = False

    def latent_of(self, latents: Latents) -> Float32:
        return np.asarray(latents.data.transpose(0, 3, 1, 2), dtype=np.float32)

    def from_latent(self, latent: Float32, size: tuple[int, int], indices: Any) -> Latents:
        pixels = latent.transpose(0, 2, 3, 1).round().clip(0, 255).astype(np.uint8)
        return Latents(np.ascontiguousarray(pixels), size, len(latent))


def test_a_packed_latent_is_not_turned(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The levels of VQ-VAE-2 lie in its channels; noise can be added to them all the same."""
    install(monkeypatch, a=Packed(darker))
    list(run(made(folder, tmp_path / "run", "a=identity", metrics="equivariance,robustness")))
    for row in read_rows(tmp_path / "run"):
        assert row.values.get("equivariance_turn_latent") is None
        assert "no latent whose places are those of the picture" in row.note
        assert row.values["robustness_5_psnr"] is not None
