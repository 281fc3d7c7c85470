"""The blind test by real keys and clicks: what it asks, what it writes, and that nothing on screen tells a name before the end."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from window.fakes import FakeEngine

from vaelab.errors import RunFolderError
from vaelab.gui.core.phase import Phase
from vaelab.gui.judge.judge_window import JudgeWindow
from vaelab.gui.main_window import MainWindow
from vaelab.judging.answers import AnswerFile, read_answers
from vaelab.run_files import JUDGEMENTS

NAMES = ("identity", "blur", "jpeg", "image-0", ".png", "Made-up")


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine(images=6, row_seconds=0.0)


@pytest.fixture
def saved(ready: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window after a run that has saved its pictures."""
    ready.setup_model.set_option("save_images", "all")
    ready.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: ready.controller.phase is Phase.IDLE, timeout=10_000)
    return ready


def open_test(window: MainWindow, qtbot: QtBot, judge: str = "me", group: int = 0) -> JudgeWindow:
    window.actions_.action("judge").trigger()
    shown = window.controllers.blind_test.shown
    assert shown is not None
    qtbot.waitUntil(shown.isVisible)
    shown.form.name.setText(judge)
    shown.form.groups.button(group).click()
    qtbot.mouseClick(shown.form.start, Qt.MouseButton.LeftButton)
    return shown


def on_screen(shown: JudgeWindow, qtbot: QtBot) -> None:
    """Wait until the next trial's pictures are painted."""
    qtbot.waitUntil(
        lambda: shown.session is None or (shown._shown == shown._place and shown._clock.isValid())
    )


def everything_said() -> str:
    """All words of whatever is visible, and of what a screen reader finds there."""
    said: list[str] = []
    for widget in QApplication.allWidgets():
        if not widget.isVisible():
            continue
        said += [
            widget.windowTitle(),
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
        ]
        said += [widget.statusTip(), widget.whatsThis(), widget.objectName()]
        if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
            said.append(widget.text())
        if widget.isWindow():
            said += accessible(QAccessible.queryAccessibleInterface(widget))
    return "\n".join(filter(None, said))


def accessible(item: QAccessibleInterface | None) -> list[str]:
    if item is None or item.state().invisible:  # type: ignore[attr-defined]
        return []
    found = [
        item.text(kind)
        for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    ]
    return found + [text for place in range(item.childCount()) for text in accessible(item.child(place))]


def test_no_name_is_on_screen_before_the_end_and_all_are_after(saved: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "identity" in everything_said())
    shown = open_test(saved, qtbot)
    assert not saved.isVisible()
    asked = 0
    while shown.session is not None:
        on_screen(shown, qtbot)
        said = everything_said()
        assert "Which is closer" in said
        assert f"{asked + 1} of 18" in said
        for name in (*NAMES, saved.run_model.folder.name if saved.run_model.folder else "?"):
            assert name not in said
        qtbot.keyClick(shown, (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down)[asked % 3])
        asked += 1
        if asked == 18:
            break
    qtbot.waitUntil(lambda: "identity" in everything_said())
    assert "Which metric agrees" in everything_said()
    qtbot.mouseClick(shown.results.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(saved.isVisible)
    assert saved.controllers.blind_test.shown is None
    qtbot.waitUntil(lambda: "1 judge, 18 choices on 6 images" in saved.summary.judges.text())
    folder = saved.run_model.folder
    assert folder is not None
    qtbot.waitUntil(
        lambda: (
            (folder / "report.html").exists() and "18 choices" in (folder / "report.html").read_text("utf-8")
        )
    )


def answers(window: MainWindow) -> list[tuple[str, str, str]]:
    assert window.run_model.folder is not None
    found = read_answers([window.run_model.folder / JUDGEMENTS])
    assert not found.damaged
    return [(answer.judge, answer.task, answer.choice) for answer in found.answers]


def test_keys_and_buttons_write_each_answer_at_once(saved: MainWindow, qtbot: QtBot) -> None:
    shown = open_test(saved, qtbot)
    on_screen(shown, qtbot)
    first = shown.session.trials[0]  # type: ignore[union-attr]
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert answers(saved) == [("me", "closer", "left")]
    on_screen(shown, qtbot)
    (middle,) = [
        button
        for button in shown.trial_page.findChildren(QAbstractButton)
        if button.isVisible() and "No difference" in button.text()
    ]
    qtbot.mouseClick(middle, Qt.MouseButton.LeftButton)
    assert answers(saved)[1:] == [("me", "closer", "none")]
    # A button that has the focus takes no arrow for itself.
    on_screen(shown, qtbot)
    last = [button for button in shown.trial_page.findChildren(QAbstractButton) if button.isVisible()][-1]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Right)
    assert answers(saved)[2:] == [("me", "closer", "right")]
    for _ in range(3):
        qtbot.keyClick(shown, Qt.Key.Key_Backspace)
        on_screen(shown, qtbot)
    time.sleep(0.002)  # the later of two answers holds
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert len(answers(saved)) == 3
    folder = saved.run_model.folder
    assert folder is not None
    (changed,) = [
        answer for answer in read_answers([folder / JUDGEMENTS]).answers if answer.trial == first.key
    ]
    assert changed.choice == "right"
    shown.close()
    qtbot.waitUntil(saved.isVisible)


