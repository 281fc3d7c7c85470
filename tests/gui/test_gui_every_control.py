"""Every menu entry, button and entry of a combo box, in every state of the window: each does something, none breaks anything."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from gui_presser import Answers, Presser
from gui_states import NAMES, States, names, places
from hub_server import loopback
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vaelab.gui.viewer.deriving import Deriver


@pytest.fixture
def states(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, image_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[States]:
    answers = Answers(places(tmp_path, image_folder), tmp_path)
    answers.stand_in(monkeypatch)
    # The map itself is tested elsewhere; here it would load PyTorch.
    monkeypatch.setattr(Deriver, "_spatial_lpips", lambda _, one, other: np.abs(one.mean(2) - other.mean(2)))
    with loopback(monkeypatch, tmp_path / "hub"):
        yield States(qapp, qtbot, tmp_path, answers)


@pytest.mark.parametrize("state", NAMES)
def test_every_control_does_something_and_breaks_nothing(state: str, states: States, qtlog: object) -> None:
    seen = 0

    def warnings() -> list[str]:
        nonlocal seen
        new = qtlog.records[seen:]
        seen = len(qtlog.records)
        return [record.message for record in new]

    begin = time.time()
    presser = Presser(
        states.all()[state], states.close, states.answers, names, warnings, states.settle
    )
    presser.press_all()
    print(state, presser.pressed, presser.windows, round(time.time() - begin, 1), presser.appeared)
    troubles = list(dict.fromkeys(presser.troubles))
    assert not troubles, "\n".join(troubles)
