"""Get VAEs: the list of known ones, any other by its id, and their downloads. Not modal: it may stay open beside the window."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from vaelab.errors import VAEError
from vaelab.gui.core.engine_text import counted
from vaelab.gui.hub.details import HubDetails
from vaelab.gui.hub.downloads import DownloadManager
from vaelab.gui.hub.table import KIND, LATENT, LICENCE, NAME, SIZE, STATE, HubTable
from vaelab.gui.style import theme
from vaelab.text import vaes
from vaelab.vae.hub.ids import read_hub_id


class HubDialog(QDialog):
    """Search, table, the chosen VAE, and a field for any other.

    Signals:
        chosen: list of ids to put into the list of the run.
    """

    chosen = Signal(list)

    def __init__(self, downloads: DownloadManager, parent: QWidget | None = None) -> None:
        """Show all that is known; nothing is asked of anybody."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Get VAEs"))
        self._fetches = downloads
        self.model = HubTable(downloads, self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search: sdxl mit, flux, 16 ch, tiny"))
        self.search.setAccessibleName(self.tr("Search the known VAEs"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.count = QLabel(self)
        theme.set_role(self.count, "muted")
        self.table = self._table()
        self.details = HubDetails(downloads, self)
        self.details.add_wanted.connect(self._add)
        self.any = QLineEdit(self)
        self.any.setPlaceholderText(
            self.tr("org/name, org/name:subfolder, org/name:file, or the address of its page")
        )
        self.any.setAccessibleName(self.tr("Id of any other VAE of the Hub"))
        self.any.returnPressed.connect(self._look_up)
        self.any.textEdited.connect(self._clear_problem)
        self.ask = QPushButton(self.tr("Look up"), self)
        self.ask.setToolTip(self.tr("Ask the Hub for size and licence; nothing is downloaded yet."))
        self.ask.clicked.connect(self._look_up)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        theme.set_role(self.problem, "bad")
        self.problem.hide()
        close = QPushButton(self.tr("Close"), self)
        close.setToolTip(self.tr("Downloads go on."))
        close.clicked.connect(self.hide)
        for button in (self.ask, close):
            button.setAutoDefault(False)
        self._lay_out(close)
        self._show_count()

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Known VAEs"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.verticalHeader().hide()
        # In line with the words of the header.
        table.setStyleSheet("QTableView::item { padding: 0px 5px; }")
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.selectionModel().currentRowChanged.connect(self._chosen)
        table.doubleClicked.connect(self._pressed)
        return table

    def _lay_out(self, close: QPushButton) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        other = QLabel(self.tr("&Any other"), self)
        other.setBuddy(self.any)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(other)
        bottom.addWidget(self.any, 1)
        bottom.addWidget(self.ask)
        promise = QLabel(
            self.tr(
                "VAELab contacts the Hub only when you press Look up or Download. Files go into the Hugging Face cache."
            ),
            self,
        )
        promise.setWordWrap(True)
        theme.set_role(promise, "small")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(promise, 1)
        foot.addWidget(close)
        self._lines = layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.details)
        layout.addLayout(bottom)
        layout.addWidget(self.problem)
        layout.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure, and look at the cache anew."""
        super().showEvent(event)
        if event.spontaneous():
            return
        self._fetches.forget()
        self._measure()
        self.details.refresh()
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the table does what the button says; Escape clears the search before it closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.table.hasFocus():
                self.details.press()
            return
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.table.setFocus()
            self._select(0)
            return
        super().keyPressEvent(event)

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        letter, line = metrics.horizontalAdvance("0"), metrics.lineSpacing()
        self.table.verticalHeader().setDefaultSectionSize(round(line * 1.7))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        # The widest word that the states have, and no licence so long that the names have no room.
        most = {STATE: 11 * letter, LICENCE: 24 * letter, KIND: 18 * letter}
        for column in (KIND, LATENT, SIZE, LICENCE, STATE):
            width = max(self.table.sizeHintForColumn(column), header.sectionSizeHint(column))
            width = most[STATE] if column == STATE else min(width, most.get(column, width))
            self.table.setColumnWidth(column, width)
        room = self.screen().availableGeometry()
        others = sum(self.table.columnWidth(column) for column in (KIND, LATENT, SIZE, LICENCE, STATE))
        margins = self._lines.contentsMargins()
        wide = 34 * letter + others + 3 * letter + margins.left() + margins.right()
        self.resize(min(max(880, wide), room.width() - 40), min(max(620, 38 * line), room.height() - 60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what the other columns leave."""
        super().resizeEvent(event)
        others = sum(
            self.table.columnWidth(column) for column in range(self.model.columnCount()) if column != NAME
        )
        least = 24 * self.fontMetrics().horizontalAdvance("0")
        bar = self.table.verticalScrollBar().sizeHint().width()
        self.table.setColumnWidth(NAME, max(least, self.table.width() - others - bar - 2))

    # What the user does

    @Slot(str)
    def _search(self, words: str) -> None:
        before = self.details.vae
        self.model.search(words)
        place = None if before is None else self.model.place_of(before.hub_id)
        if place is not None:
            self._select(place)
        self._show_count()

    def _show_count(self) -> None:
        shown = self.model.rowCount()
        self.count.setText(counted(vaes(shown)) if shown else self.tr("none: look it up below"))

    def _select(self, place: int) -> None:
        if place < self.model.rowCount():
            index = self.model.index(place, NAME)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, now: QModelIndex, _: QModelIndex) -> None:
        if now.isValid():
            self.details.show_vae(self.model.vae(now.row()))

    @Slot(QModelIndex)
    def _pressed(self, _: QModelIndex) -> None:
        self.details.press()

    @Slot()
    def _look_up(self) -> None:
        try:
            name = read_hub_id(self.any.text())
        except VAEError as error:
            self.problem.setText(str(error))
            self.problem.show()
            theme.set_role(self.any, "invalid")
            self.any.setFocus()
            return
        self._clear_problem()
        if self.model.place_of(str(name)) is None:
            self.search.clear()
        self._select(self.model.add(name))
        self._show_count()
        self._fetches.ask(name)

    @Slot()
    def _clear_problem(self) -> None:
        self.problem.hide()
        theme.set_role(self.any, "")

    @Slot(str)
    def _add(self, hub_id: str) -> None:
        self.chosen.emit([hub_id])
