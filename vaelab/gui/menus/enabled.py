"""Whether an action makes sense now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vaelab.gui.core.phase import Phase

if TYPE_CHECKING:
    from vaelab.gui.main_window import MainWindow


class Enabled:
    """Questions that entries ask before they are enabled."""

    def __init__(self, window: MainWindow) -> None:
        """Ask a window."""
        self._window = window

    def idle(self) -> bool:
        """No run goes on."""
        return self._window.controller.phase is Phase.IDLE

    def running(self) -> bool:
        """A run goes on, paused or not."""
        return not self.idle()

    def has_run(self) -> bool:
        """A run is shown, finished or reopened."""
        return self._window.run_model.data is not None

    def has_pair(self) -> bool:
        """The viewer shows an original and a reconstruction."""
        return self._window.viewer.pair is not None

    def resumable(self) -> bool:
        """The run that is shown ended early."""
        data = self._window.run_model.data
        return self.idle() and data is not None and data.summary.get("state") != "finished"

    def while_idle(self, able: Callable[[], bool]) -> Callable[[], bool]:
        """A condition that holds only while no run goes on."""
        return lambda: self.idle() and able()
