"""The catalogues: complete, with the same placeholders, compiled, and fitting into the window."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from window.fakes import FakeEngine, Opener

from vaelab.gui.application import Application
from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.i18n import engine as engine_words
from vaelab.gui.i18n import languages
from vaelab.gui.i18n.update import catalogues
from vaelab.gui.main_window import MainWindow
from vaelab.gui.plots.kinds import PlotKind
from vaelab.gui.viewer.canvas.modes import Mode
from vaelab.gui.widgets.navigation import Page
from vaelab.metrics.registry import all_columns
from vaelab.settings import options

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


def test_what_the_engine_says_in_fixed_words_is_listed_for_translation() -> None:
    assert engine_words.WORDS.read_text(encoding="utf-8") == engine_words.module(), (
        "run vaelab.gui.i18n.update"
    )
    listed = {(context, text) for context, text in engine_words.said()}
    assert {("options", option.help) for option in options().values()} <= listed
    assert {("metrics", column.description) for column in all_columns()} <= listed
    # The stages are found in the source; these are the ones that a run is known to report.
    assert {("stages", "Loading PyTorch"), ("stages", "encode, decode")} <= listed


def test_the_pseudo_language_says_everything_longer_and_keeps_what_is_filled_in() -> None:
    said = languages.pseudo("&Open {0} of {1:.2f} <b>now</b>")
    assert said.startswith("[&Öpéñ {0} öf {1:.2f} <b>ñöw</b>~")
    assert languages.pseudo("") == ""


# Live


@pytest.fixture
def shell(qapp: QApplication, engine: FakeEngine, qtbot: QtBot, image_folder: Path) -> Iterator[Application]:
    """A window with a finished run, held by the shell as in the program."""
    store = SettingsStore()
    store.put("look/language", "en")
    shell = Application(qapp, store, run=engine)
    window = shell.window
    window.resize(1440, 900)
    window.setup_model.add_images([str(image_folder)])
    window.setup_model.add_vaes(["identity", "blur:2", "jpeg:75"])
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled)
    yield shell
    shell.put_away()
    shell.window.retire()
    shell.deleteLater()
    languages.install(qapp, "en")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def run(shell: Application, qtbot: QtBot) -> None:
    shell.window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: shell.window.controller.phase is Phase.IDLE, timeout=10_000)
    qtbot.waitUntil(lambda: shell.window.run_model.data is not None)


def speak_live(shell: Application, qtbot: QtBot, code: str) -> None:
    old = shell.window
    old.actions_.action(f"language_{code}").trigger()
    qtbot.waitUntil(lambda: shell.window is not old)


def words_of(window: MainWindow) -> set[str]:
    found = {action.text() for _, action in window.actions_.all()}
    found |= {action.text() for action in window.menuBar().actions()}
    found |= {window.navigation.tabs.tabText(place) for place in range(window.navigation.tabs.count())}
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QAbstractButton | QLabel):
            found.add(widget.text())
        found |= {widget.toolTip(), widget.accessibleName()}
    model = window.rows
    headers = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    return found | {str(header) for header in headers}


def state_of(window: MainWindow) -> dict[str, object]:
    view = window.images.view()
    return {
        "page": window.navigation.tabs.currentIndex(),
        "view": (view.text, view.sort, view.descending, view.by_distance, view.chips),
        "order": [window.rows.row_at(place).key for place in range(window.rows.rowCount())],
        "rows": len(window.rows.rows()),
        "flagged": window.rows.flagged().sum(),
        "row": None if window.viewer.row is None else window.viewer.row.key,
        "pair": window.viewer.pair is not None,
        "mode": window.viewer.canvas.mode,
        "zoom": round(window.viewer.canvas.scale(), 3),
        "swapped": window.viewer.canvas.look.swapped,
        "vaes": [(vae.name, vae.checked) for vae in window.setup_model.vaes],
        "undo": window.setup_model.undo.canUndo(),
        "options": window.setup_panel.options.toggle.isChecked(),
        "weights": window.summary.current_weights(),
        "summary": window.summary_model.labels(),
        "plot": window.plots.controls.kind,
        "title": window.windowTitle(),
        "size": window.size(),
        "hidden": [
            window.setup_panel.isHidden(),
            window.navigation.viewer_frame.isHidden(),
            window.navigation.stack.isHidden(),
        ],
        "log": window.log.text(),
        "banner": (window.banner.isHidden(), len(window.banner.buttons)),
        "run": None if window.run_model.data is None else window.run_model.data.folder,
    }


def test_another_language_while_a_run_is_shown_changes_all_words_and_nothing_else(
    shell: Application, qtbot: QtBot, image_folder: Path
) -> None:
    run(shell, qtbot)
    window = shell.window
    window.setGeometry(37, 53, 1300, 800)  # not where the last start ended
    window.setup_panel.options.toggle.setChecked(True)
    window.setup_model.change_vae(1, label="soft")
    window.summary.weights["drift"].setValue(2.5)
    window.plots.choose(PlotKind.PAIRED)
    window.navigation.turn_to(Page.IMAGES)
    window.images.filter.setText("lpips > 0")
    window.images.apply_filter()
    window.images.table.header_clicked.emit(window.rows.column_of("psnr"))
    window.images.select(("image-002.png", "jpeg:75"))
    window.rows.toggle_flag("image-002.png")
    window.viewer.set_mode(Mode.SWIPE)
    window.viewer.canvas.zoom_to(4.0)
    window.viewer.canvas.swap()
    window.images.views.save(replace(window.images.view(), name="mine"))
    window_device = window.meter.device.text()
    place = window.geometry()
    commands = [action.text() for _, action in window.actions_.all()]
    english, state = words_of(window), state_of(window)
    own = {image_folder.name}  # not the window's words
    for code in ("ko", "ja", "zh_CN", "en"):
        speak_live(shell, qtbot, code)
        qtbot.waitUntil(lambda: shell.window.viewer.pair is not None)
        assert state_of(shell.window) == state, code
        assert shell.window.geometry() == place, code
        if code != "en":
            ways: dict[str, set[str]] = {}
            for _, source, translation in messages(code):
                ways.setdefault(source, set()).add(translation)
            translated = {
                text for text in english - own if text in ways and ways[text].isdisjoint({text, ""})
            }
            assert len(translated) > 60
            assert translated.isdisjoint(words_of(shell.window)), sorted(translated & words_of(shell.window))
    assert [action.text() for _, action in shell.window.actions_.all()] == commands
    assert shell.window.start.run_button.isEnabled()
    assert shell.window.meter.device.text() == window_device
    for undone in ("the view", "the flag", "the name"):
        assert shell.window.setup_model.undo.canUndo(), undone
        shell.window.setup_model.undo.undo()
    assert not shell.window.rows.flagged().any()
    assert shell.window.images.views.named("mine") is None
    assert [vae.name for vae in shell.window.setup_model.vaes] == ["identity", "blur:2", "jpeg:75"]
    run(shell, qtbot)  # the models still work together


def test_a_language_chosen_during_a_run_waits_for_its_end(
    shell: Application, engine: FakeEngine, qtbot: QtBot
) -> None:
    engine.row_seconds = 0.01
    window = shell.window
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: window.rows.rowCount() > 0, timeout=10_000)
    window.appearance.set_language("ko")
    assert shell.window is window
    assert "한국어" in window.statusBar().currentMessage()
    qtbot.waitUntil(lambda: shell.window is not window, timeout=10_000)
    assert shell.window.rows.rowCount() == 18
    assert shell.window.navigation.tabs.tabText(0) == "요약"
