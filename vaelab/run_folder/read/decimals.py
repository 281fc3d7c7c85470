"""Decimal texts to the nearest float64, many at once: as exact as ``float``, at a third of its time.

A decimal ``d.ddd`` is its digits as a whole number m over a power of ten. Where NumPy's long double has 64 bits for the digits
(x86), m below 2⁶³ and 10ᵏ up to 10²⁷ are exact in it, so that their quotient is rounded once. Rounding that to the 53 bits of a
float64 gives the nearest float64, but where the 64 bits lie just half way between two of these: such texts, one in 2 000, and all
that do not look like that are left to ``float``.
"""

from __future__ import annotations

import re
import sys

import numpy as np
import numpy.typing as npt

from vaelab.arrays import Bytes, Floats, Mask, Places

EightBytes = npt.NDArray[np.uint64]

POSSIBLE = sys.byteorder == "little" and np.finfo(np.longdouble).nmant == 63
"""Whether this machine's long double is what is needed; elsewhere nothing of this is used."""

NUMBER = re.compile(
    r"[+-]?(inf(inity)?|nan|[0-9]+\.?[0-9]*(e[+-]?[0-9]+)?|\.[0-9]+(e[+-]?[0-9]+)?)", re.IGNORECASE | re.ASCII
)
"""What a cell may look like."""
_FRACTION = np.isin(np.arange(256), list(b".eEinIN"))
"""Bytes that only a number with a fraction, an exponent, or a word has."""
_PAD = 24
_ZEROS, _NINES, _HIGH = (np.uint64(int(byte * 8, 16)) for byte in ("30", "76", "80"))
_PAIRS, _FOURS, _EIGHT = (np.uint64(mask) for mask in (0x00FF00FF00FF00FF, 0x0000FFFF0000FFFF, 0xFFFFFFFF))
_LARGEST = 9.0e18
_MOST_DECIMALS = 24
_TENS = np.array([10**place for place in range(_MOST_DECIMALS + 1)], np.longdouble)
_MINUS, _DOT = ord("-"), ord(".")
_COMMA = ord(",")


def convert(data: bytes) -> tuple[Floats, Mask] | None:
    """Convert cells that are separated by commas, each to the float64 that ``float`` makes of it.

    Args:
        data: ASCII.

    Returns:
        (cells,) float64, NaN for an empty one; and (cells,) which were written as whole numbers; None where one is no number.
    """
    return _at_once(data) if POSSIBLE else _one_by_one(data)


def _one_by_one(data: bytes) -> tuple[Floats, Mask] | None:
    """The same without a long double of 64 bits: NumPy's own conversion, twice as slow."""
    # Twice, since a match takes the comma that the next one would begin with.
    full = b"," + data + b","
    full = full.replace(b",,", b",nan,").replace(b",,", b",nan,")[1:-1]
    codes: Bytes = np.frombuffer(full, np.uint8)
    starts = np.concatenate([[0], np.flatnonzero(codes == _COMMA) + 1])
    try:
        values = np.fromstring(full, sep=",")
    except (ValueError, DeprecationWarning):
        return None
    if len(values) != len(starts):
        return None
    return values, ~np.logical_or.reduceat(_FRACTION[codes], starts)


