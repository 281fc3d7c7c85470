"""How fast a run goes, from the moments at which rows finish."""

from __future__ import annotations

import pytest

from vaelab.engine.forecast.pace import Pace


def test_nothing_is_said_before_three_rows_and_the_mean_afterwards() -> None:
    pace = Pace()
    pace.start(0.0)
    said = []
    for now in (1.0, 3.0, 6.0):
        pace.tick(now)
        said.append(pace.seconds_per_row())
    assert said == [None, None, pytest.approx(2.0)]


def test_failed_rows_and_pauses_are_no_pace() -> None:
    pace = Pace()
    pace.start(0.0)
    for now in (1.0, 2.0, 3.0):
        pace.tick(now)
    pace.tick(50.0, measured=False)
    pace.hold()
    pace.tick(1000.0)
    pace.tick(1001.0)
    assert pace.seconds_per_row() == pytest.approx(1.0)


def test_one_row_that_hung_does_not_set_the_pace() -> None:
    pace = Pace()
    pace.start(0.0)
    for now in (1.0, 2.0, 3.0, 4.0, 5000.0):
        pace.tick(now)
    assert pace.seconds_per_row() == pytest.approx(1.0)
