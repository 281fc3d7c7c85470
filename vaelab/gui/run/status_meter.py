"""The right of the status bar: memory, what the run runs on, and when it was last saved."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.phase import Phase
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.run.worker import RunController
from vaelab.memory import MemoryState, memory_state
from vaelab.text import duration, gigabytes

_TICK_MS = 1000


class StatusMeter(QWidget):
    """Looks at the memory once a second while it can be seen."""

    def __init__(
        self, jobs: Jobs, run_model: RunModel, controller: RunController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._run_model, self._controller = jobs, run_model, controller
        self._asking = False
        self._peak_mb = 0.0
        self.device, self.vram, self.ram, self.saved = (QLabel(self) for _ in range(4))
        self.vram.setToolTip(
            self.tr("Memory of the GPU: in use by all programs, total, most since the run began")
        )
        self.ram.setToolTip(self.tr("Memory of this computer: in use by all programs, total"))
        self.device.setToolTip(self.tr("What the run runs on, and in which precision"))
        self.saved.setToolTip(self.tr("Each row is on disk as soon as it is measured"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(16)
        for label in (self.saved, self.device, self.vram, self.ram):
            label.hide()
            layout.addWidget(label)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        controller.phase_changed.connect(self._phase_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look."""
        super().showEvent(event)
        self._timer.start()
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking: nobody sees it."""
        super().hideEvent(event)
        self._timer.stop()

    @Slot()
    def tick(self) -> None:
        """Look at everything once."""
        self._say_run()
        if not self._asking:
            self._asking = True
            self._jobs.submit(partial(memory_state, self._run_model.device or "auto"), self.show_memory)

    @Slot(object)
    def _phase_changed(self, phase: Phase) -> None:
        if phase is Phase.RUNNING and self._run_model.saved_at is None:
            self._peak_mb = 0.0
        self._say_run()

    def show_memory(self, state: MemoryState | Failure) -> None:
        """Show how much memory is in use; a label without a number is hidden."""
        self._asking = False
        if isinstance(state, Failure):
            _put(self.ram, "")
            _put(self.vram, "")
            return
        used, total = gigabytes(state.ram_used_mb), gigabytes(state.ram_total_mb)
        _put(self.ram, self.tr("RAM {0}/{1} GB").format(used, total))
        if state.vram_used_mb is None or state.vram_total_mb is None:
            _put(self.vram, "")
            return
        self._peak_mb = max(self._peak_mb, state.vram_used_mb)
        numbers = (state.vram_used_mb, state.vram_total_mb, self._peak_mb)
        text = self.tr("VRAM {0}/{1} GB (peak {2})").format(*map(gigabytes, numbers))
        _put(self.vram, f"{state.device_name}  {text}" if state.device_name else text)

    def _say_run(self) -> None:
        run_model = self._run_model
        _put(
            self.device,
            " ".join(part for part in (run_model.device, ", ".join(run_model.precisions)) if part),
        )
        if run_model.saved_at is None:
            _put(self.saved, "")
        elif self._controller.phase is Phase.IDLE:
            _put(self.saved, self.tr("run saved"))
        else:
            ago = time.monotonic() - run_model.saved_at
            _put(self.saved, self.tr("run saved {0} ago").format(duration(ago)))


def _put(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
        label.setVisible(bool(text))
