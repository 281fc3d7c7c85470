"""Drawn crops: text, lines, shapes, flat colours, ramps and marker squares.

A VAE that has seen only photographs smears text and tints flat areas. Some of the training crops are therefore drawn, by
Pillow's own font, so that no further file is needed.
"""

from __future__ import annotations

import string
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from vaelab.arrays import Color, Pixels
from vaelab.metrics.marker_columns import PATCHES

MARKER = tuple(PATCHES.values())
LETTERS = string.ascii_letters * 3 + string.digits * 2 + ".,;:!?-+=()/%&@#" + " " * 30


def draw(random: np.random.Generator, size: int) -> Pixels:
    """One drawing (size, size, 3), all of it decided by the generator."""
    kinds: tuple[Callable[[np.random.Generator, int], Image.Image], ...] = (
        _text,
        _text,
        _lines,
        _shapes,
        _ramp,
        _flat,
    )
    picture = kinds[random.integers(len(kinds))](random, size)
    if random.random() < 0.25:
        _paste_marker(picture, random)
    return np.array(picture)


def _colour(random: np.random.Generator) -> Color:
    """Any colour; a third of the time an extreme one (a corner of the RGB cube) or a grey, as charts have them."""
    choice = random.random()
    if choice < 0.2:
        red, green, blue = (int(v) * 255 for v in random.integers(2, size=3))
    elif choice < 0.35:
        red = green = blue = int(random.integers(256))
    else:
        red, green, blue = (int(v) for v in random.integers(256, size=3))
    return red, green, blue


def _ink_and_paper(random: np.random.Generator) -> tuple[Color, Color]:
    """Two colours apart in brightness; half the time black on white or the reverse."""
    if random.random() < 0.5:
        pair: tuple[Color, Color] = ((0, 0, 0), (255, 255, 255))
        return pair if random.random() < 0.7 else (pair[1], pair[0])
    ink, paper = _colour(random), _colour(random)
    if abs(sum(ink) - sum(paper)) < 150:
        ink = (0, 0, 0) if sum(paper) > 384 else (255, 255, 255)
    return ink, paper


def _text(random: np.random.Generator, size: int) -> Image.Image:
    """Lines of random letters, 6 to 24 pixels high."""
    ink, paper = _ink_and_paper(random)
    picture = Image.new("RGB", (size, size), paper)
    pen = ImageDraw.Draw(picture)
    y = -int(random.integers(8))
    mixed = random.random() < 0.5
    height = int(random.integers(6, 25))
    while y < size:
        if mixed:
            height = int(random.integers(6, 25))
        letters = "".join(LETTERS[i] for i in random.integers(len(LETTERS), size=3 * size // height))
        pen.text((-int(random.integers(12)), y), letters, fill=ink, font=ImageFont.load_default(height))
        y += height + int(random.integers(1, 6))
    return picture


def _lines(random: np.random.Generator, size: int) -> Image.Image:
    """A grating of parallel lines, a grid, or scattered lines, one to four pixels wide."""
    ink, paper = _ink_and_paper(random)
    picture = Image.new("RGB", (size, size), paper)
    pen = ImageDraw.Draw(picture)
    width = int(random.integers(1, 5))
    kind = random.integers(3)
    if kind == 2:
        for _ in range(int(random.integers(4, 16))):
            ends = [int(v) for v in random.integers(-size // 4, size + size // 4, size=4)]
            pen.line(ends, fill=ink if random.random() < 0.5 else _colour(random), width=width)
        return picture
    pitch = width + int(random.integers(1, 12))
    for at in range(int(random.integers(pitch)), size, pitch):
        pen.line((at, 0, at, size), fill=ink, width=width)
        if kind == 1:
            pen.line((0, at, size, at), fill=ink, width=width)
    turns = int(random.integers(2)) if kind == 0 else 0
    return picture.rotate(90 * turns)


def _shapes(random: np.random.Generator, size: int) -> Image.Image:
    """Overlapping rectangles, ellipses and triangles, filled or in outline; drawn at twice the size half the time."""
    scale = int(random.integers(1, 3))  # 2: edges are smooth after reduction, as in most pictures
    full = size * scale
    picture = Image.new("RGB", (full, full), _colour(random))
    pen = ImageDraw.Draw(picture)
    for _ in range(int(random.integers(2, 14))):
        x, y = (int(v) for v in random.integers(-full // 4, full, size=2))
        w, h = (int(v) for v in random.integers(4, full // 2, size=2))
        fill = None if random.random() < 0.25 else _colour(random)
        outline = _colour(random) if fill is None or random.random() < 0.3 else None
        width = int(random.integers(1, 5))
        kind = random.integers(3)
        if kind == 0:
            pen.rectangle((x, y, x + w, y + h), fill=fill, outline=outline, width=width)
        elif kind == 1:
            pen.ellipse((x, y, x + w, y + h), fill=fill, outline=outline, width=width)
        else:
            corners = [
                (int(px), int(py)) for px, py in random.integers(-full // 4, full + full // 4, size=(3, 2))
            ]
            pen.polygon(corners, fill=fill, outline=outline)
    return picture if scale == 1 else picture.resize((size, size), Image.Resampling.LANCZOS)


def _ramp(random: np.random.Generator, size: int) -> Image.Image:
    """A ramp between two colours in any direction, smooth or in steps."""
    angle = random.random() * 2 * np.pi
    y, x = np.mgrid[:size, :size] / size - 0.5
    along = x * np.cos(angle) + y * np.sin(angle)
    along = (along - along.min()) / (along.max() - along.min())
    if random.random() < 0.4:
        steps = int(random.integers(2, 17))
        along = np.minimum(np.floor(along * steps), steps - 1) / max(steps - 1, 1)
    start, end = np.array(_colour(random), float), np.array(_colour(random), float)
    values = start + along[:, :, None] * (end - start)
    return Image.fromarray(np.round(values).astype(np.uint8))


def _flat(random: np.random.Generator, size: int) -> Image.Image:
    """One colour, or a chequerboard of colour fields as on a colour chart."""
    picture = Image.new("RGB", (size, size), _colour(random))
    if random.random() < 0.5:
        return picture
    pen = ImageDraw.Draw(picture)
    field = int(random.integers(8, 49))
    for y in range(0, size, field):
        for x in range(0, size, field):
            pen.rectangle((x, y, x + field - 1, y + field - 1), fill=_colour(random))
    return picture


def _paste_marker(picture: Image.Image, random: np.random.Generator) -> None:
    """A row of five squares, black, white, red, green, blue, 16 to 32 pixels each; part of it may lie outside."""
    side = int(random.integers(16, 33))
    x, y = (
        int(random.integers(-2 * side, picture.width - side)),
        int(random.integers(0, picture.height - side + 1)),
    )
    for index, colour in enumerate(MARKER):
        left = x + index * side
        picture.paste(colour, (left, y, left + side, y + side))
