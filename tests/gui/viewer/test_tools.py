"""What one does in the viewer: moving one side, pins, the loupe's key, maps, histograms; and the store of pictures."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from vaelab.errors import UsageError
from vaelab.gui.core.background_jobs import Jobs
from vaelab.gui.core.pictures import ORIGINAL
from vaelab.gui.viewer.canvas.modes import Mode
from vaelab.gui.viewer.maps import maps
from vaelab.gui.viewer.maps.maps import DerivedKind
from vaelab.gui.viewer.panel import ViewerPanel
from vaelab.gui.viewer.pixel_probe import PINS
from vaelab.metrics.maps import flip
from vaelab.results.records import Row

VAES = ("one", "two")


def noise(seed: int, height: int = 60, width: int = 80) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def row(image: str = "a.png", vae: str = "one", **values: float) -> Row:
    return Row(image, vae, 80, 60, "ok", "", "", "", "0" * 64, values)


def spoken(label: QLabel) -> str:
    return label.text().replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ViewerPanel]:
    jobs = Jobs()
    viewer = ViewerPanel(jobs)
    qtbot.addWidget(viewer)
    viewer.resize(420, 620)
    viewer.show()
    for number, image in enumerate(("a.png", "b.png")):
        for place, vae in enumerate((ORIGINAL, *VAES)):
            viewer.store.put(image, vae, noise(10 * number + place))
    viewer.show_row(row(), [row(vae=vae) for vae in VAES])
    yield viewer
    jobs.shutdown()
    viewer.store.wait()


# One side alone


def test_alt_drag_moves_the_reconstruction_alone_and_both_are_read_where_they_are_seen(
    panel: ViewerPanel, qtbot: QtBot
) -> None:
    canvas = panel.canvas
    panel.set_mode(Mode.SWIPE)
    canvas.put_divider(0)
    canvas.zoom_to(4.0)
    spot = QPointF(200, 200)
    x, y = canvas.pixel_at(spot)
    start = QPoint(120, 200)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, start)
    for step in (QPoint(130, 200), QPoint(132, 208)):
        move(canvas, step, Qt.KeyboardModifier.AltModifier)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, QPoint(132, 208))
    assert canvas.view.nudge == (3.0, 2.0)
    assert canvas.pixel_at(spot) == (x - 3, y - 2)  # of the reconstruction, which has moved
    canvas.put_divider(canvas.width())
    assert canvas.pixel_at(spot) == (x, y)  # of the original, which has not
    canvas.fit()
    assert canvas.view.nudge == (0.0, 0.0)


def move(canvas: object, to: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    """QTest's mouseMove knows no modifiers and presses no buttons."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    position = QPointF(to)
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseMove, position, position, left, left, modifiers)
    QApplication.sendEvent(canvas, event)


def test_pan_and_zoom_survive_stepping_to_an_image_of_another_size(panel: ViewerPanel) -> None:
    panel.store.put("large.png", ORIGINAL, noise(1, 300, 400))
    panel.store.put("large.png", "one", noise(2, 300, 400))
    canvas = panel.canvas
    canvas.zoom_to(8.0)
    canvas.pan_by(QPointF(30, -25))
    view = canvas.view
    panel.show_row(row("large.png"))
    assert canvas.view == view
    panel.show_row(row(vae="two"), [row(vae=vae) for vae in VAES])
    assert canvas.view == view


# Pins


def test_a_pin_stays_while_one_steps_and_reads_what_is_there_now(panel: ViewerPanel) -> None:
    canvas, pins = panel.canvas, panel.probe.pins
    panel.probe.toggle((7, 5))
    panel.probe.toggle((70, 50))
    assert not pins.isHidden()
    for image, base in (("a.png", 0), ("b.png", 10)):
        for place, vae in enumerate(VAES, 1):
            panel.show_row(row(image, vae), [row(image, other) for other in VAES])
            assert canvas.pins == ((7, 5), (70, 50))
            for reading, (x, y) in zip(pins.readings, canvas.pins, strict=True):
                a, b = noise(base)[y, x], noise(base + place)[y, x]
                assert reading.a == tuple(a)
                assert reading.b == tuple(b)
                exact = maps.measure(DerivedKind.DELTA_E, a[None, None], b[None, None]).peak
                assert reading.delta_e == pytest.approx(exact)
            assert "A " + " ".join(f"{part:3d}" for part in noise(base)[5, 7]) in spoken(pins._lines[0])


