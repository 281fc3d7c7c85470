"""What is handed in by drop, paste or dialog: into the setup, or opened; while a run goes on, kept for the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication

from vaelab.gui.controllers.path_kinds import Intake, Want, paths_in, sort_out
from vaelab.gui.controllers.run_history import RunHistory
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.notifier import Action, Notifier
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.results.log import LogPanel
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.widgets.navigation import Navigation, Page


class ImportController(QObject):
    """Takes paths in."""

    def __init__(
        self,
        setup_model: SetupModel,
        history: RunHistory,
        log: LogPanel,
        navigation: Navigation,
        jobs: Jobs,
        store: SettingsStore,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._setup_model, self._history, self._log = setup_model, history, log
        self._navigation, self._jobs, self._store = navigation, jobs, store
        self._notifier = notifier

    def take_paths(self, paths: Sequence[str], want: Want = "") -> None:
        """Sort out dropped, pasted or named paths in the background, then use them.

        Args:
            paths: files, folders, web addresses (which are refused in words).
            want: what a dialog asked for; a drop may be anything.
        """
        if paths:
            self._jobs.submit(partial(sort_out, tuple(paths), want), self._take)

    @Slot()
    def paste(self) -> None:
        """Use the paths on the clipboard."""
        paths = paths_from_mime(QGuiApplication.clipboard().mimeData())
        if not paths:
            self._notifier.message(
                self.tr(
                    "The clipboard holds nothing to take: copy the path of a folder, an image or a VAE, or a name such as mini or jpeg:75."
                ),
                kind="info",
            )
        self.take_paths(paths)

    def _take(self, found: Intake | Failure) -> None:
        if isinstance(found, Failure):
            self._notifier.message(found.message, kind="bad")
            return
        for path, reason in found.refused:
            self._log.add(self.tr("{0} was not taken: {1}").format(path, reason), "warn")
        model = self._setup_model
        before = len(model.images)
        if found.images:
            model.add_images(found.images)
            self._store.remember("recent/images", found.images[0])
        vaes = model.add_vaes(found.vaes)
        self._say(found, images=len(model.images) - before, vaes=vaes)
        if found.runs:
            self._history.open_run(found.runs[0])

    def _say(self, found: Intake, *, images: int, vaes: int) -> None:
        """One sentence about everything that needs one; each refusal is in the log."""
        parts, actions, warn = [], [], False
        if self._setup_model.locked and (images or vaes):
            parts.append(self.tr("What was added waits for the next run."))
        if found.nested and images and not self._setup_model.values["recursive"]:
            warn = True
            parts.append(self.tr("The images lie in subfolders, which are not looked into."))
            if not self._setup_model.locked:
                actions.append(Action(self.tr("Include subfolders"), self._include_subfolders))
        if vaes > 1:
            parts.append(self.tr("{0} VAEs were added.").format(vaes))
        if len(found.refused) == 1:
            path, reason = found.refused[0]
            warn = True
            parts.append(
                self.tr("{0} was not taken: {1}.").format(Path(path).name or path, reason.rstrip("."))
            )
        elif found.refused:
            warn = True
            parts.append(self.tr("{0} files were not taken.").format(len(found.refused)))
            actions.append(Action(self.tr("Why?"), partial(self._navigation.show, Page.LOG)))
        if len(found.runs) > 1:
            warn = True
            parts.append(self.tr("Only the first of {0} runs is opened.").format(len(found.runs)))
        if parts:
            self._notifier.message(" ".join(parts), kind="warn" if warn else "info", actions=actions)

    def _include_subfolders(self) -> None:
        self._setup_model.set_option("recursive", True)
        self._notifier.close_message()


def paths_from_mime(mime: QMimeData | None) -> tuple[str, ...]:
    """Return the paths, web addresses and names of built-ins in it, none where it has something else or is empty."""
    # What Qt's stubs deny: a clipboard that nobody has put anything on has no data at all.
    if mime is None:
        return ()
    if mime.hasUrls():
        # A web address is refused in words, which is better than in silence.
        found = tuple(url.toLocalFile() if url.isLocalFile() else url.toString() for url in mime.urls())
        if found:
            return found
    return paths_in(mime.text()) if mime.hasText() else ()
