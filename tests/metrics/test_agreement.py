"""Every column agrees with an independent implementation, within the tolerance of its definition, on every kind of image."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch
from metric_pairs import blur, jpeg, measured, pairs, photograph

from vaelab.arrays import Pixels
from vaelab.metrics import reference
from vaelab.metrics.base import Undefined, Value
from vaelab.metrics.evaluate import Meter
from vaelab.metrics.registry import METRICS

OWN = tuple(spec for spec in METRICS if not spec.packages)
"""Those that need no extra."""


PAIRS = pairs()
DEVICES = ["cpu", *(["cuda:0"] if torch.cuda.is_available() else [])]


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """On small images, threads of a machine that has other work only wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module", params=DEVICES)
def meter(request: pytest.FixtureRequest) -> Meter:
    """All metrics, on every device that there is; the network is loaded once."""
    return Meter(OWN, request.param)


@pytest.mark.parametrize("name", PAIRS)
def test_columns_agree_with_their_references(meter: Meter, name: str) -> None:
    """Same value within its tolerance, and empty exactly where the reference is."""
    x, y = PAIRS[name]
    found = measured(meter, x, y)
    expected = {
        column: value
        for function in reference.REFERENCES.values()
        for column, value in function(x, y).items()
    }
    assert list(found) == [column.name for spec in OWN if spec.function for column in spec.columns]
    wrong = {}
    for column, value in found.items():
        if column in expected and reference.deviation(column, number(value), expected[column]) > 1:
            wrong[column] = (value, expected[column])
    assert not wrong


@pytest.mark.parametrize("name", ["astronaut, JPEG", "8×8", "1×1", "31×47", "constant, another", "162×175"])
def test_equal_images_give_exactly_the_ideal(meter: Meter, name: str) -> None:
    """Identity: lpips 0, ratios 1, errors 0, similarities 1, to the last bit, so that J is 0; psnr is infinite."""
    x, _ = PAIRS[name]
    values = measured(meter, x, x.copy())
    for spec in OWN:
        for column in spec.columns if spec.function else ():
            value = values[column.name]
            if column.ideal is not None and not isinstance(value, Undefined):
                assert value == column.ideal, column.name
    assert values["psnr"] == float("inf")


@pytest.mark.parametrize("name", ["1×1", "constant original", "constant reconstruction", "8×8"])
def test_what_is_undefined_says_why(meter: Meter, name: str) -> None:
    """Never NaN: an empty value carries a reason fit for the note."""
    x, y = PAIRS[name]
    values = measured(meter, x, y)
    empty = [value for value in values.values() if isinstance(value, Undefined)]
    assert empty
    assert all(len(value.reason) > 10 for value in empty)
    assert all(value == value for value in values.values())


def test_sharing_the_original_changes_nothing(meter: Meter) -> None:
    """One picture of x against several reconstructions gives what fresh pictures give."""
    x, first = PAIRS["cat, blur"]
    second = 255 - x
    shared = meter.pictures([x])
    for y in (first, second, x.copy(), first):
        assert meter.measure(shared, meter.pictures([y])) == [measured(meter, x, y)]


def test_sharing_the_reconstruction_changes_nothing(meter: Meter) -> None:
    """What is kept for a pair is not taken for another pair's."""
    x, y = PAIRS["cat, blur"]
    shared = meter.pictures([y])
    for other in (x, 255 - x):
        assert meter.measure(meter.pictures([other]), shared) == [measured(meter, other, y)]


def test_views_and_read_only_images_are_measured(meter: Meter) -> None:
    """Memory order and write protection of the arrays do not matter, and the arrays are not changed."""
    x, y = PAIRS["cat, blur"]
    expected = measured(meter, x, y)
    views: list[Pixels] = []
    for image in (x, y):
        view = image.transpose(1, 0, 2).copy().transpose(1, 0, 2)
        view.setflags(write=False)
        views.append(view)
    assert measured(meter, *views) == expected
    assert (views[0] == x).all()


def test_a_batch_gives_what_its_images_give_alone(meter: Meter) -> None:
    """In one call as on a GPU, with an equal pair among the others; in float32 sums the last bits may differ."""
    originals = [photograph(name, 170, 180) for name in ("astronaut", "coffee", "chelsea")]
    reconstructions = [jpeg(originals[0], 40), originals[1].copy(), blur(originals[2], 1)]
    together = meter.measure(meter.pictures(originals), meter.pictures(reconstructions))
    for x, y, found in zip(originals, reconstructions, together, strict=True):
        alone = measured(meter, x, y)
        assert list(found) == list(alone)
        for column, value in found.items():
            assert reference.deviation(column, number(value), number(alone[column])) < 0.1, column
    assert together[1]["lpips"] == 0
    assert together[1]["ssim"] == 1


def test_twice_the_same_to_the_last_bit(meter: Meter) -> None:
    """Whatever order a device adds in, it must be the same each time."""
    x, y = PAIRS["cat, blur"]
    assert measured(meter, x, y) == measured(meter, x, y)


def number(value: Value) -> float | None:
    """A value as the reference has it."""
    return None if isinstance(value, Undefined) else value