def test_a_session_goes_on_where_it_was_left_and_another_judge_begins_anew(
    saved: MainWindow, qtbot: QtBot
) -> None:
    shown = open_test(saved, qtbot)
    for _ in range(5):
        on_screen(shown, qtbot)
        qtbot.keyClick(shown, Qt.Key.Key_Left)
    on_screen(shown, qtbot)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    words = " ".join(label.text() for label in shown.results.findChildren(QLabel) if label.isVisible())
    assert "5 of 18 answered" in words
    assert not any(label in words for label in saved.run_model.data.vaes), "told before the end"  # type: ignore[union-attr]
    shown.close()
    again = open_test(saved, qtbot)
    on_screen(again, qtbot)
    assert again.progress.text() == "6 of 18"
    again.close()
    other = open_test(saved, qtbot, "you")
    on_screen(other, qtbot)
    assert other.progress.text() == "1 of 18"
    while other.session is not None:
        on_screen(other, qtbot)
        qtbot.keyClick(other, Qt.Key.Key_Left)
    other.close()
    full = open_test(saved, qtbot, "you")
    assert "answered everything" in full.form.problem.text()
    qtbot.keyClick(full, Qt.Key.Key_Escape)
    qtbot.waitUntil(saved.isVisible)


@pytest.mark.parametrize(
    ("group", "question", "key", "expected"),
    [
        (1, "Is this picture real?", Qt.Key.Key_Right, ("me", "real", "generated")),
        (2, "How real does it look?", Qt.Key.Key_4, ("me", "realism", "4")),
    ],
)
def test_the_other_tasks(
    saved: MainWindow, qtbot: QtBot, group: int, question: str, key: Qt.Key, expected: tuple[str, str, str]
) -> None:
    shown = open_test(saved, qtbot, group=group)
    on_screen(shown, qtbot)
    assert shown.question.text() == question
    qtbot.keyClick(shown, key)
    assert answers(saved) == [expected]
    on_screen(shown, qtbot)
    said = everything_said()
    assert not any(name in said for name in NAMES)
    shown.close()


def test_a_held_key_shows_one_picture_alone_where_all_were(
    saved: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = open_test(saved, qtbot)
    on_screen(shown, qtbot)

    def colors() -> list[tuple[int, int]]:
        image: QImage = shown.view.grab().toImage()
        middle = image.height() // 2
        pixels = [image.pixelColor(x, middle).rgb() for x in range(0, image.width(), 3)]
        mat = shown.view.grab().toImage().pixelColor(1, 1).rgb()
        runs, inside = [], False
        for place, pixel in enumerate(pixels):
            if pixel != mat and not inside:
                runs.append([place, place])
            if pixel != mat:
                runs[-1][1] = place
            inside = pixel != mat
        return [(a, b) for a, b in runs]

    assert len(colors()) == 3
    qtbot.keyPress(shown, Qt.Key.Key_2)
    assert shown.view.alone == 1
    assert len(colors()) == 1
    qtbot.keyRelease(shown, Qt.Key.Key_2)
    assert shown.view.alone is None
    assert len(colors()) == 3
    qtbot.keyClick(shown, Qt.Key.Key_Z)
    qtbot.mousePress(shown.view, Qt.MouseButton.LeftButton, pos=shown.view.rect().center())
    shown.view._drag = QPointF(0, 0)
    qtbot.mouseRelease(shown.view, Qt.MouseButton.LeftButton)
    assert answers(saved) == []
    shown.close()


def test_a_missing_picture_is_passed_over_without_its_name(saved: MainWindow, qtbot: QtBot) -> None:
    folder = saved.run_model.folder
    assert folder is not None
    gone = saved.run_model.data.rows[0]  # type: ignore[union-attr]
    (folder / gone.original_png).unlink()
    shown = open_test(saved, qtbot)
    asked = 0
    while shown.session is not None:
        on_screen(shown, qtbot)
        if shown.session is None:
            break
        assert not any(name in everything_said() for name in NAMES)
        qtbot.keyClick(shown, Qt.Key.Key_Down)
        asked += 1
    assert asked == 15
    shown.close()


def test_an_answer_that_cannot_be_written_is_asked_again(
    saved: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = open_test(saved, qtbot)
    on_screen(shown, qtbot)

    def full(*_: object) -> None:
        raise RunFolderError(f"'{saved.run_model.folder}' cannot be written")

    with monkeypatch.context() as patch:
        patch.setattr(AnswerFile, "append", full)
        qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert "could not be written" in shown.hint.text()
    assert str(saved.run_model.folder) not in everything_said()
    assert shown.progress.text() == "1 of 18"
    qtbot.keyClick(shown, Qt.Key.Key_Left)
    assert answers(saved) == [("me", "closer", "left")]
    shown.close()


def test_a_run_without_pictures_says_what_to_do(ready: MainWindow, qtbot: QtBot) -> None:
    ready.setup_model.set_option("save_images", "none")
    ready.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: ready.controller.phase is Phase.IDLE, timeout=10_000)
    ready.actions_.action("judge").trigger()
    assert ready.controllers.blind_test.shown is None
    assert "Save images" in ready.banner.words.text()


def test_a_name_is_needed(saved: MainWindow, qtbot: QtBot) -> None:
    saved.actions_.action("judge").trigger()
    shown = saved.controllers.blind_test.shown
    assert isinstance(shown, QWidget)
    assert isinstance(shown, QObject)
    shown.form.name.setText("   ")
    assert not shown.form.start.isEnabled()
    shown.close()
