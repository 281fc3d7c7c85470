"""The three cards of the setup: images, VAEs, options."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vaelab.gui.setup.model import SetupModel
from vaelab.gui.style import icons, theme
from vaelab.gui.widgets import tips
from vaelab.gui.widgets.elided_label import Elided
from vaelab.gui.widgets.key_tooltip import hint
from vaelab.gui.widgets.relayout import settle


class Card(QFrame):
    """A frame with a numbered title and a row of buttons."""

    def __init__(self, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(12, 10, 12, 12)
        self.layout_.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        digit = QLabel(str(number), self)
        theme.set_role(digit, "number")
        self.title = QLabel(title, self)
        theme.set_role(self.title, "heading")
        self.count = QLabel(self)
        theme.set_role(self.count, "muted")
        head.addWidget(digit)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.count)
        self.head = head
        self.layout_.addLayout(head)


class ImagesCard(Card):
    """Folders and files, how many images they hold, what was left out.

    Signals:
        choose_folder, choose_files: a dialog is wanted.
    """

    choose_folder = Signal()
    choose_files = Signal()
    show_skipped = Signal()

    def __init__(self, model: SetupModel, parent: QWidget | None = None) -> None:
        super().__init__(1, "", parent)
        self.title.setText(self.tr("Images"))
        self._model = model
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.layout_.addLayout(self._list)
        self._skipped = QToolButton(self)
        theme.set_role(self._skipped, "quiet")
        icons.dress(self._skipped, "warning", "warn", 14)
        self._skipped.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._skipped.clicked.connect(self.show_skipped)
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self._problem, "bad")
        row = QHBoxLayout()
        row.setSpacing(6)
        tip = self.tr("Choose a folder of images")
        self.folder_button = _button(self, "folder", self.tr("Folder…"), tip)
        hint(self.folder_button, tip, "window.add_folder")
        self.folder_button.clicked.connect(self.choose_folder)
        self.files_button = _button(self, "image", self.tr("Files…"), self.tr("Choose single images"))
        self.files_button.clicked.connect(self.choose_files)
        row.addWidget(self.folder_button)
        row.addWidget(self.files_button)
        row.addStretch(1)
        self.layout_.addWidget(self._problem)
        self.layout_.addWidget(self._skipped, 0, Qt.AlignmentFlag.AlignLeft)
        self.layout_.addLayout(row)
        self._rows: list[QWidget] = []
        self._shown: object = None
        model.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the model's state."""
        model = self._model
        state = (model.images, model.locked, model.waiting_images)
        if state != self._shown:
            self._shown = state
            for row in self._rows:
                row.hide()
                row.deleteLater()
            self._rows = [self._row(path) for path in model.images]
            for row in self._rows:
                self._list.addWidget(row)
                row.show()
        if model.is_listing:
            self.count.setText(self.tr("looking …"))
        elif model.listing is not None:
            self.count.setText(
                self.tr("{0} images").format(model.count()) if model.count() != 1 else self.tr("1 image")
            )
        else:
            self.count.setText("")
        self._problem.setText(model.listing_problem)
        self._problem.setVisible(bool(model.listing_problem))
        left_out = 0 if model.listing is None else len(model.listing.skipped)
        self._skipped.setText(self.tr("{0} left out: why?").format(left_out))
        self._skipped.setVisible(left_out > 0)
        settle(self)

    def _row(self, path: str) -> QWidget:
        row = QWidget(self)
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        sign = QLabel(row)
        icons.dress(sign, "folder" if Path(path).is_dir() else "image", "muted", 16)
        name = Elided(Path(path).name or path, row)
        name.setToolTip(tips.plain(path))
        remove = QToolButton(row)
        theme.set_role(remove, "quiet")
        icons.dress(remove, "remove", "muted", 14)
        remove.setAccessibleName(self.tr("Remove {0}").format(name.full_text()))
        remove.setToolTip(self.tr("Remove; this can be undone"))
        remove.setProperty("path", path)
        remove.clicked.connect(self._remove)
        box.addWidget(sign)
        box.addWidget(name, 1)
        waiting = path in self._model.waiting_images
        if waiting:
            badge = QLabel(self.tr("next run"), row)
            badge.setToolTip(self.tr("It was added while a run went on"))
            theme.set_role(badge, "number")
            box.addWidget(badge)
        if self._model.locked and not waiting:
            remove.setEnabled(False)
            remove.setToolTip(self.tr("A run uses these images: they can be removed when the run has ended"))
        box.addWidget(remove)
        return row

    @Slot()
    def _remove(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._model.remove_images(str(sender.property("path")))


def _button(parent: QWidget, icon: str, text: str, tip: str) -> QToolButton:
    button = QToolButton(parent)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    icons.dress(button, icon, side=16)
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(text.rstrip("…"))
    return button


def menu_button(parent: QWidget, icon: str, text: str, tip: str, menu: QMenu) -> QToolButton:
    """Return a button that opens a menu."""
    button = _button(parent, icon, text, tip)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
