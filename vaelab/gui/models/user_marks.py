"""What the user says of images: flagged to be looked at again, excluded from all means. Kept beside the run, undone with Ctrl+Z."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from vaelab.errors import RunFolderError, why
from vaelab.gui.core.undo import StateEdit
from vaelab.run_files import VIEW
from vaelab.run_folder.read.fields import parse
from vaelab.run_folder.read.files import read_bytes
from vaelab.run_folder.store import write_atomic

"""Name of the file in the run folder. The record, ``per_image.csv``, is never touched."""
_VERSION = 1
_MOST_BYTES = 2**26


@dataclass(frozen=True, slots=True)
class Marked:
    """Names of images; those that the run does not have (yet) are kept."""

    flagged: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()

    def to_json(self) -> dict[str, Any]:
        """Return what :meth:`from_json` reads."""
        return {
            "schema_version": _VERSION,
            "flagged": sorted(self.flagged),
            "excluded": sorted(self.excluded),
        }

    @classmethod
    def from_json(cls, found: Any) -> Marked:
        """Read it back.

        Raises:
            ValueError: it is something else.
        """
        if not isinstance(found, Mapping) or found.get("schema_version") != _VERSION:
            raise ValueError("it is not this version's")
        lists = [found.get("flagged", []), found.get("excluded", [])]
        if not all(
            isinstance(names, list) and all(isinstance(name, str) for name in names) for names in lists
        ):
            raise ValueError("its lists are not of names")
        return cls(*map(frozenset, lists))


def read(folder: Path) -> Marked:
    """Read what was marked in a run; nothing where nothing was.

    Raises:
        RunFolderError: the file cannot be read, or is damaged.
    """
    try:
        return Marked.from_json(parse(read_bytes(folder, VIEW, _MOST_BYTES)))
    except FileNotFoundError:
        return Marked()
    except (OSError, ValueError, RunFolderError) as error:
        raise RunFolderError(
            f"flags and exclusions in '{folder / VIEW}' cannot be read ({error}): none are shown until you mark anew"
        ) from error


def write(folder: Path, marked: Marked) -> None:
    """Keep what is marked; a file that cannot be read is moved aside, not overwritten.

    Raises:
        RunFolderError: it cannot be written.
    """
    path = folder / VIEW
    try:
        before = read(folder)
    except RunFolderError:
        before = None
    try:
        if before is None:
            path.replace(path.with_suffix(".damaged.json"))
        if before != marked:
            write_atomic(path, (json.dumps(marked.to_json(), indent=1, ensure_ascii=False) + "\n").encode())
    except OSError as error:
        raise RunFolderError(
            f"flags and exclusions cannot be kept in '{path}' ({why(error)}): they last until the run is closed"
        ) from error


class Marks(QObject):
    """Flags and exclusions of the run that is shown.

    Attributes:
        stack: where edits are pushed to be undone; they just happen where it is None.
        generation: grows with every run that is shown.

    Signals:
        changed: anything.
        exclusion_changed: what is excluded.
        edited: the same as ``changed``, but only by the user, not by another run being shown.
    """

    changed = Signal()
    exclusion_changed = Signal()
    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack: QUndoStack | None = None
        self.generation = 0
        self._marked = Marked()

    @property
    def marked(self) -> Marked:
        """All of it."""
        return self._marked

    @property
    def flagged(self) -> frozenset[str]:
        """Images to look at again."""
        return self._marked.flagged

    @property
    def excluded(self) -> frozenset[str]:
        """Images that no mean is made of."""
        return self._marked.excluded

    def show(self, marked: Marked) -> None:
        """Show those of another run."""
        self.generation += 1
        self._set(marked)

    def adopt(self, marked: Marked) -> None:
        """Take an edit, its undoing or its redoing."""
        self._set(marked)
        self.edited.emit()

    def _set(self, marked: Marked) -> None:
        before, self._marked = self._marked, marked
        if before != marked:
            self.changed.emit()
        if before.excluded != marked.excluded:
            self.exclusion_changed.emit()

    def toggle_flag(self, image: str) -> None:
        """Flag an image, or take its flag away."""
        self._edit(replace(self._marked, flagged=self.flagged ^ {image}))

    def toggle_excluded(self, image: str) -> None:
        """Exclude an image from all means, for every VAE, or take it in again."""
        self._edit(replace(self._marked, excluded=self.excluded ^ {image}))

    def set_flagged(self, images: Iterable[str], on: bool) -> None:
        """Flag several images at once, or take their flags away."""
        names = frozenset(images)
        self._edit(replace(self._marked, flagged=self.flagged | names if on else self.flagged - names))

    def set_excluded(self, images: Iterable[str], on: bool) -> None:
        """Exclude several images at once, or take them in again."""
        names = frozenset(images)
        self._edit(replace(self._marked, excluded=self.excluded | names if on else self.excluded - names))

    def _edit(self, new: Marked) -> None:
        if new == self._marked:
            return
        if self.stack is None:
            self.adopt(new)
        else:
            # Another run is shown by then: the edit is none of its business.
            shown = self.generation
            self.stack.push(StateEdit(self.adopt, self._marked, new, holds=lambda: self.generation == shown))
