"""What a designer asked for: nothing half laid out, a scale that covers nothing, warnings that look like it, in any language."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window.fakes import FakeEngine, Opener

from vaelab.engine.events import VAEFailed
from vaelab.gui.application import Application
from vaelab.gui.core import mipmaps
from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.i18n import languages
from vaelab.gui.viewer.canvas.canvas import Canvas
from vaelab.gui.viewer.canvas.modes import Mode, Shown
from vaelab.gui.viewer.canvas.overlay import SCALE_GAP, scale_height
from vaelab.gui.viewer.maps.maps import ColorScale
from vaelab.gui.widgets.banner import Banner


def test_a_vae_that_is_added_is_laid_out_before_anything_is_painted(
    open_window: Opener, qtbot: QtBot
) -> None:
    window = open_window()
    card = window.setup_panel.vaes
    window.setup_model.add_vaes(["identity"])
    qtbot.waitUntil(lambda: bool(card.rows) and card.rows[0].isVisible())
    window.setup_model.add_vaes(["blur:2", "jpeg:75"])
    rows = card.rows  # no turn of the event loop in between
    assert all(row.isVisible() for row in rows)
    places = [QRect(row.mapTo(card, QPoint(0, 0)), row.size()) for row in rows]
    assert all(above.bottom() < below.top() for above, below in pairwise(places))
    assert places[-1].bottom() < card.add_button.geometry().top() < card.height()


def test_the_scale_of_two_pictures_lies_under_both(qtbot: QtBot) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(300, 500)
    canvas.set_mode(Mode.MAP)
    picture = mipmaps.make(np.zeros((64, 64, 3), np.uint8))
    canvas.show_pictures(Shown("A", "Original", picture, True), [Shown("B", "vae", picture)], 0)
    scale = ColorScale(0.0, 1.0, "log", np.zeros((256, 3), np.uint8), open=False)
    both = [Shown("", name, picture, True, is_image=False) for name in ("Original", "vae")]
    top = QRectF(canvas.rect()).bottom() - SCALE_GAP - scale_height(canvas.font())
    canvas.show_derived(both, scale)
    assert max(pane.rect.bottom() for pane in canvas.panes()) <= top
    canvas.show_derived(both[:1], scale)
    assert canvas.panes()[0].rect == QRectF(canvas.rect())


@pytest.mark.parametrize(
    ("kind", "role"), [("good", "banner"), ("warn", "banner-warn"), ("bad", "banner-bad")]
)
def test_a_message_has_the_colour_of_its_kind(qtbot: QtBot, kind: str, role: str) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.message("words", kind=kind)
    assert banner.property("role") == role


def test_a_problem_card_survives_another_language(
    qapp: QApplication, qtbot: QtBot, image_folder: Path
) -> None:
    store = SettingsStore()
    store.put("look/language", "en")
    failure = VAEFailed("mini", "its output became NaN in float16", "Traceback", ("bf16", "fp32"))
    shell = Application(qapp, store, run=FakeEngine(breaking_vaes={"mini": (2, failure)}))
    try:
        old = shell.window
        old.setup_model.add_images([str(image_folder)])
        old.setup_model.add_vaes(["identity", "mini"])
        qtbot.waitUntil(old.setup_panel.run_button.isEnabled)
        old.setup_panel.run_button.click()
        qtbot.waitUntil(lambda: old.controller.phase is Phase.IDLE, timeout=10_000)
        assert old.setup_panel.vaes.problem_cards
        old.actions_.action("language_ko").trigger()
        qtbot.waitUntil(lambda: shell.window is not old)
        (card,) = shell.window.setup_panel.vaes.problem_cards.values()
        assert card.words.text() == "Its output became NaN in float16"
        assert list(card.buttons) == ["bf16", "fp32", "skip"]
        assert card.buttons["skip"].text() == "건너뛰기"
    finally:
        shell.put_away()
        shell.window.retire()
        shell.deleteLater()
        languages.install(qapp, "en")
