"""Who a set's pictures are nearest to: copies by LPIPS, and sheets of pictures above their nearest real ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from vaelab.arrays import Pixels, Places
from vaelab.control import Control
from vaelab.engine.sets.extract import PictureSet, check_going
from vaelab.engine.sets.settings import SetProgress
from vaelab.errors import ImageError
from vaelab.images import Preparation, load_image
from vaelab.results.intervals import wilson
from vaelab.sets.neighbours import Neighbourhood

COPY_BELOW = 0.02
"""LPIPS to the nearest real picture under which a picture counts as its copy."""
SHEET_PICTURES, CELL = 12, 128
_GAP, _BACKGROUND = 4, 128


@dataclass(frozen=True)
class NearestPair:
    """A picture of a set and its nearest real one.

    Attributes:
        picture, real: SHA-256 of their files.
        distance: of their features.
        closeness: that over the real picture's distance from its own nearest; None where that has a twin.
    """

    picture: str
    real: str
    distance: float
    closeness: float | None


@dataclass(frozen=True)
class Copies:
    """How many pictures are copies: the entry of the summary, and LPIPS to the nearest real picture by picture's SHA-256."""

    entry: dict[str, Any]
    lpips: dict[str, float]


def nearest_pairs(near: Neighbourhood, pictures: Sequence[str], real: Sequence[str]) -> list[NearestPair]:
    """Return each picture with its nearest real one, those first that are nearest for how near real ones are to each other.

    Args:
        near: how the set lies among the real pictures.
        pictures: SHA-256 of the set's files, in the order of the features.
        real: SHA-256 of the real ones' files.
    """
    closeness = np.where(np.isnan(near.closeness), np.inf, near.closeness)
    closeness = np.where((near.distance == 0), 0.0, closeness)
    order: Places = np.argsort(closeness, kind="stable")
    return [
        NearestPair(
            pictures[place],
            real[near.nearest[place]],
            float(near.distance[place]),
            float(closeness[place]) if np.isfinite(closeness[place]) else None,
        )
        for place in order
    ]


def find_copies(
    pairs: Sequence[NearestPair],
    pictures: PictureSet,
    real: PictureSet,
    preparation: Preparation,
    device: str,
    control: Control,
) -> Iterator[SetProgress | Copies]:
    """Take LPIPS of each picture and its nearest real one; the last event is the share of copies.

    Pairs of two sizes, which only the fits that keep an aspect leave, and pictures that are too small are left out of it.

    Raises:
        Stopped: the user ended it.
    """
    from vaelab.metrics.base import Undefined
    from vaelab.metrics.batch_meter import BatchMeter
    from vaelab.metrics.registry import select

    meter = BatchMeter(select("lpips"), device)
    meter.load()
    ours, theirs = pictures.by_hash, real.by_hash
    found: dict[str, float] = {}
    total = len(pairs)
    # One real picture after the other, so that one that many are near to is decoded once.
    before: tuple[str, Any] = ("", None)
    for done, pair in enumerate(sorted(pairs, key=lambda each: (each.real, each.picture)), 1):
        check_going(control)
        if pair.picture == pair.real:
            found[pair.picture] = 0.0
        elif pair.picture not in found:
            try:
                if pair.real != before[0]:
                    before = pair.real, meter.originals([load_image(theirs[pair.real].path, preparation).rgb])
                made = load_image(ours[pair.picture].path, preparation).rgb
            except ImageError:
                continue
            if made.shape == before[1].images[0].shape:
                value = meter.measure(before[1], [made])[0]["lpips"]
                if not isinstance(value, Undefined):
                    found[pair.picture] = float(value)
        if done % 16 == 0 or done == total:
            yield SetProgress("Looking for copies", pictures.label, done, total)
    values = [found[pair.picture] for pair in pairs if pair.picture in found]
    if not values:
        yield Copies({}, {})
        return
    hits = sum(value < COPY_BELOW for value in values)
    entry = {"value": hits / len(values), "n": len(values), "ci95": list(wilson(hits, len(values)))}
    yield Copies(entry, found)


def sheet(
    pairs: Sequence[NearestPair], pictures: PictureSet, real: PictureSet, preparation: Preparation
) -> Pixels | None:
    """Return pictures in a row above their nearest real ones, each scaled to fit its cell; None where none can be read."""
    ours, theirs = pictures.by_hash, real.by_hash
    columns = []
    for pair in pairs[:SHEET_PICTURES]:
        try:
            column = [
                load_image(path, preparation).rgb
                for path in (ours[pair.picture].path, theirs[pair.real].path)
            ]
        except ImageError:
            continue
        columns.append(column)
    if not columns:
        return None
    width = len(columns) * (CELL + _GAP) - _GAP
    page = Image.new("RGB", (width, 2 * CELL + _GAP), (_BACKGROUND,) * 3)
    for place, column in enumerate(columns):
        for row, pixels in enumerate(column):
            small = Image.fromarray(pixels)
            small.thumbnail((CELL, CELL), Image.Resampling.LANCZOS)
            left = place * (CELL + _GAP) + (CELL - small.width) // 2
            page.paste(small, (left, row * (CELL + _GAP) + (CELL - small.height) // 2))
    return np.asarray(page, np.uint8)
