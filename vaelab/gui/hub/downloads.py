"""What is asked of the Hub and fetched from it, away from the window's thread.

Each question and each transfer has a thread of its own, which touches nothing of Qt: it leaves its news in a box that a timer
empties. So a slow server cannot hold the window, not even when it closes; what had arrived by then is kept for the next time.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from vaelab.errors import Stopped, VAELabError
from vaelab.vae.hub.ids import HubName, is_cached

if TYPE_CHECKING:
    from vaelab.vae.hub.download import Progress
    from vaelab.vae.hub.offer import HubOffer

_LOOK_MS = 100
_PACE_S = 5.0


class DownloadStage(Enum):
    """Where a VAE of the Hub stands."""

    ABSENT = auto()
    HERE = auto()
    ASKING = auto()
    OFFERED = auto()
    FETCHING = auto()
    STOPPED = auto()
    FAILED = auto()

    @property
    def is_busy(self) -> bool:
        """Whether a thread works on it."""
        return self in (DownloadStage.ASKING, DownloadStage.FETCHING)


@dataclass(frozen=True, slots=True)
class State:
    """What is to be shown of one VAE.

    Attributes:
        stage: where it stands.
        offer: what the Hub said, None before it was asked.
        progress: of the transfer, None before it began.
        pace: bytes per second of the last seconds, None while it is too early to say.
        message: why it failed.
    """

    stage: DownloadStage = DownloadStage.ABSENT
    offer: HubOffer | None = None
    progress: Progress | None = None
    pace: float | None = None
    message: str = ""

    @property
    def seconds_left(self) -> float | None:
        """How long the transfer will go on."""
        if self.progress is None or not self.pace:
            return None
        return (self.progress.total - self.progress.done) / self.pace


class _Work(threading.Thread):
    """One question, or one transfer."""

    def __init__(self, name: HubName, offer: HubOffer | None, most: int | None) -> None:
        super().__init__(name="vaelab-hub", daemon=True)
        self.stop = threading.Event()
        self.box: deque[State] = deque(maxlen=1)
        self._name, self._offer, self._most = name, offer, most

    def run(self) -> None:
        """Work; the last state in the box is how it ended."""
        state = State(DownloadStage.ASKING if self._offer is None else DownloadStage.FETCHING, self._offer)
        try:
            for state in self._states():
                self.box.append(state)
        except Stopped:
            self.box.append(replace(state, stage=DownloadStage.STOPPED))
        except VAELabError as error:
            self.box.append(replace(state, stage=DownloadStage.FAILED, message=str(error)))
        except Exception as error:  # noqa: BLE001 - an untrusted server: whatever it causes is shown beside its name
            self.box.append(
                replace(state, stage=DownloadStage.FAILED, message=f"{type(error).__name__}: {error}")
            )

    def _states(self) -> Iterator[State]:
        # Here, since Python's web client, which most starts never need, takes as long to import as a few rooms of the window.
        from vaelab.vae.hub.download import download
        from vaelab.vae.hub.offer import look_up

        offer = self._offer
        if offer is None:
            yield State(DownloadStage.ASKING)
            offer = look_up(self._name)
            if self.stop.is_set():
                raise Stopped
            if offer.cached:
                yield State(DownloadStage.HERE, offer)
                return
            if self._most is None or offer.size > self._most:
                yield State(DownloadStage.OFFERED, offer)
                return
        yield State(DownloadStage.FETCHING, offer)
        past: deque[tuple[float, int]] = deque()
        for step in download(offer, self.stop):
            now = time.monotonic()
            past.append((now, step.done))
            while now - past[0][0] > _PACE_S:
                past.popleft()
            took = now - past[0][0]
            pace = (step.done - past[0][1]) / took if took > 0.5 else None
            yield State(DownloadStage.FETCHING, offer, step, pace)
        yield State(DownloadStage.HERE, offer)


class DownloadManager(QObject):
    """Asks and fetches on demand, and knows how each VAE stands.

    Signals:
        changed: id of the VAE whose state is another.
        arrived: id of a VAE that has been fetched and is whole.
    """

    changed = Signal(str)
    arrived = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: dict[str, State] = {}
        self._works: dict[str, _Work] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def state(self, name: HubName) -> State:
        """How it stands; the cache is looked at where nothing was asked yet."""
        known = self._states.get(str(name))
        if known is None:
            known = self._states[str(name)] = State(
                DownloadStage.HERE if is_cached(name) else DownloadStage.ABSENT
            )
        return known

    @property
    def is_busy(self) -> bool:
        """Whether anything is asked or fetched."""
        return bool(self._works)

    def forget(self) -> None:
        """Look at the cache anew: other programs write it too."""
        for key, state in list(self._states.items()):
            if state.stage in (DownloadStage.HERE, DownloadStage.ABSENT):
                del self._states[key]

    def ask(self, name: HubName) -> None:
        """Ask the Hub for size and licence; nothing is fetched."""
        self._begin(name, None, None)

    def fetch(self, name: HubName, most: int | None = None) -> None:
        """Fetch it, since the user has said so.

        Args:
            name: which.
            most: the size in bytes that the user has agreed to, where the Hub was not asked yet; should it turn out to be
                larger, it is only offered.
        """
        offer = self.state(name).offer
        self._begin(name, offer, most)

    def cancel(self, name: HubName) -> None:
        """Stop asking or fetching; what has arrived is kept."""
        work = self._works.get(str(name))
        if work is not None:
            work.stop.set()

    def stop_all(self) -> None:
        """Stop everything, without waiting for it."""
        for work in self._works.values():
            work.stop.set()
        self._timer.stop()

    def _begin(self, name: HubName, offer: HubOffer | None, most: int | None) -> None:
        key = str(name)
        if key in self._works:
            return
        self._works[key] = work = _Work(name, offer, most)
        self._put(key, State(DownloadStage.ASKING if offer is None else DownloadStage.FETCHING, offer))
        work.start()
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        for key, work in list(self._works.items()):
            ended = not work.is_alive()
            if work.box:
                self._put(key, work.box.pop())
            if ended:
                del self._works[key]
                if self._states[key].stage is DownloadStage.HERE:
                    self.arrived.emit(key)
        if not self._works:
            self._timer.stop()

    def _put(self, key: str, state: State) -> None:
        if self._states.get(key) != state:
            self._states[key] = state
            self.changed.emit(key)
