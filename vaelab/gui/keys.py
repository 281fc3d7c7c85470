"""Single keys of the tables and the viewer; they act only there, so that typing elsewhere stays typing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vaelab.gui.results.images_tab import ImagesTab
from vaelab.gui.viewer.modes import Mode
from vaelab.gui.viewer.panel import ViewerPanel

_MODES = {
    Qt.Key.Key_1: Mode.TWO_UP,
    Qt.Key.Key_2: Mode.SWIPE,
    Qt.Key.Key_3: Mode.BLINK,
    Qt.Key.Key_4: Mode.DIFFERENCE,
    Qt.Key.Key_5: Mode.MAP,
    Qt.Key.Key_6: Mode.GRID,
}
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class LookingKeys(QObject):
    """Turns keys into steps of the viewer and the table.

    Signals:
        step_image: +1 or -1.
        step_vae: +1 or -1.
        step_worst: +1 or -1: the next worse, or less bad, row by the sorted metric.
    """

    step_image = Signal(int)
    step_vae = Signal(int)
    step_worst = Signal(int)

    def __init__(
        self, viewer: ViewerPanel, images: ImagesTab, others: Iterable[QWidget], parent: QObject
    ) -> None:
        """Listen to the viewer's canvas, the table of images and other widgets."""
        super().__init__(parent)
        self._viewer, self._images = viewer, images
        self._canvas = viewer.canvas
        for widget in (viewer.canvas, images.table, *others):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on the keys of this room, leave others alone."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._press(watched, event)
            if event.type() == QEvent.Type.KeyRelease and event.key() == Qt.Key.Key_Space:
                if not event.isAutoRepeat():
                    self._canvas.hold(False)
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self._canvas.hold(False)
        return super().eventFilter(watched, event)

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if modifiers == _SHIFT:
            return self._press_shifted(key)
        if modifiers != _PLAIN:
            return False
        if key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._canvas.hold(True)
            return True
        if key in _MODES:
            self._viewer.set_mode(_MODES[key])
            return True
        if watched is self._canvas and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._canvas.zoom_step(key != Qt.Key.Key_Minus)
            return True
        return self._letter(key)

    def _letter(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_S:
            self._canvas.swap()
        elif key == Qt.Key.Key_F:
            self._canvas.fit()
        elif key in (Qt.Key.Key_J, Qt.Key.Key_K):
            self.step_image.emit(1 if key == Qt.Key.Key_J else -1)
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            self.step_vae.emit(1 if key == Qt.Key.Key_BracketRight else -1)
        elif key == Qt.Key.Key_E:
            self._viewer.tools.step_gain(True)
        elif key == Qt.Key.Key_N:
            self.step_worst.emit(1)
        elif key == Qt.Key.Key_X and self._viewer.row is not None:
            self._images.model.toggle_flag(self._viewer.row.image)
        elif key == Qt.Key.Key_H:
            self._viewer.histogram_button.toggle()
        elif key == Qt.Key.Key_M:
            self._viewer.lens_button.toggle()
        else:
            return False
        return True

    def _press_shifted(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_E:
            self._viewer.tools.step_gain(False)
        elif key == Qt.Key.Key_N:
            self.step_worst.emit(-1)
        else:
            return False
        return True
