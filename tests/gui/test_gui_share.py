"""What leaves the window: clipboard, files, reports."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from vaelab.gui.main_window import MainWindow


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_the_table_is_copied_as_markdown_tsv_and_bbcode(finished: MainWindow) -> None:
    finished.actions_.action("copy_md").trigger()
    lines = clipboard().splitlines()
    assert lines[0].startswith("| VAE | J")
    assert sum(line.startswith(("| identity", "| blur", "| jpeg")) for line in lines) == 3
    assert "**" in clipboard()
    finished.actions_.action("copy_tsv").trigger()
    assert len({line.count("\t") for line in clipboard().splitlines()}) == 1
    finished.actions_.action("copy_bbcode").trigger()
    assert clipboard().startswith("[table]")


def test_selected_rows_are_copied_with_their_visible_columns(finished: MainWindow, qtbot: QtBot) -> None:
    finished.tabs.setCurrentWidget(finished.images)
    finished.images.table.setFocus()
    finished.images.select(("image-002.png", "blur:2"))
    qtbot.keyClick(finished, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, body = clipboard().splitlines()
    assert head.split("\t")[:4] == ["image", "vae", "score", "lpips"]
    cells = body.split("\t")
    row = finished.rows.row_of(("image-002.png", "blur:2"))
    assert row is not None
    assert cells[:2] == ["image-002.png", "blur:2"]
    assert float(cells[3]) == pytest.approx(row.values["lpips"], rel=1e-5)
    finished.actions_.action("copy_rows_md").trigger()
    assert clipboard().startswith("| image | vae | score")


@pytest.mark.parametrize("name", ["out.html", "out.md", "out.csv", "out.json"])
def test_reports_are_written_in_every_format(finished: MainWindow, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    finished.menus.sharing.export_to(path)
    text = path.read_text("utf-8")
    for label in ("identity", "blur:2", "jpeg:75"):
        assert label in text
    if name.endswith("json"):
        assert set(json.loads(text)["vaes"]) == {"identity", "blur:2", "jpeg:75"}


def test_the_rows_are_exported_byte_for_byte(finished: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    finished.menus.sharing.export_to(path, "rows")
    assert finished.session.folder is not None
    assert path.read_bytes() == (finished.session.folder / "per_image.csv").read_bytes()
    assert len(list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))) == 18


def test_a_place_that_cannot_be_written_is_said_in_the_window(finished: MainWindow, tmp_path: Path) -> None:
    finished.menus.sharing.export_to(tmp_path / "missing" / "out.md")
    assert finished.banner.isVisible()
    assert "cannot be written" in finished.banner.words.text()


def test_the_run_is_copied_as_a_command_line(finished: MainWindow) -> None:
    finished.actions_.action("copy_command").trigger()
    assert clipboard().startswith("vaelab run ")
    assert "--vae" in clipboard()
    assert "jpeg:75" in clipboard()


def test_the_report_is_opened_in_the_browser(finished: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    monkeypatch.setattr(
        "vaelab.gui.sharing.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile())
    )
    finished.banner.actions_["report"].click()
    assert len(opened) == 1
    assert Path(opened[0]).read_text("utf-8").lstrip().lower().startswith("<!doctype html")


def test_runs_measured_alike_are_compared_at_once(
    finished: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    monkeypatch.setattr(
        "vaelab.gui.comparing.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile())
    )
    folder = finished.session.folder
    assert folder is not None
    before = finished.session.data
    finished.flow.opening.open_run(folder)
    qtbot.waitUntil(lambda: finished.session.data is not None and finished.session.data is not before)
    finished.menus.comparing.compare_with(folder)
    qtbot.waitUntil(lambda: bool(opened))
    text = Path(opened[0]).read_text("utf-8")
    assert text.count("jpeg:75") >= 2


def test_runs_measured_differently_are_named_before_they_are_compared(
    finished: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    monkeypatch.setattr(
        "vaelab.gui.comparing.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile())
    )
    assert finished.session.folder is not None
    other = tmp_path / "other"
    other.mkdir()
    for name in ("per_image.csv", "summary.json"):
        (other / name).write_bytes((finished.session.folder / name).read_bytes())
    summary = json.loads((other / "summary.json").read_text("utf-8"))
    summary["settings"]["size"] = 1024
    (other / "summary.json").write_text(json.dumps(summary), "utf-8")
    finished.menus.comparing.compare_with(other)
    qtbot.waitUntil(lambda: "compare" in finished.banner.actions_)
    assert "1024" in finished.banner.words.text()
    assert not opened
    finished.banner.actions_["compare"].click()
    assert opened


def test_presets_bring_options_back(ready: MainWindow) -> None:
    menu = ready.setup_panel.options.presets
    ready.setup_model.set_option("size", 768)
    menu.save("my size")
    ready.setup_model.set_option("size", 256)
    menu.fill()
    next(action for action in menu.actions() if action.text() == "my size").trigger()
    assert ready.setup_model.values["size"] == 768
    next(action for action in menu.actions() if action.text().startswith("Classic")).trigger()
    assert ready.setup_model.values["marker_preset"] == "classic"
    assert ready.setup_model.values["size"] == 512
