"""What holds the window: opens it, and puts another in its place when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.i18n import languages
from vaelab.gui.main_window import MainWindow
from vaelab.gui.run.app_models import Models
from vaelab.gui.run.worker import Engine
from vaelab.gui.state_transfer import transfer_state


class Application(QObject):
    """Owns the one window.

    Qt builds words into widgets when they are made. So a new language means new widgets: the models stay, a second window is
    built around them, and what the first one looked like is carried over. While a run goes on, that waits for its end.

    Attributes:
        window: the one that is open.
    """

    def __init__(self, app: QApplication, store: SettingsStore, run: Engine | None = None) -> None:
        """Open the window, in the language and the looks that were chosen.

        Args:
            app: the application.
            store: what is remembered.
            run: what to iterate instead of the engine (tests).
        """
        super().__init__(app)
        self._app = app
        languages.install(app, languages.chosen(store))
        models = Models.new(store, run)
        models.appearance.apply()
        models.appearance.language_wanted.connect(self._language_wanted)
        models.controller.phase_changed.connect(self._phase_changed)
        self._speaks = languages.chosen(store)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._switch)
        self.window = MainWindow(models=models)
        self.window.show()

    @Slot(str)
    def _language_wanted(self, code: str) -> None:
        if self.window.controller.phase is Phase.IDLE:
            self._later.start()  # not from inside a menu of the window that goes
            return
        said = self.tr("The window speaks {0} as soon as the run has ended.")
        self.window.notifier.status(said.format(languages.NAMES[code]))

    @Slot(object)
    def _phase_changed(self, phase: Phase) -> None:
        if phase is Phase.IDLE and languages.chosen(self.window.store) != self._speaks:
            self._later.start()  # after everybody has heard of the end of the run

    @Slot()
    def _switch(self) -> None:
        code = languages.chosen(self.window.store)
        if self.window.controller.phase is not Phase.IDLE or code == self._speaks:
            return
        self._speaks = code
        languages.install(self._app, code)
        old = self.window
        self.window = MainWindow(models=old.models)
        transfer_state(old, self.window)
        old.retire()

    @Slot()
    def end(self) -> None:
        """Stop the run, if one goes on, with its rows and its report, and quit without a question."""
        self.window.stop_and_close()

    @Slot()
    def put_away(self) -> None:
        """End all background work."""
        self.window.put_away()
