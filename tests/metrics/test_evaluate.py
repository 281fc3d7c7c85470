"""The meter: what it refuses, when it stops, what it loads."""

from __future__ import annotations

import numpy as np
import pytest
from metric_pairs import measured, noise, photograph

from vaelab.errors import Stopped, UsageError
from vaelab.metrics import evaluate
from vaelab.metrics.evaluate import Meter
from vaelab.metrics.registry import METRICS, select

OWN = tuple(spec for spec in METRICS if not spec.packages)
"""Those that need no extra."""


def test_only_what_is_selected_is_measured() -> None:
    """A selection fills its own columns; those of the clock and the codec are left to them."""
    x = photograph("coffee", 40, 40)
    meter = Meter(select("gradient,speed,psnr"))
    values = measured(meter, x, noise(x, 5))
    assert list(values) == [column.name for spec in select("gradient,psnr") for column in spec.columns]


def test_the_network_is_loaded_only_for_lpips(monkeypatch: pytest.MonkeyPatch) -> None:
    """A selection without LPIPS needs no weights."""
    x = photograph("coffee", 40, 40)

    def missing(device: str) -> None:
        raise UsageError("no weights")

    monkeypatch.setattr(evaluate, "LPIPSNetwork", missing)
    meter = Meter([spec for spec in OWN if spec.name != "lpips"])
    meter.load()
    measured(meter, x, 255 - x)
    with pytest.raises(UsageError):
        Meter(OWN).load()
    with pytest.raises(UsageError):
        measured(Meter(OWN), x, 255 - x)


def test_check_is_asked_before_each_metric_and_may_stop() -> None:
    """A stop takes effect between two metrics."""
    x = photograph("coffee", 16, 16)
    specs = [spec for spec in OWN if spec.function]
    meter = Meter(specs)
    pair = meter.pictures([x]), meter.pictures([noise(x, 5)])
    calls: list[int] = []

    def check() -> None:
        calls.append(1)
        if len(calls) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        meter.measure(*pair, check)
    assert len(calls) == 3
    calls = [0] * 10
    meter.measure(*pair, check)
    assert len(calls) == 10 + len(specs)


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((4, 4), np.uint8),
        np.zeros((4, 4, 4), np.uint8),
        np.zeros((4, 4, 3), np.float32),
        np.zeros((0, 4, 3), np.uint8),
    ],
)
def test_what_is_no_image_is_refused(array: np.ndarray) -> None:
    """A grey, RGBA, float or empty array is the caller's mistake."""
    with pytest.raises(ValueError, match="uint8"):
        Meter(()).pictures([array])


def test_sizes_must_agree() -> None:
    """A reconstruction of another size is the caller's mistake, not a number."""
    meter = Meter(OWN)
    with pytest.raises(ValueError, match="sizes differ"):
        measured(meter, photograph("coffee", 16, 16), photograph("coffee", 16, 17))
