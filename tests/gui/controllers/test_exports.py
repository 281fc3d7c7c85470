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
from window.fakes import FakeEngine

from vaelab.gui.main_window import MainWindow
from vaelab.gui.models import user_marks
from vaelab.gui.models.roles import ACCESSIBLE, DISPLAY, HEAT_ROLE
from vaelab.gui.results.comparison_window import ComparisonWindow
from vaelab.gui.widgets.navigation import Page


@pytest.fixture
def engine() -> FakeEngine:
    """Twelve images: enough to decide among the six VAEs of two runs."""
    return FakeEngine(images=12)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_the_table_is_copied_as_markdown_tsv_and_bbcode(finished: MainWindow) -> None:
    finished.actions_.action("copy_md").trigger()
    lines = clipboard().splitlines()
    assert lines[0].startswith("| VAE | Rank | J")
    # A line in the table of numbers and one in that of the four heads.
    assert sum(line.startswith(("| identity", "| blur", "| jpeg")) for line in lines) == 6
    assert "**" in clipboard()
    finished.actions_.action("copy_tsv").trigger()
    table, footer = clipboard().splitlines()[:4], clipboard().splitlines()[4:]
    assert len({line.count("\t") for line in table}) == 1
    assert "n = 12 images." in footer[0]
    finished.actions_.action("copy_bbcode").trigger()
    assert clipboard().startswith("[table]")


