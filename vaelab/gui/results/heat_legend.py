"""What the colours of the cells stand for: one column's scale, with its numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from vaelab.gui.models import column_format as shown
from vaelab.gui.models.cell_colors import DistanceRange, steps
from vaelab.gui.style import theme
from vaelab.metrics.base import Column

_GAP, _BAR, _STEPS = 8.0, 120.0, 10


def heat_switch(parent: QWidget) -> QPushButton:
    """Return the switch of coloured cells, off."""
    button = QPushButton(QCoreApplication.translate("heat", "Colours"), parent)
    theme.set_role(button, "chip")
    button.setCheckable(True)
    button.setAccessibleName(QCoreApplication.translate("heat", "Colour the cells by their values"))
    button.setToolTip(
        QCoreApplication.translate(
            "heat",
            "Colour the cells by how far they are from what is wanted: bright is best, dark is worst, in each column",
        )
    )
    return button


class HeatLegend(QWidget):
    """Name of the column, its worst number, bar, its best number; hidden while there is nothing to explain."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: tuple[str, str, str] = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_scale(self, column: Column, scale: DistanceRange | None) -> None:
        """Explain a column's colours; hide where it has none."""
        self.setVisible(scale is not None)
        if scale is None:
            return
        words = (shown.title(column), _of_distance(column, scale.worst), _of_distance(column, scale.best))
        if words != self.words:
            self.words = words
            text = self.tr("{0}: from {1}, worst, dark, to {2}, best, bright").format(*words)
            self.setAccessibleName(text)
            self.setToolTip(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the words and the bar."""
        metrics = QFontMetricsF(self.font())
        wide = sum(metrics.horizontalAdvance(text) for text in self.words) + _BAR + 5 * _GAP
        return QSize(round(wide), round(metrics.height() + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        colors = theme.current(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        x, height = _GAP, self.height()
        name, low, high = self.words
        for text, color in ((name, colors.text), (low, colors.muted)):
            painter.setPen(QColor(color))
            box = QRectF(x, 0, metrics.horizontalAdvance(text) + 2, height)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)
            x = box.right() + _GAP
        bar = QRectF(x, height / 2 - 6, _BAR, 12)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for place, step in enumerate(steps(_STEPS)):
            gradient.setColorAt(place / (_STEPS - 1), step)
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(colors.muted))
        painter.drawText(
            QRectF(bar.right() + _GAP, 0, metrics.horizontalAdvance(high) + 2, height),
            int(Qt.AlignmentFlag.AlignVCenter),
            high,
        )


def _of_distance(column: Column, far: float) -> str:
    """A distance as the number it stands for; where an ideal can be missed on both sides, how far from it."""
    if column.better == "ideal":
        ideal = f"{column.ideal or 0.0:g}"
        return QCoreApplication.translate("heat", "{0} from {1}").format(shown.compact(far), ideal)
    return shown.compact(-far if column.better == "high" else far)
