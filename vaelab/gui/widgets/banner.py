"""The message under the menu: how a run ended, or what went wrong, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStatusBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vaelab.errors import one_line
from vaelab.gui.core.notifier import Action, MessageKind
from vaelab.gui.style import icons, theme
from vaelab.gui.widgets.traceback_box import Details

_SIGNS: Mapping[MessageKind, tuple[str, str, str]] = {
    "good": ("check", "good", "banner"),
    "info": ("info", "accent", "banner"),
    "warn": ("warning", "warn", "banner-warn"),
    "bad": ("warning", "bad", "banner-bad"),
}
"""Kind of a message: its icon, that icon's colour, and the message's role in the style sheet."""


class Banner(QFrame):
    """One line that says how a run ended, or what went wrong, with what can be done about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "banner")
        self._sign = QLabel(self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._close = QToolButton(self)
        theme.set_role(self._close, "quiet")
        icons.dress(self._close, "remove", "muted", 14)
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self.details = Details(self)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._sign)
        line.addWidget(self.words, 1)
        line.addLayout(self._buttons)
        line.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.details)
        self.buttons: dict[str, QPushButton] = {}
        self.hide()

    def message(
        self,
        text: str,
        *,
        kind: MessageKind = "good",
        actions: Sequence[Action] = (),
        details: str = "",
        points: Sequence[str] = (),
    ) -> None:
        """Show a message, with lines of their own under it; see :class:`~vaelab.gui.core.notifier.Notifier`."""
        text = "\n".join(map(one_line, (text, *(f"•  {point}" for point in points))))
        icon, color, role = _SIGNS[kind]
        icons.dress(self._sign, icon, color, 18)
        theme.set_role(self, role)
        self.words.setText(text)
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {action.text: self._button(action) for action in actions}
        self.details.put(text, details)
        self.show()

    def _button(self, action: Action) -> QPushButton:
        button = QPushButton(action.text, self)
        # Without the argument that Qt sends along.
        button.clicked.connect(lambda: action.run())
        self._buttons.addWidget(button)
        return button


class WindowNotifier:
    """The window's :class:`~vaelab.gui.core.notifier.Notifier`: its banner and its status bar."""

    def __init__(self, banner: Banner, status_bar: QStatusBar) -> None:
        self._banner, self._status_bar = banner, status_bar

    def message(
        self, text: str, *, kind: MessageKind = "good", actions: Sequence[Action] = (), details: str = ""
    ) -> None:
        """Show it in the banner."""
        self._banner.message(text, kind=kind, actions=actions, details=details)

    def close_message(self) -> None:
        """Hide the banner."""
        self._banner.hide()

    def status(self, text: str, milliseconds: int = 6000) -> None:
        """Show it in the status bar."""
        self._status_bar.showMessage(one_line(text), milliseconds)
