"""What is picked in a plot is a row."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from window.plots import on_screen, show

from vaelab.gui.main_window import MainWindow
from vaelab.gui.plots.kinds import PlotKind
from vaelab.gui.plots.tab import PlotsTab


def test_a_click_on_a_point_selects_its_row(looking: MainWindow, qtbot: object) -> None:
    plots = looking.plots
    view = show(plots, PlotKind.SCATTER)
    QApplication.processEvents()
    picked: list[object] = []
    plots.rows_selected.connect(picked.append)
    lone = int(view.points.places[np.argmax(view.points.x)])
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on_screen(view, lone).toPoint())  # type: ignore[attr-defined]
    assert picked == [[plots.data.row(lone).key]]
    assert looking.viewer.row is not None
    assert looking.viewer.row.key == plots.data.row(lone).key
    ring, _ = view._rings.getData()
    assert plots.data.values("lpips")[lone] in ring


def test_a_click_beside_all_points_selects_nothing(plots: PlotsTab, qtbot: object) -> None:
    view = show(plots, PlotKind.SCATTER)
    QApplication.processEvents()
    picked: list[object] = []
    plots.rows_selected.connect(picked.append)
    box = view.plots[0].getViewBox().sceneBoundingRect()
    corner = view.mapFromScene(QPointF(box.right() - 3, box.bottom() - 3))
    assert view._hit(view.mapToScene(corner)) is None
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner)  # type: ignore[attr-defined]
    assert picked == []


def test_a_loop_selects_the_rows_in_it(plots: PlotsTab, qtbot: object) -> None:
    view = show(plots, PlotKind.SCATTER)
    plots.controls.select_button.setChecked(True)
    QApplication.processEvents()
    picked: list[list[tuple[str, str]]] = []
    plots.rows_selected.connect(picked.append)
    box = view.plots[0].getViewBox()
    before = box.viewRange()
    area = box.sceneBoundingRect().adjusted(2, 2, -2, -2)
    middle = area.center().x()
    way = [area.topLeft(), QPointF(middle, area.top()), QPointF(middle, area.bottom()), area.bottomLeft()]
    spots = [view.mapFromScene(each) for each in way]
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=spots[0])  # type: ignore[attr-defined]
    for spot in spots[1:]:
        qtbot.wait(30)  # type: ignore[attr-defined] # pyqtgraph drops moves that come faster than a hand's
        qtbot.mouseMove(view.viewport(), spot)  # type: ignore[attr-defined]
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=spots[-1])  # type: ignore[attr-defined]
    half = box.mapSceneToView(QPointF(middle, area.top())).x()
    expected = {
        plots.data.row(int(p)).key for p, x in zip(view.points.places, view.points.x, strict=True) if x < half
    }
    assert len(picked) == 1
    assert set(picked[0]) == expected
    assert 0 < len(expected) < view.points.x.size
    assert box.viewRange() == before


def test_keys_step_from_point_to_point(plots: PlotsTab, qtbot: object) -> None:
    view = show(plots, PlotKind.DISTRIBUTION)
    picked: list[list[tuple[str, str]]] = []
    plots.rows_selected.connect(picked.append)
    plots.show_row(plots.data.row(int(view.points.places[np.argmin(view.points.x)])))
    plots.redraw()
    qtbot.keyClick(view, Qt.Key.Key_Right)  # type: ignore[attr-defined]
    order = np.lexsort((view.points.y, view.points.x))
    assert picked == [[plots.data.row(int(view.points.places[order[1]])).key]]


def test_a_click_on_a_bar_selects_its_image(plots: PlotsTab, qtbot: object) -> None:
    view = show(plots, PlotKind.PAIRED)
    QApplication.processEvents()
    picked: list[list[tuple[str, str]]] = []
    plots.rows_selected.connect(picked.append)
    box = view.plots[0].getViewBox()
    at = view.mapFromScene(box.mapViewToScene(QPointF(2.5, 0.0)))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)  # type: ignore[attr-defined]
    assert picked == [[plots.data.row(int(view.points.places[2])).key]]
