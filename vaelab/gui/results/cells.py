"""How a cell is drawn: value, mark of the best, second line, a VAE's sign."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vaelab.gui import theme
from vaelab.gui.results.rows_model import Index, RowsModel
from vaelab.gui.results.signs import draw_shape
from vaelab.gui.results.summary_model import MARK_ROLE, SERIES_ROLE, UNDER_ROLE

SMALL = 0.86
"""Size of a second line against the first."""
PAD = 8
"""Room left and right of a cell's words, px."""


@dataclass(frozen=True)
class _Tools:
    """What every cell of a table is drawn with; made once for a font and a theme."""

    colors: theme.Theme
    font: QFont
    bold: QFont
    small: QFont
    metrics: QFontMetrics
    bold_metrics: QFontMetrics
    small_metrics: QFontMetrics
    text: QColor
    muted: QColor
    bad: QColor
    accent: QColor
    selection: QColor


def _make_tools(font: QFont, colors: theme.Theme) -> _Tools:
    plain = theme.tabular(font)
    bold = QFont(plain)
    bold.setBold(True)
    small = QFont(plain)
    small.setPointSizeF(plain.pointSizeF() * SMALL)
    return _Tools(
        colors, plain, bold, small, QFontMetrics(plain), QFontMetrics(bold), QFontMetrics(small),
        QColor(colors.text), QColor(colors.muted), QColor(colors.bad), QColor(colors.accent), QColor(colors.selection),
    )  # fmt: skip


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_TO_RIGHT = int(Qt.AlignmentFlag.AlignRight)
_TO_LEFT = int(Qt.AlignmentFlag.AlignLeft)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)


class Cells(QStyledItemDelegate):
    """Draws a value, its mark (best, second best), its second line and a VAE's colour with its shape."""

    def __init__(self, parent: QWidget) -> None:
        """Belong to a table. With ``plain`` set, cells are one line of its words, drawn as fast as Python can."""
        super().__init__(parent)
        self._tools: _Tools | None = None
        self.plain: RowsModel | None = None

    def forget(self) -> None:
        """Make fonts and colours anew."""
        self._tools = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        tools = self._tools
        if tools is None:
            tools = self._tools = _make_tools(option.font, theme.current())
        rect, state = option.rect, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tools.selection)
        elif option.features & QStyleOptionViewItem.ViewItemFeature.Alternate:
            painter.fillRect(rect, option.palette.alternateBase())
        if self.plain is None:
            text = str(index.data(_DISPLAY) or "")
            side = _TO_RIGHT if int(index.data(_ALIGNMENT) or _TO_LEFT) & _TO_RIGHT else _TO_LEFT
            self._paint_rich(painter, tools, rect, index, text, side)
        else:
            # Straight from the model: the way through Qt costs more than the drawing.
            column = index.column()
            text = self.plain.text(index.row(), column)
            area = rect.adjusted(PAD, 0, -PAD, 0)
            painter.setFont(tools.font)
            painter.setPen(tools.bad if text.startswith("⚠") else tools.text)
            if self.plain.is_right(column):
                painter.drawText(area, _TO_RIGHT | _MIDDLE, text)
            else:
                fitted = tools.metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
                painter.drawText(area, _TO_LEFT | _MIDDLE, fitted)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(tools.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_rich(
        self, painter: QPainter, tools: _Tools, rect: QRect, index: Index, text: str, side: int
    ) -> None:
        under = str(index.data(UNDER_ROLE) or "")
        mark = index.data(MARK_ROLE) or 0
        metrics = tools.bold_metrics if mark == 1 else tools.metrics
        area = rect.adjusted(PAD, 0, -PAD, 0)
        series = index.data(SERIES_ROLE)
        if series is not None:
            middle = QPointF(area.left() + 6, area.center().y() + 0.5)
            draw_shape(painter, middle, 5.0, int(series), tools.colors)
            area.setLeft(area.left() + 20)
        height = metrics.height() + (tools.small_metrics.height() if under else 0)
        first = QRect(area.left(), area.center().y() - height // 2 + 1, area.width(), metrics.height())
        painter.setFont(tools.bold if mark == 1 else tools.font)
        painter.setPen(tools.text)
        fitted = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, first.width())
        painter.drawText(first, side | _MIDDLE, fitted)
        if mark:
            width = metrics.horizontalAdvance(fitted)
            _draw_mark(
                painter, QPointF(first.right() - width - 12, first.center().y() + 1), mark, tools.colors
            )
        if under:
            painter.setFont(tools.small)
            painter.setPen(tools.muted)
            second = QRect(area.left(), first.bottom() + 1, area.width(), tools.small_metrics.height())
            fitted = tools.small_metrics.elidedText(under, Qt.TextElideMode.ElideRight, second.width())
            painter.drawText(second, side | _MIDDLE, fitted)


def _draw_mark(painter: QPainter, at: QPointF, mark: int, colors: theme.Theme) -> None:
    # Filled for the best, hollow for the second: told apart without colour.
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colors.accent), 1.4))
    painter.setBrush(QColor(colors.accent) if mark == 1 else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, 3.4, 3.4)
    painter.restore()
