"""The number on the screen is the number in the clipboard, in the exported file and in the report, whatever is changed."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from window.fakes import FakeEngine

from vaelab.gui.main_window import MainWindow
from vaelab.gui.models.user_marks import Marked
from vaelab.report.quantities import PUBLISHED
from vaelab.report.words.numbers import full, short

IMAGE = "image-003.png"


@pytest.fixture
def engine() -> FakeEngine:
    """Ten images, of which one cannot be read."""
    return FakeEngine(images=10, failing_images=(7,))


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.controllers.run_view.busy, timeout=30_000)


def on_screen(window: MainWindow) -> dict[str, dict[str, str]]:
    """VAE to what the Summary shows of it, by heading, with the report's minus sign."""
    model = window.summary_model
    return {
        label: {
            quantity.column.label: str(model.index(row, place + 1).data())
            for place, quantity in enumerate(model.quantities)
            if quantity in PUBLISHED
        }
        | {"n": str(model.index(row, model.count_column).data())}
        for row, label in enumerate(model.labels())
    }


def in_markdown(text: str) -> dict[str, dict[str, str]]:
    # The table of numbers; that of the four heads in words comes after it.
    lines = list(itertools.takewhile(lambda line: line.startswith("|"), text.splitlines()))
    heads = [cell.strip().split(" ")[0].replace("\\", "") for cell in lines[0].strip("|").split("|")]
    found = {}
    for line in lines[2:]:
        cells = [re.sub(r"[*\\]", "", cell).strip() for cell in line.strip("|").split("|")]
        entry = dict(zip(heads, cells, strict=True))
        entry["n"] = entry["n"].split(" ")[0]
        label = entry.pop("VAE")
        found[label] = {
            name: re.sub(r" \(∞.*", "", value).replace("-", "−")
            for name, value in entry.items()
            if name != "Rank"
        }
    return found


def check_all(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    """Compare the screen with everything that leaves the window."""
    settle(window, qtbot)
    shown, data = on_screen(window), window.run_model.data
    assert data is not None
    window.actions_.action("copy_md").trigger()
    copied = in_markdown(QGuiApplication.clipboard().text())
    assert copied == shown
    window.actions_.action("copy_tsv").trigger()
    lines = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), delimiter="\t"))
    heads = lines[0]
    for line in lines[1 : 1 + len(shown)]:
        entry = dict(zip(heads, line, strict=True))
        assert short(float(entry["J"])) == shown[entry["VAE"]]["J"]
    for fmt in ("csv", "json", "html", "rows.csv"):
        path = folder / f"out.{fmt}"
        path.unlink(missing_ok=True)
        window.controllers.exports.export_to(path, fmt)
        qtbot.waitUntil(path.exists, timeout=30_000)
    table = list(csv.DictReader(io.StringIO((folder / "out.csv").read_text("utf-8"))))
    assert {line["vae"]: short(float(line["J"])) for line in table} == {
        label: entry["J"] for label, entry in shown.items()
    }
    weights = {name: f"{value:g}" for name, value in window.run_model.weights.items()}
    assert {name: table[0][f"weight_{name}"] for name in weights} == weights
    summary = json.loads((folder / "out.json").read_text("utf-8"))
    assert {label: short(vae["J"]) for label, vae in summary["vaes"].items()} == {
        label: entry["J"] for label, entry in shown.items()
    }
    assert summary["weights"] == dict(window.run_model.weights)
    page = (folder / "out.html").read_text("utf-8")
    for label in shown:
        assert f'title="{full(data.vaes[label]["J"])}' in page
    # Each image's score: table, row, viewer's row, exported row.
    written_rows = csv.DictReader(io.StringIO((folder / "out.rows.csv").read_text("utf-8")))
    rows = {(line["image"], line["vae"]): line for line in written_rows}
    place = window.rows.column_of("score")
    for line in range(window.rows.rowCount()):
        row = window.rows.row_at(line)
        value = window.rows.number(line, place)
        written = rows[row.key]["score"]
        assert (written == "") == (value != value)
        if written:
            assert float(written) == value == row.values["score"]
    if window.viewer.row is not None:
        held = window.rows.row_of(window.viewer.row.key)
        assert window.viewer.row == held


def test_screen_clipboard_and_files_agree_after_every_change(
    finished: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = finished
    check_all(window, qtbot, tmp_path)
    before = on_screen(window)
    window.summary.weights["lpips"].setValue(2.0)
    window.summary.weights["color"].setValue(0.0)
    check_all(window, qtbot, tmp_path)
    assert on_screen(window)["jpeg:75"]["J"] != before["jpeg:75"]["J"]
    window.rows.toggle_excluded(IMAGE)
    check_all(window, qtbot, tmp_path)
    assert on_screen(window)["jpeg:75"]["n"] == "8"
    window.summary.table.header_clicked.emit(2)
    window.summary.choose_baseline("blur:2")
    check_all(window, qtbot, tmp_path)
    window.actions_.action("copy_md").trigger()
    text = QGuiApplication.clipboard().text()
    assert "J by other weights than the run's own" in text
    assert IMAGE in text
    assert "image-007.png" in text
    window.rows.toggle_excluded(IMAGE)
    window.summary.reset.click()
    settle(window, qtbot)
    assert on_screen(window) == before


def test_the_ranking_of_images_follows_the_weights(finished: MainWindow, qtbot: QtBot) -> None:
    window = finished
    for name, spin in window.summary.weights.items():
        spin.setValue(1.0 if name == "brightness" else 0.0)
    settle(window, qtbot)
    values = window.rows.values("score")
    worst = window.images.worst_order()[0]
    assert values[worst] == max(value for value in values if value == value)
    row = window.rows.rows()[worst]
    assert row.values["score"] == pytest.approx(abs(row.values["brightness_bias"] or 0.0))


def test_weights_changed_while_a_run_goes_on_hold_at_its_end(
    ready: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    ready.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: len(ready.rows.rows()) > 2, timeout=10_000)
    ready.summary.weights["lpips"].setValue(3.0)
    qtbot.waitUntil(lambda: ready.run_model.data is not None, timeout=20_000)
    settle(ready, qtbot)
    assert ready.run_model.data is not None
    assert ready.run_model.data.weights["lpips"] == 3.0
    check_all(ready, qtbot, tmp_path)


def test_the_sentence_is_of_the_table_below_it(finished: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = finished
    assert "By J over 9 images" in window.summary.headline.text()
    assert "failed with every VAE (image-007.png)" in window.summary.basis.text()
    window.rows.toggle_excluded(IMAGE)
    settle(window, qtbot)
    assert "By J over 8 images" in window.summary.headline.text()
    # A new run begins: nothing is said of the old one any more.
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: window.run_model.data is None, timeout=5_000)
    assert "8 images" not in window.summary.headline.text()
    qtbot.waitUntil(lambda: window.run_model.data is not None, timeout=20_000)
    settle(window, qtbot)
    assert "By J over 9 images" in window.summary.headline.text()
    assert window.rows.marks.marked == Marked()