def test_pins_are_copied_as_a_table_and_taken_away(panel: ViewerPanel, qtbot: QtBot) -> None:
    pins = panel.probe.pins
    panel.probe.toggle((7, 5))
    panel.probe.toggle((79, 59))
    pins.copy_button.click()
    head, first, second = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:5] == ["pin", "x", "y", "A R", "A G"]
    a, b = noise(0)[5, 7], noise(1)[5, 7]
    assert first.split("\t")[:9] == ["1", "7", "5", *(str(part) for part in (*a, *b))]
    assert float(first.split("\t")[9]) == pytest.approx(pins.readings[0].delta_e, abs=1e-3)
    assert second.startswith("2\t79\t59\t")
    pins._grid.itemAtPosition(0, 2).widget().click()
    assert pins.pins == ((79, 59),)
    pins.clear_button.click()
    assert pins.pins == ()
    assert pins.isHidden()
    assert panel.canvas.pins == ()


def test_a_pin_outside_a_smaller_image_says_so_and_comes_back(panel: ViewerPanel) -> None:
    panel.store.put("small.png", ORIGINAL, noise(1, 8, 8))
    panel.store.put("small.png", "one", noise(2, 8, 8))
    panel.probe.toggle((70, 50))
    panel.show_row(row("small.png"))
    assert panel.probe.pins.readings[0].a is None
    assert "A –" in spoken(panel.probe.pins._lines[0])
    panel.canvas.view_image()
    panel.probe.pins.copy_values()
    assert QGuiApplication.clipboard().text().split("\n")[1] == "1\t70\t50" + "\t" * 7
    panel.show_row(row())
    assert panel.probe.pins.readings[0].a == tuple(noise(0)[50, 70])


def test_there_is_a_limit_to_pins_and_it_is_said(panel: ViewerPanel) -> None:
    for x in range(PINS + 1):
        panel.probe.toggle((x, 0))
    assert len(panel.probe.pins.pins) == PINS
    assert str(PINS) in panel.probe.line.text()


def test_a_pin_is_marked_on_both_pictures(panel: ViewerPanel) -> None:
    before = panel.view_image()
    panel.probe.toggle((40, 30))
    after = panel.view_image()
    canvas = panel.canvas
    for pane in canvas.panes():
        target = canvas.frame_.target(pane.rect, pane.shown)
        side = target.width() / 80
        around = [
            QPoint(round(target.left() + (40.5 + dx) * side), round(target.top() + 30.5 * side))
            for dx in np.linspace(-4, 4, 80)
        ]
        assert any(before.pixel(at) != after.pixel(at) for at in around)


# Maps


def choose(panel: ViewerPanel, kind: DerivedKind) -> None:
    panel.set_mode(Mode.MAP)
    panel.tools.kinds.setCurrentIndex(panel.tools.kinds.findData(kind.value))


@pytest.mark.parametrize("kind", [DerivedKind.ERROR, DerivedKind.DELTA_E, DerivedKind.SSIM, DerivedKind.FLIP])
def test_a_map_is_shown_with_its_scale_and_its_mean(
    panel: ViewerPanel, qtbot: QtBot, kind: DerivedKind
) -> None:
    choose(panel, kind)
    qtbot.waitUntil(lambda: panel.canvas.scene.scale is not None)
    measured = maps.measure(kind, noise(0), noise(1))
    scale = maps.scale(measured, panel.tools.gain)
    shown = panel.canvas.scene
    assert np.array_equal(shown.derived[0].picture.pixels, maps.paint(measured, scale)[0])
    assert (shown.scale.low, shown.scale.high, shown.scale.unit) == (scale.low, scale.high, scale.unit)
    mean = measured.pooled.mean
    assert (
        f"mean {mean:.3f}" if kind is DerivedKind.FLIP else f"mean {mean:.3g}"
    ) in panel.tools.facts.text()


def test_the_probe_reads_the_map_too_and_frequencies_are_no_pixels(panel: ViewerPanel, qtbot: QtBot) -> None:
    choose(panel, DerivedKind.ERROR)
    qtbot.waitUntil(lambda: panel.canvas.scene.scale is not None)
    spot = panel.canvas.panes()[0].rect.center()
    x, y = panel.canvas.pixel_at(spot)
    panel.canvas.probe(spot)
    value = np.abs(noise(0)[y, x].astype(int) - noise(1)[y, x]).mean()
    assert spoken(panel.probe.line).endswith(f"|B − A| {value:.3g}")
    choose(panel, DerivedKind.SPECTRUM)
    qtbot.waitUntil(lambda: len(panel.canvas.scene.derived) == 2)
    for pane in panel.canvas.panes():
        assert panel.canvas.pixel_at(pane.rect.center()) is None
    panel.canvas.probe(panel.canvas.panes()[0].rect.center())
    assert panel.probe.line.text() == ""


