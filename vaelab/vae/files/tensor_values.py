"""The values of one tensor in a file, whatever its number format. No torch here."""

from __future__ import annotations

from typing import BinaryIO, Final

import numpy as np
import numpy.typing as npt

from vaelab.errors import VAEError
from vaelab.vae.files.float8 import FORMATS, restored
from vaelab.vae.files.tensor_ref import ITEM_SIZES, TensorRef

_PLAIN: Final = ("float64", "float32", "float16", "int64", "int32", "int16", "int8", "uint8", "bool")


def values(reference: TensorRef, file: BinaryIO) -> bytes:
    """The values of one tensor, row by row, as float32, or int64 of integers, little-endian.

    Raises:
        VAEError: the file ends before the tensor does.
    """
    size = ITEM_SIZES[reference.dtype]
    file.seek(reference.offset)
    data = file.read(reference.extent * size)
    if len(data) != reference.extent * size:
        raise VAEError(
            f"{reference.path} ends in the middle of a tensor: it is truncated, download it again."
        )
    if not data:
        return b""
    stored: npt.NDArray[np.generic] = np.frombuffer(data, _stored(reference.dtype, size))
    strides = tuple(stride * size for stride in reference.strides)
    # A view: a transposed tensor lies in another order than its values are read.
    ordered = np.lib.stride_tricks.as_strided(stored, reference.shape, strides, writeable=False)
    if reference.dtype == "bfloat16":
        return (ordered.astype("<u4") << 16).astype("<u4").tobytes()
    if reference.dtype in FORMATS:
        return restored(ordered.view(np.uint8), reference.dtype).astype("<f4").tobytes()
    if reference.dtype in _PLAIN:
        return ordered.astype("<f4" if reference.dtype.startswith("float") else "<i8").tobytes()
    return reference.dtype.encode() + np.ascontiguousarray(ordered).tobytes()


def _stored(dtype: str, size: int) -> np.dtype[np.generic]:
    """How numpy reads a stored dtype; what it does not know, as raw bytes of that size."""
    if dtype == "bfloat16":
        return np.dtype("<u2")
    if dtype in FORMATS:
        return np.dtype("u1")
    if dtype in _PLAIN:
        return np.dtype(dtype).newbyteorder("<")
    return np.dtype(f"V{size}")
