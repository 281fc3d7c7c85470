"""What stands above the plots: which plot, of what, between whom; zoom, selection, saving."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vaelab.errors import one_line
from vaelab.gui.models import column_format as shown
from vaelab.gui.plots.kinds import Needs, PlotKind
from vaelab.gui.style import icons, theme
from vaelab.metrics.base import Column


class Controls(QWidget):
    """Two lines of controls; only those that the plot in question has are shown.

    Signals:
        changed: another plot, metric or VAE was chosen.
        selecting_changed: whether dragging draws a loop.
        reset_wanted, save_wanted, copy_wanted: a button was pressed.
    """

    changed = Signal()
    selecting_changed = Signal(bool)
    reset_wanted = Signal()
    save_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, metrics: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = self._zoomed = False
        self._vaes: tuple[str, ...] = ()
        self.kinds = self._combo(self.tr("Kind of plot"))
        for kind in PlotKind:
            self.kinds.addItem(kind.title, kind.name.lower())
            self.kinds.setItemData(self.kinds.count() - 1, kind.tip, Qt.ItemDataRole.ToolTipRole)
        self.kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.metrics = self._metrics(metrics, self.tr("Metric"), "lpips")
        self.others = self._metrics(metrics, self.tr("Metric of the vertical axis"), "gradient_ratio")
        self.first = self._combo(self.tr("First VAE of the difference"))
        self.second = self._combo(self.tr("Second VAE of the difference"))
        self._words = {name: self._word(text) for name, text in self._texts().items()}
        self.select_button = self._button(
            "lasso", self.tr("Select rows: drag a loop around them (or hold Shift and drag)")
        )
        self.select_button.setCheckable(True)
        self.select_button.toggled.connect(self.selecting_changed)
        self.reset_button = self._button("fit", self.tr("Show everything again (F, or double-click)"))
        self.reset_button.clicked.connect(self.reset_wanted)
        self.save_button = self._button("export", self.tr("Save or copy this plot"))
        self.save_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.save_button.setMenu(self._menu())
        self._lay_out()
        self.kinds.currentIndexChanged.connect(self._kind_chosen)
        for combo in (self.metrics, self.others, self.first, self.second):
            combo.currentIndexChanged.connect(self._chosen)
        self._show_what_counts()
        self.allow()

    def _texts(self) -> dict[str, str]:
        return {
            "metric": self.tr("of"),
            "x": self.tr("x"),
            "y": self.tr("y"),
            "a": self.tr("A"),
            "b": self.tr("− B"),
        }

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Save as PNG or SVG…")).triggered.connect(self.save_wanted)
        menu.addAction(self.tr("Copy as picture")).triggered.connect(self.copy_wanted)
        return menu

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(11)
        combo.setMaxVisibleItems(24)
        combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        combo.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        return combo

    def _metrics(self, metrics: Sequence[Column], name: str, start: str) -> QComboBox:
        combo = self._combo(name)
        usual = [each for each in shown.DEFAULT_IMAGES if any(column.name == each for column in metrics)]
        first = [column for each in usual for column in metrics if column.name == each]
        rest = [column for column in metrics if column.averaged and column.name not in usual]
        for number, column in enumerate([*first, *rest]):
            if number == len(first):
                combo.insertSeparator(combo.count())
            unit = f" ({column.unit})" if column.unit else ""
            hint = shown.direction(column)
            text = shown.title(column) + unit
            combo.addItem(text if hint in ("·", column.unit) else f"{text}   {hint}", column.name)
            combo.setItemData(combo.count() - 1, shown.help_text(column), Qt.ItemDataRole.ToolTipRole)
        combo.setCurrentIndex(max(0, combo.findData(start)))
        combo.setMinimumContentsLength(16)
        return combo

    def _word(self, text: str) -> QLabel:
        label = QLabel(text, self)
        theme.set_role(label, "muted")
        return label

    def _button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        icons.dress(button, icon, side=16)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(8)
        first.addWidget(self.kinds)
        first.addWidget(self._words["metric"])
        first.addWidget(self._words["x"])
        first.addWidget(self.metrics, 1)
        first.addStretch(1)
        for button in (self.select_button, self.reset_button, self.save_button):
            first.addWidget(button)
        for word, combo in (("y", self.others), ("a", self.first), ("b", self.second)):
            self._words[word].setBuddy(combo)
            second.addWidget(self._words[word])
            second.addWidget(combo, 1)
        second.addStretch(1)
        self._words["x"].setBuddy(self.metrics)
        self._words["metric"].setBuddy(self.metrics)
        self.second_line = QWidget(self)
        second.setContentsMargins(0, 0, 0, 0)
        self.second_line.setLayout(second)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 4)
        box.setSpacing(6)
        box.addLayout(first)
        box.addWidget(self.second_line)

    # What is chosen

    @property
    def kind(self) -> PlotKind:
        """The kind of plot."""
        return PlotKind[self.kinds.currentData().upper()]

    def set_kind(self, kind: PlotKind) -> None:
        """Choose a kind of plot."""
        self.kinds.setCurrentIndex(self.kinds.findData(kind.name.lower()))

    @property
    def metric_name(self) -> str:
        """Name of the metric, or of that of the horizontal axis."""
        return str(self.metrics.currentData())

    @property
    def other_name(self) -> str:
        """Name of the metric of the vertical axis."""
        return str(self.others.currentData())

    @property
    def a(self) -> str:
        """Label of the first VAE of a difference."""
        return str(self.first.currentData() or "")

    @property
    def b(self) -> str:
        """Label of the second VAE of a difference."""
        return str(self.second.currentData() or "")

    @property
    def selecting(self) -> bool:
        """Whether dragging draws a loop."""
        return self.select_button.isChecked()

    def offer_vaes(self, labels: Sequence[str]) -> None:
        """Offer these VAEs for a difference; what was chosen stays chosen where it can."""
        if tuple(labels) == self._vaes:
            return
        kept = self.a, self.b
        self._vaes = tuple(labels)
        with QSignalBlocker(self.first), QSignalBlocker(self.second):
            for combo in (self.first, self.second):
                combo.clear()
                for label in labels:
                    combo.addItem(one_line(label), label)
            first = kept[0] if kept[0] in labels else next(iter(labels), "")
            second = (
                kept[1]
                if kept[1] in labels and kept[1] != first
                else next((x for x in labels if x != first), first)
            )
            self.first.setCurrentIndex(self.first.findData(first))
            self.second.setCurrentIndex(self.second.findData(second))

    def allow(self, *, drawn: bool | None = None, zoomed: bool | None = None) -> None:
        """Enable what can be used now."""
        self._drawn = self._drawn if drawn is None else drawn
        self._zoomed = self._zoomed if zoomed is None else zoomed
        self.select_button.setEnabled(self._drawn and self.kind.has_rows)
        self.reset_button.setEnabled(self._drawn and self._zoomed)
        self.save_button.setEnabled(self._drawn)

    @Slot()
    def _kind_chosen(self) -> None:
        self._show_what_counts()
        self._chosen()

    @Slot()
    def _chosen(self) -> None:
        self.allow(zoomed=False)
        self.changed.emit()

    def _show_what_counts(self) -> None:
        kind = self.kind
        scatter, paired = Needs.SECOND_METRIC in kind.needs, Needs.TWO_VAES in kind.needs
        self.metrics.setVisible(kind.has_metric)
        self._words["metric"].setVisible(kind.has_metric and not scatter)
        for name, visible in (("x", scatter), ("y", scatter), ("a", paired), ("b", paired)):
            self._words[name].setVisible(visible)
        self.others.setVisible(scatter)
        for combo in (self.first, self.second):
            combo.setVisible(paired)
        self.second_line.setVisible(scatter or paired)
