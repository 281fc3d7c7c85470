"""Walks over everything that is visible: words that do not fit, controls without a name, targets too small to hit."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QWidget,
)

from vaelab.gui.widgets.elided_label import Elided

TARGET = 24
"""Smallest side of what is to be hit with a pointer, px (WCAG 2.5.8)."""

_PATIENCE = 25

_QTS_OWN = {
    "qt_keysequenceedit_lineedit",
    "qt_spinbox_lineedit",
    "qt_tabwidget_stackedwidget",
    "qt_tabwidget_tabbar",
    "ScrollLeftButton",
    "ScrollRightButton",
}


def visible(root: QWidget) -> Iterator[QWidget]:
    """Every visible widget below one."""
    QApplication.processEvents()
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def path(widget: QWidget) -> str:
    """Where a widget is, for a message."""
    names = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        names.append(type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)


# Words that do not fit


def cut_off(root: QWidget) -> list[str]:
    """Words that are cut off or shortened, with where they are. Names of files and VAEs may be shortened."""
    for _ in range(_PATIENCE):
        found = _cut_off(root)
        if not found:
            break
        time.sleep(0.02)  # words that have just come (a forecast) are laid out a moment later
    return found


def _cut_off(root: QWidget) -> list[str]:
    found = []
    for widget in visible(root):
        text, missing = _missing(widget)
        if missing <= 0 and text and not isinstance(widget, QTableView):
            missing = _hidden(widget)
        if missing > 0:
            found.append(f"{text!r} lacks {missing} px ({path(widget)})")
    return found


def _missing(widget: QWidget) -> tuple[str, int]:
    if isinstance(widget, Elided):
        return "", 0
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text(), widget.minimumSizeHint().width() - widget.width()
    if isinstance(widget, QLabel) and widget.text().strip():
        return widget.text(), _label_lacks(widget)
    if isinstance(widget, QTabBar) and widget.count():
        return widget.tabText(0), widget.sizeHint().width() - widget.width()
    if isinstance(widget, QComboBox):
        return widget.currentText(), _combo_lacks(widget)
    if isinstance(widget, QTableView):
        return _headers_lack(widget)
    return "", 0


def _hidden(widget: QWidget) -> int:
    """How much of a widget's width lies outside a scroll area that cannot be scrolled sideways."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            if parent.horizontalScrollBar().maximum() and parent.horizontalScrollBar().isVisible():
                return 0
            left = widget.mapTo(parent.viewport(), QPoint(0, 0)).x()
            return max(-left, left + widget.width() - parent.viewport().width(), 0)
        parent = parent.parentWidget()
    return 0


def _label_lacks(label: QLabel) -> int:
    if not label.wordWrap():
        return label.minimumSizeHint().width() - label.width()
    document = QTextDocument()
    document.setHtml(label.text())
    words = document.toPlainText().split() if "<" in label.text() else label.text().split()
    longest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    margins = label.contentsMargins().left() + label.contentsMargins().right()
    lacks_height = label.heightForWidth(label.width()) - label.height()
    return max(longest + margins - label.width(), lacks_height)


def _combo_lacks(combo: QComboBox) -> int:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo).width()
    return combo.fontMetrics().horizontalAdvance(combo.currentText()) - room


def _headers_lack(table: QTableView) -> tuple[str, int]:
    header, model = table.horizontalHeader(), table.model()
    worst = ("", 0)
    for column in range(header.count() if header.isVisible() else 0):
        if header.isSectionHidden(column):
            continue
        text = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        font = header.font()
        font.setBold(True)
        lacks = table.fontMetrics().horizontalAdvance(text) + 4 - header.sectionSize(column)
        if lacks > worst[1]:
            worst = (text, lacks)
    return worst


# Names and sizes


def nameless(root: QWidget) -> list[str]:
    """Controls that take the focus and have no name for a screen reader."""
    found = []
    for widget in visible(root):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or _is_viewport(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name and not isinstance(widget.parent(), QComboBox) and widget.objectName() not in _QTS_OWN:
            found.append(f"{widget.objectName()} {path(widget)}")
    return found


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def too_small(root: QWidget) -> list[str]:
    """Buttons and fields with a side under ``TARGET``, but for those inside fields and tables, which Qt draws."""
    found = []
    for widget in visible(root):
        inside = isinstance(widget.parent(), QAbstractSpinBox | QComboBox | QLineEdit | QHeaderView | QTabBar)
        control = isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QAbstractSpinBox)
        if control and not inside and min(widget.width(), widget.height()) < TARGET:
            found.append(f"{widget.width()} × {widget.height()} px: {path(widget)}")
    return found
