"""Measures pairs of images: the metrics of a run, with the network they share."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

import numpy as np

from vaelab.arrays import Pixels
from vaelab.metrics.base import MetricSpec, Value, Values
from vaelab.metrics.picture import Picture

if TYPE_CHECKING:
    from vaelab.metrics.lpips import LPIPSNetwork

MetricFunction = Callable[[Picture, Picture], Values]


class Meter:
    """The metrics of a run, ready to measure. One thread at a time."""

    def __init__(self, specs: Sequence[MetricSpec], device: str = "cpu") -> None:
        """Resolve the metrics' functions.

        Args:
            specs: what to measure; those without a function are filled elsewhere and left out here.
            device: where the network of LPIPS runs (``cpu``, ``cuda:0``, ``mps``). Everything else runs on the CPU.
        """
        self._functions = [_resolve(spec.function) for spec in specs if spec.function]
        self._device = device
        self._loaded: LPIPSNetwork | None = None

    def load(self) -> None:
        """Load the networks that the metrics need, so that the first image does not wait for them.

        Raises:
            UsageError: the weights of LPIPS are missing.
        """
        if any(function.__module__ == "vaelab.metrics.lpips" for function in self._functions):
            self._network()

    def picture(self, rgb: Pixels) -> Picture:
        """Wrap an image (H, W, 3) uint8, original or reconstruction, for ``measure``.

        Raises:
            ValueError: ``rgb`` is no such array.
        """
        return Picture(rgb, self._network)

    def measure(
        self, original: Picture, reconstruction: Picture, check: Callable[[], None] | None = None
    ) -> dict[str, Value]:
        """Measure one pair, columns in the order of the metrics.

        Args:
            original: its intermediates stay with it, for the next reconstruction.
            reconstruction: of the same size.
            check: called before each metric; may raise to stop.

        Raises:
            ValueError: the sizes differ.
            UsageError: the weights of LPIPS are missing.
        """
        if original.rgb.shape != reconstruction.rgb.shape:
            raise ValueError(f"sizes differ: {original.rgb.shape} and {reconstruction.rgb.shape}")
        if np.array_equal(original.rgb, reconstruction.rgb):
            # Not only faster: equal images then have equal intermediates to the last bit, whatever made them.
            reconstruction = original
        values: dict[str, Value] = {}
        for function in self._functions:
            if check is not None:
                check()
            values.update(function(original, reconstruction))
        return values

    def _network(self) -> LPIPSNetwork:
        if self._loaded is None:
            from vaelab.metrics.lpips import LPIPSNetwork

            self._loaded = LPIPSNetwork(self._device)
        return self._loaded


def _resolve(name: str) -> MetricFunction:
    module, function = name.split(":")
    return cast(MetricFunction, getattr(importlib.import_module(module), function))
