"""Which entries of a codebook an image's latent became, small enough to be kept for every image. No torch here."""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from vaelab.arrays import Integers

LARGEST_BOOK = 2**24
"""Entries of the largest codebook that is read back; published ones have at most 2^18."""


@dataclass(frozen=True, slots=True)
class CodeUse:
    """How often each entry of one codebook was used.

    Attributes:
        size: entries of the codebook.
        packed: the counts, one little-endian uint32 for each entry, deflated: most are zero.
    """

    size: int
    packed: bytes

    @classmethod
    def of(cls, indices: npt.NDArray[np.integer[Any]], size: int) -> CodeUse:
        """Count indices, of any shape, into a codebook of this size.

        Raises:
            ValueError: an index lies outside of it.
        """
        counts = np.bincount(indices.reshape(-1), minlength=size)
        if len(counts) > size:
            raise ValueError(f"index {len(counts) - 1} in a codebook of {size} entries")
        return cls(size, zlib.compress(counts.astype("<u4").tobytes()))

    @property
    def counts(self) -> Integers:
        """How often each entry was used, (size,).

        Raises:
            ValueError: what is packed is something else.
        """
        stream = zlib.decompressobj()
        try:
            data = stream.decompress(self.packed, 4 * self.size + 1)
        except zlib.error:
            data = b""
        if not stream.eof or len(data) != 4 * self.size:
            raise ValueError(f"damaged counts of a codebook of {self.size} entries")
        return np.frombuffer(data, "<u4").astype(np.int64)

    def to_json(self) -> dict[str, object]:
        """Size and counts as JSON."""
        return {"size": self.size, "counts": base64.b64encode(self.packed).decode("ascii")}

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> CodeUse:
        """Read what ``to_json`` made.

        Raises:
            ValueError: it is something else.
        """
        size, text = plain.get("size"), plain.get("counts")
        if not isinstance(size, int) or not 0 < size <= LARGEST_BOOK or not isinstance(text, str):
            raise ValueError("no codebook")
        use = cls(size, base64.b64decode(text, validate=True))
        _ = use.counts
        return use
