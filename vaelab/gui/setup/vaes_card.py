"""The list of VAEs: what each is, told from its header, and what may be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vaelab.gui import icons, theme
from vaelab.gui.jobs import Failure
from vaelab.gui.results.signs import draw_shape
from vaelab.gui.setup.cards import Card, Elided, menu_button
from vaelab.gui.setup.model import SetupModel, VAEChoice
from vaelab.vae.base import PRECISIONS, VAEInfo
from vaelab.vae.builtins_table import BUILT_INS


class _Shape(QWidget):
    """A VAE's sign, as in tables and plots."""

    def __init__(self, series: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._series = series
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_shape(painter, QPointF(7, 7), 4.5, self._series, theme.current(self))
        painter.end()


class VAERow(QWidget):
    """One VAE."""

    def __init__(self, model: SetupModel, place: int, series: int, parent: QWidget) -> None:
        """Show the model's VAE at a place."""
        super().__init__(parent)
        self._model, self._place = model, place
        vae = model.vaes[place]
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 2, 0, 2)
        box.setSpacing(6)
        self.check = QCheckBox(self)
        self.check.setChecked(vae.checked)
        self.check.setAccessibleName(self.tr("Use {0}").format(vae.name))
        self.check.clicked.connect(self._tick)
        words = QVBoxLayout()
        words.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(6)
        self.name = Elided(vae.name, self)
        first.addWidget(self.name, 1)
        for text, tip, wanted in (
            (vae.precision, self.tr("Runs in this precision"), bool(vae.precision)),
            (self.tr("baseline"), self.tr("Others are compared with it"), vae.baseline),
        ):
            if wanted:
                badge = QLabel(text, self)
                badge.setToolTip(tip)
                theme.set_role(badge, "number")
                first.addWidget(badge)
        words.addLayout(first)
        self.facts = Elided("", self)
        theme.set_role(self.facts, "small")
        words.addWidget(self.facts)
        self.menu_button = QToolButton(self)
        theme.set_role(self.menu_button, "quiet")
        icons.dress(self.menu_button, "more", "muted", 16)
        self.menu_button.setAccessibleName(self.tr("What to do with {0}").format(vae.name))
        self.menu_button.setMenu(self._menu(vae))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        box.addWidget(self.check)
        box.addWidget(_Shape(series, self) if vae.checked else QWidget(self))
        box.addLayout(words, 1)
        box.addWidget(self.menu_button)
        self._say(vae)

    def _say(self, vae: VAEChoice) -> None:
        info = self._model.info(vae.what)
        if isinstance(info, VAEInfo):
            self.facts.put(facts(info))
            self.name.setToolTip(info.source)
        elif isinstance(info, Failure):
            theme.set_role(self.facts, "bad")
            self.facts.put("⚠ " + info.message)
            self.facts.setToolTip(info.message)
        else:
            self.facts.put(self.tr("reading the header …"))

    def _menu(self, vae: VAEChoice) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Rename…"), self._rename)
        baseline = menu.addAction(self.tr("Compare others with it"))
        baseline.setCheckable(True)
        baseline.setChecked(vae.baseline)
        baseline.triggered.connect(self._set_baseline)
        info = self._model.info(vae.what)
        if not (isinstance(info, VAEInfo) and info.baseline):
            precisions = menu.addMenu(self.tr("Precision"))
            group = QActionGroup(precisions)
            for value in ("", *PRECISIONS):
                action = precisions.addAction(value or self.tr("as in the options"))
                action.setCheckable(True)
                action.setChecked(value == vae.precision)
                action.setData(value)
                group.addAction(action)
            group.triggered.connect(self._set_precision)
            twins = menu.addMenu(self.tr("Add once more in"))
            for value in PRECISIONS:
                twins.addAction(value).setData(value)
            twins.triggered.connect(self._duplicate)
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), self._remove)
        return menu

    @Slot()
    def _tick(self) -> None:
        self._model.change_vae(self._place, checked=self.check.isChecked())

    @Slot()
    def _rename(self) -> None:
        vae = self._model.vaes[self._place]
        text, accepted = QInputDialog.getText(
            self, self.tr("Rename"), self.tr("Name in tables:"), text=vae.name
        )
        if accepted:
            self._model.change_vae(self._place, label=text.strip())

    @Slot(bool)
    def _set_baseline(self, on: bool) -> None:
        self._model.change_vae(self._place, baseline=on)

    @Slot(QAction)
    def _set_precision(self, action: QAction) -> None:
        self._model.change_vae(self._place, precision=action.data())

    @Slot(QAction)
    def _duplicate(self, action: QAction) -> None:
        self._model.duplicate_vae(self._place, action.data())

    @Slot()
    def _remove(self) -> None:
        self._model.remove_vae(self._place)


