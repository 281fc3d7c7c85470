"""Eight test charts, drawn by code: what a VAE does to colour, tone, fine detail, edges, text, lines, noise and a scene.

``python -m vaelab.images.charts.charts OUT_DIR`` writes them as PNG; they ship in ``assets/demo/charts``. Every chart is 512x512 8-bit sRGB and always the same: nothing
is random but NumPy's ``RandomState``, whose stream is frozen by NumPy's compatibility policy. All patterns are drawn in
code values (the 8-bit numbers that VAELab measures), not in linear light. Only the text chart needs a font: the one
inside Pillow, whose pixels may differ slightly between FreeType versions.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from vaelab.arrays import Color, Floats, Pixels
from vaelab.images.charts.scene import fractal_noise, scene

SIDE = 512
"""Width and height of every chart, px."""


_BLACK: Color = (0, 0, 0)
_WHITE: Color = (255, 255, 255)
_FROZEN_SEED = 20250605


def color_grid() -> Pixels:
    """Return 8x8 flat squares: the 64 colours with 10, 37, 63 or 90 % in each channel, (512, 512, 3) uint8.

    Dark at the top left, light at the bottom right: each quadrant has one blue level, in it red rises to the right and
    green downwards. No square is clipped, so a shift in either direction shows.
    """
    levels = np.round(np.array([0.1, 0.1 + 0.8 / 3, 0.1 + 1.6 / 3, 0.9]) * 255).astype(np.uint8)
    row, column = np.mgrid[0:8, 0:8]
    squares = np.stack([levels[column % 4], levels[row % 4], levels[2 * (row // 4) + column // 4]], axis=-1)
    return np.ascontiguousarray(squares.repeat(SIDE // 8, axis=0).repeat(SIDE // 8, axis=1))


def gray_ramps() -> Pixels:
    """Return eight 64 px bands of tone, (512, 512, 3) uint8.

    From the top: all 256 greys (2 px each), 16 steps, the 32 darkest greys, the 32 lightest, then red, green and blue
    from 0 to 255, and all greys backwards. Shows clipping, crushed shadows, banding and colour casts of neutral tones.
    """
    full = np.arange(SIDE) // 2
    bands = [
        (full, full, full),
        ((np.arange(SIDE) // 32) * 17,) * 3,
        (np.arange(SIDE) // 16,) * 3,
        (224 + np.arange(SIDE) // 16,) * 3,
        (full, 0 * full, 0 * full),
        (0 * full, full, 0 * full),
        (0 * full, 0 * full, full),
        (full[::-1],) * 3,
    ]
    lines = np.stack([np.stack(band, axis=-1) for band in bands]).astype(np.uint8)
    return np.ascontiguousarray(lines.repeat(SIDE // 8, axis=0))


def zone_plate() -> Pixels:
    """Return rings whose frequency grows with the radius, up to 1/2 cycle per pixel at the border, (512, 512, 3) uint8.

    The grey is ``1/2 + 1/2 w(r) cos(pi r^2 / 512)``; its local frequency is ``r / 512`` cycles per pixel. The contrast w
    falls to 0 over the last tenth before the Nyquist radius of 256 px, and the corners are flat, so no ring is aliased:
    every moiré in a reconstruction is the VAE's own.
    """
    axis = np.arange(SIDE) - (SIDE - 1) / 2
    radius = np.hypot(axis[:, None], axis[None, :])
    nyquist = SIDE / 2
    fade = np.clip((nyquist - radius) / (0.1 * nyquist), 0, 1)
    contrast = 0.5 - 0.5 * np.cos(np.pi * fade)
    return _gray(127.5 + 127.5 * contrast * np.cos(np.pi * radius**2 / SIDE))


def half_plane(distance: Floats, angle: float) -> Floats:
    """Return how much of each pixel a half-plane covers, 0 to 1: the exact area, not a sample.

    Args:
        distance: signed distance of each pixel's centre from the border, px, positive inside.
        angle: direction of the border's normal, radians.
    """
    across, down = abs(np.cos(angle)), abs(np.sin(angle))
    if min(across, down) < 1e-9:
        return np.clip(distance + 0.5, 0, 1)
    # A unit square's shadow on the normal is a trapezoid; the coverage is its integral.
    outer, inner = (across + down) / 2, abs(across - down) / 2

    def ramp(x: Floats) -> Floats:
        return np.maximum(x, 0) ** 2 / 2

    area = ramp(distance + outer) - ramp(distance + inner) - ramp(distance - inner) + ramp(distance - outer)
    return np.asarray(area / (across * down), dtype=np.float64)


def slanted_edges() -> Pixels:
    """Return sixteen turned squares, (512, 512, 3) uint8: as in ISO 12233, edges that meet the pixels in every phase.

    Rows: black and white, two near greys, red and green, blue and yellow. Columns: turned by 5, 15, 30 and 45 degrees.
    Coverage is exact along the sides; the four corner pixels are products of two sides' coverage.
    """
    pairs: list[tuple[Color, Color]] = [
        (_WHITE, _BLACK),
        ((160, 160, 160), (96, 96, 96)),
        ((200, 30, 30), (30, 150, 30)),
        ((235, 210, 40), (40, 40, 190)),
    ]
    tile, half_side = SIDE // 4, 36.0
    axis = np.arange(tile) - (tile - 1) / 2
    rows = []
    for background, foreground in pairs:
        row = []
        for degrees in (5, 15, 30, 45):
            cover = np.ones((tile, tile))
            for side in range(4):
                angle = np.deg2rad(degrees + 90 * side)
                inside = half_side - (axis[None, :] * np.cos(angle) + axis[:, None] * np.sin(angle))
                cover = cover * half_plane(inside, float(angle))
            row.append(np.asarray(background) + cover[..., None] * (np.subtract(foreground, background)))
        rows.append(np.concatenate(row, axis=1))
    return _to_bytes(np.concatenate(rows, axis=0))


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of the text chart: its words, where they begin (px), and the size of the font (px)."""

    words: str
    x: int
    y: int
    size: int


