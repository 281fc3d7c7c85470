"""The sentence above the summary: the verdict of the run that is shown, or of the user's own weights."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from vaelab.gui import vocabulary
from vaelab.gui.rooms import Rooms
from vaelab.report.verdict import sentences


class Headline(QObject):
    """Keeps the sentence true to the run and to the weights.

    Attributes:
        weights: the user's own: the demo and a reopened run show theirs without leaving them behind.
    """

    def __init__(self, rooms: Rooms, parent: QObject | None = None) -> None:
        """Follow the weights."""
        super().__init__(parent)
        self._rooms = rooms
        self.weights: dict[str, float] = rooms.summary.current_weights()
        rooms.summary.weights_changed.connect(self._weights_changed)

    def say(self) -> None:
        """Say what the run found, and of how many images where it is not whole."""
        r = self._rooms
        data = r.session.data
        if data is None:
            r.summary.say("")
            return
        part = ""
        if data.summary.get("state") != "finished" and r.session.planned:
            images = len({row.image for row in data.rows})
            part = self.tr("{0} of {1} images").format(images, r.session.planned)
        r.summary.say(" ".join(map(vocabulary.sentence, sentences(data))), part)

    def take_over(self, other: Headline) -> None:
        """Say what another window's said, in the language of this one."""
        self._weights_changed(self._rooms.summary.current_weights())
        self.weights = dict(other.weights)

    @Slot(object)
    def _weights_changed(self, weights: dict[str, float]) -> None:
        self.weights = dict(weights)
        data = self._rooms.session.data
        if data is None:
            return
        own = data.summary.get("settings", {}).get("weights")
        if own is None or dict(own) == weights:
            self.say()
            return
        labels = self._rooms.summary.model.labels()
        if labels:
            self._rooms.summary.say(self.tr("With these weights {0} has the lowest J.").format(labels[0]))
