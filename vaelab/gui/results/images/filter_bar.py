"""What stands above the table of images: the filter with its help while typing, its ready-made ones, what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from PySide6.QtCore import QEvent, QSignalBlocker, QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from vaelab.arrays import Mask
from vaelab.errors import UsageError
from vaelab.gui.core.engine_text import counted
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.results.images.filter_completion import Completion, completions
from vaelab.gui.results.images.filters import filter_names, parse
from vaelab.gui.results.images.quick_filters import Chip, mask
from vaelab.gui.style import theme
from vaelab.gui.widgets.flow_layout import FlowLayout
from vaelab.text import rows

_TYPING_MS = 200


class FilterLine(QLineEdit):
    """A line that offers names of columns and VAEs while one types.

    Tab takes the first, the arrow keys choose another, Enter takes that, Escape closes the list.
    """

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._offered = Completion(0)
        self._words = QStringListModel(self)
        self.offers = QCompleter(self._words, self)
        self.offers.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.offers.setWidget(self)
        popup = self.offers.popup()
        assert popup is not None
        self._popup = popup
        popup.setAccessibleName(self.tr("Names that fit here"))
        self.offers.activated.connect(self.take)
        self.textEdited.connect(self._offer)

    @Slot()
    def _offer(self) -> None:
        model = self._model
        self._offered = completions(self.text(), self.cursorPosition(), filter_names(model), model.vaes())
        if not self._offered.words:
            self._popup.hide()
            return
        self._words.setStringList(list(self._offered.words))
        box = self.cursorRect()
        box.setWidth(self.fontMetrics().horizontalAdvance("0") * 34)
        self.offers.complete(box)

    @Slot(str)
    def take(self, word: str) -> None:
        """Put a word in place of what was begun."""
        cursor = self.cursorPosition()
        text = self.text()
        # Quotes that stand there already are not doubled.
        after = text[cursor:].removeprefix(word[-1]) if word[-1] in "\"'" else text[cursor:]
        self.setText(f"{text[: self._offered.start]}{word}{after}")
        self.setCursorPosition(self._offered.start + len(word))

    def event(self, event: QEvent) -> bool:
        """Let Tab take what is offered, the first unless another was chosen, before it moves the focus on."""
        # Events come before this object is whole and after it: only a key may ask for its parts.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
        ):
            popup = self._popup
            if popup.isVisible():
                chosen = popup.currentIndex()
                popup.hide()
                self.take(str((chosen if chosen.isValid() else self._words.index(0)).data()))
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter take what was chosen from the list; where nothing was, it filters."""
        popup = self._popup
        if popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            chosen = popup.currentIndex()
            popup.hide()
            if chosen.isValid():
                self.take(str(chosen.data()))
                return
        super().keyPressEvent(event)


class FilterBar(QWidget):
    """The filter, its chips and how many rows pass.

    Signals:
        changed: text or chips; after a pause while one types.
    """

    changed = Signal()

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.line = FilterLine(model, self)
        self.line.setPlaceholderText(self.tr('Search, or filter: lpips > 0.05 and vae == "mini"'))
        self.line.setClearButtonEnabled(True)
        self.line.setAccessibleName(self.tr("Filter the rows"))
        self.line.setToolTip(
            self.tr(
                "Words are searched for in names and notes. Or compare: lpips > 0.05, abs(rho_g - 1) > 0.1, "
                '"cat" in image, not excluded; join with and, or, not.'
            )
        )
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPING_MS)
        self._typed.timeout.connect(self.changed)
        self.line.textChanged.connect(self._wait_for_more)
        self.line.returnPressed.connect(self.changed)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.problem, "bad")
        self.problem.hide()
        self.count = QLabel(self)
        theme.set_role(self.count, "muted")
        self.chips: dict[Chip, QPushButton] = {}
        self.first = QHBoxLayout()
        self.first.setSpacing(8)
        self.first.addWidget(self.line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 4)
        layout.setSpacing(8)
        layout.addLayout(self.first)
        self.second = self._chips_line()
        layout.addLayout(self.second)
        layout.addWidget(self.problem)

    def _chips_line(self) -> FlowLayout:
        words = {
            Chip.WORST: (self.tr("Worst 10"), self.tr("The ten worst rows by the sorted metric, else by J")),
            Chip.FAILED: (self.tr("Failed"), self.tr("Rows without a result")),
            Chip.FLAGGED: (self.tr("Flagged"), self.tr("Images you flagged with X")),
            Chip.EXCLUDED: (self.tr("Excluded"), self.tr("Images you left out of all means with C")),
            Chip.DISAGREE: (
                self.tr("Disagree"),
                self.tr("Images that rank the VAEs differently than the means do"),
            ),
        }
        bar = FlowLayout()
        for chip, (text, tip) in words.items():
            button = QPushButton(text, self)
            theme.set_role(button, "chip")
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setAccessibleName(text)
            button.setAccessibleDescription(tip)
            button.toggled.connect(self.changed)
            bar.addWidget(button)
            self.chips[chip] = button
        bar.addWidget(self.count)
        return bar

    def checked(self) -> list[Chip]:
        """The chips that are on."""
        return [chip for chip, button in self.chips.items() if button.isChecked()]

    def put(self, text: str, chips: Iterable[Chip] = ()) -> None:
        """Set text and chips together."""
        wanted = set(chips)
        for chip, button in self.chips.items():
            with QSignalBlocker(button):
                button.setChecked(chip in wanted)
        with QSignalBlocker(self.line):
            self.line.setText(text)
        self.changed.emit()

    def read(self, metric: str) -> tuple[Callable[[RowsModel], Mask] | None, bool] | None:
        """Return what keeps rows, and whether its answers may change; None, with the reason shown, if it cannot be read.

        Args:
            metric: by which rows are bad.
        """
        self._typed.stop()
        try:
            by_text = parse(self.line.text(), self._model)
        except UsageError as error:
            theme.set_role(self.line, "invalid")
            self.problem.setText(str(error))
            self.problem.show()
            return None
        theme.set_role(self.line, "")
        self.problem.hide()
        chips = self.checked()
        if by_text is None and not chips:
            return None, False

        def keep(model: RowsModel) -> Mask:
            found = np.ones(len(model.rows()), dtype=bool) if by_text is None else by_text(model)
            for chip in chips:
                found = found & mask(chip, model, metric)
            return found

        marked = any(name in self.line.text().lower() for name in ("flagged", "excluded"))
        return keep, marked or any(chip is not Chip.FAILED for chip in chips)

    def show_count(self, seen: int, total: int, excluded: int) -> None:
        """Say how many rows pass, and how many images are excluded."""
        text = (
            counted(rows(total))
            if seen == total
            else self.tr("{0} of {1}").format(f"{seen:,}", counted(rows(total)))
        )
        self.count.setText(text)
        words = self.tr("Excluded")
        self.chips[Chip.EXCLUDED].setText(f"{words} {excluded}" if excluded else words)

    @Slot()
    def _wait_for_more(self) -> None:
        self._typed.start()