_PANELS: tuple[tuple[tuple[int, int, int, int], Color, Color], ...] = (
    ((0, 0, 256, 256), _WHITE, _BLACK),
    ((256, 0, 512, 256), _BLACK, _WHITE),
    ((0, 256, 256, 512), (250, 240, 215), (170, 20, 40)),
    ((256, 256, 512, 512), (118, 124, 132), (176, 182, 190)),
)
_FONT_SIZES = (6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 24)


def text() -> Pixels:
    """Return the same words at 6 to 24 px, black on white, white on black, coloured and faint, (512, 512, 3) uint8."""
    picture = Image.new("RGB", (SIDE, SIDE), _WHITE)
    draw = ImageDraw.Draw(picture)
    lines = text_lines()
    for number, ((left, top, right, bottom), paper, ink) in enumerate(_PANELS):
        draw.rectangle((left, top, right - 1, bottom - 1), fill=paper)
        for line in lines[number * len(_FONT_SIZES) : (number + 1) * len(_FONT_SIZES)]:
            draw.text((line.x, line.y), line.words, fill=ink, font=_font(line.size))
    return np.asarray(picture, dtype=np.uint8).copy()


def text_lines() -> tuple[TextLine, ...]:
    """Return what stands on the text chart, panel by panel, from the smallest size to the largest."""
    lines = []
    for (left, top, right, _), _, _ in _PANELS:
        y = top + 7
        for size in _FONT_SIZES:
            words = f"{size} px Hamburgefonstiv 0123456789 & @ # % quick brown fox jumps"
            while _font(size).getlength(words) > right - left - 20:
                words = words[:-1]
            lines.append(TextLine(words, left + 10, y, size))
            y += round(size * 1.24) + 3
    return tuple(lines)


def _font(size: int) -> ImageFont.FreeTypeFont:
    # The basic layout engine is always there; Raqm is not, and would kern differently.
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "Pillow was built without FreeType"
    return font.font_variant(layout_engine=ImageFont.Layout.BASIC)


