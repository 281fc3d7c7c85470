"""Single keys of the tables and the viewer, as one table; they act only there, so that typing elsewhere stays typing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.viewer.canvas.modes import Mode
from vaelab.gui.viewer.panel import ViewerPanel

_PAN, _FAR = 20, 10
"""What an arrow pans by, logical px; how many times farther with Shift."""


@dataclass(frozen=True)
class Binding:
    """What one key does.

    Attributes:
        keys: by default, as portable text of ``QKeySequence``, one stroke each.
        words: for the sheet of keys and the palette.
        do: called without arguments when a key is pressed; again and again while it is down if ``repeats``.
        release: called when the key is let go, for what lasts as long as it is held.
        viewer_only: acts in the viewer alone, since a table needs the key itself.
        repeats: whether a key that stays down goes on acting.
    """

    keys: tuple[str, ...]
    words: str
    do: Callable[[], object]
    release: Callable[[], object] | None = None
    viewer_only: bool = False
    repeats: bool = False


class ViewerKeys(QObject):
    """Turns keys into steps of the viewer and the table.

    Attributes:
        bindings: action name to what it does and by which keys unless the user chose others.

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
        super().__init__(parent)
        self._viewer, self._images = viewer, images
        self.bindings: Mapping[str, Binding] = self._table()
        self._names: dict[str, str] = {}
        self._held: str | None = None
        self._held_key = Qt.Key.Key_unknown
        self.set_keys({})
        for widget in (viewer.canvas, images.table, *others):
            widget.installEventFilter(self)

    def set_keys(self, chosen: Mapping[str, Sequence[str]]) -> None:
        """Use these keys, as portable text, in place of the defaults of the actions named; an empty one has none."""
        self._names = {
            QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText): name
            for name, binding in self.bindings.items()
            for keys in chosen.get(name, binding.keys)
        }

    def _table(self) -> dict[str, Binding]:
        return {**self._ways_of_looking(), **self._steps(), **self._moves(), **self._tools()}

    def _ways_of_looking(self) -> dict[str, Binding]:
        viewer, canvas = self._viewer, self._viewer.canvas
        table = {
            mode.value: Binding((mode.key,), mode.words, partial(viewer.set_mode, mode)) for mode in Mode
        }
        table["hold"] = Binding(
            ("Space",),
            self.tr("Hold: original in place"),
            partial(canvas.hold, True),
            partial(canvas.hold, False),
        )
        table["loupe"] = Binding(
            ("Z",),
            self.tr("Hold: loupe on both pictures"),
            partial(canvas.show_loupe, True),
            partial(canvas.show_loupe, False),
        )
        table["swap"] = Binding(("S",), self.tr("Swap sides"), canvas.swap)
        return table

    def _steps(self) -> dict[str, Binding]:
        return {
            "next_image": Binding(
                ("J",), self.tr("Next line"), partial(self.step_image.emit, 1), repeats=True
            ),
            "previous_image": Binding(
                ("K",), self.tr("Previous line"), partial(self.step_image.emit, -1), repeats=True
            ),
            "next_vae": Binding(
                ("]",), self.tr("Next VAE of the same image"), partial(self.step_vae.emit, 1), repeats=True
            ),
            "previous_vae": Binding(
                ("[",),
                self.tr("Previous VAE of the same image"),
                partial(self.step_vae.emit, -1),
                repeats=True,
            ),
            "next_worst": Binding(
                ("N",), self.tr("Worst, next worst"), partial(self.step_worst.emit, 1), repeats=True
            ),
            "previous_worst": Binding(
                ("Shift+N",), self.tr("Back to the worse"), partial(self.step_worst.emit, -1), repeats=True
            ),
        }

    def _moves(self) -> dict[str, Binding]:
        canvas = self._viewer.canvas
        table = {
            "zoom_in": Binding(
                ("+", "="),
                self.tr("Zoom in"),
                partial(canvas.zoom_step, True),
                viewer_only=True,
                repeats=True,
            ),
            "zoom_out": Binding(
                ("-",), self.tr("Zoom out"), partial(canvas.zoom_step, False), viewer_only=True, repeats=True
            ),
            "fit": Binding(("F",), self.tr("Fit"), canvas.fit),
        }
        directions = {
            "left": ("Left", QPoint(1, 0), self.tr("Pan left; in swipe, move the line")),
            "right": ("Right", QPoint(-1, 0), self.tr("Pan right; in swipe, move the line")),
            "up": ("Up", QPoint(0, 1), self.tr("Pan up")),
            "down": ("Down", QPoint(0, -1), self.tr("Pan down")),
        }
        far = self.tr("{0}, ten times as far")
        for name, (key, by, words) in directions.items():
            for prefix, ending, said, times in (
                ("", "", words, 1),
                ("Shift+", "_far", far.format(words), _FAR),
            ):
                table[f"pan_{name}{ending}"] = Binding(
                    (prefix + key,), said, partial(self._arrow, by * times), viewer_only=True, repeats=True
                )
        return table

    def _tools(self) -> dict[str, Binding]:
        viewer = self._viewer
        return {
            "more_gain": Binding(
                ("E",), self.tr("More gain"), partial(viewer.tools.step_gain, True), repeats=True
            ),
            "less_gain": Binding(
                ("Shift+E",), self.tr("Less gain"), partial(viewer.tools.step_gain, False), repeats=True
            ),
            "histogram": Binding(("H",), self.tr("Histograms"), viewer.histogram_button.toggle),
            "marker_lens": Binding(("M",), self.tr("Marker: expected and read"), viewer.lens_button.toggle),
            "pin": Binding(("P",), self.tr("Pin the probe, or take the pin away"), viewer.probe.toggle_pin),
            "unpin": Binding(("Shift+P",), self.tr("Take all pins away"), viewer.probe.clear),
            "flag": Binding(("X",), self.tr("Flag the image"), self._flag),
            "exclude": Binding(("C",), self.tr("Leave the image out of the means"), self._exclude),
        }

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on the keys of this room, leave others alone."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._press(watched, event)
            if event.type() == QEvent.Type.KeyRelease and self._held and event.key() == self._held_key:
                if not event.isAutoRepeat():
                    self._let_go()
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self._let_go()
        return super().eventFilter(watched, event)

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        name = self._name(event)
        binding = None if name is None else self.bindings[name]
        if binding is None or (binding.viewer_only and watched is not self._viewer.canvas):
            return False
        if event.isAutoRepeat() and not binding.repeats:
            return True
        if binding.release is not None:
            self._let_go()
            self._held, self._held_key = name, Qt.Key(event.key())
        binding.do()
        return True

    def _name(self, event: QKeyEvent) -> str | None:
        modifiers = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
        )
        key = Qt.Key(event.key())
        name = self._names.get(_text(modifiers, key))
        if name is None and modifiers == Qt.KeyboardModifier.ShiftModifier and not event.text().isalnum():
            # Where the layout needs Shift to type a sign (+ on most), the sign is what counts.
            name = (
                self._names.get(_text(Qt.KeyboardModifier.NoModifier, key)) if event.text().strip() else None
            )
        return name

    def _let_go(self) -> None:
        name, self._held = self._held, None
        release = None if name is None else self.bindings[name].release
        if release is not None:
            release()

    # What needs more than a call

    def _arrow(self, by: QPoint) -> None:
        canvas = self._viewer.canvas
        if canvas.mode is Mode.SWIPE and by.x():
            canvas.move_divider(-by.x())
        else:
            canvas.pan_by(by.toPointF() * _PAN)

    def _flag(self) -> None:
        row = self._viewer.row
        if row is not None:
            self._images.model.toggle_flag(row.image)

    def _exclude(self) -> None:
        row = self._viewer.row
        if row is not None:
            self._images.model.toggle_excluded(row.image)


def _text(modifiers: Qt.KeyboardModifier, key: Qt.Key) -> str:
    return QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence.SequenceFormat.PortableText)
