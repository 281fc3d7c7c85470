"""What the run is doing, as the buttons need to know it."""

from __future__ import annotations

import enum


class Phase(enum.Enum):
    """What the run is doing, as the buttons need to know it."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"
