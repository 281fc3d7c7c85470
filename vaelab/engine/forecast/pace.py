"""How fast a run goes, and how long its remaining rows will take."""

from __future__ import annotations

from collections import deque
from statistics import median
from typing import Final

_ROWS_BEFORE_ESTIMATE: Final = 3
_ROWS_OF_ESTIMATE: Final = 20


class Pace:
    """Follows the latest rows of a run; moments are those of one clock, in seconds."""

    def __init__(self) -> None:
        self._gaps: deque[float] = deque(maxlen=_ROWS_OF_ESTIMATE)
        self._last: float | None = None

    def start(self, now: float) -> None:
        """Count the first row from now: what came before went into loading."""
        self._last = now

    def tick(self, now: float, *, measured: bool = True) -> None:
        """Note that a row has finished; one that failed takes no time, and says nothing of those that will not."""
        if self._last is not None and measured:
            self._gaps.append(now - self._last)
        self._last = now

    def hold(self) -> None:
        """Forget when the last row finished: a pause is no pace."""
        self._last = None

    def seconds_per_row(self) -> float | None:
        """Return the typical time of a row, at least 0.1 ms; None while there is too little to tell."""
        if len(self._gaps) < _ROWS_BEFORE_ESTIMATE:
            return None
        # Rows come in bursts (a batch, several VAEs of one image): the mean holds then, the median against outliers.
        typical = median(self._gaps)
        mean = sum(self._gaps) / len(self._gaps)
        return max(mean if mean < 10 * typical or typical < 0.005 else typical, 1e-4)
