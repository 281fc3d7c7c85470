"""Batches are measured as their images are, in parts, and one by one where the device has no memory left."""

from __future__ import annotations

import weakref
from typing import Any

import pytest
import torch
from metric_pairs import blur, jpeg, measured, photograph

from vaelab.metrics import batch_meter
from vaelab.metrics.batch_meter import BatchMeter
from vaelab.metrics.evaluate import Meter
from vaelab.metrics.registry import select

SPECS = [spec for spec in select("default") if spec.function and spec.name != "lpips"]
ORIGINALS = [photograph(name, 64, 72) for name in ("astronaut", "coffee", "chelsea")]
RECONSTRUCTIONS = [jpeg(ORIGINALS[0], 40), ORIGINALS[1].copy(), blur(ORIGINALS[2], 1)]
EXPECTED = [measured(Meter(SPECS), *pair) for pair in zip(ORIGINALS, RECONSTRUCTIONS, strict=True)]


def test_arrays_and_tensors_give_what_each_image_gives_alone() -> None:
    meter = BatchMeter(SPECS)
    originals = meter.originals(ORIGINALS)
    assert meter.measure(originals, RECONSTRUCTIONS) == EXPECTED
    assert meter.measure(originals, [torch.from_numpy(image) for image in RECONSTRUCTIONS]) == EXPECTED


@pytest.mark.parametrize("refused", [{0}, {1, 2}, {0, 1, 2}])
def test_where_memory_runs_out_an_image_is_measured_anew(
    refused: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With nothing kept of what could not be finished, and the next VAE finds its originals again."""
    calls, measure = iter(range(100)), Meter.measure

    def short_of_memory(self: Meter, *arguments: Any) -> Any:
        if self is meter._meter and next(calls) in refused:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return measure(self, *arguments)

    monkeypatch.setattr(Meter, "measure", short_of_memory)
    freed: list[int] = []
    meter = BatchMeter(SPECS)
    originals = meter.originals(ORIGINALS)
    kept = [weakref.ref(original) for _, original in originals.parts]
    # What has been let go of by then: freeing gives back no memory that something still holds.
    monkeypatch.setattr(
        batch_meter.devices, "free_memory", lambda: freed.append(sum(each() is None for each in kept))
    )
    assert meter.measure(originals, RECONSTRUCTIONS) == EXPECTED
    assert freed == list(range(1, len(refused) + 1))
    assert meter.measure(originals, RECONSTRUCTIONS) == EXPECTED


def test_another_error_is_not_taken_for_a_lack_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Meter, *arguments: Any) -> Any:
        raise RuntimeError("shapes cannot be multiplied")

    meter = BatchMeter(SPECS)
    originals = meter.originals(ORIGINALS)
    monkeypatch.setattr(Meter, "measure", broken)
    with pytest.raises(RuntimeError, match="shapes"):
        meter.measure(originals, RECONSTRUCTIONS)
