"""The button "Views": choose one, save what is shown as one, rename, delete. Names are typed in the menu itself: no box."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from vaelab.gui.models.column_format import DEFAULT_IMAGES
from vaelab.gui.models.row_columns import LEADING
from vaelab.gui.results.images.views import TableView, Views
from vaelab.metrics.marker_columns import READINGS
from vaelab.metrics.registry import column

_OURS: dict[str, tuple[str, ...]] = {
    "fidelity": ("score", "lpips", "psnr", "ssim", "ms_ssim", "mae", "delta_e_mean", "max_abs_error"),
    "detail": (
        "gradient_ratio",
        "fft_low_ratio",
        "fft_mid_ratio",
        "fft_high_ratio",
        "fft_magnitude_similarity",
        "fft_phase_similarity",
    ),
    "color": ("color_ratio", "delta_e_mean", "delta_e_p95", "bias_r", "bias_g", "bias_b", "clipped_fraction"),
    "marker": tuple(sorted(READINGS, key=lambda name: column(name).headline or math.inf)),
    "latent": ("kl", "kl_per_dim", "latent_mean", "latent_std", "encode_ms", "decode_ms"),
}


class ViewsButton(QToolButton):
    """A menu of views.

    Signals:
        chosen: a ``View`` to be shown.
    """

    chosen = Signal(TableView)

    def __init__(self, views: Views, current: Callable[[], TableView], parent: QWidget | None = None) -> None:
        """Offer these views.

        Args:
            views: the user's.
            current: returns what is shown now, without a name.
            parent: owner.
        """
        super().__init__(parent)
        self._views, self._current = views, current
        self._shown = ""
        self.setText(self.tr("Views"))
        self.setAccessibleName(self.tr("Views"))
        self.setToolTip(self.tr("Columns, order, widths, filter and sort, kept under a name"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.views_menu = QMenu(self)
        self.setMenu(self.views_menu)
        self.views_menu.aboutToShow.connect(self.fill)
        views.changed.connect(self._relabel)

    def default(self) -> TableView:
        """The view that a new user sees."""
        return TableView("", tuple((name, 0) for name in (*LEADING, *DEFAULT_IMAGES)))

    def ours(self) -> dict[str, TableView]:
        """The views that ship, by their words."""
        words = {
            "fidelity": self.tr("Fidelity"),
            "detail": self.tr("Detail and frequencies"),
            "color": self.tr("Colour"),
            "marker": self.tr("Marker"),
            "latent": self.tr("Latent and speed"),
        }
        found = {self.tr("Default"): self.default()}
        for key, names in _OURS.items():
            found[words[key]] = TableView("", tuple((name, 0) for name in (*LEADING, *names)))
        return found

    @Slot()
    def fill(self) -> None:
        """List everything anew."""
        menu = self.views_menu
        menu.clear()
        for words, view in self.ours().items():
            self._add(menu, words, view)
        if self._views.all():
            menu.addSection(self.tr("Your own"))
        for view in self._views.all():
            action = self._add(menu, view.name, view)
            action.setCheckable(True)
            action.setChecked(view.name == self._shown)
        menu.addSeparator()
        self.name_line = self._line(menu, self.tr("Save what is shown as …"), self._save)
        self.rename_line = None
        if self._views.named(self._shown) is not None:
            menu.addAction(self.tr("Update “{0}”").format(self._shown)).triggered.connect(self._update)
            renaming = menu.addMenu(self.tr("Rename “{0}”").format(self._shown))
            self.rename_line = self._line(renaming, self.tr("New name"), self._rename)
            self.rename_line.setText(self._shown)
            menu.addAction(self.tr("Delete “{0}”").format(self._shown)).triggered.connect(self._delete)

    def _add(self, menu: QMenu, words: str, view: TableView) -> QAction:
        # An ampersand in a name is no mnemonic.
        action = menu.addAction(words.replace("&", "&&"))
        action.setData(view)
        action.triggered.connect(self._choose)
        return action

    def _line(self, menu: QMenu, hint: str, done: Callable[[], None]) -> QLineEdit:
        line = QLineEdit(menu)
        line.setPlaceholderText(hint)
        line.setAccessibleName(hint)
        line.setMinimumWidth(line.fontMetrics().horizontalAdvance("0") * 26)
        line.setMaxLength(60)
        line.returnPressed.connect(done)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(line)
        menu.addAction(holder)
        return line

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        view = action.data() if isinstance(action, QAction) else None
        if isinstance(view, TableView):
            self._shown = view.name
            self._relabel()
            self.chosen.emit(view)

    @Slot()
    def _save(self) -> None:
        self.save_as(self.name_line.text())
        self.views_menu.hide()

    def save_as(self, name: str) -> None:
        """Keep what is shown under a name; does nothing without one."""
        name = " ".join(name.split())
        if name:
            self._store(name)

    @Slot()
    def _update(self) -> None:
        self._store(self._shown)

    def _store(self, name: str) -> None:
        shown = self._current()
        self._shown = name
        self._views.save(replace(shown, name=name))
        self._relabel()

    @Slot()
    def _rename(self) -> None:
        assert self.rename_line is not None
        if self._views.rename(self._shown, self.rename_line.text()):
            self._shown = self.rename_line.text().strip()
            self._relabel()
            self.views_menu.hide()

    @Slot()
    def _delete(self) -> None:
        name, self._shown = self._shown, ""
        self._views.delete(name)

    @Slot()
    def _relabel(self) -> None:
        known = self._views.named(self._shown) is not None
        name = self.fontMetrics().elidedText(self._shown, Qt.TextElideMode.ElideRight, 140)
        self.setText(self.tr("View: {0}").format(name) if known else self.tr("Views"))
