"""Image files and ICC profiles by their bytes, as small as they can be, for tests of reading."""

from __future__ import annotations

import struct
import zlib

import numpy as np

D50 = (0.9642, 1.0, 0.8249)
ADOBE_RGB = np.array([[0.60974, 0.20528, 0.14919], [0.31111, 0.62567, 0.06322], [0.01947, 0.06087, 0.74457]])
SRGB_D50 = np.array([[0.43607, 0.38515, 0.14307], [0.22249, 0.71687, 0.06061], [0.01392, 0.09708, 0.71410]])
ADOBE_GAMMA = 563 / 256


# ICC profiles, version 2 (ICC.1:2001-04), as small as they can be


def _tag(kind: bytes, body: bytes) -> bytes:
    return kind + bytes(4) + body


def _fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def icc_profile(device: bytes, space: bytes, pcs: bytes, name: str, tags: dict[bytes, bytes]) -> bytes:
    text = name.encode() + b"\0"
    description = _tag(b"desc", struct.pack(">I", len(text)) + text + bytes(4 + 4 + 2 + 1 + 67))
    tags = {
        b"desc": description,
        b"cprt": _tag(b"text", b"none\0"),
        b"wtpt": _tag(b"XYZ ", _fixed(*D50)),
        **tags,
    }
    offset = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for signature, data in tags.items():
        table += signature + struct.pack(">II", offset + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    header = struct.pack(">I4sI4s4s4s", offset + len(body), bytes(4), 0x02100000, device, space, pcs)
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + _fixed(*D50)
    return header.ljust(128, b"\0") + table + body


def rgb_profile(name: str, primaries: np.ndarray, gamma: float, table: np.ndarray | None = None) -> bytes:
    """A matrix profile: ``primaries`` in columns, XYZ of D50; a power, or a table of 16-bit linear light."""
    curve = _tag(b"curv", struct.pack(">IH", 1, round(gamma * 256)))
    if table is not None:
        curve = _tag(b"curv", struct.pack(f">I{len(table)}H", len(table), *table.astype(int)))
    columns = {
        tag: _tag(b"XYZ ", _fixed(*primaries[:, place]))
        for place, tag in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))
    }
    return icc_profile(
        b"mntr", b"RGB ", b"XYZ ", name, columns | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    )


def grey_profile(gamma: float) -> bytes:
    return icc_profile(
        b"mntr", b"GRAY", b"XYZ ", "Grey", {b"kTRC": _tag(b"curv", struct.pack(">IH", 1, round(gamma * 256)))}
    )


def cmyk_profile() -> bytes:
    """L* falls linearly with K, and by 20 with each ink; no ink is coloured."""
    inks = np.stack(np.meshgrid(*[[0, 1]] * 4, indexing="ij"), axis=-1).reshape(-1, 4)
    lightness = np.clip(100 - 100 * inks[:, 3] - 20 * inks[:, :3].sum(axis=1), 0, 100)
    nodes = np.stack([np.rint(lightness * 2.55), np.full(16, 128), np.full(16, 128)], axis=-1).astype(
        np.uint8
    )
    linear = np.arange(256, dtype=np.uint8).tobytes()
    lut = struct.pack(">4B", 4, 3, 2, 0) + _fixed(1, 0, 0, 0, 1, 0, 0, 0, 1)
    lut += linear * 4 + nodes.tobytes() + linear * 3
    return icc_profile(b"prtr", b"CMYK", b"Lab ", "Four inks", {b"A2B0": _tag(b"mft1", lut)})


def srgb_encoded(linear: np.ndarray | float) -> np.ndarray:
    """IEC 61966-2-1, linear light in [0, 1] to u8 units, not rounded."""
    linear = np.clip(linear, 0, 1)
    return 255 * np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)


def png(
    values: np.ndarray,
    bits: int,
    color_type: int,
    *chunks: tuple[bytes, bytes],
    after: tuple[tuple[bytes, bytes], ...] = (),
    wrong: tuple[bytes, ...] = (),
) -> bytes:
    """Write a PNG by its specification: ``values`` (H, W, C), one filterless scanline after the other.

    ``chunks`` stand before the pixels, ``after`` behind them; kinds in ``wrong`` get a checksum that does not fit.
    """

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data) ^ (kind in wrong)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    height, width = values.shape[:2]
    if bits >= 8:
        rows = [row.astype(f">u{bits // 8}").tobytes() for row in values]
    else:
        shifts = np.arange(bits - 1, -1, -1)
        rows = [
            np.packbits(((row.reshape(-1, 1) >> shifts) & 1).reshape(-1).astype(bool)).tobytes()
            for row in values
        ]
    header = struct.pack(">IIBBBBB", width, height, bits, color_type, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows)))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + b"".join(chunk(*item) for item in chunks)
        + body
        + b"".join(chunk(*item) for item in after)
        + chunk(b"IEND", b"")
    )


def iccp(profile: bytes) -> tuple[bytes, bytes]:
    return b"iCCP", b"x\0\0" + zlib.compress(profile)


def exif(orientation: int) -> bytes:
    """EXIF data of one tag, big-endian."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + kind + content


def with_jp2_color(jp2: bytes, colr: bytes, more: bytes = b"") -> bytes:
    """The same JP2 with another colour specification box, and further boxes behind it."""
    head = jp2.index(b"jp2h") - 4
    (length,) = struct.unpack_from(">I", jp2, head)
    inside = jp2[head + 8 : head + length]
    old = inside.index(b"colr") - 4
    (size,) = struct.unpack_from(">I", inside, old)
    return (
        jp2[:head]
        + box(b"jp2h", inside[:old] + box(b"colr", colr) + more + inside[old + size :])
        + jp2[head + length :]
    )


def with_nclx(avif: bytes, primaries: int, transfer: int) -> bytes:
    """The same AVIF with other code points in its nclx box."""
    place = avif.index(b"colrnclx") + 8
    return avif[:place] + struct.pack(">HH", primaries, transfer) + avif[place + 4 :]
