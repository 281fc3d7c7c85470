"""The number formats that a VAE can run in, one row each. No torch here: ``device.torch_dtype`` is its leaf.

A row is enough for a new one: specs, options, forms, remedies, notes and the forecast read this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a VAE can run.

    Attributes:
        name: as users write it and as records and tables say it.
        dtype: torch's name of the weights' and activations' dtype.
        size: bytes of one number in memory.
        exponent, fraction: bits of each. More exponent is a wider range, which cures an overflow; more fraction is less
            rounding.
        rounds_products: whether weights and activations stay in ``dtype`` and only the factors of convolutions and matrix
            products are rounded to ``fraction`` bits, by the tensor cores of an NVIDIA GPU; it is taken only where it is named.
    """

    name: str
    dtype: str
    size: int
    exponent: int
    fraction: int
    rounds_products: bool = False


# fmt: off
PRECISIONS: Final[Mapping[str, NumberFormat]] = {row.name: row for row in (
    NumberFormat("fp32", "float32", 4, 8, 23),
    NumberFormat("fp16", "float16", 2, 5, 10),
    NumberFormat("bf16", "bfloat16", 2, 8, 7),
    NumberFormat("tf32", "float32", 4, 8, 10, rounds_products=True),
)}
# fmt: on
"""In the order in which they are offered. The first row of a dtype also names the files that are stored in it."""

BY_RANGE: Final = tuple(
    sorted(
        (name for name, row in PRECISIONS.items() if not row.rounds_products),
        key=lambda name: (PRECISIONS[name].exponent, PRECISIONS[name].fraction),
    )
)
"""Those that ``auto`` may come to, from the narrowest to the widest and most exact."""

EXACT: Final = BY_RANGE[-1]
"""Its numbers carry no rounding of their own."""

HALF: Final = next(name for name in reversed(BY_RANGE) if PRECISIONS[name].size == 2)
"""Half the memory at the widest range that there is."""