def _at_once(data: bytes) -> tuple[Floats, Mask] | None:
    codes = np.frombuffer(b"0" * _PAD + data + b"," + b"0" * (8 + -(len(data) + 1) % 8), np.uint8)
    aligned = codes.view("<u8")
    body = codes[_PAD : _PAD + len(data) + 1]
    # Commas, and whatever a whole number has not.
    marks = np.flatnonzero((body - np.uint8(48) > 9) & (body != _MINUS)) + _PAD
    kinds = codes[marks]
    commas = np.flatnonzero(kinds == _COMMA)
    ends: Places = marks[commas]
    starts = np.concatenate([[_PAD], ends[:-1] + 1])
    inside = np.diff(commas, prepend=-1) - 1
    first = np.minimum(np.concatenate([[0], commas[:-1] + 1]), len(marks) - 1)
    has_dot = (inside == 1) & (kinds[first] == _DOT)
    plain = has_dot | (inside == 0)
    empty = starts == ends
    negative = codes[starts] == _MINUS
    begins = starts + negative
    dots = np.where(has_dot, marks[first], ends)
    decimals = np.where(has_dot, ends - dots - 1, 0)
    digits = dots - begins
    plain &= (digits > 0) & (digits <= np.where(has_dot, 8, 16)) & (decimals <= _MOST_DECIMALS)
    decimals = np.where(plain, decimals, 0)
    digits = np.where(plain, digits, 0)
    high, is_high = _eight(aligned, dots, np.minimum(digits, 8))
    above, is_above = _eight(aligned, dots - 8, np.maximum(digits - 8, 0))
    low, is_low = _eight(aligned, ends, np.minimum(decimals, 8))
    middle, is_middle = _eight(aligned, ends - 8, np.clip(decimals - 8, 0, 8))
    top, is_top = _eight(aligned, ends - 16, np.maximum(decimals - 16, 0))
    whole_part = high + above * np.uint64(10**8)
    plain &= is_high & is_above & is_low & is_middle & is_top
    plain &= (whole_part.astype(np.float64) * 10.0**decimals < _LARGEST) & (top < 900)
    fraction = low + middle * np.uint64(10**8) + top * np.uint64(10**16)
    scale = np.array([10 ** min(place, 18) for place in range(_MOST_DECIMALS + 1)], np.uint64)[decimals]
    digits_together = whole_part * scale + fraction
    plain &= digits_together < np.uint64(int(_LARGEST))
    quotient = digits_together.astype(np.longdouble) / _TENS[decimals]
    half_way = (quotient.view("<u8")[::2] & np.uint64(0x7FF)) == 0x400
    values = quotient.astype(np.float64)
    np.negative(values, out=values, where=negative)
    values[empty] = np.nan
    whole = plain & ~has_dot & ~empty
    for place in np.flatnonzero(~(plain & ~half_way) & ~empty).tolist():
        text = data[starts[place] - _PAD : ends[place] - _PAD]
        if not NUMBER.fullmatch(text.decode("ascii")):
            return None
        values[place], whole[place] = float(text), text.lstrip(b"+-").isdigit()
    return values, whole


def _eight(aligned: EightBytes, ends: Places, count: Places) -> tuple[EightBytes, Mask]:
    """The whole number that at most eight digits are which stand before these places, and whether they are digits."""
    some = np.flatnonzero(count)
    if 2 * len(some) < len(count):
        # Few whole numbers have nine digits, few fractions seventeen.
        digits, are_digits = np.zeros(len(count), np.uint64), np.ones(len(count), np.bool_)
        if len(some):
            digits[some], are_digits[some] = _eight(aligned, ends[some], count[some])
        return digits, are_digits
    begins = ends - 8
    words, shift = begins >> 3, ((begins & 7) << 3).astype(np.uint64)
    found = (aligned[words] >> shift) | ((aligned[words + 1] << np.uint64(1)) << (np.uint64(63) - shift))
    # The first letter is the lowest byte: what does not belong to the number is shifted out.
    out = ((8 - count) << 3).astype(np.uint64)
    found = (found ^ _ZEROS) >> np.minimum(out, np.uint64(63)) << np.minimum(out, np.uint64(63))
    found = np.where(count > 0, found, np.uint64(0))
    are_digits = (((found + _NINES) | found) & _HIGH) == 0
    found = (found * np.uint64(10) + (found >> np.uint64(8))) & _PAIRS
    found = (found * np.uint64(100) + (found >> np.uint64(16))) & _FOURS
    return (found * np.uint64(10000) + (found >> np.uint64(32))) & _EIGHT, are_digits
