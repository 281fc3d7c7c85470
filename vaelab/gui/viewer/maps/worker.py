"""Makes derived pictures off the window's thread: the newest request only, and what was measured is kept for other gains."""

from __future__ import annotations

import importlib
import sys
import threading
import weakref
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from vaelab.arrays import Pixels, Reals
from vaelab.gui.core import mipmaps
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.core.mipmaps import Mips
from vaelab.gui.viewer.maps import maps
from vaelab.gui.viewer.maps.maps import ColorScale, DerivedKind, Measured, PairMap

_BUDGET = 192 * 2**20


@dataclass(frozen=True)
class Request:
    """A derived picture that is wanted: whose, what, how strongly."""

    row: tuple[str, str]
    kind: DerivedKind
    gain: int


@dataclass(frozen=True)
class DerivedPicture:
    """A derived picture, ready to be drawn; or the reason why there is none."""

    request: Request
    pictures: tuple[Mips, ...] = ()
    scale: ColorScale | None = None
    measured: Measured | None = None
    problem: str = ""


@dataclass(frozen=True)
class _Kept:
    pair: tuple[weakref.ref[Mips], weakref.ref[Mips]]
    measured: Measured

    def is_of(self, pair: tuple[Mips, Mips]) -> bool:
        return all(ref() is picture for ref, picture in zip(self.pair, pair, strict=True))


class Deriver(QObject):
    """Computes derived pictures in the window's pool of jobs.

    Signals:
        made: a ``Made``, of the newest request.
    """

    made = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._newest: Request | None = None
        self._kept: OrderedDict[tuple[tuple[str, str], DerivedKind], _Kept] = OrderedDict()
        self._networks: dict[DerivedKind, PairMap] = {}
        self._network_lock = threading.Lock()

    def ask(self, request: Request, pair: tuple[Mips, Mips]) -> None:
        """Make a picture of (original, reconstruction), which have the same size; ``made`` follows unless another is asked."""
        self._newest = request
        kept = self._kept.get((request.row, request.kind))
        measured = kept.measured if kept is not None and kept.is_of(pair) else None
        self._jobs.submit(partial(self._make, request, pair, measured), partial(self._deliver, request, pair))

    def forget(self) -> None:
        """Want nothing any more."""
        self._newest = None

    def waits_for_pytorch(self, kind: DerivedKind) -> bool:
        """Whether a kind needs PyTorch, which is not there yet and takes seconds to load."""
        return isinstance(kind.function, str) and kind not in self._networks and "torch" not in sys.modules

    def _make(
        self, request: Request, pair: tuple[Mips, Mips], measured: Measured | None
    ) -> DerivedPicture | None:
        if request is not self._newest:  # someone who steps through images faster than maps are made
            return None
        if measured is None:
            network = (
                partial(self._by_network, request.kind) if isinstance(request.kind.function, str) else None
            )
            measured = maps.measure(request.kind, pair[0].pixels, pair[1].pixels, network)
        if request is not self._newest:
            return DerivedPicture(request, measured=measured)
        scale = maps.scale(measured, request.gain)
        pictures = tuple(mipmaps.make(pixels) for pixels in maps.paint(measured, scale))
        return DerivedPicture(request, pictures, scale, measured)

    def _by_network(self, kind: DerivedKind, original: Pixels, reconstruction: Pixels) -> Reals:
        # One pair at a time: a network is not made for two.
        with self._network_lock:
            if kind not in self._networks:
                module, name = str(kind.function).split(":")
                self._networks[kind] = getattr(importlib.import_module(module), name)()
            return self._networks[kind](original, reconstruction)

    def _deliver(
        self, request: Request, pair: tuple[Mips, Mips], made: DerivedPicture | Failure | None
    ) -> None:
        if isinstance(made, DerivedPicture) and made.measured is not None:
            self._keep(request, pair, made.measured)
        if request is not self._newest or made is None:
            return
        self.made.emit(DerivedPicture(request, problem=made.message) if isinstance(made, Failure) else made)

    def _keep(self, request: Request, pair: tuple[Mips, Mips], measured: Measured) -> None:
        key = request.row, request.kind
        self._kept[key] = _Kept((weakref.ref(pair[0]), weakref.ref(pair[1])), measured)
        self._kept.move_to_end(key)
        while len(self._kept) > 1 and sum(kept.measured.nbytes for kept in self._kept.values()) > _BUDGET:
            self._kept.popitem(last=False)
