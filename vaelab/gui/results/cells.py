"""How a cell is drawn: value, mark of the best, second line, a VAE's sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vaelab.gui.models.roles import HEAT_ROLE, MARK_ROLE, SERIES_ROLE, UNDER_ROLE, Index
from vaelab.gui.models.row_columns import FAILED, LEADING, state_icons, state_of
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.style import icons, theme
from vaelab.gui.style.palette import Theme
from vaelab.gui.style.vae_marks import draw_shape

SMALL = 0.86
"""Size of a second line against the first."""
PAD = 8
"""Room left and right of a cell's words, px."""
STATE = LEADING.index("status")


@dataclass(frozen=True)
class _CellStyle:
    """What every cell of a table is drawn with; made once for a font and a theme."""

    colors: Theme
    font: QFont
    bold: QFont
    small: QFont
    struck: QFont
    metrics: QFontMetrics
    bold_metrics: QFontMetrics
    small_metrics: QFontMetrics
    text: QColor
    muted: QColor
    bad: QColor
    accent: QColor
    selection: QColor


def _make_tools(font: QFont, colors: Theme) -> _CellStyle:
    plain = theme.tabular(font)
    bold = QFont(plain)
    bold.setBold(True)
    small = QFont(plain)
    small.setPointSizeF(plain.pointSizeF() * SMALL)
    struck = QFont(plain)
    struck.setStrikeOut(True)
    return _CellStyle(
        colors, plain, bold, small, struck, QFontMetrics(plain), QFontMetrics(bold), QFontMetrics(small),
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
        self._tools: _CellStyle | None = None
        self.plain: RowsModel | None = None

    def forget(self) -> None:
        """Make fonts and colours anew."""
        self._tools = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        # Numbers, names and marks are laid out by hand, from the left, even in a window that is mirrored.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
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
            self._paint_plain(painter, tools, rect, index, self.plain)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(tools.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    @staticmethod
    def _paint_plain(
        painter: QPainter, tools: _CellStyle, rect: QRect, index: Index, model: RowsModel
    ) -> None:
        # Straight from the model: the way through Qt costs more than the drawing.
        line, column = index.row(), index.column()
        text = model.text(line, column)
        area = rect.adjusted(PAD, 0, -PAD, 0)
        scale = model.scale(column)
        heat = None if scale is None else scale.colors(model.far(line, column))
        # An excluded row is struck through; its state says so in words.
        out = model.is_excluded(line)
        painter.setFont(tools.struck if out and column != STATE else tools.font)
        if heat is not None and not out:
            painter.fillRect(rect.adjusted(1, 1, -1, -1), heat[0])
            painter.setPen(heat[1])
        else:
            failed = column == STATE and state_of(model, model.where(line)) == FAILED
            color = tools.muted if out else tools.bad if failed else tools.text
            painter.setPen(color)
            if column == STATE:
                area = _draw_icons(painter, area, state_icons(model, model.where(line)), color, tools)
        if model.is_right(column):
            painter.drawText(area, _TO_RIGHT | _MIDDLE, text)
        else:
            fitted = tools.metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
            painter.drawText(area, _TO_LEFT | _MIDDLE, fitted)

    def _paint_rich(
        self, painter: QPainter, tools: _CellStyle, rect: QRect, index: Index, text: str, side: int
    ) -> None:
        under = str(index.data(UNDER_ROLE) or "").split("\n")
        under = [line for line in under if line]
        mark = index.data(MARK_ROLE) or 0
        metrics = tools.bold_metrics if mark == 1 else tools.metrics
        area = rect.adjusted(PAD, 0, -PAD, 0)
        series = index.data(SERIES_ROLE)
        if series is not None:
            middle = QPointF(area.left() + 6, area.center().y() + 0.5)
            draw_shape(painter, middle, 5.0, int(series), tools.colors)
            area.setLeft(area.left() + 20)
        height = metrics.height() + tools.small_metrics.height() * len(under)
        first = QRect(area.left(), area.center().y() - height // 2 + 1, area.width(), metrics.height())
        painter.setFont(tools.bold if mark == 1 else tools.font)
        heat = index.data(HEAT_ROLE)
        if heat is not None:
            painter.fillRect(rect.adjusted(1, 1, -1, -1), heat[0])
        words, faint, accent = (tools.text, tools.muted, tools.accent) if heat is None else (heat[1],) * 3
        painter.setPen(words)
        fitted = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, first.width())
        painter.drawText(first, side | _MIDDLE, fitted)
        if mark:
            width = metrics.horizontalAdvance(fitted)
            _draw_mark(painter, QPointF(first.right() - width - 12, first.center().y() + 1), mark, accent)
        painter.setFont(tools.small)
        painter.setPen(faint)
        below = QRect(area.left(), first.bottom() + 1, area.width(), tools.small_metrics.height())
        for line in under:
            fitted = tools.small_metrics.elidedText(line, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, side | _MIDDLE, fitted)
            below.translate(0, below.height())


def _draw_icons(
    painter: QPainter, area: QRect, names: Sequence[str], color: QColor, tools: _CellStyle
) -> QRect:
    """Draw icons from the left; returns what they leave."""
    side = tools.metrics.height() * 4 // 5
    for name in names:
        drawn = icons.pixmap(name, color.name(), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(area.left(), area.center().y() - side // 2 + 1, drawn)
        area = area.adjusted(side + side // 3, 0, 0, 0)
    return area


def _draw_mark(painter: QPainter, at: QPointF, mark: int, color: QColor) -> None:
    # Filled for the best, hollow for the second: told apart without colour.
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.4))
    painter.setBrush(color if mark == 1 else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, 3.4, 3.4)
    painter.restore()
