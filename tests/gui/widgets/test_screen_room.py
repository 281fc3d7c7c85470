"""Windows are no larger than the screen they open on: on a fresh account, at 150 %, after another screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from window.fakes import Opener

from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.widgets.screen_room import centered, fitted

SCREENS = (
    QRect(0, 0, 1920, 1040),
    QRect(0, 25, 1400, 875),
    QRect(0, 0, 933, 600),  # 1400 × 900 at 150 %
    QRect(0, 0, 1024, 700),
    QRect(-1280, 40, 1280, 984),  # to the left of the first
)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(
    "wanted",
    [QRect(40, 60, 1440, 900), QRect(-900, -50, 700, 500), QRect(5000, 5000, 700, 500), QRect(0, 0, 9000, 1)],
)
def test_a_window_and_its_title_bar_are_on_the_screen(screen: QRect, wanted: QRect) -> None:
    place = fitted(wanted, screen)
    assert screen.contains(place)
    assert place.top() - screen.top() >= 30, "no room for the title bar"
    assert place.width() == min(wanted.width(), screen.width() - 16)
    assert fitted(place, screen) == place


def test_a_place_that_fits_is_kept() -> None:
    assert fitted(QRect(300, 100, 1200, 800), SCREENS[0]) == QRect(300, 100, 1200, 800)


def test_the_first_window_is_in_the_middle() -> None:
    place = centered(QSize(1440, 900), SCREENS[0])
    assert place.size() == QSize(1440, 900)
    assert (place.center() - SCREENS[0].center()).manhattanLength() <= 2


def test_a_fresh_window_fits_on_the_screen(open_window: Opener) -> None:
    window = open_window(fitted=True)
    room = window.screen().availableGeometry()
    assert room.width() < 1024, "the test platform's screen is a small one"
    assert room.contains(window.geometry())
    assert window.minimumWidth() <= room.width()


def test_a_saved_place_that_no_longer_fits_is_clamped(open_window: Opener) -> None:
    before = QWidget()
    before.setGeometry(400, 300, 1440, 900)
    SettingsStore().put("window/geometry", before.saveGeometry())
    window = open_window(fitted=True)
    assert window.screen().availableGeometry().contains(window.geometry())


def test_no_dialog_is_larger_than_the_screen(open_window: Opener) -> None:
    window = open_window()
    window.show_settings()
    assert window.settings is not None
    window.controllers.hub.show()
    window.show_keys()
    for dialog in (each for each in window.findChildren(QWidget) if each.isWindow() and each.isVisible()):
        room = dialog.screen().availableGeometry()
        assert dialog.width() <= room.width(), type(dialog).__name__
        assert dialog.height() <= room.height(), type(dialog).__name__
