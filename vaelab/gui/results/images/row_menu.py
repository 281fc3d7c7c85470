"""The menu of a row: what can be done with the images that are selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vaelab.errors import one_line
from vaelab.gui.models.rows_model import RowsModel
from vaelab.results.records import Row


class RowMenu(QMenu):
    """Exclude, flag, filter, copy.

    Signals:
        filter_wanted: an expression.
        copy_wanted: whether as Markdown.
    """

    filter_wanted = Signal(str)
    copy_wanted = Signal(bool)

    def __init__(
        self, model: RowsModel, rows: Sequence[Row], keys: Mapping[str, str], parent: QWidget
    ) -> None:
        """Speak of these rows; choosing an entry acts at once.

        Args:
            model: the table.
            rows: those that are selected, the one under the pointer first.
            keys: of the window's actions ``exclude`` and ``flag``, to be shown.
            parent: owner.
        """
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self._marks = model.marks
        self._images = list(dict.fromkeys(row.image for row in rows))
        self._row = rows[0]
        if len(self._images) > 1:
            self.addSection(self.tr("{0} images").format(len(self._images)))
        self._out = self._marks.excluded.issuperset(self._images)
        words = self.tr("Take into the means again") if self._out else self.tr("Exclude from means")
        self.exclude = self._add(words, keys.get("exclude", ""), self._exclude)
        self.exclude.setToolTip(self.tr("For every VAE. The row stays in sight, the record is not touched."))
        self._on = self._marks.flagged.issuperset(self._images)
        words = self.tr("Take the flag away") if self._on else self.tr("Flag")
        self.flag = self._add(words, keys.get("flag", ""), self._flag)
        self.addSeparator()
        self._add(self.tr("Show only this image"), "", self._only_image)
        self._add(
            self.tr("Show only {0}").format(one_line(self._row.vae).replace("&", "&&")), "", self._only_vae
        )
        self.addSeparator()
        self._add(self.tr("Copy rows"), keys.get("copy_rows", ""), self._copy)
        self._add(self.tr("Copy rows as Markdown"), keys.get("copy_rows_md", ""), self._copy_markdown)

    def _add(self, words: str, keys: str, do: object) -> QAction:
        # After a tab a menu shows keys without taking them: the window's own do that.
        action = self.addAction(f"{words}\t{keys}" if keys else words)
        action.triggered.connect(do)
        return action

    def _exclude(self) -> None:
        self._marks.set_excluded(self._images, not self._out)

    def _flag(self) -> None:
        self._marks.set_flagged(self._images, not self._on)

    def _only_image(self) -> None:
        self.filter_wanted.emit(f"image == {_quoted(self._row.image)}")

    def _only_vae(self) -> None:
        self.filter_wanted.emit(f"vae == {_quoted(self._row.vae)}")

    def _copy(self) -> None:
        self.copy_wanted.emit(False)

    def _copy_markdown(self) -> None:
        self.copy_wanted.emit(True)


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
