"""The marker lens: the marker as the VAE was given it and as it came back, from wherever that can be had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from vaelab.engine.events import RowDone
from vaelab.gui.core.background_jobs import Jobs
from vaelab.gui.core.pictures import ORIGINAL
from vaelab.gui.viewer.panel import ViewerPanel
from vaelab.images.marker import Placement, cut, embed, inside_cut
from vaelab.results.records import Row

MARKED = {"marker_x": 30, "marker_y": 50, "marker_size": 8}
PLACE = Placement(30, 50, 8)


def noise(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (60, 80, 3), dtype=np.uint8)


def row(**values: float) -> Row:
    return Row("a.png", "one", 80, 60, "ok", image_sha256="0" * 64, values=values)


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ViewerPanel]:
    """A viewer that has the unmarked pictures of one row."""
    jobs = Jobs()
    viewer = ViewerPanel(jobs)
    qtbot.addWidget(viewer)
    viewer.resize(420, 620)
    viewer.show()
    for place, vae in enumerate((ORIGINAL, "one")):
        viewer.store.put("a.png", vae, noise(place))
    yield viewer
    jobs.shutdown()
    viewer.store.wait()


def test_the_marker_lens_shows_the_markers_own_pictures_while_a_run_goes_on(panel: ViewerPanel) -> None:
    panel.bar.lens.setChecked(True)
    given, back = embed(noise(0), PLACE), noise(1)
    shown = row(**MARKED)
    panel.store.put_row(RowDone(shown, 1, 1, noise(0), noise(1), cut(given, PLACE), cut(back, PLACE)))
    panel.show_row(shown)
    for crop, pixels in zip(panel.lens.crops, (given, back), strict=True):
        assert (crop.width(), crop.height()) == (40, 8)
        for x in (0, 12, 39):
            assert crop.pixelColor(x, 7).getRgb()[:3] == tuple(pixels[57, 30 + x])


def test_the_marker_lens_reads_the_markers_pictures_of_a_run_that_is_reopened(
    panel: ViewerPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    given, back = cut(embed(noise(0), PLACE), PLACE), cut(noise(1), PLACE)
    Image.fromarray(given).save(tmp_path / "given.png")
    Image.fromarray(back).save(tmp_path / "back.png")
    panel.store.open(tmp_path)
    panel.show_row(None)
    panel.bar.lens.setChecked(True)
    panel.show_row(
        replace(row(**MARKED), marker_original_png="given.png", marker_reconstruction_png="back.png")
    )
    qtbot.waitUntil(lambda: panel.lens.crops is not None)
    inside = inside_cut(PLACE)
    for crop, pixels in zip(panel.lens.crops, (given, back), strict=True):
        assert crop.pixelColor(39, 7).getRgb()[:3] == tuple(pixels[inside.y + 7, inside.x + 39])


def test_the_marker_lens_cuts_the_patches_out_of_the_pictures_of_an_old_run_alone(panel: ViewerPanel) -> None:
    panel.bar.lens.setChecked(True)
    panel.show_row(row(**MARKED))
    assert panel.lens.crops is None, "no marker is in these pictures: what lies there is not what was read"
    panel.store.put("a.png", ORIGINAL, embed(noise(0), PLACE))
    panel.show_row(row(**MARKED))
    for crop, pixels in zip(panel.lens.crops, (embed(noise(0), PLACE), noise(1)), strict=True):
        assert (crop.width(), crop.height()) == (40, 8)
        assert crop.pixelColor(39, 7).getRgb()[:3] == tuple(pixels[57, 69])


@pytest.mark.parametrize("changes", [{"marker_x": 10**9}, {"marker_size": -8}, {"marker_y": float("inf")}])
def test_a_table_that_places_the_marker_outside_the_picture_shows_none(
    panel: ViewerPanel, changes: dict[str, float]
) -> None:
    panel.bar.lens.setChecked(True)
    panel.show_row(row(**{**MARKED, **changes}))
    assert panel.lens.crops is None


def test_the_lens_says_that_a_marker_was_not_kept_only_when_that_is_known(
    panel: ViewerPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.bar.lens.setChecked(True)
    panel.show_row(row(**MARKED))
    assert "not kept" in panel.lens.missing()
    panel.show_row(row())
    assert panel.lens.missing() == "no marker with this picture"
    panel.store.open(tmp_path)
    panel.show_row(None)
    gone = replace(row(**MARKED), marker_original_png="gone.png", marker_reconstruction_png="gone too.png")
    panel.show_row(gone)
    assert panel.lens.missing() == "", "it is being read"
    qtbot.waitUntil(lambda: "not kept" in panel.lens.missing())
