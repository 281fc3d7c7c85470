"""A contact sheet: originals of a run above their reconstructions, as one PNG."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

from vaelab.arrays import Pixels
from vaelab.errors import RunFolderError, UsageError, did_you_mean, one_line
from vaelab.report.run.data import RunData
from vaelab.report.words import protocol
from vaelab.run_folder.read.files import read_png

ORIGINALS = "originals"
"""What the line of the originals is called."""
COUNT = 64
_TILE, _LEAST_TILE, _GAP, _FONT = 160, 32, 4, 13
_MOST_SIDE = 16_000
_PAPER, _INK = (255, 255, 255), (40, 40, 40)


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """A sheet and what is on it.

    Attributes:
        png: the file.
        images: shown, in order.
        lines: what stands in each line of a block: ``originals`` and labels of VAEs.
        tile: side of the square that each picture fits into, px.
    """

    png: bytes
    images: tuple[str, ...]
    lines: tuple[str, ...]
    tile: int


def sheet_lines(run: RunData, text: str) -> tuple[str, ...]:
    """Read which lines a sheet has: ``originals,mini,linear``; nothing for the originals and all VAEs.

    Raises:
        UsageError: a name is neither, or stands there twice.
    """
    known = (ORIGINALS, *run.vaes)
    if not text.strip():
        return known
    # A label may hold a comma itself.
    chosen: list[str] = []
    rest = text
    while rest:
        name = max(
            (each for each in known if rest == each or rest.startswith(f"{each},")), key=len, default=""
        )
        if not name:
            wrong = rest.split(",")[0]
            raise UsageError(
                f"a sheet has no line '{one_line(wrong)}': use {', '.join(map(one_line, known))}.{did_you_mean(wrong, known)}"
            )
        if name in chosen:
            raise UsageError(f"the line '{one_line(name)}' is named twice: name it once")
        chosen.append(name)
        rest = rest[len(name) + 1 :]
    return tuple(chosen)


def contact_sheet(run: RunData, lines: Sequence[str] = (), count: int = COUNT) -> ContactSheet:
    """Lay out pictures of a run: blocks of columns, an image a column, one line for the originals and each VAE.

    Images are taken evenly spread over the run, of those whose pictures are all there. A picture larger than its square is made
    smaller (Lanczos, on 8-bit sRGB); none is enlarged.

    Args:
        run: with its folder.
        lines: ``originals`` and labels of VAEs; all when not given.
        count: most images.

    Raises:
        UsageError: the count is below 1, or no image has all the pictures: the run did not save them.
    """
    if count < 1:
        raise UsageError(f"a sheet of {count} images is none: give a count of 1 or more")
    lines = tuple(lines) or (ORIGINALS, *run.vaes)
    places = _places(run, lines)
    if not places:
        raise UsageError(
            f"no image of this run has saved pictures of {', '.join(map(one_line, lines))}: measure with saved images (all)"
        )
    wanted = np.unique(np.linspace(0, len(places) - 1, min(count, len(places))).round().astype(int))
    columns = [found for place in wanted if (found := _column(run, *places[int(place)])) is not None]
    if not columns:
        raise UsageError(
            "the saved pictures of this run are missing or damaged: measure it again with saved images (all)"
        )
    return _drawn(run, lines, columns)


def _places(
    run: RunData, lines: Sequence[str]
) -> list[tuple[str, list[tuple[str, tuple[int | None, int | None]]]]]:
    """Images that have a picture for every line, with where each lies and its sides."""
    rows = {row.key: row for row in run.table.select(~run.table.failed())}
    found = []
    for image in run.table.used("image"):
        own = [rows[image, label] for label in run.vaes if (image, label) in rows]
        original = next((row for row in own if row.original_png), None)
        pictures = []
        for line in lines:
            row = original if line == ORIGINALS else rows.get((image, line))
            place = "" if row is None else row.original_png if line == ORIGINALS else row.reconstruction_png
            if row is None or not place:
                break
            pictures.append((place, (row.width, row.height)))
        else:
            found.append((image, pictures))
    return found


def _column(
    run: RunData, image: str, pictures: Sequence[tuple[str, tuple[int | None, int | None]]]
) -> tuple[str, list[Pixels]] | None:
    if run.folder is None:
        return None
    try:
        return image, [read_png(run.folder, place, size) for place, size in pictures]
    except RunFolderError:
        return None


def _drawn(run: RunData, lines: Sequence[str], columns: Sequence[tuple[str, list[Pixels]]]) -> ContactSheet:
    largest = max(max(pixels.shape[:2]) for _, own in columns for pixels in own)
    font = ImageFont.load_default(_FONT)
    names = [one_line(line) for line in lines]
    gutter = min(220, max(int(font.getlength(name)) for name in names) + 2 * _GAP)
    blocks = math.ceil(len(columns) / _across(len(columns), len(lines)))
    across = math.ceil(len(columns) / blocks)  # so that the last block is about as full as the others
    # What no viewer opens helps nobody: smaller tiles on a sheet of thousands.
    room = min((_MOST_SIDE - gutter) // across, _MOST_SIDE // (blocks * len(lines))) - 2 * _GAP
    tile = max(_LEAST_TILE, min(_TILE, largest, room))
    step, block = tile + _GAP, len(lines) * (tile + _GAP) + 3 * _GAP
    footer = _wrapped(protocol.line(run), font, gutter + across * step - 2 * _GAP)
    line_height = _FONT + 4
    size = (gutter + across * step + _GAP, blocks * block + len(footer) * line_height + 3 * _GAP)
    sheet = Image.new("RGB", size, _PAPER)
    draw = ImageDraw.Draw(sheet)
    for place, (_, own) in enumerate(columns):
        left, top = gutter + place % across * step, _GAP + place // across * block
        for number, pixels in enumerate(own):
            picture = Image.fromarray(pixels)
            picture.thumbnail((tile, tile), Image.Resampling.LANCZOS, reducing_gap=None)
            x, y = (tile - picture.width) // 2, (tile - picture.height) // 2
            sheet.paste(picture, (left + x, top + number * step + y))
    for index in range(blocks):
        for number, name in enumerate(names):
            y = _GAP + index * block + number * step + tile // 2
            draw.text((_GAP, y), _cut(name, font, gutter - 2 * _GAP), _INK, font, anchor="lm")
    for number, text in enumerate(footer):
        draw.text((_GAP, blocks * block + _GAP + number * line_height), text, _INK, font)
    facts = PngImagePlugin.PngInfo()
    facts.add_itxt("Title", f"VAELab contact sheet: {one_line(run.name)}")
    facts.add_itxt("Description", one_line(protocol.line(run)))
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG", optimize=False, pnginfo=facts)
    return ContactSheet(buffer.getvalue(), tuple(image for image, _ in columns), tuple(lines), tile)


def _across(columns: int, lines: int) -> int:
    """Columns of a block, so that the sheet is about three wide to two high."""
    return max(1, min(columns, round(math.sqrt(1.5 * columns * lines))))


def _cut(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int) -> str:
    while len(text) > 1 and font.getlength(text) > width:
        text = f"{text[:-2]}…" if text.endswith("…") else f"{text[:-1]}…"
    return text


def _wrapped(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int) -> list[str]:
    lines = [""]
    for word in one_line(text).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return [_cut(line, font, width) for line in lines]
