"""Numbers of 8 bits, and the scales that they are stored with. No torch here.

Formats: Micikevicius et al. 2022, "FP8 formats for deep learning", arXiv 2209.05433. E5M2 is float16 without its last eight
bits; E4M3 has no infinity, a bias of 7, and a NaN where all bits but the sign are set.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from vaelab.arrays import Bytes, Float32
from vaelab.vae.files.tensor_ref import ITEM_SIZES, TensorRef

FORMATS = ("float8_e4m3fn", "float8_e5m2")
"""Those that weights are stored in."""


def restored(stored: Bytes, dtype: str) -> Float32:
    """The numbers that bytes of a format of ``FORMATS`` stand for, exactly."""
    table: Float32 = _table(dtype)
    return table[stored]


def scale_rows(whole: TensorRef, part: TensorRef) -> slice:
    """Which rows of a tensor a part of it is: those of a scale that has one number for each row."""
    row = max(whole.strides[0] * ITEM_SIZES[whole.dtype], 1)
    start = (part.offset - whole.offset) // row
    return slice(start, start + part.shape[0])


@cache
def _table(dtype: str) -> Float32:
    bits = np.arange(256, dtype=np.uint16)
    if dtype == "float8_e5m2":
        return (bits << 8).view(np.float16).astype(np.float32)
    exponent, mantissa = (bits >> 3 & 15).astype(np.int32), (bits & 7).astype(np.float64)
    size = np.where(exponent > 0, (8 + mantissa) * 2.0 ** (exponent - 10), mantissa * 2.0**-9)
    size[bits & 127 == 127] = np.nan
    return np.where(bits & 128, -size, size).astype(np.float32)
