"""Named views of the table of images: columns with their order and widths, filter, chips and sort, under a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from vaelab.gui.core.undo import StateEdit
from vaelab.gui.results.images.quick_filters import Chip

if TYPE_CHECKING:
    from vaelab.gui.core.settings_store import SettingsStore

_KEY = "views/images"


@dataclass(frozen=True, slots=True)
class TableView:
    """What of the table is shown, and how.

    Attributes:
        name: as the user calls it.
        columns: (name, width in px), from the left.
        measured_with: what the widths were made for, in px of text; 0 for widths that fit of themselves.
        text: of the filter.
        chips: names of those that are on.
        sort: name of the column, empty for the order of the run.
        descending, by_distance: how it is sorted.
    """

    name: str
    columns: tuple[tuple[str, int], ...] = ()
    measured_with: int = 0
    text: str = ""
    chips: tuple[str, ...] = ()
    sort: str = ""
    descending: bool = False
    by_distance: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return what :meth:`from_json` reads."""
        return asdict(self)

    @classmethod
    def from_json(cls, found: Any) -> TableView:
        """Read it back.

        Raises:
            TypeError: it is something else.
            ValueError: likewise.
        """
        if not isinstance(found, Mapping) or not isinstance(found.get("name"), str) or not found["name"]:
            raise ValueError("a view has a name")
        known = {chip.value for chip in Chip}
        return cls(
            name=found["name"],
            columns=tuple((str(name), int(width)) for name, width in found.get("columns", ())),
            measured_with=int(found.get("measured_with", 0)),
            text=str(found.get("text", "")),
            chips=tuple(str(chip) for chip in found.get("chips", ()) if chip in known),
            sort=str(found.get("sort", "")),
            descending=found.get("descending") is True,
            by_distance=found.get("by_distance") is True,
        )


class Views(QObject):
    """The user's views, kept in the settings; every change of the list can be undone.

    Signals:
        changed: the list.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: SettingsStore | None = None
        self._stack: QUndoStack | None = None
        self._all: tuple[TableView, ...] = ()

    def remember_in(self, store: SettingsStore, stack: QUndoStack | None = None) -> None:
        """Read the views that were kept there, and keep them there from now on.

        Args:
            store: the settings.
            stack: where changes are pushed to be undone.
        """
        self._store, self._stack = store, stack
        found = []
        for item in store.items(_KEY):
            try:
                found.append(TableView.from_json(item))
            except (TypeError, ValueError):
                continue  # another program's, or another version's: the others are still good
        self._all = tuple(found)
        self.changed.emit()

    def all(self) -> Sequence[TableView]:
        """All views, in the order they were made."""
        return self._all

    def named(self, name: str) -> TableView | None:
        """The view of that name."""
        return next((view for view in self._all if view.name == name), None)

    def save(self, view: TableView) -> None:
        """Keep a view; one of the same name is replaced in its place."""
        if self.named(view.name) is None:
            self._change((*self._all, view))
        else:
            self._change(tuple(view if each.name == view.name else each for each in self._all))

    def rename(self, old: str, new: str) -> bool:
        """Give a view another name; False, and nothing is done, if that is empty or taken."""
        new = new.strip()
        if not new or self.named(old) is None or (new != old and self.named(new) is not None):
            return False
        self._change(tuple(replace(each, name=new) if each.name == old else each for each in self._all))
        return True

    def delete(self, name: str) -> None:
        """Take a view away."""
        self._change(tuple(each for each in self._all if each.name != name))

    def _change(self, new: tuple[TableView, ...]) -> None:
        if new == self._all:
            return
        if self._stack is None:
            self.adopt(new)
        else:
            self._stack.push(StateEdit(self.adopt, self._all, new))

    def adopt(self, new: tuple[TableView, ...]) -> None:
        """Take a list as it is, and keep it."""
        self._all = new
        if self._store is not None:
            self._store.put(_KEY, [view.to_json() for view in new])
        self.changed.emit()
