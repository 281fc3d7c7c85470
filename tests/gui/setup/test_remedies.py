"""What may cure a VAE that failed: one row, and it has a button, and a run that tries it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from vaelab.gui.setup.vaes.problem import REMEDIES, Problem, Remedy, remedy_of
from vaelab.gui.setup.vaes.problem_card import ProblemCard
from vaelab.precisions import PRECISIONS
from vaelab.settings import RunSettings

SETTINGS = RunSettings(images=("a",), vaes=("mini",), out="run")


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.name)
def test_a_remedy_has_a_button_and_settings_that_a_run_takes(remedy: Remedy, qtbot: QtBot) -> None:
    card = ProblemCard(3, Problem("mini", 1, "it failed", "", (remedy.name,), SETTINGS), running=False)
    qtbot.addWidget(card)
    button = card.buttons[remedy.name]
    assert (button.text(), button.toolTip()) == (remedy.button, remedy.tip)
    with qtbot.waitSignal(card.retry_wanted, check_params_cb=lambda *sent: sent == (3, remedy.name)):
        button.click()
    changed = replace(SETTINGS, **remedy.settings)
    assert (changed == SETTINGS) == (remedy.name in PRECISIONS)


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda remedy: remedy.name)
def test_a_remedy_that_waits_says_what_it_waits_for(remedy: Remedy, qtbot: QtBot) -> None:
    problem = Problem("mini", 1, "it failed", "", (remedy.name,), SETTINGS, chosen=remedy.name)
    card = ProblemCard(3, problem, running=True)
    qtbot.addWidget(card)
    assert list(card.buttons) == ["cancel"]
    assert remedy.way in {"in tiles", "on the CPU", f"in {remedy.name}"}


def test_a_remedy_that_the_window_does_not_know_is_none() -> None:
    assert remedy_of("prayer") is None
