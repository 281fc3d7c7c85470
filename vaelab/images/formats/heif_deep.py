"""AVIF and HEIF of 10 and 12 bits at their depth: Pillow's readers scale to 8 bits, which is too coarse for PQ."""

from __future__ import annotations

import importlib
from io import BytesIO

import numpy as np
from PIL import ImageFile

from vaelab.arrays import Array
from vaelab.images.formats.codecs import optional_codecs
from vaelab.images.formats.heif_color import HeifColor
from vaelab.images.samples import Samples

_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}


def read_deep(
    data: bytes, color: HeifColor, image: ImageFile.ImageFile
) -> tuple[Samples | None, tuple[str, ...]]:
    """Decode the first picture at its own depth.

    Where the reader for that is missing or fails, Pillow's decoder has the last word, and a note says so.

    Args:
        data: the file's bytes.
        color: its properties.
        image: opened by Pillow, whose size was checked.

    Returns:
        The samples, None where Pillow is to decode at 8 bits; and notes.
    """
    is_avif = image.format == "AVIF"
    bits = color.bits if is_avif else image.info.get("bit_depth")
    if not isinstance(bits, int) or not 8 < bits <= 16:
        return None, ()
    try:
        values = _avif(data) if is_avif else _heif(data)
    except Exception:  # noqa: BLE001 - a decoder that is given damaged bytes may raise anything
        values = None
    if (
        values is None
        or values.dtype != np.uint16
        or values.shape[1::-1] != image.size
        or values.shape[2] not in _MODES
    ):
        return None, (f"{bits}-bit decoded at 8 bits",)
    return Samples(values, _MODES[values.shape[2]], (1 << bits) - 1), ()


def _avif(data: bytes) -> Array | None:
    codecs = optional_codecs()
    return (
        None if codecs is None else np.atleast_3d(np.asarray(codecs.avif_decode(data, index=0, numthreads=1)))
    )


def _heif(data: bytes) -> Array:
    reader = importlib.import_module("pillow_heif")  # it has opened the file already
    opened = reader.open_heif(BytesIO(data), convert_hdr_to_8bit=False, hdr_to_16bit=False)
    return np.atleast_3d(np.asarray(opened))
