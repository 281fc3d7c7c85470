"""What is handed in by drop, paste or dialog: into the setup, or opened; while a run goes on, kept for the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from vaelab.gui.controllers.path_kinds import Intake, Want, sort_out
from vaelab.gui.core.background_jobs import Failure
from vaelab.gui.rooms import Rooms


class ImportController(QObject):
    """Takes paths in.

    Signals:
        run_found: a run folder, as a ``Path``.
    """

    run_found = Signal(object)

    def __init__(self, rooms: Rooms, parent: QObject | None = None) -> None:
        """Answer the banner's buttons."""
        super().__init__(parent)
        self._rooms = rooms
        rooms.banner.chosen.connect(self._banner_action)

    def take_paths(self, paths: Sequence[str], want: Want = "") -> None:
        """Sort out dropped, pasted or named paths in the background, then use them.

        Args:
            paths: files, folders, web addresses (which are refused in words).
            want: what a dialog asked for; a drop may be anything.
        """
        if paths:
            self._rooms.jobs.submit(partial(sort_out, tuple(paths), want), self._take)

    def _take(self, found: Intake | Failure) -> None:
        r = self._rooms
        if isinstance(found, Failure):
            r.banner.say(found.message, kind="bad")
            return
        for path, reason in found.refused:
            r.log.add(self.tr("{0} was not taken: {1}").format(path, reason), "warn")
        model = r.setup_model
        before = len(model.images)
        if found.images:
            model.add_images(found.images)
            r.store.remember("recent/images", found.images[0])
        vaes = model.add_vaes(found.vaes)
        self._say(found, images=len(model.images) - before, vaes=vaes)
        if found.runs:
            self.run_found.emit(found.runs[0])

    def _say(self, found: Intake, *, images: int, vaes: int) -> None:
        """One sentence about everything that needs one; each refusal is in the log."""
        parts, actions, warn = [], {}, False
        if self._rooms.setup_model.locked and (images or vaes):
            parts.append(self.tr("What was added waits for the next run."))
        if found.nested and images and not self._rooms.setup_model.values["recursive"]:
            warn = True
            parts.append(self.tr("The images lie in subfolders, which are not looked into."))
            if not self._rooms.setup_model.locked:
                actions["take:subfolders"] = self.tr("Include subfolders")
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
            actions["log"] = self.tr("Why?")
        if len(found.runs) > 1:
            warn = True
            parts.append(self.tr("Only the first of {0} runs is opened.").format(len(found.runs)))
        if parts:
            self._rooms.banner.say(" ".join(parts), kind="warn" if warn else "info", actions=actions)

    @Slot(str)
    def _banner_action(self, name: str) -> None:
        if name == "take:subfolders":
            self._rooms.setup_model.set_option("recursive", True)
            self._rooms.banner.hide()
