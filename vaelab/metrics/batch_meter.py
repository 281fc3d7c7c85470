"""Measures the batches of a run on its device: in parts that fit, on a stream of their own, on the CPU where a GPU is full."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from vaelab import device as devices
from vaelab.arrays import Pixels
from vaelab.metrics.base import MetricSpec, Value
from vaelab.metrics.evaluate import Check, Meter
from vaelab.metrics.pictures import Pictures

# Pixels that a GPU measures at once: its intermediates take some 350 bytes a pixel, 0.7 GB.
_PIXELS_ON_GPU = 1 << 21


@dataclass(frozen=True, slots=True)
class Originals:
    """The originals of a batch, with what has been computed of them.

    Attributes:
        images: (H, W, 3) uint8, of one size.
        parts: the same in the parts in which they are measured, and where in the batch each is.
    """

    images: Sequence[Pixels]
    parts: list[tuple[slice, Pictures]]


class BatchMeter:
    """The metrics of a run, for batches of images of one size. One thread at a time, always the same one."""

    def __init__(
        self, specs: Sequence[MetricSpec], device: str = "cpu", folders: Mapping[str, Path] | None = None
    ) -> None:
        """Take the metrics.

        Args:
            specs: what to measure.
            device: where (``cpu``, ``cuda:0``, ``mps``).
            folders: where the models are that do not ship with VAELab, by the names of the metrics.
        """
        self._specs, self._folders = specs, folders
        self._meter = Meter(specs, device, folders)
        self._spare: Meter | None = None
        # Before the codec's own work, which fills the device for much longer.
        self._stream = (
            torch.cuda.Stream(device, priority=-1) if device.startswith("cuda") else None  # type: ignore[no-untyped-call]  # torch's own
        )

    def load(self) -> None:
        """Load the networks that the metrics need.

        Raises:
            UsageError: the weights of LPIPS are missing, or a model of the user's is.
        """
        self._meter.load()

    def originals(self, images: Sequence[Pixels]) -> Originals:
        """Take originals (H, W, 3) uint8 of one size, each of which several reconstructions may be measured on."""
        height, width = images[0].shape[:2]
        # A CPU's cache holds the intermediates of one image at best.
        size = 1 if self._stream is None else max(1, _PIXELS_ON_GPU // (height * width))
        with self._on_stream():
            return Originals(
                images,
                [
                    (slice(start, start + size), self._meter.pictures(images[start : start + size]))
                    for start in range(0, len(images), size)
                ],
            )

    def measure(
        self,
        originals: Originals,
        reconstructions: Sequence[Pixels | Tensor],
        check: Check | None = None,
    ) -> list[dict[str, Value]]:
        """Measure what a VAE made of each original.

        Args:
            originals: the batch.
            reconstructions: as many, (H, W, 3) uint8, arrays or tensors on the device.
            check: called before each metric of each part; may raise to stop.
        """
        values: list[dict[str, Value]] = []
        with self._on_stream():
            for index in range(len(originals.parts)):
                places, original = originals.parts[index]
                found = self._on_device(original, reconstructions[places], check)
                if found is None:
                    # One by one on the CPU, which gives the same within the tolerances; the next one may find room again.
                    originals.parts[index] = places, original.anew()
                    del original
                    devices.free_memory()
                    found = self._by_cpu(originals.images[places], reconstructions[places], check)
                values += found
        return values

    def _on_device(
        self, original: Pictures, reconstructions: Sequence[Pixels | Tensor], check: Check | None
    ) -> list[dict[str, Value]] | None:
        """Measure on the device; None where it has no memory left."""
        try:
            return self._meter.measure(original, self._meter.pictures(_together(reconstructions)), check)
        except RuntimeError as error:
            if not devices.is_out_of_memory(error):
                raise
            return None

    def _by_cpu(
        self, images: Sequence[Pixels], reconstructions: Sequence[Pixels | Tensor], check: Check | None
    ) -> list[dict[str, Value]]:
        if self._spare is None:
            self._spare = Meter(self._specs, folders=self._folders)
        values: list[dict[str, Value]] = []
        for image, reconstruction in zip(images, reconstructions, strict=True):
            original, made = (self._spare.pictures(_together([each])) for each in (image, reconstruction))
            values += self._spare.measure(original, made, check)
        return values

    def _on_stream(self) -> contextlib.AbstractContextManager[object]:
        return contextlib.nullcontext() if self._stream is None else torch.cuda.stream(self._stream)


def _together(images: Sequence[Pixels | Tensor]) -> Sequence[Pixels] | Tensor:
    """Images as one tensor where they are tensors."""
    tensors = [image for image in images if isinstance(image, Tensor)]
    return torch.stack(tensors) if tensors else [image for image in images if not isinstance(image, Tensor)]
