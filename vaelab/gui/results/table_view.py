"""The look of both tables: two-line headers, marks by shape, columns that can be moved, hidden and remembered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vaelab.gui import theme
from vaelab.gui.results.rows_model import HINT_ROLE, Index
from vaelab.gui.results.summary_model import MARK_ROLE, SERIES_ROLE, UNDER_ROLE
from vaelab.report.palette import outline, style_of

_SMALL = 0.86
_PAD = 8


class Header(QHeaderView):
    """A header with a muted second line: which way the column is better."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Be movable and clickable."""
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
        return QSize(super().sizeHint().width(), round(height * (1 + _SMALL)) + 14)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw name, sort arrow, hint."""
        colors = theme.current(self)
        painter.save()
        painter.fillRect(rect, QColor(colors.surface))
        painter.setPen(QColor(colors.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        model = self.model()
        flags = model.headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        right = bool(flags is not None and int(flags) & int(Qt.AlignmentFlag.AlignRight))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        name = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
        hint = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal, HINT_ROLE) or "")
        if logicalIndex == self.arrow[0]:
            name = f"{self.arrow[1]} {name}" if right else f"{name} {self.arrow[1]}"
            hint = self.arrow[2] if hint and self.arrow[2] else hint
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        area = rect.adjusted(_PAD, 6, -_PAD, -6)
        first = QRect(area.left(), area.top(), area.width(), metrics.height())
        if not hint:
            first = area
        painter.setPen(QColor(colors.text))
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        if hint:
            font.setBold(False)
            font.setPointSizeF(font.pointSizeF() * _SMALL)
            painter.setFont(font)
            painter.setPen(QColor(colors.accent if logicalIndex == self.arrow[0] else colors.muted))
            second = QRect(area.left(), first.bottom() + 1, area.width(), area.bottom() - first.bottom())
            text = QFontMetrics(font).elidedText(hint, Qt.TextElideMode.ElideRight, second.width())
            painter.drawText(second, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()


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
    small.setPointSizeF(plain.pointSizeF() * _SMALL)
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

    def __init__(self, *, rich: bool, parent: QWidget) -> None:
        """Belong to a table; without ``rich`` cells are one line of text, drawn as fast as Python can."""
        super().__init__(parent)
        self._rich = rich
        self._tools: _Tools | None = None

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
        text = str(index.data(_DISPLAY) or "")
        side = _TO_RIGHT if int(index.data(_ALIGNMENT) or _TO_LEFT) & _TO_RIGHT else _TO_LEFT
        if self._rich:
            self._paint_rich(painter, tools, rect, index, text, side)
        else:
            area = rect.adjusted(_PAD, 0, -_PAD, 0)
            painter.setFont(tools.font)
            painter.setPen(tools.bad if text.startswith("⚠") else tools.text)
            fitted = tools.metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
            painter.drawText(area, side | _MIDDLE, fitted)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(tools.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_rich(self, painter: QPainter, tools: _Tools, rect: QRect, index: Index, text: str, side: int) -> None:
        under = str(index.data(UNDER_ROLE) or "")
        mark = index.data(MARK_ROLE) or 0
        metrics = tools.bold_metrics if mark == 1 else tools.metrics
        area = rect.adjusted(_PAD, 0, -_PAD, 0)
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
            _draw_mark(painter, QPointF(first.right() - width - 12, first.center().y() + 1), mark, tools.colors)
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


def draw_shape(painter: QPainter, at: QPointF, radius: float, series: int, colors: theme.Theme) -> None:
    """Draw a VAE's sign: a colour and, for those who cannot tell colours, a shape of its own, as in the report."""
    style = style_of(series)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    painter.scale(radius / 100, radius / 100)
    painter.fillPath(_shape(style.shape), QColor(colors.series[style.color]))
    painter.restore()


@cache
def _shape(name: str) -> QPainterPath:
    path = QPainterPath()
    if name == "circle":
        path.addEllipse(QPointF(0, 0), 100, 100)
        return path
    corners = re.findall(r"(-?[\d.]+) (-?[\d.]+)", outline(name, 0, 0, 100))
    path.addPolygon(QPolygonF([QPointF(float(x), float(y)) for x, y in corners]))
    path.closeSubpath()
    return path


