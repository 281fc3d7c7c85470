"""How everything below the window speaks to the user: a message with buttons, or a line in the status bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

MessageKind = Literal["good", "info", "warn", "bad"]


@dataclass(frozen=True)
class Action:
    """What a button of a message does.

    Attributes:
        text: on the button.
        run: called without arguments when it is pressed.
    """

    text: str
    run: Callable[[], object]


class Notifier(Protocol):
    """Shows one message and one line at a time; a new one replaces the one before."""

    def message(
        self, text: str, *, kind: MessageKind = "good", actions: Sequence[Action] = (), details: str = ""
    ) -> None:
        """Show a message until it is closed or replaced.

        Args:
            text: one sentence.
            kind: decides the icon and the colour.
            actions: what can be done about it, one button each, in this order.
            details: what stands behind it, such as a traceback; shown when it is asked for.
        """

    def close_message(self) -> None:
        """Take the message away."""

    def status(self, text: str, milliseconds: int = 6000) -> None:
        """Show a line in the status bar for a while."""
