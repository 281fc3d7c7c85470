"""The page of the test charts, by real keys and clicks: the figures of the run's record, curves and pictures of the chosen one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from vaelab.charts.figures import FIGURES
from vaelab.charts.measure import ChartRecord
from vaelab.engine.runner import run
from vaelab.gui.main_window import MainWindow
from vaelab.gui.models import roles
from vaelab.gui.widgets.navigation import Page
from vaelab.run_files import CHARTS
from vaelab.run_folder.read.charts import charts_to_json, read_charts
from vaelab.settings import RunSettings


@pytest.fixture(scope="module")
def charted(tmp_path_factory: pytest.TempPathFactory, photographs: dict[str, object]) -> Path:
    from PIL import Image

    base = tmp_path_factory.mktemp("charted")
    Image.fromarray(photographs["chelsea"]).resize((96, 64)).save(base / "a.png")  # type: ignore[arg-type]
    settings = RunSettings(
        images=(str(base / "a.png"),),
        vaes=("identity", "blur:2"),
        out=str(base / "run"),
        charts=True,
        metrics="pixel",
    )
    list(run(settings))
    return base / "run"


def _open(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    window.controllers.history.open_run(folder)
    qtbot.waitUntil(
        lambda: window.run_model.folder == folder and window.run_model.data is not None, timeout=10_000
    )


def _record(folder: Path) -> ChartRecord:
    record = read_charts(folder)
    assert record is not None
    return record


def test_the_page_shows_what_the_record_says(window: MainWindow, charted: Path, qtbot: QtBot) -> None:
    _open(window, charted, qtbot)
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.navigation.tab() is Page.CHARTS
    tab, record = window.charts, _record(charted)
    qtbot.waitUntil(lambda: tab.model.rowCount() > 0)
    header = [
        tab.model.headerData(section, Qt.Orientation.Horizontal) for section in range(tab.model.columnCount())
    ]
    assert header == ["Figure", "Original", "identity", "blur:2"]
    readings = (record.original, record.vaes["identity"], record.vaes["blur:2"])
    known = [figure for figure in FIGURES if any(figure.column.name in each.values for each in readings)]
    assert tab.model.rowCount() == len(known)
    for row, figure in enumerate(known):
        found = [tab.model.index(row, column).data(roles.NUMBER_ROLE) for column in (1, 2, 3)]
        assert found == [each.values.get(figure.column.name) for each in readings]
    sharp, soft = (each.values["mtf50_black_white"] for each in (record.original, record.vaes["blur:2"]))
    assert tab.model.index(0, 3).data() == f"{soft:.3f}"
    assert tab.model.index(0, 3).data(roles.UNDER_ROLE) == f"−{sharp - soft:.3f}"
    assert "original" in tab.model.index(0, 3).data(roles.TOOLTIP)


def test_a_click_on_a_figure_shows_what_it_was_read_from(
    window: MainWindow, charted: Path, qtbot: QtBot
) -> None:
    _open(window, charted, qtbot)
    window.navigation.turn_to(Page.CHARTS)
    tab, record = window.charts, _record(charted)
    qtbot.waitUntil(lambda: len(tab.strip.pictures) == 3)
    assert tab.curves.isVisible()
    assert tab.curves.curves == {
        "": record.original.curves["black_white"],
        **{label: reading.curves["black_white"] for label, reading in record.vaes.items()},
    }
    names = [item.column.name for item in (tab.model.figure(row) for row in range(tab.model.rowCount()))]
    row = names.index("ramp_steps_grey")
    place = tab.table.visualRect(tab.model.index(row, 0))
    tab.table.scrollTo(tab.model.index(row, 0))
    place = tab.table.visualRect(tab.model.index(row, 0))
    QTest.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    qtbot.waitUntil(lambda: tab.chart == "chart-02-gray-ramps" and len(tab.strip.pictures) == 3)
    qtbot.waitUntil(lambda: "chart-02" in tab.strip.pictures[2].accessibleName())
    assert not tab.curves.isVisible()


def test_a_run_without_charts_says_how_to_have_them(
    window: MainWindow, charted: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    assert "Test charts" in window.charts.message.text()
    plain = tmp_path / "plain"
    plain.mkdir()
    for name in ("per_image.csv", "summary.json", "latents.jsonl"):
        (plain / name).write_bytes((charted / name).read_bytes())
    _open(window, charted, qtbot)
    qtbot.waitUntil(lambda: window.charts.model.rowCount() > 0)
    _open(window, plain, qtbot)
    qtbot.waitUntil(lambda: window.charts.model.rowCount() == 0)
    assert window.charts.stack.currentWidget() is window.charts.message
    (plain / CHARTS).write_text("{}")
    window.controllers.chart_view.read()
    qtbot.waitUntil(lambda: "damaged" in window.charts.message.text())


def test_vaes_that_the_run_does_not_know_are_not_shown(
    window: MainWindow, charted: Path, qtbot: QtBot
) -> None:
    record = _record(charted)
    stranger = replace(record, vaes={**record.vaes, "stranger\n": record.original})
    before = (charted / CHARTS).read_bytes()
    try:
        (charted / CHARTS).write_text(charts_to_json(stranger), "utf-8")
        _open(window, charted, qtbot)
        qtbot.waitUntil(lambda: window.charts.model.rowCount() > 0)
        assert window.charts.model.columnCount() == 4
    finally:
        (charted / CHARTS).write_bytes(before)
