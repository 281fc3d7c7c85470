"""What a PNG may say of its colours, and the spaces and curves that these numbers mean."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

from vaelab.images import LoadedImage, Preparation, load_image

NATIVE = Preparation(fit="native")
P3_D50 = np.array([[0.51512, 0.29198, 0.15710], [0.24120, 0.69225, 0.06657], [-0.00105, 0.04189, 0.78407]])
SRGB_XYZ = np.array(
    [[0.412391, 0.357584, 0.180481], [0.212639, 0.715169, 0.072192], [0.019331, 0.119195, 0.950532]]
)
BT2020_XYZ = np.array(
    [[0.636958, 0.144617, 0.168881], [0.262700, 0.677998, 0.059302], [0.0, 0.028073, 1.060985]]
)
TO_BT2020 = np.linalg.inv(BT2020_XYZ) @ SRGB_XYZ
PHOTO = np.random.default_rng(11).integers(0, 256, (24, 32, 3), dtype=np.uint8)
GREY = np.repeat(np.arange(256, dtype=np.uint8).reshape(16, 16, 1), 3, axis=2)


def load(folder: Path, data: bytes, prep: Preparation = NATIVE) -> LoadedImage:
    (folder / "a.png").write_bytes(data)
    return load_image(folder / "a.png", prep)


def cicp(*codes: int) -> tuple[bytes, bytes]:
    return b"cICP", bytes(codes)


def gama(value: float) -> tuple[bytes, bytes]:
    return b"gAMA", struct.pack(">I", round(value * 100000))


def chrm(*values: float) -> tuple[bytes, bytes]:
    return b"cHRM", struct.pack(">8I", *(round(value * 100000) for value in values))


SRGB_CORNERS = (0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)
ADOBE_CORNERS = (0.3127, 0.329, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06)


def srgb_linear(values: np.ndarray) -> np.ndarray:
    """IEC 61966-2-1, u8 to linear light."""
    share = values / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def pq(light: np.ndarray | float) -> np.ndarray:
    """SMPTE ST 2084, cd/m² to values in [0, 1]."""
    power = (np.asarray(light, dtype=np.float64) / 10000) ** 0.1593017578125
    return ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375
