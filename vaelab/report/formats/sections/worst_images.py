"""The worst images of each VAE, with the place where the error is greatest, cut out at full resolution."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from vaelab.arrays import Floats, Pixels, Places
from vaelab.errors import RunFolderError
from vaelab.metrics.registry import column, headlines
from vaelab.report.run.data import RunData
from vaelab.report.summary_table import SummaryLine
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable
from vaelab.run_folder.read.files import read_png
from vaelab.settings import marker_mode

CROP = 176
"""Side of a cut-out, px."""
DIFFERENCE_GAIN = 8
"""Factor on the absolute difference."""
BUDGET = 2_200_000
"""Bytes of all pictures together before base64, which makes a third more: under 3 MB in the file."""

MEASURES = (*headlines()[:3], column("mse"))
"""What the worst are chosen by: the first that was measured."""


@dataclass(frozen=True, slots=True)
class Cutout:
    """The same square of original, reconstruction and eightfold difference, as data URIs."""

    original: str
    reconstruction: str
    difference: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Worst:
    """One bad row, and its pictures where they were saved."""

    row: Row
    cutout: Cutout | None


@dataclass(frozen=True, slots=True)
class WorstOfVAE:
    """The worst images of one VAE.

    Attributes:
        line: the VAE.
        by: the measure they were chosen by, in words.
        images: worst first.
        perfect: whether every image came back unchanged.
    """

    line: SummaryLine
    by: str
    images: tuple[Worst, ...]
    perfect: bool


def worst_images(run: RunData, lines: Sequence[SummaryLine]) -> list[WorstOfVAE]:
    """Return for each VAE the three, two or one images it did worst, fewer the more VAEs there are."""
    table = run.table
    ok = ~table.failed()
    done = [(line, np.flatnonzero(ok & table.among("vae", (line.label,)))) for line in lines]
    measured = [(line, places) for line, places in done if len(places)]
    each = 3 if len(measured) <= 4 else 2 if len(measured) <= 8 else 1
    chosen = [(line, *_choose(table, places, each)) for line, places in measured]
    pictures = 3 * sum(len(rows) for _, _, rows, _ in chosen)
    allowance = BUDGET // max(pictures, 1)
    embedded = marker_mode(run.settings.get("marker")) == "embedded"
    return [
        WorstOfVAE(
            line,
            by,
            tuple(Worst(row, cutout(run.folder, row, allowance, marker=embedded)) for row in rows),
            perfect,
        )
        for line, by, rows, perfect in chosen
    ]


def _choose(table: RowTable, done: Places, number: int) -> tuple[str, RowTable, bool]:
    if ((table.column("mse")[done] == 0) | (table.column("psnr")[done] == math.inf)).all():
        return "", table.select(done[:0]), True
    for measure in MEASURES:
        values = table.column(measure.name)[done]
        known = np.isfinite(values)
        if known.any():
            order = np.argsort(-measure.distance(values[known]), kind="stable")
            words = "score" if measure.name == "score" else measure.label
            return words, table.select(done[known][order[:number]]), False
    return "", table.select(done[:number]), False


def cutout(folder: Path | None, row: Row, allowance: int, *, marker: bool = False) -> Cutout | None:
    """Cut out the square with the greatest squared error; None where the PNGs are not there.

    Args:
        folder: the run folder. A path in the row that leads out of it is not opened.
        row: names the two PNGs.
        allowance: bytes one picture may have.
        marker: whether the marker is in the picture; then it is left aside.
    """
    original, reconstruction = (
        _open(folder, row, row.original_png),
        _open(folder, row, row.reconstruction_png),
    )
    if original is None or reconstruction is None or original.shape != reconstruction.shape:
        return None
    difference = np.abs(original.astype(np.int16) - reconstruction.astype(np.int16))
    error = (difference.astype(np.float64) ** 2).sum(axis=2)
    side = row.values.get("marker_size") if marker else None
    if side:
        x, y = int(row.values.get("marker_x") or 0), int(row.values.get("marker_y") or 0)
        error[y : y + int(side), x : x + 5 * int(side)] = 0
    top, left = _greatest_window(error, CROP)
    area = (slice(top, top + CROP), slice(left, left + CROP))
    amplified = np.minimum(difference[area] * DIFFERENCE_GAIN, 255).astype(np.uint8)
    height, width = amplified.shape[:2]
    return Cutout(
        data_uri(original[area], allowance),
        data_uri(reconstruction[area], allowance),
        data_uri(amplified, allowance),
        x=left,
        y=top,
        width=width,
        height=height,
    )


def _open(folder: Path | None, row: Row, place: str) -> Pixels | None:
    if folder is None or not place:
        return None
    try:
        return read_png(folder, place, (row.width, row.height))
    except RunFolderError:
        return None


def _greatest_window(error: Floats, side: int) -> tuple[int, int]:
    """Return top and left of the ``side`` square (or what fits) with the greatest sum, by summed-area table."""
    height, width = (min(side, length) for length in error.shape)
    table = np.pad(error, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    sums = (
        table[height:, width:] - table[:-height, width:] - table[height:, :-width] + table[:-height, :-width]
    )
    top, left = np.unravel_index(int(sums.argmax()), sums.shape)
    return int(top), int(left)


def data_uri(pixels: Pixels, allowance: int) -> str:
    """Return a picture (H, W, 3) uint8 as WebP, lossless where it is within the allowance, else the best quality that is."""
    picture = Image.fromarray(np.ascontiguousarray(pixels))
    data = b""
    for options in ({"lossless": True}, {"quality": 95}, {"quality": 85}, {"quality": 60}, {"quality": 20}):
        buffer = io.BytesIO()
        picture.save(buffer, "WEBP", method=4, **options)
        data = buffer.getvalue()
        if len(data) <= allowance:
            break
    return "data:image/webp;base64," + base64.b64encode(data).decode("ascii")
