"""A hash of what a VAE computes with, whatever file, layout and container it is in. No torch here.

A re-upload under another name, in another layout or container has another SHA-256, but the same content hash: SHA-256 over,
for every tensor of the model in the order of its name,

* the model's own name of it, in UTF-8, and a zero byte,
* its shape without trailing ones (a matrix and a 1×1 convolution hold the same), as ``64,32``, and a zero byte,
* its values, row by row, as little-endian float32; integers and truth values as little-endian int64.

So half precision and float32 of the same numbers hash alike, while float32 and its rounding to half precision do not: they
are other numbers, and give other images. Numbers of 8 bits count as what they stand for, times their scale where they have
one. Numbers of float64 are rounded; rarer formats are hashed as their bytes, with the format's name before them.
"""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from typing import BinaryIO, Final

import numpy as np
import numpy.typing as npt

from vaelab.errors import VAEError
from vaelab.vae.families.tensor_places import places, without_trailing_ones
from vaelab.vae.files.ema_and_scales import Scale, check_scale
from vaelab.vae.files.float8 import FORMATS, restored, scale_rows
from vaelab.vae.files.source import Source
from vaelab.vae.files.tensor_ref import ITEM_SIZES, TensorRef
from vaelab.vae.recognized import Verdict

_PLAIN: Final = ("float64", "float32", "float16", "int64", "int32", "int16", "int8", "uint8", "bool")


def content_sha256(source: Source, verdict: Verdict) -> str:
    """The content hash, in hexadecimal.

    Raises:
        VAEError: a file ends before its tensors do, or a tensor does not divide into its parts.
    """
    digest = hashlib.sha256()
    found = places(source, verdict)
    with ExitStack() as stack:
        files = {path: stack.enter_context(path.open("rb")) for path in source.files}
        for own in sorted(found):
            name, reference = found[own]
            shape = ",".join(map(str, without_trailing_ones(reference.shape)))
            digest.update(f"{own}\0{shape}\0".encode())
            scale = source.scales.get(name)
            if scale is None:
                digest.update(values(reference, files[reference.path]))
            else:
                check_scale(name, source.tensors[name], scale)
                digest.update(_scaled(reference, source.tensors[name], scale, files[reference.path]))
    return digest.hexdigest()


def _scaled(part: TensorRef, whole: TensorRef, scale: Scale, file: BinaryIO) -> bytes:
    """The values of a tensor, or of a part of one, times its scale."""
    with scale.reference.path.open("rb") as beside:
        factors = np.frombuffer(values(scale.reference, beside), "<f4")
    if len(factors) > 1:
        factors = factors[scale_rows(whole, part)]
    rows = np.frombuffer(values(part, file), "<f4").reshape(len(factors), -1)
    product: npt.NDArray[np.float32] = rows * factors[:, None]
    return product.astype("<f4").tobytes()


def values(reference: TensorRef, file: BinaryIO) -> bytes:
    """The values of one tensor, row by row, in the form that is hashed: float32, or int64 of integers, little-endian.

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
