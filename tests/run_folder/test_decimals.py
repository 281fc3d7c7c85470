"""Texts become the same float64 as ``float`` makes of them, to the bit, in both ways of conversion."""

from __future__ import annotations

import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaelab.run_folder.read import decimals

WAYS = [
    decimals._one_by_one,
    pytest.param(
        decimals._at_once,
        marks=pytest.mark.skipif(not decimals.POSSIBLE, reason="its long double has not 64 bits"),
    ),
]


def bits(number: float) -> bytes:
    return struct.pack("d", number)


def cells(count: int) -> list[str]:
    """Numbers of every kind that Python writes, and the hardest ones: half way between two float64, and beside that."""
    rnd = random.Random(1)
    found = []
    for _ in range(count):
        found += [
            repr(rnd.random()),
            repr(rnd.uniform(-1000, 1000)),
            repr(rnd.random() * 10 ** rnd.randint(-6, 6)),
            repr(rnd.randint(-(10 ** rnd.randint(0, 16)), 10 ** rnd.randint(0, 16))),
            repr(struct.unpack("d", bits(rnd.random()))[0] * 2.0 ** rnd.randint(-1000, 1000)),
            f"{rnd.randint(0, 9)}.{''.join(rnd.choice('0123456789') for _ in range(rnd.randint(1, 26)))}",
        ]
        power = rnd.randint(2, 9)
        half = str((2 * (rnd.getrandbits(53) | 1 << 52) + 1) * 5**power)
        beside = half[:-1] + rnd.choice("4567")
        found += [
            f"{text.zfill(power + 1)[:-power]}.{text.zfill(power + 1)[-power:]}" for text in (half, beside)
        ]
    odd = [
        "0.0",
        "-0.0",
        "inf",
        "-inf",
        "1e5",
        "5.",
        ".5",
        "-.5",
        "-1.5e-07",
        "00001",
        "+1",
        "1e400",
        "9" * 16,
        "9" * 30,
    ]
    return [*found, *odd, *(f"0.{'0' * zeros}1" for zeros in range(30))]


@pytest.mark.parametrize("convert", WAYS)
def test_every_bit_is_that_of_float(convert) -> None:
    texts = cells(4000)
    found = convert(",".join(texts).encode())
    assert found is not None
    wrong = [
        text for text, value in zip(texts, found[0].tolist(), strict=True) if bits(value) != bits(float(text))
    ]
    assert wrong == []
    assert found[1].tolist() == [text.lstrip("+-").isdigit() for text in texts]


@pytest.mark.parametrize("convert", WAYS)
@settings(max_examples=200, deadline=None)
@given(
    texts=st.lists(
        st.one_of(st.floats(allow_nan=False), st.integers(1 - 2**53, 2**53 - 1)).map(repr), min_size=1
    )
)
def test_whatever_is_around_it(convert, texts: list[str]) -> None:
    values, whole = convert(",".join(texts).encode())
    assert [bits(value) for value in values.tolist()] == [bits(float(text)) for text in texts]
    assert whole.tolist() == [text.lstrip("-").isdigit() for text in texts]


@pytest.mark.parametrize("convert", WAYS)
def test_empty_cells_have_no_value_wherever_they_are(convert) -> None:
    for texts in (["", "1", ""], ["", "", "", "2.5", "", ""], ["0.5", "", "", "", "7"], ["", ""]):
        values, whole = convert(",".join(texts).encode())
        assert [str(value) for value in values.tolist()] == [str(float(text or "nan")) for text in texts]
        assert whole.tolist() == [text.isdigit() for text in texts]


@pytest.mark.parametrize("convert", WAYS)
@pytest.mark.parametrize(
    "text", ["-", "--1", "1-2", "1.-2", "1.2.3", "1e", "e5", ".", "in", "infx", "1.5-", "-inf5"]
)
def test_what_is_no_number_is_refused(convert, text: str) -> None:
    for texts in ([text], ["1", text, "2.5"]):
        assert convert(",".join(texts).encode()) is None
