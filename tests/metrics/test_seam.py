"""Seams of tiles: by hand, and in a run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fakes import FakeCodec, install
from metric_pairs import constant, noise, photograph
from skimage import data, io

from vaelab.arrays import Pixels
from vaelab.engine.runner import run
from vaelab.metrics.base import Undefined
from vaelab.metrics.seam import seam
from vaelab.run_folder.store import read_rows
from vaelab.settings import RunSettings

SIDE = 64
BORDERS = (48, 64, 96, 112)
"""Of tiles of 64 px in 128 px: a tile begins every 48 px, the one before it ends 16 px further."""


def plainly(x: Pixels, y: Pixels) -> float:
    """One step after the other."""
    error = (y.astype(float) - x) @ [0.299, 0.587, 0.114]
    across, elsewhere = [], []
    for lines in (error, error.T):
        for line in lines:
            for place in range(1, len(line)):
                (across if place in BORDERS else elsewhere).append(abs(line[place] - line[place - 1]))
    return float(np.mean(across) / np.mean(elsewhere))


def test_every_step_by_hand() -> None:
    x = photograph("coffee", 128, 128)
    y = noise(x, 8)
    assert seam(x, y, SIDE) == pytest.approx(plainly(x, y), abs=1e-9)
    assert seam(x, y, SIDE) == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("border", BORDERS)
def test_a_tile_that_is_brighter_shows(border: int) -> None:
    x = photograph("coffee", 128, 128) // 2 + 40
    y = noise(x, 2)
    bright = y.copy()
    bright[:, border:] += 12
    found = seam(x, bright, SIDE)
    assert found == pytest.approx(plainly(x, bright), abs=1e-9)
    beside = y.copy()
    beside[:, border + 5 :] += 12
    assert found > 1.3 > 1.05 > seam(x, beside, SIDE)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("x", "y", "why"),
    [
        (photograph("coffee", 64, 64), photograph("chelsea", 64, 64), "no larger than a tile"),
        (constant(128, 128, (9, 9, 9)), constant(128, 128, (12, 12, 12)), "nothing is wrong"),
    ],
)
def test_where_there_is_none_it_says_why(x: Pixels, y: Pixels, why: str) -> None:
    found = seam(x, y, SIDE)
    assert isinstance(found, Undefined)
    assert why in found.reason


@pytest.mark.parametrize("side", [SIDE, None])
def test_a_run_measures_what_is_decoded_in_tiles(
    side: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    io.imsave(folder / "a.png", data.astronaut()[:128, :128], check_contrast=False)

    def bright(images: Any) -> Any:
        made = images // 2
        made[:, :, 96:] += 20
        return made

    codec = FakeCodec(bright)
    codec.tile_side = side
    install(monkeypatch, a=codec)
    settings = RunSettings(
        images=(str(folder),),
        vaes=("a=identity",),
        out=str(tmp_path / "run"),
        size=128,
        marker="off",
        metrics="seam,psnr",
        device="cpu",
    )
    list(run(settings))
    (row,) = read_rows(tmp_path / "run")
    x = data.astronaut()[:128, :128]
    expected = None if side is None else pytest.approx(plainly(x, bright(x[None].copy())[0]), abs=1e-9)
    assert row.values.get("seam") == expected
