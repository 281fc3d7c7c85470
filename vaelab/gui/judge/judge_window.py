"""The window of the blind test: it stands alone on the screen, so that nothing beside it tells which VAE is which."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from vaelab.errors import VAELabError
from vaelab.gui.core import engine_text
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.judge.choices import ALONE_KEYS, choices_of
from vaelab.gui.judge.results_view import JudgeResults
from vaelab.gui.judge.session import Session, open_session
from vaelab.gui.judge.start_form import JudgeStart
from vaelab.gui.judge.trial_view import TrialView
from vaelab.gui.style import theme
from vaelab.gui.widgets.screen_room import resize_within_screen
from vaelab.judging.outcome import JudgeOutcome
from vaelab.report.run.data import RunData
from vaelab.report.run.judged import judged
from vaelab.report.words.judges import QUESTIONS

_AHEAD = 2
"""Trials whose pictures are read before they are asked for."""

_OF_BUTTONS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class JudgeWindow(QWidget):
    """Asks who judges, shows trials, then what was found.

    Signals:
        ended: the window has closed: the name of the judge, empty where nobody has judged.
    """

    ended = Signal(str)

    def __init__(self, run: RunData, jobs: Jobs, judge: str = "") -> None:
        """Judge a run that has saved its pictures; ``judge`` is the name that stands in the form."""
        super().__init__(None)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Not the run's name, which may be that of a VAE.
        self.setWindowTitle(self.tr("Blind test — VAELab"))
        self._run, self._jobs = run, jobs
        self.session: Session | None = None
        self._place = 0
        self._pictures: dict[int, tuple[Mips, ...] | None] = {}
        self._asked: set[int] = set()
        self._shown = -1
        self._passed = 0
        self._clock = QElapsedTimer()
        self.form = JudgeStart(judge, self)
        self.form.begin.connect(self._begin)
        self.form.cancelled.connect(self.close)
        self.results = JudgeResults(self)
        self.results.left.connect(self.close)
        self.view = TrialView(self)
        self.view.painted.connect(self._start_clock)
        self.trial_page = self._trial_page()
        self.pages = QStackedWidget(self)
        for page in (self.form, self.trial_page, self.results):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        resize_within_screen(self, 1440, 900)
        self.form.name.setFocus()

    def _trial_page(self) -> QWidget:
        page = QWidget(self)
        self.question = QLabel(page)
        theme.set_role(self.question, "heading")
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.caption = QLabel(page)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setWordWrap(True)
        self.progress = QLabel(page)
        theme.set_role(self.progress, "muted")
        self.hint = QLabel(page)
        self.hint.setWordWrap(True)
        theme.set_role(self.hint, "small")
        self.buttons = QHBoxLayout()
        self.back_button = QPushButton(self.tr("Previous (Backspace)"), page)
        self.back_button.clicked.connect(self.go_back)
        self.finish_button = QPushButton(self.tr("Finish (Esc)"), page)
        self.finish_button.clicked.connect(self.finish)
        for button in (self.back_button, self.finish_button):
            theme.set_role(button, "quiet")
            # Arrow keys and space are answers here, not a walk over buttons.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head = QHBoxLayout()
        head.addWidget(self.question)
        head.addStretch(1)
        head.addWidget(self.progress)
        head.addWidget(self.back_button)
        head.addWidget(self.finish_button)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(head)
        layout.addWidget(self.caption)
        layout.addWidget(self.view, 1)
        layout.addLayout(self.buttons)
        layout.addWidget(self.hint)
        return page

    # Trials

    @Slot(str, str, int)
    def _begin(self, judge: str, group: str, seed: int) -> None:
        try:
            session = open_session(self._run, judge, group, seed)
        except VAELabError as error:
            self.form.say(str(error))
            return
        if not session.trials:
            session.file.close()
            self.form.say(
                self.tr(
                    "You have answered everything there is to this question: choose another one, or another name."
                )
                if session.answered
                else self.tr(
                    "There is nothing to ask: this takes saved pictures of two VAEs, or of one and its originals."
                )
            )
            return
        self.form.say("")
        self.session = session
        self.pages.setCurrentWidget(self.trial_page)
        self.setFocus()
        self._show()

    def _show(self) -> None:
        """Show the trial that is asked now, once its pictures are there; the end after the last one."""
        session = self.session
        assert session is not None
        while self._place < len(session.trials) and self._pictures.get(self._place, ()) is None:
            self._passed += 1
            self._place += 1
        if self._place >= len(session.trials):
            self.finish()
            return
        for place in range(self._place, min(self._place + _AHEAD + 1, len(session.trials))):
            if place not in self._asked:
                self._asked.add(place)
                self._jobs.submit(
                    partial(session.pictures, session.trials[place]), partial(self._take, place)
                )
        for place in [place for place in self._pictures if place < self._place - 1]:
            del self._pictures[place]
            self._asked.discard(place)
        pictures = self._pictures.get(self._place)
        if pictures and self._shown != self._place:
            self._shown = self._place
            self._ask(pictures)

    def _take(self, place: int, found: tuple[Mips, ...] | Failure) -> None:
        if self.session is None:
            return
        # What failed names a file: that is not said here.
        self._pictures[place] = None if isinstance(found, Failure) else found
        self._show()

    def _ask(self, pictures: tuple[Mips, ...]) -> None:
        session = self.session
        assert session is not None
        trial = session.trials[self._place]
        self._clock.invalidate()
        self.question.setText(engine_text.sentence(QUESTIONS[trial.task.name]))
        self.caption.setText(f"“{trial.caption}”")
        self.caption.setVisible(bool(trial.caption))
        words = self.tr("{0} of {1}").format(
            self._place + 1 + session.answered, len(session.trials) + session.answered
        )
        if self._passed:
            words = self.tr("{0}, passed over for want of pictures: {1}").format(words, self._passed)
        self.progress.setText(words)
        self.back_button.setEnabled(self._place > 0)
        self.hint.setText(
            self.tr(
                "Hold 1, 2 or 3 to see the left picture, the original or the right one alone. Z: full size, wheel: zoom, drag: move."
            )
            if trial.right
            else self.tr("Z: full size, wheel: zoom, drag: move.")
        )
        while (item := self.buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for each in choices_of(trial.task):
            button = QPushButton(QCoreApplication.translate("JudgeChoices", each.words), self.trial_page)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setMinimumHeight(36)
            button.clicked.connect(partial(self.choose, each.choice))
            button.installEventFilter(self)
            self.buttons.addWidget(button, 1)
        self.view.show_pictures(pictures)

    @Slot()
    def _start_clock(self) -> None:
        self._clock.start()

    def choose(self, choice: str, *_: object) -> None:
        """Write an answer down and go on; nothing before the pictures are on screen."""
        session = self.session
        if session is None or self._shown != self._place or not self._clock.isValid():
            return
        try:
            session.answer(session.trials[self._place], choice, int(self._clock.elapsed()))
        except VAELabError:
            # The error names the folder, which may bear the name of a VAE.
            self.hint.setText(
                self.tr("Your answer could not be written: make room on the disk, and choose again.")
            )
            return
        self._place += 1
        self._show()

    @Slot()
    def go_back(self) -> None:
        """Ask the trial before again: the later answer holds."""
        place = self._place - 1
        while place >= 0 and self._pictures.get(place, ()) is None:
            place -= 1
        if self.session is not None and place >= 0:
            self._place, self._shown = place, -1
            self._show()

    @Slot()
    def finish(self) -> None:
        """Stop asking. At the end tell what all answers to this run say, with the names; before it nothing that would unblind."""
        if self.session is None:
            return
        total, answered = len(self.session.trials), self._place
        self.session.file.close()
        self.session = None
        self.view.show_pictures(())
        self.results.wait()
        self.pages.setCurrentWidget(self.results)
        self.results.back.setFocus()
        if answered < total:
            self.results.say(
                self.tr(
                    "{0} of {1} answered. The names are told when all are: go on with Run › Judge…."
                ).format(answered, total)
            )
            return
        self._jobs.submit(partial(judged, self._run), self._tell)

    def _tell(self, found: JudgeOutcome | Failure | None) -> None:
        if isinstance(found, JudgeOutcome):
            self.results.show_outcome(found)
        else:
            self.results.say(found.message if found is not None else self.tr("Nobody has answered yet."))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """JudgeAnswer, look closer, go back, finish."""
        session = self.session
        if event.isAutoRepeat():
            return
        if session is None:
            if event.key() == Qt.Key.Key_Escape:
                self.close()
            return
        key = Qt.Key(event.key())
        trial = session.trials[min(self._place, len(session.trials) - 1)]
        if key == Qt.Key.Key_Escape:
            self.finish()
        elif key == Qt.Key.Key_Backspace:
            self.go_back()
        elif key == Qt.Key.Key_Z:
            self.view.toggle_zoom()
        elif trial.right and key in ALONE_KEYS:
            self.view.show_alone(ALONE_KEYS[key])
        else:
            for each in choices_of(trial.task):
                if key in each.keys:
                    self.choose(each.choice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a key that answers answer also where a button has the focus, which would take an arrow for a step."""
        if isinstance(event, QKeyEvent) and event.key() not in _OF_BUTTONS:
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
            if event.type() == QEvent.Type.KeyRelease:
                self.keyReleaseEvent(event)
                return True
        return super().eventFilter(watched, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show all pictures again."""
        if not event.isAutoRepeat() and Qt.Key(event.key()) in ALONE_KEYS:
            self.view.show_alone(None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the file; what was answered is in it."""
        if self.session is not None:
            self.session.file.close()
            self.session = None
        self.ended.emit(self.form.name.text().strip())
        event.accept()
