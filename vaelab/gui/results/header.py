"""A table's header of two lines: the name, and which way is better."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from vaelab.gui.models.roles import HINT_ROLE
from vaelab.gui.results.cells import PAD, SMALL
from vaelab.gui.style import theme


class TwoLineHeader(QHeaderView):
    """A header with a muted second line: which way the column is better."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)
        self.arrow: tuple[int, str, str] = (-1, "", "")

    def sizeHint(self) -> QSize:
        """Two lines high."""
        height = self.fontMetrics().height()
        return QSize(super().sizeHint().width(), round(height * (1 + SMALL)) + 14)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw name, sort arrow, hint."""
        colors = theme.current(self)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the cells under it
        painter.fillRect(rect, QColor(colors.surface))
        painter.setPen(QColor(colors.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        model = self.model()
        flags = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        right = bool(flags is not None and int(flags) & int(Qt.AlignmentFlag.AlignRight))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        name = str(model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
        hint = str(model.headerData(section, Qt.Orientation.Horizontal, HINT_ROLE) or "")
        if section == self.arrow[0]:
            name = f"{self.arrow[1]} {name}" if right else f"{name} {self.arrow[1]}"
            hint = self.arrow[2] if hint and self.arrow[2] else hint
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        area = rect.adjusted(PAD, 6, -PAD, -6)
        first = QRect(area.left(), area.top(), area.width(), metrics.height())
        if not hint:
            first = area
        painter.setPen(QColor(colors.text))
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        if hint:
            font.setBold(False)
            font.setPointSizeF(font.pointSizeF() * SMALL)
            painter.setFont(font)
            painter.setPen(QColor(colors.accent if section == self.arrow[0] else colors.muted))
            second = QRect(area.left(), first.bottom() + 1, area.width(), area.bottom() - first.bottom())
            text = QFontMetrics(font).elidedText(hint, Qt.TextElideMode.ElideRight, second.width())
            painter.drawText(second, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()