class Table(QTableView):
    """A table of one selected line, with fixed row height and a header that can be arranged.

    Signals:
        header_clicked: the column whose header was clicked.
        columns_changed: the user moved, sized, hid or showed a column.
    """

    header_clicked = Signal(int)
    columns_changed = Signal()

    def __init__(self, *, lines: int, parent: QWidget | None = None) -> None:
        """Be empty; rows are ``lines`` lines of text high."""
        super().__init__(parent)
        self._lines = lines
        self._widths: dict[int, int] = {}
        self._measured_with = 1
        self._header = Header(self)
        self.setHorizontalHeader(self._header)
        self._cells = Cells(rich=lines > 1, parent=self)
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        vertical = self.verticalHeader()
        vertical.setVisible(False)
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.sectionClicked.connect(self.header_clicked)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(self._offer_columns)
        self._header.sectionMoved.connect(self._notice)
        self._header.sectionResized.connect(self._notice)
        self._measure()

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the window's shortcuts."""

    def show_arrow(self, column: int, arrow: str, words: str = "") -> None:
        """Show by which column, and which way, the table is sorted."""
        self._header.arrow = (column, arrow, words)
        self._header.viewport().update()

    def set_widths(self, characters: Mapping[int, int]) -> None:
        """Give some columns room for a number of characters; the others follow their headers."""
        self._widths = dict(characters)
        self.fit_columns()

    def show_columns(self, wanted: Sequence[int]) -> None:
        """Show these columns, in this order, and hide the others."""
        self._header.blockSignals(True)
        for column in range(self._header.count()):
            self.setColumnHidden(column, column not in wanted)
        for visual, column in enumerate(wanted):
            self._header.moveSection(self._header.visualIndex(column), visual)
        self._header.blockSignals(False)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column a width that holds its header and a typical value; once, from font metrics."""
        self._measured_with = self._wide
        bold = self._header.font()
        bold.setBold(True)
        wide, plain = QFontMetrics(bold), self.fontMetrics()
        for column in range(self._header.count()):
            if column in self._widths:
                self.setColumnWidth(column, plain.horizontalAdvance("0") * self._widths[column] + 2 * _PAD)
                continue
            header = str(self.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
            hint = str(self.model().headerData(column, Qt.Orientation.Horizontal, HINT_ROLE) or "")
            need = max(wide.horizontalAdvance(header) + 12, round(plain.horizontalAdvance(hint) * _SMALL) + 4)
            self.setColumnWidth(column, max(need, plain.horizontalAdvance("−0.000") + 13, round(plain.horizontalAdvance("−00.000 ▲") * _SMALL)) + 2 * _PAD)

    def save_columns(self) -> Any:
        """Return order, widths and visibility, to be kept."""
        return self._header.saveState()

    def restore_columns(self, state: Any) -> bool:
        """Bring back what :meth:`save_columns` returned; False if it does not fit."""
        if not self._header.restoreState(state):
            return False
        self._header.setSectionsMovable(True)
        self._header.setSectionsClickable(True)
        self._header.setSortIndicatorShown(False)
        return True

    def changeEvent(self, event: Any) -> None:
        """Follow a change of text size or theme."""
        super().changeEvent(event)
        if event.type() in (event.Type.FontChange, event.Type.PaletteChange, event.Type.StyleChange) and hasattr(self, "_cells"):
            self._cells.forget()
        if event.type() == event.Type.FontChange and hasattr(self, "_lines"):
            self._measure()
            self._scale_columns()

    def _scale_columns(self) -> None:
        # The user may have arranged them: keep the proportions.
        if self.model() is None or self._measured_with == self._wide:
            return
        factor = self._wide / self._measured_with
        self._measured_with = self._wide
        for column in range(self._header.count()):
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, round(self.columnWidth(column) * factor))

    @property
    def _wide(self) -> int:
        return self.fontMetrics().horizontalAdvance("0" * 100)

    def _measure(self) -> None:
        height = self.fontMetrics().height()
        need = height + (round(height * _SMALL) if self._lines > 1 else 0) + 12
        self.verticalHeader().setDefaultSectionSize(need)

    @Slot(QPoint)
    def _offer_columns(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.exec(self._header.mapToGlobal(at))
        menu.deleteLater()

    def columns_menu(self) -> QMenu:
        """Return a menu that shows and hides columns."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for visual in range(self._header.count()):
            column = self._header.logicalIndex(visual)
            name = str(self.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.setData(column)
        menu.triggered.connect(self._toggle_column)
        return menu

    def _toggle_column(self, action: Any) -> None:
        self.setColumnHidden(int(action.data()), not action.isChecked())
        self.columns_changed.emit()

    @Slot(int, int, int)
    def _notice(self, *_: int) -> None:
        self.columns_changed.emit()
