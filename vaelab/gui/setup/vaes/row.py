"""One VAE of the list: what it is, told from its header, and what may be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from vaelab.gui.core.background_jobs import Failure
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.setup.selection import VAEChoice
from vaelab.gui.setup.vaes.menu import VAEMenu
from vaelab.gui.style import icons, theme
from vaelab.gui.style.vae_marks import draw_shape
from vaelab.gui.widgets import tips
from vaelab.gui.widgets.elided_label import Elided
from vaelab.vae.base import VAEInfo
from vaelab.vae.identity.known import known_file


class _Shape(QWidget):
    """A VAE's sign, as in tables and plots; an empty place for one that takes no part."""

    def __init__(self, series: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._series = series
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._series is not None:
            painter = QPainter(self)
            draw_shape(painter, QPointF(7, 7), 4.5, self._series, theme.current(self))
            painter.end()


class VAERow(QWidget):
    """One VAE.

    Signals:
        left_editor: the name is no longer being edited.
    """

    left_editor = Signal()

    def __init__(self, model: SetupModel, place: int, series: int | None, parent: QWidget) -> None:
        """Show the model's VAE at a place; ``series`` is its sign, None where it takes no part."""
        super().__init__(parent)
        self._model = model
        vae = model.vaes[place]
        self.key = vae.key
        editable = model.can_edit(vae.key)
        self.check = QCheckBox(self)
        self.check.setChecked(vae.checked)
        self.check.setAccessibleName(self.tr("Use {0}").format(vae.name))
        self.check.setEnabled(editable)
        self.check.clicked.connect(self._tick)
        self.name = Elided(vae.name, self)
        self.name.setEnabled(editable)
        self.name.installEventFilter(self)
        self.editor = QLineEdit(self)
        self.editor.setAccessibleName(self.tr("Name of {0} in tables").format(vae.name))
        self.editor.editingFinished.connect(self._rename)
        self.editor.installEventFilter(self)
        self.editor.hide()
        self.menu_button = QToolButton(self)
        theme.set_role(self.menu_button, "quiet")
        icons.dress(self.menu_button, "more", "muted", 16)
        self.menu_button.setAccessibleName(self.tr("What to do with {0}").format(vae.name))
        self.menu = VAEMenu(model, vae.key, self)
        self.menu.rename_wanted.connect(self.edit_name)
        self.menu_button.setMenu(self.menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.facts = QLabel(self)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setWordWrap(True)
        theme.set_role(self.facts, "small")
        self._shown_badges: list[QLabel] = []
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.name, 1)
        first.addWidget(self.editor, 1)
        for text, tip in self._badges(vae):
            badge = QLabel(text, self)
            badge.setToolTip(tip)
            theme.set_role(badge, "number")
            first.addWidget(badge)
            self._shown_badges.append(badge)
        first.addWidget(self.menu_button)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 4)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self.check, 0, 0)
        grid.addWidget(_Shape(series, self), 0, 1)
        grid.addLayout(first, 0, 2)
        grid.addWidget(self.facts, 1, 2)
        if not editable:
            self.setToolTip(self.tr("A run uses this VAE: it can be changed when the run has ended."))
        self._say(vae)

    def _badges(self, vae: VAEChoice) -> list[tuple[str, str]]:
        badges = []
        if self._model.is_waiting(vae.key):
            badges.append((self.tr("next run"), self.tr("It was added while a run went on")))
        if vae.precision and vae.label:
            badges.append((vae.precision, self.tr("Runs in this precision")))
        if vae.baseline:
            badges.append((self.tr("baseline"), self.tr("Others are compared with it")))
        return badges

    def _say(self, vae: VAEChoice) -> None:
        info = self._model.info(vae)
        if isinstance(info, VAEInfo):
            sha256 = info.sha256 or self._model.sha256(vae)
            known = [*numbers(info), *self._ways(vae), *([sha256[:8]] if sha256 else [])]
            # Only the spaces around the dots may break: a line that begins with a unit says nothing.
            self.facts.setText(" · ".join((info.family, *(part.replace(" ", "\u00a0") for part in known))))
            self._warn(info)
            published = known_file(sha256)
            same = self.tr("The same file as {0}").format(published.name) if published is not None else ""
            self.name.setToolTip(tips.plain("\n".join(filter(None, (info.source, same)))))
        elif isinstance(info, Failure):
            theme.set_role(self.facts, "bad")
            words = self.tr("a program, which was not run") if info.programs else info.message
            self.facts.setText("⚠ " + words)
        else:
            self.facts.setText(self.tr("reading the header …"))

    def _warn(self, info: VAEInfo) -> None:
        """Add what speaks against running it like this, as far as the header tells."""
        notes = info.details.get("notes")
        doubts = [str(note) for note in notes] if isinstance(notes, list | tuple) else []
        doubts += [str(info.details["pairing"])] if info.details.get("pairing") else []
        if doubts:
            self.facts.setText("\n⚠ ".join([self.facts.text(), *doubts]))

    def _ways(self, vae: VAEChoice) -> list[str]:
        """How it is run other than its file says."""
        ways = []
        if vae.encoder:
            other = next((other.name for other in self._model.vaes if other.what == vae.encoder), vae.encoder)
            ways.append(self.tr("encoder of {0}").format(other))
        if vae.padding:
            ways.append(self.tr("padding {0}").format(vae.padding))
        if vae.weights:
            ways.append(self.tr("EMA weights"))
        return ways

    @Slot()
    def _tick(self) -> None:
        self._model.change_vae(self._model.place_of(self.key), checked=self.check.isChecked())

    # The name

    @Slot()
    def edit_name(self) -> None:
        """Let the user write another name in place of this one."""
        if self._model.can_edit(self.key):
            self.editor.setText(self.name.full_text())
            self._show_editor(True)
            self.editor.selectAll()
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _rename(self) -> None:
        if self.editor.isHidden():
            return
        text, before = self.editor.text().strip(), self.name.full_text()
        self._leave_editor()
        if text and text != before:
            self._model.change_vae(self._model.place_of(self.key), label=text)

    def _leave_editor(self) -> None:
        self._show_editor(False)
        self.left_editor.emit()

    def _show_editor(self, on: bool) -> None:
        # The name needs the whole line while it is written.
        for widget in (self.name, *self._shown_badges):
            widget.setVisible(not on)
        self.editor.setVisible(on)

    def focused(self) -> str:
        """Which control has the focus, for :meth:`focus` of the row that takes this one's place."""
        return "check" if self.check.hasFocus() else "menu"

    def focus(self, control: str) -> None:
        """Give a control the focus."""
        target = self.check if control == "check" and self.check.isEnabled() else self.menu_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Edit the name on a double click; Escape leaves it as it was."""
        if watched is self.name and event.type() == QEvent.Type.MouseButtonDblClick:
            self.edit_name()
            return True
        if (
            watched is self.editor
            and isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._leave_editor()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits the name, Delete removes the VAE."""
        if event.key() == Qt.Key.Key_F2:
            self.edit_name()
        elif event.key() == Qt.Key.Key_Delete and self._model.can_edit(self.key):
            self._model.remove_vae(self._model.place_of(self.key))
        else:
            super().keyPressEvent(event)


def numbers(info: VAEInfo) -> list[str]:
    """Return what a header says in numbers, shortly: channels, factor, parameters, stored precision."""
    parts = []
    if info.latent_channels:
        parts.append(f"{info.latent_channels} ch")
    if info.factor:
        parts.append(f"{info.factor}×")
    if info.parameters:
        millions = info.parameters / 1e6
        parts.append(f"{millions:.1f} M" if millions >= 0.1 else f"{info.parameters / 1e3:.0f} k")
    if info.stored_dtype:
        parts.append(info.stored_dtype)
    return parts
