"""From one window to the next: what is shown, chosen, sorted, zoomed and typed, when a window takes another's place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSlider,
    QSpinBox,
    QSplitter,
    QWidget,
)

from vaelab.gui.main_window import MainWindow
from vaelab.gui.widgets.navigation import Page


def transfer_state(old: MainWindow, new: MainWindow) -> None:
    """Make a new window, built around the same models, look like the old one, and show it in its place.

    The models carry rows, flags, order, choices and undo. Controls are carried by their place in the tree of widgets, which
    is the same in both; what is no control (zoom, current row, pages) is carried by name.
    """
    new.run_model.take_over(old.run_model)
    new.viewer.store.take_over(old.viewer.store)
    new.log.take_over(old.log)
    new.setWindowTitle(old.windowTitle())
    # What is remembered is where the last start ended. The second call keeps a window that reaches beyond the screen as it is.
    new.restoreGeometry(old.saveGeometry())
    if not (old.isMaximized() or old.isFullScreen()):
        new.setGeometry(old.geometry())
    new.show()
    if old.navigation.page() is not Page.START:
        new.navigation.show_results()
    carry_controls(old.summary, new.summary)
    carry_controls(old.viewer, new.viewer)
    _transfer_controllers(old, new)
    new.setup_panel.options.toggle.setChecked(old.setup_panel.options.toggle.isChecked())
    new.images.show_view(old.images.view())
    carry_controls(old.plots, new.plots)
    _carry_row(old, new)
    _carry_view(old, new)
    new.navigation.turn_to(old.navigation.tab())
    new.log.filter.setText(old.log.filter.text())
    before, after = old.navigation, new.navigation
    for region, twin in (
        (old.setup_panel, new.setup_panel),
        (before.stack, after.stack),
        (before.viewer_frame, after.viewer_frame),
    ):
        twin.setVisible(not region.isHidden())
    after.splitter.setSizes(before.splitter.sizes())
    _carry_scrolling(old, new)
    _carry_focus(old, new)
    new.controllers.run_comparison.take_over(old.controllers.run_comparison)
    dialog = old.controllers.hub.dialog
    if dialog is not None and dialog.isVisible():
        new.controllers.hub.show()
    if old.settings is not None:
        new.show_settings()
        assert new.settings is not None
        new.settings.setGeometry(old.settings.geometry())
        new.settings.pages.setCurrentIndex(old.settings.pages.currentIndex())
    new.setup_model.changed.emit()  # what was chosen before this window was there
    new.actions_.refresh()


def _transfer_controllers(old: MainWindow, new: MainWindow) -> None:
    before, after = old.controllers, new.controllers
    after.row_selection.following = before.row_selection.following
    after.failures.take_over(before.failures)
    after.run_view.take_over(before.run_view)
    after.headline.say()
    after.chart_view.read()
    after.outcome.take_over(before.outcome, shown=not old.banner.isHidden())


def _carry_row(old: MainWindow, new: MainWindow) -> None:
    row = old.viewer.row
    picked = [new.rows.row_at(index.row()).key for index in old.images.table.selectionModel().selectedRows()]
    if row is not None:
        new.images.select(row.key, quietly=True)
        following = old.controllers.row_selection.following
        new.controllers.row_selection.choose(row)
        new.controllers.row_selection.following = following
    if len(picked) > 1:
        new.images.select_all(picked)
    index = old.summary.table.currentIndex()
    if index.isValid():
        new.summary.table.selectionModel().blockSignals(True)
        new.summary.table.setCurrentIndex(new.summary_model.index(index.row(), index.column()))
        new.summary.table.selectionModel().blockSignals(False)


def _carry_view(old: MainWindow, new: MainWindow) -> None:
    new.viewer.set_mode(old.viewer.canvas.mode)
    new.viewer.canvas.take_over(old.viewer.canvas)


def carry_controls(old: QWidget, new: QWidget) -> None:
    """Give every control below one widget the value of the control at the same place below another."""
    for one, other in pairs(old, new):
        if isinstance(one, QAbstractButton) and isinstance(other, QAbstractButton):
            if one.isCheckable() and (one.isChecked() or not one.autoExclusive()):
                other.setChecked(one.isChecked())
        elif isinstance(one, QComboBox) and isinstance(other, QComboBox):
            if one.count() == other.count() and one.currentIndex() != other.currentIndex():
                other.setCurrentIndex(one.currentIndex())
                other.activated.emit(one.currentIndex())
        elif isinstance(one, QSpinBox | QSlider) and isinstance(other, QSpinBox | QSlider):
            other.setValue(one.value())
        elif (
            isinstance(one, QLineEdit)
            and isinstance(other, QLineEdit)
            and not isinstance(one.parent(), QAbstractSpinBox | QComboBox)
            and not one.isReadOnly()
        ):
            other.setText(one.text())
        elif isinstance(one, QSplitter) and isinstance(other, QSplitter):
            other.setSizes(one.sizes())
        elif isinstance(one, QDoubleSpinBox) and isinstance(other, QDoubleSpinBox):
            other.setValue(one.value())


def _carry_scrolling(old: MainWindow, new: MainWindow) -> None:
    for one, other in pairs(old, new):
        if isinstance(one, QAbstractScrollArea) and isinstance(other, QAbstractScrollArea):
            for old_bar, new_bar in (
                (one.verticalScrollBar(), other.verticalScrollBar()),
                (one.horizontalScrollBar(), other.horizontalScrollBar()),
            ):
                new_bar.setValue(old_bar.value())


def _carry_focus(old: MainWindow, new: MainWindow) -> None:
    focus = old.focusWidget()
    if focus is not None:
        twin = next((other for one, other in pairs(old, new) if one is focus), None)
        if twin is not None:
            twin.setFocus()


def pairs(old: QWidget, new: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Yield the widgets at the same places below two widgets: the n-th child of a class is the other's n-th of that class."""
    twins = dict(_children(new))
    for place, widget in _children(old):
        twin = twins.get(place)
        if twin is not None:
            yield widget, twin
            yield from pairs(widget, twin)


def _children(widget: QWidget) -> Iterator[tuple[tuple[str, int], QWidget]]:
    seen: dict[str, int] = defaultdict(int)
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            name = type(child).__name__
            yield (name, seen[name]), child
            seen[name] += 1
