"""JPEG 2000 (ISO/IEC 15444-1): its colours, and samples of more than 8 bits, which Pillow rounds past white to black."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from vaelab.errors import ImageError, brief
from vaelab.images.boxes import boxes, first
from vaelab.images.codecs import optional_codecs
from vaelab.images.color_claim import SRGB, Claim
from vaelab.images.files import check_size, quoted
from vaelab.images.samples import Samples

_SIGNATURE = b"\0\0\0\x0cjP  \r\n\x87\n"
_CODESTREAM = b"\xff\x4f\xff\x51"

_CMYK, _SRGB, _GREY, _SYCC = 12, 16, 17, 18
_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}


@dataclass(frozen=True, slots=True)
class Jpeg2000Header:
    """What a file says before its pixels.

    Attributes:
        size: (width, height) of the codestream, px.
        depths: bits of each component.
        signed: whether any component holds negative values.
        color: enumerated colour space (I.5.3.3), None where a profile or nothing stands.
        profile: bytes of the ICC profile or None.
        palette: whether the samples are indices.
    """

    size: tuple[int, int]
    depths: tuple[int, ...]
    signed: bool
    color: int | None = None
    profile: bytes | None = None
    palette: bool = False


def is_jpeg2000(data: bytes) -> bool:
    """Whether the bytes start like a JP2 or a bare codestream."""
    return data.startswith((_SIGNATURE, _CODESTREAM))


def read_header(data: bytes, path: Path) -> Jpeg2000Header | None:
    """Read the header; None where it is damaged, which the decoder then says.

    Raises:
        ImageError: the codestream is larger than can be decoded safely, whatever the file says around it.
    """
    try:
        if data.startswith(_CODESTREAM):
            return _codestream(data, 0, path)
        stream = first(data, b"jp2c")
        about = first(data, b"jp2h")
        if stream is None or about is None:
            return None
        header = _codestream(data, stream.start, path)
        color, profile, palette = None, None, False
        for box in boxes(data, about.start, about.end):
            palette = palette or box.kind == b"pclr"
            if box.kind == b"colr" and color is None and profile is None:
                method = data[box.start]
                if method == 1:
                    (color,) = struct.unpack_from(">I", data, box.start + 3)
                elif method in (2, 3):  # restricted, and JPX's any ICC profile
                    profile = data[box.start + 3 : box.end]
        return Jpeg2000Header(header.size, header.depths, header.signed, color, profile, palette)
    except (struct.error, IndexError):
        return None


def _codestream(data: bytes, start: int, path: Path) -> Jpeg2000Header:
    """Read the SIZ marker segment (A.5.1)."""
    right, low, left, top = struct.unpack_from(">4I", data, start + 8)
    size = right - left, low - top
    check_size(size, path)
    (components,) = struct.unpack_from(">H", data, start + 40)
    depths = [data[start + 42 + 3 * place] for place in range(components)]
    return Jpeg2000Header(
        size, tuple((depth & 0x7F) + 1 for depth in depths), any(depth & 0x80 for depth in depths)
    )


def color_claim(header: Jpeg2000Header) -> tuple[Claim, tuple[str, ...]]:
    """Return the colours, and a note where they are of a kind that is not converted."""
    if header.profile:
        return Claim(header.profile), ()
    if header.color in (None, 0, _CMYK, 15, _SRGB, _GREY, _SYCC):  # 0 and 15: black and white
        return SRGB, ()
    return SRGB, (f"JPEG 2000 colour space {header.color} not known: read as sRGB",)


def read_deep(data: bytes, header: Jpeg2000Header, path: Path) -> Samples | None:
    """Decode a picture of more than 8 bits; None for any other, which Pillow reads.

    Raises:
        ImageError: it is damaged, of a kind that is not read, or needs a package that is not installed.
    """
    if header.palette or max(header.depths, default=8) <= 8:
        return None
    name, depths = quoted(path.name), header.depths
    kinds = f"{len(depths)} components of {'/'.join(str(depth) for depth in dict.fromkeys(depths))} bits"
    if len(set(depths)) > 1 or depths[0] > 16 or header.signed or len(depths) > 4 or header.color == _SYCC:
        what = "Y'CbCr, " if header.color == _SYCC else "signed, " if header.signed else ""
        raise ImageError(
            f"{name} is a JPEG 2000 of a kind that is not read ({what}{kinds}): save it as 16-bit PNG."
        )
    codecs = optional_codecs()
    if codecs is None:
        if len(depths) == 1:  # Pillow reads these rightly
            return None
        raise ImageError(
            f"{name} is a JPEG 2000 with {kinds}, which needs one more package: install imagecodecs, or save it as 16-bit PNG."
        )
    try:
        values = np.atleast_3d(np.asarray(codecs.jpeg2k_decode(data, numthreads=1)))
    except Exception as error:  # noqa: BLE001 - a decoder that is given damaged bytes may raise anything
        raise ImageError(
            f"{name} is cut off or damaged ({brief(error)}): copy or download it again."
        ) from None
    if values.dtype != np.uint16 or values.shape[2] != len(depths):
        raise ImageError(
            f"{name} is a JPEG 2000 of a kind that is not read ({kinds}): save it as 16-bit PNG."
        )
    mode = "CMYK" if header.color == _CMYK and len(depths) == 4 else _MODES[len(depths)]
    return Samples(values, mode, (1 << depths[0]) - 1)
