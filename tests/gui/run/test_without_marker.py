"""A run whose images have no room for the marker is scored live as one without it."""

from __future__ import annotations

from pathlib import Path

from vaelab.engine.events import RunStarted
from vaelab.gui.main_window import MainWindow
from vaelab.settings import RunSettings


def test_what_is_shown_follows_what_is_measured(window: MainWindow, tmp_path: Path) -> None:
    settings = RunSettings(images=("x",), vaes=("identity",), out=str(tmp_path))
    for without, marker in ((False, "separate"), (True, "off")):
        window.run_model.begin(settings)
        window.run_model.handle((RunStarted(tmp_path, 3, ("identity",), without_marker=without),))
        assert window.run_model.settings is not None
        assert window.run_model.settings.marker == marker
