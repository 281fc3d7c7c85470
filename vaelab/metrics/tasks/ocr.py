"""The OCR that the extra ``text`` brings (RapidOCR): where text stands in a picture, and what stands there. No torch here.

Its models lie in its own wheel and are named to it, so that it downloads nothing.
"""

from __future__ import annotations

import functools
import importlib.util
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np

from vaelab.arrays import Floats, Pixels
from vaelab.errors import UsageError
from vaelab.text import brief

PACKAGES = ("rapidocr", "onnxruntime")
LINE_HEIGHT = 48
"""Height to which a line is brought before it is read, px: that of the recogniser's own input."""

_ONE_AT_A_TIME = threading.Lock()
_UPRIGHT = 1.5
"""A box so many times as high as wide holds a line that runs downwards; RapidOCR's own rule."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What was read in a picture of one line.

    Attributes:
        text: empty where nothing was.
        confidence: of the recogniser, 0 to 1.
    """

    text: str
    confidence: float


def is_installed() -> bool:
    """Whether the OCR's packages are there; nothing is imported."""
    return all(importlib.util.find_spec(name) is not None for name in PACKAGES)


def ocr_identity() -> str:
    """Return which OCR and which of its models read, for the record of a run; empty where it is not installed."""
    try:
        models = [_model(kind).stem for kind in ("det", "rec")]
        return f"RapidOCR {version('rapidocr')}, {', '.join(models)}"
    except (PackageNotFoundError, UsageError):
        return ""


def find_text(picture: Pixels) -> Floats:
    """Return the corners (n, 4, 2) of the boxes of text, as x and y in px, clockwise from where the text begins.

    Args:
        picture: (H, W, 3) uint8.

    Raises:
        UsageError: the OCR cannot be loaded.
    """
    found = _asked(picture, find=True)
    boxes = np.empty((0, 4, 2)) if found.boxes is None else found.boxes
    return np.asarray(boxes, np.float64)


def line_height(box: Floats) -> float:
    """Return the height of the line in a box of text (4, 2), px."""
    across, down = _sides(box)
    return across if down >= _UPRIGHT * across else down


def cut_line(picture: Pixels, box: Floats) -> Pixels:
    """Return what a box (4, 2) holds, level and 48 px high, as the recogniser takes it.

    The same box cuts pictures of one size alike, whatever they show.
    """
    from PIL import Image

    across, down = _sides(box)
    corners = box
    if down >= _UPRIGHT * across:
        # A line that runs downwards is turned to the left.
        corners, across, down = np.roll(box, -1, 0), down, across
    size = max(1, round(across)), max(1, round(down))
    (left_top, right_top, right_bottom, left_bottom) = corners
    places = [*left_top, *left_bottom, *right_bottom, *right_top]
    level = Image.fromarray(picture).transform(size, Image.Transform.QUAD, places, Image.Resampling.BICUBIC)
    width = max(1, round(size[0] * LINE_HEIGHT / size[1]))
    return np.asarray(level.resize((width, LINE_HEIGHT), Image.Resampling.BICUBIC))


def read_lines(pictures: Sequence[Pixels]) -> list[ReadLine]:
    """Return what is read in pictures (H, W, 3) uint8 of one line each.

    One by one: in a batch, lines are padded to the longest, and then read a little otherwise.

    Raises:
        UsageError: the OCR cannot be loaded.
    """
    lines = []
    for picture in pictures:
        found = _asked(picture, find=False)
        texts, scores = found.txts or (), found.scores or ()
        lines.append(ReadLine(" ".join(texts), float(min(scores, default=0.0))))
    return lines


def edit_distance(wanted: str, found: str) -> int:
    """Return the Levenshtein distance: how many characters are to be put in, taken out or exchanged."""
    before = list(range(len(found) + 1))
    for row, letter in enumerate(wanted, 1):
        now = [row]
        for column, other in enumerate(found, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != other)))
        before = now
    return before[-1]


def _sides(box: Floats) -> tuple[float, float]:
    """Mean width and height of a box, px."""
    edges = np.linalg.norm(np.roll(box, -1, 0) - box, axis=1)
    return float(edges[0] + edges[2]) / 2, float(edges[1] + edges[3]) / 2


def _model(kind: str) -> Path:
    """The model of the wheel that finds (``det``) or reads (``rec``) text.

    Raises:
        UsageError: the package, or the model in it, is missing.
    """
    spec = importlib.util.find_spec("rapidocr")
    folder = Path(spec.origin).parent / "models" if spec is not None and spec.origin else Path()
    found = sorted(folder.glob(f"*_{kind}_*.onnx")) if spec is not None else []
    if not found:
        raise UsageError(
            "the OCR cannot be loaded (its package rapidocr, or a model in it, is missing): run 'pip install vaelab[text]', "
            "or leave text out of the metrics"
        )
    return found[0]


def _asked(picture: Pixels, *, find: bool) -> Any:
    """What the OCR finds, or reads, in a picture."""
    engine = _engine()
    # It keeps what it is asked for in itself, and charts are read on another thread than pictures.
    with _ONE_AT_A_TIME:
        # It takes blue first.
        return engine(picture[..., ::-1], use_det=find, use_cls=False, use_rec=not find)


@functools.cache
def _engine() -> Any:
    models = {f"{kind.title()}.model_path": str(_model(kind)) for kind in ("det", "rec")}
    try:
        from rapidocr import RapidOCR

        # A codec keeps all cores busy beside it: a second team of threads would only wait. What it logs is no fault of a run.
        return RapidOCR(
            params={
                "Global.log_level": "critical",
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                **models,
            }
        )
    # Somebody's version of the package may fail in any way: it means that nothing can be read.
    except Exception as error:
        raise UsageError(
            f"the OCR cannot be loaded ({type(error).__name__}: {brief(error)}): run 'pip install vaelab[text]', or leave text out of the metrics"
        ) from error
