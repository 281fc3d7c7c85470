"""JPEG 2000 (ISO/IEC 15444-1): its colours, and samples of more than 8 bits, which Pillow rounds past white to black."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from vaelab.errors import ImageError
from vaelab.images.color.claim import SRGB, Claim
from vaelab.images.files import check_size, quoted
from vaelab.images.formats.boxes import boxes, first
from vaelab.images.formats.codecs import optional_codecs
from vaelab.images.samples import Samples
from vaelab.text import brief

_CODESTREAM = b"\xff\x4f\xff\x51"

_CMYK, _SRGB, _GREY, _SYCC = 12, 16, 17, 18
_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}


@dataclass(frozen=True, slots=True)
class Jpeg2000Header:
    """What a file says before its pixels.

    Attributes:
        depths: bits of each component.
        odd: what about the components is not read above 8 bits, in a word; empty where nothing is.
        stream: where the codestream lies in the file.
        color: enumerated colour space (I.5.3.3), None where a profile or nothing stands.
        profile: bytes of the ICC profile or None.
        palette: whether the samples are indices.
    """

    depths: tuple[int, ...]
    odd: str
    stream: slice
    color: int | None = None
    profile: bytes | None = None
    palette: bool = False


def read_header(data: bytes, path: Path) -> Jpeg2000Header | None:
    """Read the header; None where it is damaged, which the decoder then says.

    Raises:
        ImageError: the codestream is larger than can be decoded safely, whatever the file says around it.
    """
    try:
        if data.startswith(_CODESTREAM):
            return _codestream(data, slice(0, len(data)), path)
        stream = first(data, b"jp2c")
        about = first(data, b"jp2h")
        if stream is None or about is None:
            return None
        header = _codestream(data, slice(stream.start, stream.end), path)
        for box in boxes(data, about.start, about.end):
            if box.kind == b"pclr":
                header = replace(header, palette=True)
            elif box.kind == b"cdef" and not _in_order(data[box.start : box.end]):
                header = replace(header, odd="channels in another order")
            elif box.kind == b"colr" and header.color is None and header.profile is None:
                method = data[box.start]
                if method == 1:
                    header = replace(header, color=struct.unpack_from(">I", data, box.start + 3)[0])
                elif method in (2, 3):  # restricted, and JPX's any ICC profile
                    header = replace(header, profile=data[box.start + 3 : box.end])
        return replace(header, odd="Y'CbCr") if header.color == _SYCC else header
    except (struct.error, IndexError):
        return None


def _codestream(data: bytes, stream: slice, path: Path) -> Jpeg2000Header:
    """Read the SIZ marker segment (A.5.1)."""
    right, low, left, top = struct.unpack_from(">4I", data, stream.start + 8)
    check_size((right - left, low - top), path)
    (count,) = struct.unpack_from(">H", data, stream.start + 40)
    components = [struct.unpack_from("3B", data, stream.start + 42 + 3 * place) for place in range(count)]
    depths = tuple((depth & 0x7F) + 1 for depth, _, _ in components)
    odd = "signed" if any(depth & 0x80 for depth, _, _ in components) else ""
    if any((across, down) != (1, 1) for _, across, down in components):
        odd = "subsampled"
    return Jpeg2000Header(depths, odd, stream)


def _in_order(channels: bytes) -> bool:
    """Whether a channel definition box says what is taken for granted: colours one by one, plain alpha last (I.5.3.6)."""
    (count,) = struct.unpack_from(">H", channels)
    for place in range(count):
        channel, kind, meaning = struct.unpack_from(">3H", channels, 2 + 6 * place)
        plain = kind == 0 and meaning == channel + 1
        alpha = kind == 1 and meaning == 0 and channel == count - 1 and count in (2, 4)
        if not plain and not alpha:
            return False
    return True


def color_claim(header: Jpeg2000Header) -> tuple[Claim, tuple[str, ...]]:
    """Return the colours, and a note where they are of a kind that is not converted."""
    if header.profile:
        return Claim(header.profile), ()
    if header.color in (None, 0, _CMYK, 15, _SRGB, _GREY, _SYCC):  # 0 and 15: black and white
        return SRGB, ()
    return SRGB, (f"JPEG 2000 colour space {header.color} not known: read as sRGB",)


def read_deep_jpeg2000(data: bytes, header: Jpeg2000Header, path: Path) -> Samples | None:
    """Decode a picture of more than 8 bits; None for any other, which Pillow reads.

    Raises:
        ImageError: it is damaged, of a kind that is not read, or needs a package that is not installed.
    """
    if header.palette or max(header.depths, default=8) <= 8:
        return None
    name, depths = quoted(path.name), header.depths
    kinds = f"{len(depths)} components of {'/'.join(str(depth) for depth in dict.fromkeys(depths))} bits"
    if len(set(depths)) > 1 or depths[0] > 16 or len(depths) > 4 or header.odd:
        what = f"{header.odd}, {kinds}" if header.odd else kinds
        raise ImageError(f"{name} is a JPEG 2000 of a kind that is not read ({what}): save it as 16-bit PNG.")
    codecs = optional_codecs()
    if codecs is None:
        if len(depths) == 1:  # Pillow reads these rightly
            return None
        raise ImageError(
            f"{name} is a JPEG 2000 with {kinds}, which needs one more package: install imagecodecs, or save it as 16-bit PNG."
        )
    try:
        # The bare codestream: of a whole JP2 imagecodecs would convert some colours by itself.
        values = np.atleast_3d(np.asarray(codecs.jpeg2k_decode(data[header.stream], numthreads=1)))
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