class VAEsCard(Card):
    """All VAEs, and the button that adds more.

    Signals:
        choose_files, choose_folder: a dialog is wanted.
    """

    choose_files = Signal()
    choose_folder = Signal()

    def __init__(self, model: SetupModel, parent: QWidget | None = None) -> None:
        """Follow the model."""
        super().__init__(2, "", parent)
        self.title.setText(self.tr("VAEs"))
        self._model = model
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.layout_.addLayout(self._list)
        self.add_menu = QMenu(self)
        self.add_menu.setToolTipsVisible(True)
        self.add_menu.addAction(self.tr("Files…"), self.choose_files)
        self.add_menu.addAction(self.tr("Folder…"), self.choose_folder)
        self.add_menu.addSection(self.tr("Built in"))
        for entry in BUILT_INS:
            what = entry.name if entry.argument is None else f"{entry.name}:{_default(entry.argument)}"
            action = self.add_menu.addAction(what)
            action.setToolTip(entry.help)
            action.triggered.connect(partial(self._add, what))
        self.add_button = menu_button(
            self,
            "add",
            self.tr("Add VAE"),
            self.tr("A file, a folder, or a built-in (Ctrl+Shift+O)"),
            self.add_menu,
        )
        self._hint = QLabel(self.tr("Drop .safetensors, .ckpt or .pth files anywhere."), self)
        self._hint.setWordWrap(True)
        theme.set_role(self._hint, "small")
        self.layout_.addWidget(self._hint)
        self.layout_.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows: list[VAERow] = []
        self._seen: object = None
        self._locked = False
        model.changed.connect(self.refresh)
        self.refresh()

    def open_menu(self) -> None:
        """Show what can be added."""
        self.add_menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))

    @Slot()
    def refresh(self) -> None:
        """Show the model's state."""
        model = self._model
        state = (model.vaes, tuple(model.info(vae.what) is None for vae in model.vaes))
        if state != self._seen:
            self._seen = state
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = []
            series = 0
            for place, vae in enumerate(model.vaes):
                row = VAERow(model, place, series, self)
                series += vae.checked
                self._list.addWidget(row)
                self.rows.append(row)
            self.lock(self._locked)
        used, all_ = len(model.taking_part), len(model.vaes)
        self.count.setText(self.tr("{0} of {1}").format(used, all_) if all_ else "")
        self._hint.setVisible(not all_)

    def lock(self, on: bool) -> None:
        """Make the list read-only while a run uses it."""
        self._locked = on
        for row in self.rows:
            row.setEnabled(not on)
        self.add_button.setEnabled(not on)

    def _add(self, what: str) -> None:
        self._model.add_vaes([what])


def facts(info: VAEInfo) -> str:
    """Return what a header says, in one short line."""
    parts = [info.family]
    if info.latent_channels:
        parts.append(f"{info.latent_channels} ch")
    if info.factor:
        parts.append(f"{info.factor}×")
    if info.parameters:
        millions = info.parameters / 1e6
        parts.append(f"{millions:.1f} M" if millions >= 0.1 else f"{info.parameters / 1e3:.0f} k")
    if info.stored_dtype:
        parts.append(info.stored_dtype)
    if info.sha256:
        parts.append(info.sha256[:8])
    return " · ".join(parts)


def _default(argument: object) -> str:
    value = getattr(argument, "default", "")
    return f"{value:g}" if isinstance(value, int | float) else str(value)
