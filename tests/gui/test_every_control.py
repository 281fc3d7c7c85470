"""Every menu entry, button and entry of a combo box, in every state of the window: each does something, none breaks anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hub_server import loopback
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from window import controls
from window.fakes import Opener
from window.presser import Presser
from window.stage import Answers, names, places
from window.states import NAMES, States

from vaelab.gui.viewer.maps.worker import Deriver

OF_THEIR_OWN = {
    "CommandPalette",
    "ComparisonWindow",
    "HubDialog",
    "JudgeWindow",
    "QMessageBox",
    "SetsDialog",
    "SettingsDialog",
    "ShortcutSheet",
    "VerificationWindow",
}
"""Windows that a press may bring up, each of which is a state with a test of its own."""


@pytest.fixture
def states(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, image_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[States]:
    answers = Answers(places(tmp_path, image_folder), tmp_path)
    answers.stand_in(monkeypatch)
    # The map itself is tested elsewhere; here it would load PyTorch.
    monkeypatch.setattr(
        Deriver, "_by_network", lambda _, kind, one, other: np.abs(one.mean(2) - other.mean(2))
    )
    with loopback(monkeypatch, tmp_path / "hub") as hub:
        # Lookups and downloads are answered on this computer.
        for repo in ("stabilityai/sdxl-vae", "org/name"):
            hub.models[repo] = {"config.json": b"{}", "diffusion_pytorch_model.safetensors": b"w" * 1000}
        yield States(qapp, qtbot, tmp_path, answers)


def press_all(states: States, state: str, qtlog: object) -> Presser:
    seen = 0

    def warnings() -> list[str]:
        nonlocal seen
        new = qtlog.records[seen:]  # type: ignore[attr-defined]
        seen += len(new)
        return [record.message for record in new]

    presser = Presser(states.all()[state], states.close, states.answers, names, warnings, states.settle)
    presser.press_all()
    return presser


@pytest.mark.timeout(400)  # for a machine that does much else
@pytest.mark.parametrize("state", NAMES)
def test_every_control_does_something_and_breaks_nothing(state: str, states: States, qtlog: object) -> None:
    presser = press_all(states, state, qtlog)
    assert not presser.troubles, "\n".join(dict.fromkeys(presser.troubles))
    assert presser.pressed
    assert presser.appeared <= OF_THEIR_OWN, "a window that no state presses"


# The walk itself


class _Holder(QWidget):
    signal = Signal()


def test_what_is_connected_to_nothing_is_told_from_what_is(qtbot: QtBot) -> None:
    holder = _Holder()
    qtbot.addWidget(holder)
    menu, submenu = QMenu(holder), QMenu("more", holder)
    menu.addMenu(submenu)
    dead, passed = menu.addAction("dead"), submenu.addAction("dead")
    menu.addAction("alive").triggered.connect(holder.signal)
    assert [controls.lame(action) == "" for action in (dead, passed, menu.actions()[-1])] == [
        False,
        False,
        True,
    ]
    submenu.triggered.connect(holder.signal)
    assert controls.lame(dead)
    assert not controls.lame(passed)
    button = QPushButton("b", holder)
    holder.show()
    found = controls.controls(holder, str)
    assert {key: bool(control.lame) for key, control in found.items()} == {"QPushButton/'b' clicked #1": True}
    button.clicked.connect(holder.signal)
    assert not any(control.lame for control in controls.controls(holder, str).values())


def test_the_walk_finds_a_signal_that_was_given_as_a_slot(states: States, qtlog: object) -> None:
    """The fault that this file was written after: PySide takes a signal for a slot, and raises when it is called."""
    opened = states.settings

    def with_the_fault() -> object:
        stage = opened()
        button = QPushButton("faulty", stage.root)
        menu = QMenu(button)
        menu.addAction("Files…", stage.shell.window.setup_panel.vaes.choose_files)
        button.setMenu(menu)
        button.show()
        stage.root, stage.deep = button, False
        return stage

    states.settings = with_the_fault  # type: ignore[method-assign, assignment]
    presser = press_all(states, "settings", qtlog)
    assert any("Files…" in trouble and "not callable" in trouble for trouble in presser.troubles)


def test_the_parts_of_a_run_are_all_of_the_window(states: States) -> None:
    stage = states.run_rest()
    window = stage.shell.window
    try:
        whole = controls.controls(window, str)
        rest = controls.controls(window, str, stage.without)
        parts = [controls.controls(part, str) for part in stage.without]
        assert len(whole) == len(rest) + sum(map(len, parts))
    finally:
        states.close(stage)


def test_a_clipboard_without_anything_is_no_error(open_window: Opener, qapp: QApplication) -> None:
    window = open_window()
    qapp.clipboard().clear()
    window.controllers.imports.paste()
    assert "holds nothing to take" in window.banner.words.text()
