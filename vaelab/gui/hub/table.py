"""The table of known VAEs, and of those that were looked up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QFont

from vaelab.gui.hub.downloads import DownloadManager, DownloadStage
from vaelab.gui.hub.words import bytes_of, latent_words, licence_words, stage_words
from vaelab.gui.models.roles import Index
from vaelab.gui.style import theme
from vaelab.gui.widgets import tips
from vaelab.text import size_words
from vaelab.vae.hub.ids import HubName, hub_label
from vaelab.vae.identity.known import search_known
from vaelab.vae.identity.known_table import KnownVAE

NAME, SIZE, LICENCE, STATE, KIND, LATENT = range(6)


class HubTable(QAbstractTableModel):
    """One line a VAE that holds all words of the search."""

    def __init__(self, downloads: DownloadManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetches = downloads
        self._words = ""
        self._asked: list[KnownVAE] = []
        self._shown: list[KnownVAE] = []
        self._order: tuple[int, bool] | None = None
        downloads.changed.connect(self._state_changed)
        self._fill()

    def search(self, words: str) -> None:
        """Show those that hold every word."""
        self._words = words
        self._fill()

    def add(self, name: HubName) -> int:
        """Show a VAE of any id, at the top unless it is there, and return its line."""
        place = self.place_of(str(name))
        if place is None:
            self._words = ""
            if not any(vae.hub_id == str(name) for vae in search_known("")):
                self._asked.insert(0, KnownVAE(hub_label(str(name)), str(name), "", 0, 0))
            self._fill()
            place = self.place_of(str(name))
        assert place is not None
        return place

    def vae(self, place: int) -> KnownVAE:
        """The VAE of a line."""
        return self._shown[place]

    def place_of(self, hub_id: str) -> int | None:
        """The line of an id, None where it is not shown."""
        return next((place for place, vae in enumerate(self._shown) if vae.hub_id == hub_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Six."""
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What a column says."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_side(section) | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and section == KIND:
            return self.tr("Whose latent space it has: VAEs of one space can decode what the others encode.")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("VAE"),
            self.tr("Size"),
            self.tr("Licence"),
            self.tr("State"),
            self.tr("Space"),
            self.tr("Latent"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        if not index.isValid():
            return None
        vae, column = self._shown[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(vae, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain("\n".join(filter(None, (vae.hub_id, vae.note))))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_side(column) | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and column in (LATENT, SIZE, STATE):
            return theme.tabular(QFont())
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Bring the lines into the order of a column; a column of -1 is the order of the list."""
        self._order = None if column < 0 else (column, order is Qt.SortOrder.DescendingOrder)
        self._fill()

    def _text(self, vae: KnownVAE, column: int) -> str:
        state = self._fetches.state(vae.hub_name)
        if column == NAME:
            return vae.name
        if column == KIND:
            return vae.kind
        if column == LATENT:
            return latent_words(vae)
        if column == SIZE:
            size = bytes_of(vae, state)
            return "" if size is None else size_words(size)
        return licence_words(vae, state) if column == LICENCE else stage_words(state)

    def _fill(self) -> None:
        found: Sequence[KnownVAE] = (*self._asked, *search_known(self._words))
        if self._words.strip():
            found = [
                vae for vae in found if vae not in self._asked or self._words.lower() in vae.hub_id.lower()
            ]
        if self._order is not None:
            column, backwards = self._order
            found = sorted(found, key=lambda vae: self._rank(vae, column), reverse=backwards)
        self.beginResetModel()
        self._shown = list(found)
        self.endResetModel()

    def _rank(self, vae: KnownVAE, column: int) -> tuple[float, str]:
        state = self._fetches.state(vae.hub_name)
        if column == SIZE:
            return float(bytes_of(vae, state) or 0), vae.name.casefold()
        if column == LATENT:
            return vae.latent_channels + vae.factor / 1000, vae.name.casefold()
        if column == STATE:
            return float(state.stage is not DownloadStage.HERE), vae.name.casefold()
        return 0.0, self._text(vae, column).casefold()

    @Slot(str)
    def _state_changed(self, hub_id: str) -> None:
        place = self.place_of(hub_id)
        if place is not None:
            self.dataChanged.emit(self.index(place, SIZE), self.index(place, STATE))


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column == SIZE else Qt.AlignmentFlag.AlignLeft