def test_flip_says_median_quartiles_and_how_it_is_looked_at(panel: ViewerPanel, qtbot: QtBot) -> None:
    choose(panel, DerivedKind.FLIP)
    qtbot.waitUntil(lambda: bool(panel.tools.facts.text()))
    whole = flip.pooled(flip.flip_map(noise(0), noise(1)))
    for value in (whole.mean, whole.median, whole.first_quartile, whole.third_quartile):
        assert f"{value:.3f}" in panel.tools.facts.text()
    assert "67 pixels per degree" in panel.tools.facts.text()


class Quarters:
    """An engine's function that stands for LPIPS: a quarter everywhere."""

    def __call__(self, original: np.ndarray, reconstruction: np.ndarray) -> np.ndarray:
        assert np.array_equal(original, noise(0))
        assert np.array_equal(reconstruction, noise(1))
        return np.full(original.shape[:2], 0.25, np.float32)


def test_the_lpips_map_says_how_it_differs_from_the_metric(
    panel: ViewerPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DerivedKind.LPIPS, "function", f"{__name__}:Quarters")
    panel.show_row(row(lpips=0.4321))
    choose(panel, DerivedKind.LPIPS)
    qtbot.waitUntil(lambda: panel.canvas.scene.scale is not None)
    assert "mean 0.25 " in panel.tools.facts.text()
    assert "0.4321" in panel.tools.facts.text()
    assert (panel.canvas.scene.derived[0].picture.pixels == maps.cividis()[-1]).all()


class Refusing:
    """An engine's function that cannot."""

    def __init__(self) -> None:
        raise UsageError("LPIPS needs a file, which is missing: install VAELab again.")


def test_why_there_is_no_map_is_said_in_its_place(
    panel: ViewerPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DerivedKind.LPIPS, "function", f"{__name__}:Refusing")
    choose(panel, DerivedKind.LPIPS)
    qtbot.waitUntil(lambda: "missing" in panel.canvas.scene.derived[0].missing)
    choose(panel, DerivedKind.ERROR)
    qtbot.waitUntil(lambda: panel.canvas.scene.scale is not None)


def test_while_pytorch_is_loaded_it_says_so(
    panel: ViewerPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DerivedKind.LPIPS, "function", f"{__name__}:Refusing")
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    choose(panel, DerivedKind.LPIPS)
    assert "PyTorch" in panel.canvas.scene.derived[0].missing
    qtbot.waitUntil(lambda: "missing" in panel.canvas.scene.derived[0].missing)


def test_another_row_never_shows_the_last_ones_map_and_only_the_newest_is_made(
    panel: ViewerPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = []
    inner = maps.measure

    def slow(
        kind: DerivedKind, original: np.ndarray, reconstruction: np.ndarray, lpips: object = None
    ) -> maps.Measured:
        time.sleep(0.03)
        measured.append(kind)
        return inner(kind, original, reconstruction)

    monkeypatch.setattr(maps, "measure", slow)
    choose(panel, DerivedKind.ERROR)
    for step in range(12):
        panel.show_row(row(vae=VAES[step % 2]), [row(vae=vae) for vae in VAES])
        assert panel.canvas.scene.scale is None
    qtbot.waitUntil(lambda: panel.canvas.scene.scale is not None)
    scale = maps.scale(inner(DerivedKind.ERROR, noise(0), noise(2)), panel.tools.gain)
    expected = maps.paint(inner(DerivedKind.ERROR, noise(0), noise(2)), scale)[0]
    assert np.array_equal(panel.canvas.scene.derived[0].picture.pixels, expected)
    assert len(measured) < 6


def test_another_gain_does_not_measure_again(
    panel: ViewerPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(panel, DerivedKind.FLIP)
    qtbot.waitUntil(lambda: panel.canvas.scene.scale is not None)
    monkeypatch.setattr(maps, "measure", None)
    panel.tools.step_gain(True)
    qtbot.waitUntil(lambda: panel.canvas.scene.scale.high == 1 / 8)


# Below the pictures


def test_the_histograms_are_those_of_both_pictures(panel: ViewerPanel, qtbot: QtBot) -> None:
    panel.bar.histogram.setChecked(True)
    qtbot.waitUntil(lambda: panel.histogram.shares is not None)
    for pixels, share in zip((noise(0), noise(1)), panel.histogram.shares, strict=True):
        luma = np.floor(pixels @ np.array([0.299, 0.587, 0.114]) + 0.5 + 1e-4).astype(int)
        assert share.sum() == pytest.approx(1)
        assert np.abs(share - np.bincount(luma.ravel(), minlength=256) / luma.size).sum() < 2e-3
    panel.show_row(row(vae="two"), [row(vae=vae) for vae in VAES])
    assert panel.histogram.shares is None
    qtbot.waitUntil(lambda: panel.histogram.shares is not None)
