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
from typing import BinaryIO

import numpy as np

from vaelab.arrays import Float32
from vaelab.vae.families.tensor_places import places, without_trailing_ones
from vaelab.vae.files.ema_and_scales import Float8Scale, check_scale
from vaelab.vae.files.float8 import scale_rows
from vaelab.vae.files.source import Source
from vaelab.vae.files.tensor_ref import TensorRef
from vaelab.vae.files.tensor_values import values
from vaelab.vae.recognized import RecognizedVAE


def content_sha256(source: Source, vae: RecognizedVAE) -> str:
    """The content hash, in hexadecimal.

    Raises:
        VAEError: a file ends before its tensors do, or a tensor does not divide into its parts.
    """
    digest = hashlib.sha256()
    found = places(source, vae)
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


def _scaled(part: TensorRef, whole: TensorRef, scale: Float8Scale, file: BinaryIO) -> bytes:
    """The values of a tensor, or of a part of one, times its scale."""
    with scale.reference.path.open("rb") as beside:
        factors = np.frombuffer(values(scale.reference, beside), "<f4")
    if len(factors) > 1:
        factors = factors[scale_rows(whole, part)]
    rows = np.frombuffer(values(part, file), "<f4").reshape(len(factors), -1)
    product: Float32 = rows * factors[:, None]
    return product.astype("<f4").tobytes()
