"""Measures images against what a VAE made of them: the metrics of a run, with the network that they share."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor

from vaelab.arrays import Pixels
from vaelab.metrics.base import MetricSpec, Value, Values
from vaelab.metrics.pair.lpips import LPIPSNetwork
from vaelab.metrics.pictures import Pair, Pictures

MetricFunction = Callable[[Pair], list[Values]]
Check = Callable[[], None]


class Meter:
    """The metrics of a run, ready to measure. One thread at a time."""

    def __init__(
        self, specs: Sequence[MetricSpec], device: str = "cpu", folders: Mapping[str, Path] | None = None
    ) -> None:
        """Resolve the metrics' functions.

        Args:
            specs: what to measure; those without a function are filled elsewhere and left out here.
            device: where it is measured (``cpu``, ``cuda:0``); elsewhere (``mps`` has no float64) only networks are.
            folders: where the models are that do not ship with VAELab, by the names of the metrics.
        """
        self._functions: list[MetricFunction] = [_resolve(spec.function) for spec in specs if spec.function]
        self._network_device = device
        self._device = torch.device(device if device.startswith("cuda") else "cpu")
        self._network: LPIPSNetwork | None = None
        self._tools: dict[str, object] = {}
        self._models = {spec.name: spec.model for spec in specs if spec.model}
        self._folders = {} if folders is None else folders

    def load(self) -> None:
        """Load the networks that the metrics need, so that the first image does not wait for them.

        Raises:
            UsageError: the weights of LPIPS are missing, or a model of the user's is.
        """
        self._load_models()
        if any(function.__module__ == "vaelab.metrics.pair.lpips" for function in self._functions):
            self._loaded()

    def pictures(self, images: Sequence[Pixels] | Tensor) -> Pictures:
        """Wrap originals or reconstructions of one size for ``measure``.

        Args:
            images: arrays (H, W, 3) uint8, or a tensor (N, H, W, 3) uint8 on any device.

        Raises:
            ValueError: they are no such images, or of several sizes.
            UsageError: a model that a metric needs cannot be loaded.
        """
        self._load_models()
        rgb = images if isinstance(images, Tensor) else torch.from_numpy(np.stack(images))
        return Pictures(rgb.to(self._device), self._loaded, self._tools)

    @torch.inference_mode()
    def measure(
        self, original: Pictures, reconstruction: Pictures, check: Check | None = None
    ) -> list[dict[str, Value]]:
        """Measure pairs, for each the columns in the order of the metrics.

        Args:
            original: its intermediates stay with it, for the next reconstruction.
            reconstruction: as many, of the same size.
            check: called before each metric; may raise to stop.

        Raises:
            ValueError: the sizes differ.
            UsageError: the weights of LPIPS are missing.
        """
        if original.rgb.shape != reconstruction.rgb.shape:
            shapes = [tuple(each.rgb.shape) for each in (original, reconstruction)]
            raise ValueError(f"sizes differ: {shapes[0]} and {shapes[1]}")
        equal: list[bool] = (original.rgb == reconstruction.rgb).flatten(1).all(1).tolist()
        if any(equal) and not all(equal):
            return self._apart(original, reconstruction, equal, check)
        # Not only faster: equal images then have equal intermediates to the last bit, whatever made them.
        pair = Pair(original, original if all(equal) else reconstruction)
        values: list[dict[str, Value]] = [{} for _ in equal]
        for function in self._functions:
            if check is not None:
                check()
            for own, found in zip(values, function(pair), strict=True):
                own.update(found)
        return values

    def _apart(
        self, original: Pictures, reconstruction: Pictures, equal: list[bool], check: Check | None
    ) -> list[dict[str, Value]]:
        """Measure the pairs that are equal apart from the others."""
        values: list[dict[str, Value]] = [{} for _ in equal]
        for wanted in (True, False):
            places = [place for place, each in enumerate(equal) if each is wanted]
            measured = self.measure(original[places], reconstruction[places], check)
            for place, found in zip(places, measured, strict=True):
                values[place] = found
        return values

    def _load_models(self) -> None:
        for metric, function in self._models.items():
            if metric not in self._tools:
                load = _resolve(function)
                self._tools[metric] = load(self._folders.get(metric), self._network_device)

    def _loaded(self) -> LPIPSNetwork:
        if self._network is None:
            self._network = LPIPSNetwork(self._network_device)
        return self._network


def _resolve(name: str) -> Callable[..., Any]:
    module, function = name.split(":")
    return cast("Callable[..., Any]", getattr(importlib.import_module(module), function))
