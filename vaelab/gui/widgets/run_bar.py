"""The line under the menu: how far the run is, how fast, how long it still takes."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from vaelab.engine.events import RowDone, RunStarted, StageChanged
from vaelab.engine.forecast.pace import Pace
from vaelab.gui.core.engine_text import stage_name
from vaelab.gui.style import theme
from vaelab.gui.widgets.elided_label import Elided
from vaelab.text import duration


class RunBar(QFrame):
    """Progress while a run goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "strip")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the run"))
        self.where = Elided("", self)
        self.pace_words = QLabel(self)
        theme.set_role(self.pace_words, "muted")
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.where, 1)
        line.addWidget(self.pace_words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self.bar)
        self._pace = Pace()
        self._counts = (0, 0)
        self._finished, self._total = 0, 0
        self._stage = ""
        self.hide()

    def begin(self) -> None:
        """Show that a run begins."""
        self._pace = Pace()
        self._counts = (0, 0)
        self._finished = self._total = 0
        self._stage = self.tr("starting …")
        self.bar.setRange(0, 0)
        self.show()
        self._say()

    def started(self, event: RunStarted) -> None:
        """Learn the size of the run."""
        self._counts = (event.images, len(event.vaes))
        self._total = event.images * len(event.vaes)
        self._finished = len(event.done)
        self.bar.setRange(0, max(self._total, 1))
        self.bar.setValue(self._finished)
        self._say()

    def stage(self, event: StageChanged) -> None:
        """Say what the run is doing."""
        images, vaes = self._counts
        parts = []
        if event.image:
            parts.append(self.tr("image {0}/{1} {2}").format(event.image, images, event.image_name))
        if event.vae:
            parts.append(self.tr("VAE {0}/{1} {2}").format(event.vae, vaes, event.label))
        parts.append(stage_name(event.stage))
        self._stage = "  ·  ".join(parts)

    def row(self, event: RowDone, now: float) -> None:
        """Count a row."""
        self._finished, self._total = event.finished, event.total
        self._pace.tick(now, measured=event.row.status == "ok")

    def refresh(self) -> None:
        """Draw what has come in; once per batch of events."""
        if self._total:
            self.bar.setRange(0, self._total)
            self.bar.setValue(self._finished)
        self._say()

    def hold(self) -> None:
        """Take note of a pause."""
        self._pace.hold()
        self.pace_words.setText(self.tr("paused"))

    def counts(self) -> tuple[int, int]:
        """Rows finished, and rows of the run."""
        return self._finished, self._total

    @property
    def percent(self) -> int:
        """How far the run is."""
        return 100 * self._finished // self._total if self._total else 0

    def _say(self) -> None:
        self.where.put(self._stage)
        if not self._total:
            self.pace_words.setText("")
            return
        each = self._pace.seconds_per_row()
        left = self._total - self._finished
        if each is None:
            pace = self.tr("estimating the time left")
        else:
            per_second = 1 / each
            speed = f"{per_second:.1f}" if per_second < 100 else f"{per_second:.0f}"
            pace = self.tr("{0} rows/s  ·  {1} left").format(speed, duration(each * left))
        self.pace_words.setText(f"{self._finished}/{self._total}  ·  {pace}")
