"""Keys: shown, changed by pressing, named when taken, kept, and back to what they were."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from vaelab.gui.keys.command_palette import KEYS_ROLE
from vaelab.gui.keys.key_map import KeyMap
from vaelab.gui.keys.keys_page import KeysPage
from vaelab.gui.keys.shortcut_sheet import ShortcutSheet
from vaelab.gui.main_window import MainWindow
from vaelab.gui.viewer.canvas.modes import Mode


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> KeysPage:
    """The page of keys, opened by its own key."""
    window.actions_.action("settings").trigger()
    settings = window.settings
    assert settings is not None
    assert not settings.isModal()
    settings.pages.setCurrentWidget(settings.keys)
    return settings.keys


def press(page: KeysPage, qtbot: QtBot, name: str, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    page.select(name)
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(page.press, key, held)


def shortcuts(window: MainWindow, name: str) -> list[str]:
    return [keys.toString() for keys in window.actions_.action(name).shortcuts()]


def test_the_settings_have_a_key_of_their_own(window: MainWindow) -> None:
    assert shortcuts(window, "settings") == ["Ctrl+,"]


def test_every_action_and_every_single_key_is_listed(page: KeysPage, window: MainWindow) -> None:
    names = {line.name for line in window.key_map.lines()}
    assert names == {f"window.{entry.name}" for entry, _ in window.actions_.all()} | {
        f"looking.{name}" for name in window.keys.bindings
    }
    assert set(page._items) == names
    assert page._items["looking.swap"].text(1) == "S"


def test_a_key_is_changed_by_pressing_another(page: KeysPage, window: MainWindow, qtbot: QtBot) -> None:
    press(page, qtbot, "window.export", Qt.Key.Key_F9)
    assert "free" in page.words.text()
    page.use_button.click()
    assert shortcuts(window, "export") == ["F9"]
    press(page, qtbot, "window.export", Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    page.add_button.click()
    assert shortcuts(window, "export") == ["F9", "Ctrl+F9"]
    page.take_away()
    assert shortcuts(window, "export") == []
    page.reset_button.click()
    assert shortcuts(window, "export") == ["Ctrl+E"]


def test_a_taken_key_is_named_at_once_and_taken_only_on_request(
    page: KeysPage, window: MainWindow, qtbot: QtBot
) -> None:
    press(page, qtbot, "window.export", Qt.Key.Key_S)
    assert "Swap sides" in page.words.text()
    assert window.key_map.line("looking.swap").keys == ("S",)
    page.use_button.click()
    assert window.key_map.line("looking.swap").keys == ()
    assert shortcuts(window, "export") == ["S"]
    page.reset_all_button.click()
    assert window.key_map.line("looking.swap").keys == ("S",)
    assert shortcuts(window, "export") == ["Ctrl+E"]
    assert not page.reset_all_button.isEnabled()


def test_a_single_key_of_the_viewer_acts_under_its_new_name(
    page: KeysPage, window: MainWindow, qtbot: QtBot
) -> None:
    press(page, qtbot, "looking.swipe", Qt.Key.Key_W)
    page.use_button.click()
    window.viewer.set_mode(Mode.TWO_UP)
    qtbot.keyClick(window.viewer.canvas, Qt.Key.Key_2)
    assert window.viewer.canvas.mode is Mode.TWO_UP
    qtbot.keyClick(window.viewer.canvas, Qt.Key.Key_W)
    assert window.viewer.canvas.mode is Mode.SWIPE


def test_sheet_and_palette_show_the_keys_in_force(page: KeysPage, window: MainWindow, qtbot: QtBot) -> None:
    press(page, qtbot, "looking.swap", Qt.Key.Key_F9)
    page.use_button.click()
    sheet = ShortcutSheet(window.key_map, window)
    assert "F9" in {label.text() for label in sheet.findChildren(QLabel)}
    sheet.deleteLater()
    palette = window.controllers.palette
    palette.open_()
    qtbot.keyClicks(palette.line, "swap sides")
    assert palette.list.item(0).data(KEYS_ROLE) == "F9"
    window.key_map.choose("looking.flag", ["G"])
    assert window.images.keys["flag"] == "G"
    swapped = window.viewer.canvas.look.swapped
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.viewer.canvas.look.swapped is not swapped


def test_chosen_keys_are_kept_and_nonsense_in_the_file_is_passed_over(window: MainWindow) -> None:
    def read() -> KeyMap:
        keys = KeyMap(window.actions_, window.keys, window.store, window)
        keys.apply()
        return keys

    window.key_map.choose("window.export", ["F9"])
    window.key_map.choose("looking.swap", [])
    assert read().line("window.export").keys == ("F9",)
    assert read().holder("S") is None
    window.store.put("keys/chosen", {"window.export": "F9", "looking.swap": [3], "gone": ["F8"]})
    assert read().line("window.export").keys == ("Ctrl+E",)
    assert shortcuts(window, "export") == ["Ctrl+E"]
    assert read().holder("S") is not None
    # Claimed twice, by hand or by a newer version: one of them has it.
    window.store.put("keys/chosen", {"window.export": ["F9"], "window.open_report": ["F9"]})
    assert len([line for line in read().lines() if "F9" in line.keys]) == 1


def test_tooltips_name_the_keys_in_force(window: MainWindow) -> None:
    swap, run = window.viewer.bar.swap, window.setup_panel.run_button
    assert swap.toolTip() == "Swap sides (S)"
    assert window.viewer.tools.gains.toolTip().endswith("(E, Shift+E)")
    why_not = run.toolTip()
    assert "Add" in why_not
    window.key_map.choose("looking.swap", ["Q"])
    window.key_map.choose("window.run", ["F9"])
    assert swap.toolTip() == "Swap sides (Q)"
    assert run.toolTip() == why_not, "why it is disabled matters more"
    window.key_map.choose("looking.swap", [])
    assert swap.toolTip() == "Swap sides"
