"""A change that can be undone, of whatever holds an immutable state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QUndoCommand


class StateEdit(QUndoCommand):
    """The step from one state to another."""

    def __init__(
        self,
        adopt: Callable[[Any], None],
        old: object,
        new: object,
        text: str = "",
        holds: Callable[[], bool] = lambda: True,
    ) -> None:
        """Keep both states; the stack that it is pushed on takes the step.

        Args:
            adopt: makes a state the present one.
            old: the state before.
            new: the state after.
            text: what is undone, for menus.
            holds: whether the edit still speaks of what is shown; one that does not is dropped.
        """
        super().__init__(text)
        self._adopt, self._old, self._new, self._holds = adopt, old, new, holds

    def undo(self) -> None:
        """Bring back the state before."""
        self._take(self._old)

    def redo(self) -> None:
        """Bring the state after."""
        self._take(self._new)

    def _take(self, state: object) -> None:
        if self._holds():
            self._adopt(state)
        else:
            self.setObsolete(True)