def test_selected_rows_are_copied_with_their_visible_columns(finished: MainWindow, qtbot: QtBot) -> None:
    finished.navigation.turn_to(Page.IMAGES)
    finished.images.table.setFocus()
    finished.images.select(("image-002.png", "blur:2"))
    qtbot.keyClick(finished, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, body = clipboard().splitlines()
    assert head.split("\t")[:4] == ["image", "vae", "score", "lpips"]
    cells = body.split("\t")
    row = finished.rows.row_of(("image-002.png", "blur:2"))
    assert row is not None
    assert cells[:2] == ["image-002.png", "blur:2"]
    assert float(cells[3]) == row.values["lpips"]
    finished.actions_.action("copy_rows_md").trigger()
    assert clipboard().startswith("| image | vae | score")


@pytest.mark.parametrize("name", ["out.html", "out.md", "out.csv", "out.json"])
def test_reports_are_written_in_every_format(
    finished: MainWindow, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    finished.controllers.exports.export_to(path)
    qtbot.waitUntil(path.exists, timeout=10_000)
    text = path.read_text("utf-8")
    for label in ("identity", "blur:2", "jpeg:75"):
        assert label in text
    if name.endswith("json"):
        assert set(json.loads(text)["vaes"]) == {"identity", "blur:2", "jpeg:75"}


def test_all_rows_are_exported_with_the_weights_of_their_scores(
    finished: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "rows.csv"
    finished.controllers.exports.export_to(path, "rows.csv")
    qtbot.waitUntil(path.exists)
    assert finished.run_model.folder is not None
    written = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    record = list(
        csv.DictReader(io.StringIO((finished.run_model.folder / "per_image.csv").read_text("utf-8")))
    )
    assert len(written) == 36
    for line in written:
        assert line.pop("score_weights") == "lpips=1,gradient=1,color=1,drift=1,brightness=1,contrast=1"
        assert line.pop("excluded") == ""
    assert written == record


def test_a_name_of_rows_gets_rows_whatever_filter_is_chosen(
    finished: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "x.rows.csv"
    finished.controllers.exports.export_to(path, "html")
    qtbot.waitUntil(path.exists)
    assert "score_weights" in path.read_text("utf-8").splitlines()[0]


def test_a_place_that_cannot_be_written_is_said_in_the_window(
    finished: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    finished.controllers.exports.export_to(tmp_path / "missing" / "out.md")
    qtbot.waitUntil(lambda: "cannot be written" in finished.banner.words.text())
    assert finished.banner.isVisible()


def test_the_run_is_copied_as_a_command_line(finished: MainWindow) -> None:
    finished.actions_.action("copy_command").trigger()
    assert clipboard().startswith("vaelab run ")
    assert "--vae" in clipboard()
    assert "jpeg:75" in clipboard()


def test_the_report_is_opened_in_the_browser(
    finished: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    monkeypatch.setattr(
        "vaelab.gui.widgets.desktop.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()) or True,
    )
    qtbot.mouseClick(finished.banner.buttons["Open report"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=10_000)
    record = Path(opened[0])
    assert record.name == "report.html"
    assert record.read_text("utf-8").lstrip().lower().startswith("<!doctype html")
    # Without some images it is another page, and the run's own stays as it is.
    finished.rows.toggle_excluded("image-002.png")
    qtbot.waitUntil(lambda: not finished.controllers.run_view.busy, timeout=10_000)
    before = record.read_bytes()
    finished.actions_.action("open_report").trigger()
    qtbot.waitUntil(lambda: len(opened) == 2, timeout=10_000)
    assert Path(opened[1]).name == "report_as_shown.html"
    assert "computed without 1 excluded image (image-002.png)" in Path(opened[1]).read_text("utf-8")
    assert record.read_bytes() == before


def compared(window: MainWindow, qtbot: QtBot, folder: Path) -> ComparisonWindow:
    window.controllers.run_comparison.shown = None
    window.controllers.run_comparison.compare_with(folder)
    qtbot.waitUntil(lambda: window.controllers.run_comparison.shown is not None, timeout=10_000)
    assert window.controllers.run_comparison.shown is not None
    return window.controllers.run_comparison.shown


def another(finished: MainWindow, folder: Path, **settings: object) -> Path:
    """A copy of the run in which one VAE did worse, measured with other settings where some are given."""
    assert finished.run_model.folder is not None
    folder.mkdir()
    (folder / "summary.json").write_bytes((finished.run_model.folder / "summary.json").read_bytes())
    lines = list(
        csv.DictReader(io.StringIO((finished.run_model.folder / "per_image.csv").read_text("utf-8")))
    )
    for line in lines:
        if line["vae"] == "jpeg:75":
            line["lpips"] = repr(float(line["lpips"]) + 0.25)
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(lines[0]))
    writer.writeheader()
    writer.writerows(lines)
    (folder / "per_image.csv").write_bytes(buffer.getvalue().encode())
    summary = json.loads((folder / "summary.json").read_text("utf-8"))
    summary["settings"] |= settings
    (folder / "summary.json").write_text(json.dumps(summary), "utf-8")
    return folder


def cell(shown: ComparisonWindow, label: str, name: str, role: int) -> object:
    names = [quantity.column.name for quantity in shown.model.quantities]
    return shown.model.index(shown.model.labels.index(label), names.index(name) + 1).data(role)


def test_runs_measured_alike_are_compared_at_once(
    finished: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = finished.run_model.folder
    assert folder is not None
    before = finished.run_model.data
    finished.run_model.open(folder)
    qtbot.waitUntil(lambda: finished.run_model.data is not None and finished.run_model.data is not before)
    shown = compared(finished, qtbot, another(finished, tmp_path / "other"))
    assert shown.model.acknowledged
    assert not shown.bar.isVisible()
    assert cell(shown, "jpeg:75", "L_perc", DISPLAY) == "−0.250 ▲"
    assert cell(shown, "identity", "L_perc", DISPLAY) == "0"
    assert cell(shown, "jpeg:75", "L_perc", HEAT_ROLE) is None
    assert "better" in str(cell(shown, "jpeg:75", "L_perc", ACCESSIBLE))
    qtbot.mouseClick(shown.copy_button, Qt.MouseButton.LeftButton)
    assert clipboard().count("jpeg:75") >= 2
    opened: list[str] = []
    monkeypatch.setattr(
        "vaelab.gui.widgets.desktop.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()) or True,
    )
    qtbot.mouseClick(shown.report_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened))
    assert Path(opened[0]).read_text("utf-8").count("jpeg:75") >= 2
    shown.close()


def test_differences_of_runs_measured_differently_are_grey_until_acknowledged(
    finished: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = compared(finished, qtbot, another(finished, tmp_path / "other", size=1024))
    assert shown.bar.isVisible()
    assert "1024" in shown.bar.words.text()
    assert not shown.model.acknowledged
    assert "▲" not in str(cell(shown, "jpeg:75", "L_perc", DISPLAY))
    assert cell(shown, "jpeg:75", "L_perc", HEAT_ROLE) is not None
    assert "not comparable" in str(cell(shown, "jpeg:75", "L_perc", ACCESSIBLE))
    qtbot.mouseClick(shown.bar.buttons["Compare anyway"], Qt.MouseButton.LeftButton)
    assert shown.model.acknowledged
    assert not shown.bar.isVisible()
    # What was not measured alike is no longer grey then, but nothing is said to be better.
    assert cell(shown, "jpeg:75", "L_perc", DISPLAY) == "−0.250"
    assert cell(shown, "jpeg:75", "L_perc", HEAT_ROLE) is None
    shown.close()


def test_what_was_excluded_in_either_run_is_left_out_and_said(
    finished: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    other = another(finished, tmp_path / "other")
    user_marks.write(other, user_marks.Marked(excluded=frozenset({"image-001.png"})))
    shown = compared(finished, qtbot, other)
    assert "11 in common" in shown.legend.text()
    assert shown.other.vaes["jpeg:75"]["images_ok"] == 11
    shown.close()


def test_a_folder_that_is_no_run_is_said(finished: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    finished.controllers.run_comparison.compare_with(tmp_path)
    qtbot.waitUntil(lambda: "not a run folder" in finished.banner.words.text())


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


def test_the_pair_to_be_posted_is_drawn_away_from_the_windows_thread(
    finished: MainWindow, qtbot: QtBot
) -> None:
    finished.images.select(("image-002.png", "blur:2"))
    qtbot.waitUntil(lambda: finished.viewer.pair is not None)
    QGuiApplication.clipboard().clear()
    finished.controllers.picture_export.copy_post()
    assert QGuiApplication.clipboard().image().isNull()
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull())
    pair = finished.viewer.pair
    assert pair is not None
    assert QGuiApplication.clipboard().image().width() > 2 * pair[0].size.width()
