"""Which row is looked at: the newest while the viewer follows the run, otherwise the one that the user chose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from vaelab.gui.core.phase import Phase
from vaelab.gui.rooms import Rooms
from vaelab.results.records import Row


class Looking(QObject):
    """Moves table, viewer and plots to a row together.

    Attributes:
        following: whether the viewer follows the newest row.
    """

    def __init__(self, rooms: Rooms, parent: QObject | None = None) -> None:
        """Connect the tables, the viewer and the plots."""
        super().__init__(parent)
        self._rooms = rooms
        self.following = True
        self._went_worst = False
        rooms.images.row_chosen.connect(self.choose)
        rooms.summary.vae_chosen.connect(self.choose_vae)
        rooms.viewer.follow_wanted.connect(self.follow_live)
        rooms.plots.rows_selected.connect(self.pick)
        rooms.session.newest.connect(self.show_newest)
        rooms.session.rescored.connect(self.show_again)
        rooms.session.newest.connect(rooms.plots.show_newest)

    def choose(self, row: Row) -> None:
        """Show a row that the user has chosen; the viewer no longer follows the run."""
        self.following = False
        self._went_worst = False
        r = self._rooms
        siblings = self.siblings(row)
        r.viewer.show_row(row, siblings)
        # What is one key away: the next lines of the table, then the same image through the other VAEs.
        r.viewer.store.prefetch([*r.images.neighbours(row), *siblings])
        r.plots.show_row(row)
        r.viewer.show_following(False, live=r.controller.phase is not Phase.IDLE)

    @Slot()
    def follow_live(self) -> None:
        """Let the viewer follow the newest row again."""
        self.following = True
        r = self._rooms
        r.viewer.show_following(True, live=r.controller.phase is not Phase.IDLE)
        if r.rows.rows():
            self.show_newest(r.rows.rows()[-1])

    @Slot(int)
    def step_image(self, by: int) -> None:
        """Go to the next or previous line of the table."""
        r = self._rooms
        row = r.viewer.row
        place = r.rows.place_of(row.key) if row is not None else -1
        place = max(0, min(r.rows.rowCount() - 1, place + by))
        if r.rows.rowCount():
            r.images.select(r.rows.row_at(place).key)

    @Slot(int)
    def step_worst(self, by: int) -> None:
        """Go to the next row in the order of badness: by the sorted metric, else by the score."""
        r = self._rooms
        order = r.images.worst_order()
        if not order:
            return
        row = r.viewer.row
        keys = r.rows.rows().select(order).row_keys()
        place = keys.index(row.key) + by if row is not None and row.key in keys and self._went_worst else 0
        self._went_worst = True
        r.images.select(keys[max(0, min(len(keys) - 1, place))])
        self._went_worst = True

    @Slot(int)
    def step_vae(self, by: int) -> None:
        """Show the same image through the next or previous VAE."""
        r = self._rooms
        row = r.viewer.row
        if row is None:
            return
        siblings = self.siblings(row)
        place = next((place for place, other in enumerate(siblings) if other.vae == row.vae), 0)
        other = siblings[(place + by) % len(siblings)]
        if r.rows.place_of(other.key) >= 0:
            r.images.select(other.key)
        else:
            self.choose(other)

    @Slot(str)
    def choose_vae(self, label: str) -> None:
        """Show the same image through a VAE."""
        r = self._rooms
        row = r.viewer.row or (r.rows.rows()[0] if r.rows.rows() else None)
        if row is None:
            return
        other = r.rows.row_of((row.image, label))
        if other is not None and other is not r.viewer.row:
            r.images.select(other.key, quietly=True)
            self.choose(other)

    def siblings(self, row: Row) -> list[Row]:
        """All rows of the same image, in the order of the VAEs."""
        model = self._rooms.rows
        found = (model.row_of((row.image, vae)) for vae in model.vaes())
        return [other for other in found if other is not None]

    @Slot(object)
    def show_newest(self, row: Row) -> None:
        """Show the row that has just come in, if the viewer follows; otherwise bring its siblings up to date."""
        if self.following:
            self._rooms.viewer.show_row(row, self.siblings(row))
        elif self._rooms.viewer.row is not None and self._rooms.viewer.row.image == row.image:
            self._rooms.viewer.show_row(self._rooms.viewer.row, self.siblings(row))

    @Slot()
    def show_again(self, *, select: bool = False) -> None:
        """Show the row that is looked at as it is now: its score may be another; ``select`` also moves the table to it."""
        r = self._rooms
        row = None if r.viewer.row is None else r.rows.row_of(r.viewer.row.key)
        if row is not None:
            if select:
                r.images.select(row.key, quietly=True)
            r.viewer.show_row(row, self.siblings(row))

    @Slot(object)
    def pick(self, keys: Sequence[tuple[str, str]]) -> None:
        """Select the rows of a plot in the table too, and look at the first."""
        if not keys:
            return
        self._rooms.images.select_all(keys)
        row = self._rooms.rows.row_of(keys[0])
        if row is not None:
            self.choose(row)
