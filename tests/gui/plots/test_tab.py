"""The tab of plots: when it draws, how it follows the theme, what it offers, and its pictures in files."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget
from window.plots import LABELS, rows, show

from vaelab.gui.main_window import MainWindow
from vaelab.gui.plots.kinds import PlotKind
from vaelab.gui.plots.tab import PlotsTab
from vaelab.gui.style import theme
from vaelab.gui.widgets.navigation import Page


def test_before_the_first_row_there_are_words(window: MainWindow, qtbot: object) -> None:
    window.navigation.show_results()
    window.navigation.turn_to(Page.PLOTS)
    assert window.plots.message.isVisible()
    assert window.plots.message.text() == "Plots appear with the first row."
    window.rows.append(rows(4))
    qtbot.waitUntil(lambda: window.plots.current() is not None)  # type: ignore[attr-defined]
    window.rows.clear()
    qtbot.waitUntil(lambda: window.plots.current() is None)  # type: ignore[attr-defined]


def tick(tab: PlotsTab) -> None:
    """Let the timers that run fire a few times, and what they began come to pass."""
    for _ in range(3):
        for timer in tab.findChildren(QTimer):
            if timer.isActive():
                timer.timeout.emit()
        QApplication.processEvents()


def test_a_hidden_tab_does_nothing(looking: MainWindow, qtbot: object) -> None:
    looking.navigation.turn_to(Page.IMAGES)
    before = looking.plots.redraws
    looking.rows.append(rows(40)[60:])
    looking.plots.live(True)
    theme.apply(QApplication.instance(), "dark")
    tick(looking.plots)
    assert looking.plots.redraws == before
    assert looking.plots.data.count == 60
    looking.navigation.turn_to(Page.PLOTS)
    qtbot.waitUntil(lambda: looking.plots.data.count == 120)  # type: ignore[attr-defined]


def test_rows_that_the_tables_filter_hides_are_drawn_all_the_same(looking: MainWindow, qtbot: object) -> None:
    looking.rows.set_filter(lambda model: np.zeros(len(model.rows()), dtype=bool))
    looking.rows.append(rows(40)[60:])
    qtbot.waitUntil(lambda: looking.plots.data.count == 120)  # type: ignore[attr-defined]


def test_nothing_is_drawn_while_nothing_changes(plots: PlotsTab, qtbot: object) -> None:
    tick(plots)
    before = plots.redraws
    tick(plots)
    assert plots.redraws == before


def test_a_palette_switch_recolors(plots: PlotsTab, qtbot: object) -> None:
    view = show(plots, PlotKind.SCATTER)
    light = view.grab().toImage()
    theme.apply(QApplication.instance(), "dark")
    qtbot.waitUntil(lambda: view.backgroundBrush().color().name() == theme.DARK.surface)  # type: ignore[attr-defined]
    qtbot.waitUntil(  # type: ignore[attr-defined]
        lambda: view.signs[LABELS[0]].opts["brush"].color().name() == theme.DARK.series[0]
    )
    dark = view.grab().toImage()
    assert light.pixelColor(2, 2).lightnessF() > 0.9
    assert dark.pixelColor(2, 2).lightnessF() < 0.2


def test_larger_text_makes_larger_ticks(plots: PlotsTab, qtbot: object) -> None:
    view = show(plots, PlotKind.SCATTER)
    before = view.plots[0].getAxis("bottom").style["tickFont"].pointSizeF()
    theme.apply(QApplication.instance(), "light", 150)
    try:
        qtbot.waitUntil(  # type: ignore[attr-defined]
            lambda: view.plots[0].getAxis("bottom").style["tickFont"].pointSizeF() > 1.4 * before
        )
    finally:
        theme.apply(QApplication.instance(), "light", 100)


def test_a_zoom_stays_while_rows_arrive_and_f_lets_go(looking: MainWindow, qtbot: object) -> None:
    plots = looking.plots
    view = show(plots, PlotKind.SCATTER)
    whole = view.plots[0].getViewBox().viewRange()
    qtbot.keyClick(view, Qt.Key.Key_Plus)  # type: ignore[attr-defined]
    near = view.plots[0].getViewBox().viewRange()
    assert near != whole
    assert plots.controls.reset_button.isEnabled()
    looking.rows.append(rows(40)[60:])
    qtbot.waitUntil(lambda: plots.data.count == 120)  # type: ignore[attr-defined]
    assert view.plots[0].getViewBox().viewRange() == near
    qtbot.keyClick(view, Qt.Key.Key_F)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: view.plots[0].getViewBox().viewRange() != near)  # type: ignore[attr-defined]


def controls_of(plots: PlotsTab) -> Iterator[QWidget]:
    for widget in plots.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(plots):
            yield widget


@pytest.mark.parametrize("kind", list(PlotKind))
def test_every_control_has_a_name_and_a_tooltip(plots: PlotsTab, kind: PlotKind) -> None:
    plots.choose(kind)
    plots.redraw()
    named = [plots.controls, *[w for w in controls_of(plots) if w.parent() is plots.controls]]
    for widget in named[1:]:
        assert widget.accessibleName(), widget
        assert widget.toolTip(), widget
    view = plots.current()
    if view is not None:
        assert view.accessibleName()
        assert view.accessibleDescription()


# Sharing


@pytest.mark.parametrize(
    "kind", [kind for kind in PlotKind if kind not in (PlotKind.SPECTRUM, PlotKind.RATIO)]
)
def test_png_and_svg_open_and_hold_the_plot(plots: PlotsTab, kind: PlotKind, tmp_path: Path) -> None:
    view = show(plots, kind)
    told: list[tuple[str, bool]] = []
    plots.told.connect(lambda text, wrong: told.append((text, wrong)))
    plots.saving.save(tmp_path / "plot.png")
    plots.saving.save(tmp_path / "plot.svg")
    assert [wrong for _, wrong in told] == [False, False]
    image = QImage(str(tmp_path / "plot.png"))
    assert image.width() == 2 * view.width()
    content = (tmp_path / "plot.svg").read_bytes()
    ElementTree.fromstring(content)
    assert view.heading.title.split()[0].encode() in content
    assert QSvgRenderer(QByteArray(content)).isValid()


def test_a_place_that_cannot_be_written_is_told(plots: PlotsTab, tmp_path: Path) -> None:
    show(plots, PlotKind.SCATTER)
    told: list[tuple[str, bool]] = []
    plots.told.connect(lambda text, wrong: told.append((text, wrong)))
    plots.saving.save(tmp_path / "missing" / "plot.svg")
    assert told[0][1]
    assert "choose another place" in told[0][0]
