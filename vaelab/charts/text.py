"""The text of the fifth chart, read by an OCR where one is installed: how many characters come back wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from vaelab.arrays import Pixels
from vaelab.images.charts.charts import SIDE, TextLine, text_lines
from vaelab.metrics.base import Undefined
from vaelab.metrics.tasks.ocr import LINE_HEIGHT, edit_distance, is_installed, read_lines

Reader = Callable[[Sequence[Pixels]], Sequence[str]]
"""Reads pictures of one line of text each, (H, W, 3) uint8."""

MISSING: Final = (
    "no OCR is installed: install the extra 'text' (rapidocr and onnxruntime) to have the text read"
)
LEAST_SIZE: Final = 9
"""Font size, px, from which on lines are counted: the OCR reads smaller ones badly in the original already."""


def text_error_rate(chart: Pixels, reader: Reader) -> float:
    """Return the character error rate of the chart's lines of 9 px and more: edits over characters, 0 for text read as it is.

    Spaces are left out: an OCR guesses them. Each line is cut out where it was drawn, so that only reading is measured and not finding.

    Args:
        chart: (512, 512, 3) uint8: ``chart-05-text``, or what a VAE made of it.
        reader: the OCR.
    """
    lines = [line for line in text_lines() if line.size >= LEAST_SIZE]
    found = reader([_cut(chart, line) for line in lines])
    pairs = [
        (line.words.replace(" ", ""), text.replace(" ", "")) for line, text in zip(lines, found, strict=True)
    ]
    return sum(edit_distance(*pair) for pair in pairs) / sum(len(wanted) for wanted, _ in pairs)


def _cut(chart: Pixels, line: TextLine) -> Pixels:
    from PIL import Image

    top, bottom = max(0, line.y - 2), min(SIDE, line.y + round(1.3 * line.size) + 2)
    piece = np.ascontiguousarray(chart[top:bottom, line.x - 8 : line.x - 8 + SIDE // 2 - 4])
    width = round(piece.shape[1] * LINE_HEIGHT / piece.shape[0])
    return np.asarray(Image.fromarray(piece).resize((width, LINE_HEIGHT), Image.Resampling.BICUBIC))


def installed_reader() -> Reader | Undefined:
    """Return the OCR that is installed, or why there is none."""
    return _read if is_installed() else Undefined(MISSING)


def _read(pictures: Sequence[Pixels]) -> list[str]:
    return [line.text for line in read_lines(pictures)]