def fine_lines() -> Pixels:
    """Return gratings of 1 to 8 px bars in three directions and four line targets, (512, 512, 3) uint8.

    Sixteen tiles of 128 px. Rows: vertical bars, horizontal bars and 45 degree bars of 1, 2, 4 and 8 px (the first of
    the last is the 1 px checkerboard), then single 1 px lines on white, a 2 px checkerboard, a spoke target and
    coloured 2 px bars.
    """
    tile = SIDE // 4
    y, x = np.mgrid[0:tile, 0:tile]
    widths = (1, 2, 4, 8)
    vertical = [(x // width % 2) * 255.0 for width in widths]
    horizontal = [(y // width % 2) * 255.0 for width in widths]
    diagonal = [((x + y) // width % 2) * 255.0 for width in widths]
    single = np.where((x % 16 == 8) | (y % 24 == 12), 0.0, 255.0)
    last = [_rgb(single), _rgb((x // 2 + y // 2) % 2 * 255.0), _rgb(_spokes(tile)), _color_bars(tile)]
    rows = [[_rgb(part) for part in row] for row in (vertical, horizontal, diagonal)] + [last]
    return _to_bytes(np.concatenate([np.concatenate(row, axis=1) for row in rows], axis=0))


def noise() -> Pixels:
    """Return four quadrants of noise, (512, 512, 3) uint8: what cannot be predicted, only stored.

    White grey noise (standard deviation 40), uniform colour noise, 1/f noise as natural images have it, and faint film
    grain (standard deviation 4) on a soft gradient.
    """
    half = SIDE // 2
    random = np.random.RandomState(_FROZEN_SEED)
    white = _rgb(127.5 + 40 * random.standard_normal((half, half)))
    color = random.randint(0, 256, (half, half, 3)).astype(np.float64)
    pink = 127.5 + 45 * np.stack([fractal_noise(random, half, 1.0) for _ in range(3)], axis=-1)
    gradient = np.linspace(60, 200, half)[None, :, None] + np.linspace(-20, 20, half)[:, None, None]
    grain = gradient + 4 * random.standard_normal((half, half, 3))
    return _to_bytes(np.concatenate([np.hstack([white, color]), np.hstack([pink, grain])], axis=0))


def photo_like() -> Pixels:
    """Return a drawn landscape with sky, hills, water, grass, flowers and a hut, (512, 512, 3) uint8."""
    return scene(SIDE, _FROZEN_SEED)


CHARTS: Mapping[str, Callable[[], Pixels]] = MappingProxyType(
    {
        "chart-01-color-grid": color_grid,
        "chart-02-gray-ramps": gray_ramps,
        "chart-03-zone-plate": zone_plate,
        "chart-04-slanted-edges": slanted_edges,
        "chart-05-text": text,
        "chart-06-fine-lines": fine_lines,
        "chart-07-noise": noise,
        "chart-08-scene": photo_like,
    }
)
"""Name (the file's stem) to the function that draws it, in order."""


def write(folder: Path) -> list[Path]:
    """Write all charts into ``folder`` (made if missing) as PNG, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, draw in CHARTS.items():
        path = folder / f"{name}.png"
        Image.fromarray(draw()).save(path, optimize=True)
        paths.append(path)
    return paths


def _spokes(tile: int) -> Floats:
    # 36 spokes reach Nyquist where their circle is 72 px round: inside that radius the target is flat grey.
    fine = 8
    axis = (np.arange(tile * fine) + 0.5) / fine - tile / 2
    angle = np.arctan2(axis[:, None], axis[None, :])
    radius = np.hypot(axis[:, None], axis[None, :])
    stars = np.where(np.cos(36 * angle) > 0, 255.0, 0.0)
    stars[radius < 72 / (2 * np.pi)] = 127.5
    stars[radius > tile / 2 - 4] = 255.0
    return np.asarray(stars.reshape(tile, fine, tile, fine).mean(axis=(1, 3)), dtype=np.float64)


def _color_bars(tile: int) -> Floats:
    pairs = np.array([[(255, 0, 0), (0, 0, 255)], [(0, 160, 0), (255, 0, 255)], [(255, 255, 0), (0, 0, 0)]])
    y, x = np.mgrid[0:tile, 0:tile]
    return np.asarray(pairs[np.minimum(y * 3 // tile, 2), x // 2 % 2], dtype=np.float64)


def _rgb(plane: Floats) -> Floats:
    return np.repeat(plane[..., None], 3, axis=-1)


def _gray(plane: Floats) -> Pixels:
    return _to_bytes(_rgb(plane))


def _to_bytes(values: Floats) -> Pixels:
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the charts into the folder named on the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m vaelab.images.charts.charts", description="Write VAELab's eight test charts."
    )
    parser.add_argument("folder", type=Path, metavar="OUT_DIR")
    for path in write(parser.parse_args(arguments).folder):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
