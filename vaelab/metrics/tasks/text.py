"""Whether text can still be read: characters that an OCR reads otherwise in the reconstruction, by the height of the text."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from vaelab.arrays import Floats, Pixels
from vaelab.metrics.base import Undefined, Value, Values
from vaelab.metrics.pictures import Pair, Pictures
from vaelab.metrics.tasks.ocr import cut_line, edit_distance, find_text, line_height, read_lines

LEAST_CONFIDENCE: Final = 0.9
"""Of the OCR in a line of the original; what it is less sure of is no measure of anything."""

HEIGHTS: Final[tuple[tuple[str, float, float], ...]] = (
    ("text_cer", 0, math.inf),
    ("text_cer_under_12", 0, 12),
    ("text_cer_12_to_20", 12, 20),
    ("text_cer_20_to_32", 20, 32),
    ("text_cer_over_32", 32, math.inf),
)
"""Columns, and the heights that each takes: from the first, below the second, px of the box in the original."""


@dataclass(frozen=True, slots=True, eq=False)
class OriginalLine:
    """A line of text that the OCR finds in an original, and is sure of.

    Attributes:
        box: corners (4, 2), px.
        text: what it reads, without spaces; never empty.
    """

    box: Floats
    text: str


def text(pair: Pair) -> list[Values]:
    """Return ``text_cer`` and the same by height of each pair: edits over the characters of the original's text.

    Each line is cut out of both where it stands in the original, so that reading is measured and not finding.
    """
    found = []
    made = pair.reconstruction.rgb.cpu().numpy()
    for lines, picture in zip(_original_lines(pair.original), made, strict=True):
        # What is equal reads equal: the same cuts, one by one, through the same network.
        texts = [line.text for line in lines]
        if pair.reconstruction is not pair.original:
            texts = _texts([cut_line(picture, line.box) for line in lines])
        found.append(_rates(lines, texts))
    return found


def _original_lines(pictures: Pictures) -> list[list[OriginalLine]]:
    return pictures.once("text", lambda: [_lines(each) for each in pictures.rgb.cpu().numpy()])


def _lines(picture: Pixels) -> list[OriginalLine]:
    boxes = find_text(picture)
    read = read_lines([cut_line(picture, box) for box in boxes])
    return [
        OriginalLine(box, words)
        for box, line in zip(boxes, read, strict=True)
        if line.confidence >= LEAST_CONFIDENCE and (words := _without_spaces(line.text))
    ]


def _texts(cuts: Sequence[Pixels]) -> list[str]:
    return [_without_spaces(line.text) for line in read_lines(cuts)]


def _without_spaces(words: str) -> str:
    # An OCR guesses them.
    return "".join(words.split())


def _rates(lines: Sequence[OriginalLine], texts: Sequence[str]) -> Values:
    heights = np.array([line_height(line.box) for line in lines])
    edits = [edit_distance(line.text, words) for line, words in zip(lines, texts, strict=True)]
    values: dict[str, Value] = {}
    for name, least, below in HEIGHTS:
        places = [place for place, height in enumerate(heights) if least <= height < below]
        characters = sum(len(lines[place].text) for place in places)
        why = "no text is found in the original" if not lines else "the original has no text of that height"
        values[name] = sum(edits[place] for place in places) / characters if characters else Undefined(why)
    return values
