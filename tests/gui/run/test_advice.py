"""What the window says when a run loses its folder or its disk: the button instead of options, and where the rows are."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from window.fakes import FakeEngine, Opener

from vaelab.errors import RecordLostError, RecordRescuedError, RunFolderError, VAELabError
from vaelab.gui.core import engine_text
from vaelab.gui.core.phase import Phase
from vaelab.gui.main_window import MainWindow
from vaelab.report.words.notes import doubled_and_missing
from vaelab.run_folder.read.rows import Damage
from vaelab.text import RESUME, Sentence, resume_in


def broken(open_window: Opener, qtbot: QtBot, images: Path, error: VAELabError) -> MainWindow:
    window: MainWindow = open_window(FakeEngine(error_after=(2, error)))
    window.setup_model.add_images([str(images)])
    window.setup_model.add_vaes(["identity"])
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled)
    window.setup_panel.run_button.click()
    qtbot.waitUntil(window.banner.isVisible, timeout=10_000)
    qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE)
    window.meter.tick()
    return window


def test_rescued_rows_are_said_to_be_rescued_and_where(
    open_window: Opener, qtbot: QtBot, image_folder: Path, tmp_path: Path
) -> None:
    place = tmp_path / "run-rescued"
    said = Sentence("{0}: continue there with {1}", ("lost", resume_in(str(place))))
    window = broken(open_window, qtbot, image_folder, RecordRescuedError(said, place))
    assert window.meter.saved.text() == "rows rescued into run-rescued"
    assert str(place) in window.meter.saved.toolTip()
    assert window.banner.words.text() == "lost: continue there with “Resume”"
    assert "Resume" in window.banner.buttons
    assert "--" not in window.log.text()


def test_nothing_is_said_to_be_saved_where_the_rows_are_lost(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    window = broken(open_window, qtbot, image_folder, RecordLostError("nothing could be saved"))
    assert window.meter.saved.text() == ""
    assert "Resume" not in window.banner.buttons


def test_rows_are_saved_where_only_the_disk_is_full(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    said = Sentence("full; make room and continue with {0}", (RESUME,))
    window = broken(open_window, qtbot, image_folder, RunFolderError(said))
    assert window.meter.saved.text() == "run saved"
    assert window.banner.words.text() == "full; make room and continue with “Resume”"


@pytest.mark.parametrize("missing", [1, 5])
def test_the_terminal_names_the_option_and_the_window_the_button(missing: int) -> None:
    (said,) = doubled_and_missing(Damage(missing=missing))
    assert "--resume measures" in str(said)
    assert "“Resume” measures" in engine_text.sentence(said)
    assert "--" not in engine_text.sentence(said)
