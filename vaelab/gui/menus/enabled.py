"""Whether an action makes sense now."""

from __future__ import annotations

from collections.abc import Callable

from vaelab.gui.core.phase import Phase
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.run.worker import RunController
from vaelab.gui.viewer.panel import ViewerPanel


class Enabled:
    """Questions that entries ask before they are enabled."""

    def __init__(self, run_controller: RunController, run_model: RunModel, viewer: ViewerPanel) -> None:
        self._run_controller, self._run_model, self._viewer = run_controller, run_model, viewer

    def idle(self) -> bool:
        """No run goes on."""
        return self._run_controller.phase is Phase.IDLE

    def running(self) -> bool:
        """A run goes on, paused or not."""
        return not self.idle()

    def has_run(self) -> bool:
        """A run is shown, finished or reopened."""
        return self._run_model.data is not None

    def has_folder(self) -> bool:
        """A run is shown that lies on disk."""
        data = self._run_model.data
        return data is not None and data.folder is not None

    def has_pair(self) -> bool:
        """The viewer shows an original and a reconstruction."""
        return self._viewer.pair is not None

    def resumable(self) -> bool:
        """The run that is shown ended early."""
        data = self._run_model.data
        return self.idle() and data is not None and data.summary.get("state") != "finished"

    def while_idle(self, able: Callable[[], bool]) -> Callable[[], bool]:
        """A condition that holds only while no run goes on."""
        return lambda: self.idle() and able()
