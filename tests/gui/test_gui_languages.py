"""The catalogues: complete, with the same placeholders, compiled, and fitting into the window."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest
from gui_fakes import FakeEngine, Opener
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from vaelab.gui import languages
from vaelab.gui.i18n.update import catalogues

CODES = [code for code in languages.NAMES if code != "en"]


def messages(code: str) -> Iterator[tuple[str, str, str]]:
    path = next(path for path in catalogues() if path.stem == f"vaelab_{code}")
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield (
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("translation") or "",
            )


@pytest.mark.parametrize("code", CODES)
def test_every_string_is_translated(code: str) -> None:
    assert not [source for _, source, translation in messages(code) if not translation]


@pytest.mark.parametrize("code", CODES)
def test_placeholders_survive_translation(code: str) -> None:
    pattern = re.compile(r"\{[^}]*\}")
    for _, source, translation in messages(code):
        if translation:
            assert sorted(pattern.findall(source)) == sorted(pattern.findall(translation)), source


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_catalogue_is_that_of_the_text(code: str, qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(f"vaelab_{code}", str(languages.folder()))
    for context, source, translation in messages(code):
        if translation:
            assert translator.translate(context, source) == translation


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[object]:
    yield lambda code: languages.install(qapp, code)
    languages.install(qapp, "en")


@pytest.mark.parametrize("code", CODES)
def test_the_window_speaks_the_language_and_its_buttons_have_room(
    code: str, speak: object, open_window: Opener, qtbot: QtBot
) -> None:
    assert speak(code)  # type: ignore[operator]
    window = open_window(FakeEngine())
    expected = {
        source: translation for context, source, translation in messages(code) if context == "StartPage"
    }
    assert window.start.demo_button.text() == expected["Try the demo"]
    assert window.start.demo_button.text() == QCoreApplication.translate("StartPage", "Try the demo")
    QApplication.processEvents()
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            need = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
            assert button.width() >= need, button.text()


def test_every_options_label_is_in_the_vocabulary() -> None:
    from vaelab.gui.vocabulary import OPTION_LABELS
    from vaelab.settings import options

    assert {option.label for option in options().values()} <= set(OPTION_LABELS)
