"""The ways to compare and the maps: one row, and it has a button, a key, panes, a scale and a picture."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from vaelab.gui.core import mipmaps
from vaelab.gui.style import icons
from vaelab.gui.viewer.bar import ViewerBar
from vaelab.gui.viewer.canvas.modes import CompareState, Mode, Scene, Shown
from vaelab.gui.viewer.canvas.panes import arrange
from vaelab.gui.viewer.maps import maps
from vaelab.gui.viewer.maps.maps import DerivedKind
from vaelab.gui.viewer.tools import MapTools

A, B, C = (Shown(letter, letter, None, letter == "A") for letter in "ABC")
MADE = Shown("", "derived", None)
SCENE = Scene(A, (B, C), 0, (MADE,))
SEEN = {
    Mode.TWO_UP: [A, B],
    Mode.SWIPE: [B],
    Mode.BLINK: [B],
    Mode.DIFFERENCE: [MADE],
    Mode.MAP: [MADE],
    Mode.GRID: [A, B, C],
}


@pytest.mark.parametrize("mode", Mode)
def test_a_way_to_compare_shows_its_pictures_and_held_the_original_in_place(mode: Mode) -> None:
    area = QRectF(0, 0, 900, 300)
    assert [pane.shown for pane in arrange(SCENE, CompareState(mode), area)] == SEEN[mode]
    assert [pane.shown for pane in arrange(SCENE, CompareState(mode, held=True), area)] == [A] * len(
        SEEN[mode]
    )
    alone = Scene(A)
    assert [pane.shown for pane in arrange(alone, CompareState(mode), area)] == [A]


def test_every_way_to_compare_has_a_button_an_icon_and_a_key_of_its_own(qtbot: QtBot) -> None:
    bar = ViewerBar()
    qtbot.addWidget(bar)
    assert list(bar.modes) == list(Mode)
    assert len({mode.key for mode in Mode}) == len(Mode)
    for mode, button in bar.modes.items():
        assert button.accessibleName() == mode.tip
        assert not icons.pixmap(mode.value, "#000000", 16, 1.0).isNull()
        with qtbot.waitSignal(bar.mode_chosen, check_params_cb=lambda chosen, mode=mode: chosen is mode):
            button.click()


@pytest.mark.parametrize("kind", DerivedKind)
def test_a_map_is_measured_scaled_and_painted(kind: DerivedKind) -> None:
    x, y = (np.random.default_rng(seed).integers(0, 256, (32, 48, 3), np.uint8) for seed in (0, 1))
    if isinstance(kind.function, str):  # with PyTorch: that it is there must do
        module, name = kind.function.split(":")
        spec = importlib.util.find_spec(module)
        assert spec is not None
        assert f"class {name}" in Path(str(spec.origin)).read_text("utf-8")
        measured = maps.measure(kind, x, y, lambda a, b: np.full(a.shape[:2], 0.5))
    else:
        measured = maps.measure(kind, x, y)
    for gain in (1, maps.AUTO):
        scale = maps.scale(measured, gain)
        assert scale.unit == kind.unit
        assert scale.high == (kind.top if gain and kind.top is not None else measured.peak)
        pictures = maps.paint(measured, scale)
        assert len(pictures) == (2 if kind.of_each else 1)
        assert all(mipmaps.make(np.ascontiguousarray(picture)).size.width() for picture in pictures)


def test_every_map_is_offered_in_one_way_to_compare(qtbot: QtBot) -> None:
    tools = MapTools()
    qtbot.addWidget(tools)
    offered = []
    for mode in Mode:
        tools.show_mode(mode)
        if mode.derived:
            offered += [tools.kinds.itemData(place) for place in range(tools.kinds.count())]
    assert sorted(offered) == sorted(kind.value for kind in DerivedKind)
