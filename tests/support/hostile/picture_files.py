"""A small picture, its files, and an independent reader of them."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from vaelab.images import LoadedImage, Preparation, load_image

NATIVE = Preparation(fit="native")
PHOTO = np.random.default_rng(12).integers(0, 256, (24, 32, 3), dtype=np.uint8)


def load(folder: Path, data: bytes, name: str = "a.img") -> LoadedImage:
    (folder / name).write_bytes(data)
    return load_image(folder / name, NATIVE)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def opencv(data: bytes) -> np.ndarray:
    """The picture as OpenCV decodes it, at its own depth, RGB."""
    cv2 = pytest.importorskip("cv2", reason="opencv-python-headless is the independent reader")
    return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)[..., ::-1]
