"""The table of images with its filter and its ways to sort."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from vaelab.errors import UsageError
from vaelab.gui import icons, theme
from vaelab.gui.results.chips import Chip, Mask, mask, worst_order
from vaelab.gui.results.columns import DEFAULT_IMAGES
from vaelab.gui.results.filters import parse
from vaelab.gui.results.rows_model import LEADING, RowsModel
from vaelab.gui.results.table_view import Table
from vaelab.records import Row

_SETTLE_MS = 1000


class ImagesTab(QWidget):
    """A row per image and VAE.

    Signals:
        row_chosen: the ``Row`` that the user moved to.
        columns_changed: order, widths or visibility of columns.
    """

    row_chosen = Signal(object)
    columns_changed = Signal()

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        """Show the model."""
        super().__init__(parent)
        self.model = model
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr('Search, or filter: lpips > 0.05 and vae == "mini"'))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter the rows"))
        self.filter.textChanged.connect(self._wait_for_more)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(200)
        self._typed.timeout.connect(self.apply_filter)
        self.filter.returnPressed.connect(self.apply_filter)
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setContentsMargins(12, 0, 12, 0)
        theme.set_role(self._problem, "bad")
        self._problem.hide()
        self.chips: dict[Chip, QPushButton] = {}
        self.count = QLabel(self)
        theme.set_role(self.count, "muted")
        self.columns_button = QToolButton(self)
        icons.dress(self.columns_button, "options", side=16)
        self.columns_button.setToolTip(self.tr("Choose columns"))
        self.columns_button.setAccessibleName(self.tr("Choose columns"))
        self.columns_button.clicked.connect(self._offer_columns)
        self.table = Table(lines=1, parent=self)
        self.table.setAccessibleName(self.tr("Images"))
        self.table.setModel(model)
        self.table.show_columns([model.column_of(name) for name in (*LEADING, *self._defaults())])
        self.table.set_widths({0: 4, 1: 22, 2: 12, 3: 8})
        self.table.header_clicked.connect(self._sort)
        self.table.columns_changed.connect(self.columns_changed)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 4)
        bar.setSpacing(8)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.columns_button)
        self.bar = bar
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addLayout(self._chips_bar())
        layout.addWidget(self._problem)
        layout.addWidget(self.table, 1)
        self._sorted: tuple[int, int] = (-1, 0)
        self._quiet = False
        self._settle = QTimer(self)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(model.settle)
        for signal in (model.rowsInserted, model.layoutChanged, model.modelReset):
            signal.connect(self._count)
        self._count()

    def _chips_bar(self) -> QHBoxLayout:
        words = {
            Chip.WORST: (self.tr("Worst 10"), self.tr("The ten worst rows by the sorted metric, else by J")),
            Chip.FAILED: (self.tr("Failed"), self.tr("Rows without a result")),
            Chip.FLAGGED: (self.tr("Flagged"), self.tr("Images you flagged with X")),
            Chip.DISAGREE: (
                self.tr("Disagree"),
                self.tr("Images that rank the VAEs differently than the means do"),
            ),
        }
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 0, 12, 4)
        bar.setSpacing(6)
        for chip, (text, tip) in words.items():
            button = QPushButton(text, self)
            theme.set_role(button, "chip")
            button.setCheckable(True)
            button.setToolTip(tip)
            button.toggled.connect(self.apply_filter)
            bar.addWidget(button)
            self.chips[chip] = button
        bar.addStretch(1)
        bar.addWidget(self.count)
        return bar

    def _defaults(self) -> list[str]:
        known = {column.name for column in self.model.metrics}
        return [name for name in DEFAULT_IMAGES if name in known]

    def live(self, on: bool) -> None:
        """Move new rows to their sorted places once a second while a run goes on."""
        if on:
            self._settle.start()
        else:
            self._settle.stop()
            self.model.settle()

    def select(self, key: tuple[str, str], *, quietly: bool = False) -> None:
        """Move to a row; ``quietly`` does not count as the user's choice."""
        place = self.model.place_of(key)
        if place < 0:
            return
        index = self.model.index(place, max(0, self.table.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._quiet = quietly
        self.table.selectionModel().setCurrentIndex(index, flags)
        self._quiet = False

    def select_all(self, keys: Sequence[tuple[str, str]]) -> None:
        """Select several rows, quietly, and scroll to the first."""
        places = [place for key in keys if (place := self.model.place_of(key)) >= 0]
        if not places:
            return
        found = QItemSelection()
        for place in places:
            found.select(self.model.index(place, 0), self.model.index(place, self.model.columnCount() - 1))
        self._quiet = True
        chooser = self.table.selectionModel()
        chooser.setCurrentIndex(self.model.index(places[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        chooser.select(found, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    def current(self) -> Row | None:
        """The row that is selected."""
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.row_chosen.emit(self.model.row_at(now.row()))

    @Slot(int)
    def _sort(self, column: int) -> None:
        ways = self._ways(column)
        place = (self._sorted[1] + 1) % len(ways) if self._sorted[0] == column else 0
        self._sorted = (column, place)
        descending, by_distance, arrow = ways[place]
        if arrow:
            self.model.sort_by(column, descending=descending, by_distance=by_distance)
            words = "" if not by_distance else self.tr("worst first") if descending else self.tr("best first")
            self.table.show_arrow(column, arrow, words)
        else:
            self._sorted = (-1, 0)
            self.model.sort_by(-1)
            self.table.show_arrow(-1, "")
        if self.chips[Chip.WORST].isChecked() or self.chips[Chip.DISAGREE].isChecked():
            self.apply_filter()

    def _ways(self, column: int) -> list[tuple[bool, bool, str]]:
        # Worst first is what one looks for; then best first; then, for ratios, the raw values; then as they came.
        if column < len(LEADING):
            return [(False, False, "▴"), (True, False, "▾"), (False, False, "")]
        ways = [(True, True, "▾"), (False, True, "▴")]
        if self.model.metrics[column - len(LEADING)].better in ("ideal", "none"):
            ways += [(True, False, "▾"), (False, False, "▴")]
        if self.model.metrics[column - len(LEADING)].better == "none":
            ways = ways[2:]
        return [*ways, (False, False, "")]

    @Slot()
    def _wait_for_more(self) -> None:
        self._typed.start()

    @Slot()
    def apply_filter(self) -> None:
        """Show the rows that pass the text and the chips."""
        text = self.filter.text()
        try:
            by_text = parse(text, self.model)
        except UsageError as error:
            theme.set_role(self.filter, "invalid")
            self._problem.setText(str(error))
            self._problem.show()
            return
        theme.set_role(self.filter, "")
        self._problem.hide()
        chips = [chip for chip, button in self.chips.items() if button.isChecked()]
        if by_text is None and not chips:
            self.model.set_filter(None)
            return
        metric = self.sorted_metric()

        def keep(model: RowsModel) -> Mask:
            found = np.ones(len(model.rows()), dtype=bool) if by_text is None else by_text(model)
            for chip in chips:
                found = found & mask(chip, model, metric)
            return found

        self.model.set_filter(keep)

    def clear_filter(self) -> None:
        """Show everything again."""
        for button in self.chips.values():
            button.setChecked(False)
        self.filter.clear()
        self.apply_filter()

    def sorted_metric(self) -> str:
        """The metric the table is sorted by, else the score."""
        column = self._sorted[0] - len(LEADING)
        names = [metric.name for metric in self.model.metrics]
        name = names[column] if 0 <= column < len(names) else "score"
        return name if self.model.metrics[names.index(name)].better != "none" else "score"

    def worst_order(self) -> list[int]:
        """Places of all rows, worst first by :meth:`sorted_metric`."""
        return [int(place) for place in worst_order(self.model, self.sorted_metric())]

    def neighbours(self, row: Row) -> list[Row]:
        """The two rows above and below a row, as the table shows them."""
        place = self.model.place_of(row.key)
        if place < 0:
            return []
        lines = [
            line
            for line in range(place - 2, place + 3)
            if line != place and 0 <= line < self.model.rowCount()
        ]
        return [self.model.row_at(line) for line in lines]

    @Slot()
    def _offer_columns(self) -> None:
        menu = self.table.columns_menu()
        menu.popup(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    @Slot()
    def _count(self) -> None:
        seen, total = self.model.rowCount(), len(self.model.rows())
        text = (
            self.tr("{0} rows").format(total)
            if seen == total
            else self.tr("{0} of {1} rows").format(seen, total)
        )
        self.count.setText(text)
