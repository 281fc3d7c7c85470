"""The landscape among the test charts: smooth sky, textured hills, rippled water, grass, saturated small things."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from vaelab.arrays import Floats, Pixels

_HORIZON = 0.56
_SHORE = 0.80


def fractal_noise(random: np.random.RandomState, side: int, exponent: float) -> Floats:
    """Return (side, side) noise with amplitude spectrum 1/f**exponent, mean 0, standard deviation 1, periodic."""
    spectrum = np.fft.rfft2(random.standard_normal((side, side)))
    frequency = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.rfftfreq(side)[None, :])
    frequency[0, 0] = np.inf
    values = np.fft.irfft2(spectrum / frequency**exponent, s=(side, side))
    return np.asarray((values - values.mean()) / values.std(), dtype=np.float64)


def scene(side: int, seed: int) -> Pixels:
    """Return the landscape, (side, side, 3) uint8, drawn at twice the size and averaged down."""
    random = np.random.RandomState(seed)
    big = 2 * side
    canvas = _sky(random, big)
    _hills(random, canvas)
    _water(random, canvas)
    canvas = _meadow(random, canvas)
    small = canvas.reshape(side, 2, side, 2, 3).mean(axis=(1, 3))
    grain = 1.5 * random.standard_normal((side, side, 1))
    return np.asarray(np.clip(np.rint(small + grain), 0, 255), dtype=np.uint8)


def _blend(canvas: Floats, color: Floats | tuple[float, float, float], cover: Floats) -> None:
    canvas += cover[..., None] * (np.asarray(color, dtype=np.float64) - canvas)


def _sky(random: np.random.RandomState, side: int) -> Floats:
    y = np.linspace(0, 1, side)[:, None]
    x = np.linspace(0, 1, side)[None, :]
    stops = [0.0, 0.35, _HORIZON, 1.0]
    zenith_to_haze = np.array([(46, 96, 168), (120, 168, 212), (250, 214, 168), (250, 214, 168)], dtype=float)
    column = np.stack([np.interp(y[:, 0], stops, zenith_to_haze[:, c]) for c in range(3)], axis=-1)
    canvas = np.repeat(column[:, None, :], side, axis=1)
    glow = np.exp(-(((x - 0.68) / 0.22) ** 2 + ((y - 0.44) / 0.16) ** 2))
    _blend(canvas, (255, 236, 190), 0.75 * glow)
    puffs = fractal_noise(random, side, 1.7)
    # Clouds lie flatter than they are high: squeeze the noise vertically by reading every second row.
    puffs = np.roll(np.concatenate([puffs[::2], puffs[::2]]), side // 5, axis=0)
    cover = np.clip((puffs - 0.35) / 1.3, 0, 1) * np.clip((0.50 - y) / 0.18, 0, 1)
    shade = np.clip(puffs - np.roll(puffs, 14, axis=0), -0.6, 0.6)[..., None]
    _blend(canvas, np.array([250.0, 246.0, 242.0]) + 60 * np.minimum(shade, 0), 0.92 * cover)
    return canvas


def _hills(random: np.random.RandomState, canvas: Floats) -> None:
    side = canvas.shape[0]
    rows = np.arange(side)[:, None] / side
    # base height, relief, colour: far ranges are pale with haze, near ones dark and rough
    ranges = [
        (0.43, 0.055, (150, 164, 190), 6.0),
        (0.47, 0.045, (104, 126, 150), 10.0),
        (0.51, 0.035, (62, 92, 84), 16.0),
    ]
    for base, relief, color, roughness in ranges:
        profile = fractal_noise(random, side, 1.35)[side // 3]
        smooth = np.convolve(np.pad(profile, 6, mode="wrap"), np.ones(13) / 13, mode="valid")
        crest = base - relief * smooth
        cover = np.clip((rows - crest[None, :]) * side, 0, 1) * (rows < _HORIZON)
        relief_light = fractal_noise(random, side, 1.1)
        light = relief_light - np.roll(relief_light, (3, 5), axis=(0, 1))
        lit = np.asarray(color, dtype=np.float64) + roughness * np.clip(light, -2.5, 2.5)[..., None]
        haze = np.clip((rows - crest[None, :]) / 0.16, 0, 1)[..., None]
        _blend(canvas, lit + haze * 0.25 * (np.array([236.0, 214.0, 190.0]) - lit), cover)


def _water(random: np.random.RandomState, canvas: Floats) -> None:
    side = canvas.shape[0]
    top = round(_HORIZON * side)
    depth = np.arange(side - top)
    ripples = fractal_noise(random, side, 1.2)[: side - top]
    # Perspective: waves near the viewer are longer, so each line reads the noise from a stretched row.
    near = depth / (side - top)
    rows = (np.sqrt(near) * 0.9 * (side - top - 1)).astype(int)
    wave = ripples[rows]
    mirrored = (
        top - 1 - np.clip(depth[:, None] + np.rint(wave * (2 + 16 * near[:, None])).astype(int), 0, top - 1)
    )
    columns = np.broadcast_to(np.arange(side)[None, :], mirrored.shape)
    reflection = canvas[mirrored, columns]
    tint = np.array([38.0, 74.0, 92.0])
    canvas[top:] = reflection + (0.22 + 0.45 * near)[:, None, None] * (tint - reflection)
    x = np.linspace(0, 1, side)[None, :]
    glitter = np.clip((wave - 1.0) / 0.8, 0, 1) * np.exp(-(((x - 0.68) / 0.10) ** 2))
    canvas[top:] += 0.8 * glitter[..., None] * (np.array([255.0, 240.0, 205.0]) - canvas[top:])


def _meadow(random: np.random.RandomState, canvas: Floats) -> Floats:
    side = canvas.shape[0]
    picture = Image.fromarray(np.clip(np.rint(canvas), 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    _hut(draw, side)
    bank = [round(side * (_SHORE + 0.025 * np.sin(2.2 * x / side + 0.6))) for x in range(side + 1)]
    draw.polygon([*enumerate(bank), (side, side), (0, side)], fill=(58, 74, 32))
    for index in range(5200):
        x = int(random.randint(0, side))
        y = int(bank[x] + (side - bank[x]) * np.sqrt((index + 1) / 5200))
        near = (y - bank[x]) / (side - bank[x] + 1)
        length, lean = 8 + 46 * near * random.random_sample(), 14 * (random.random_sample() - 0.5)
        green = 70 + 90 * random.random_sample()
        color = (int(green * (0.45 + 0.45 * random.random_sample())), int(green), int(green * 0.28))
        draw.line((x, y, int(x + lean), int(y - length)), fill=color, width=1 + int(2.4 * near))
    petals = [(214, 38, 44), (246, 200, 40), (150, 70, 190), (244, 244, 240)]
    for index in range(120):
        x = int(random.randint(0, side))
        y = int(bank[x] + 12 + (side - bank[x] - 24) * random.random_sample())
        size = 2 + round(9 * (y - bank[x]) / (side - bank[x]))
        draw.ellipse((x - size, y - size, x + size, y + size), fill=petals[index % 4])
        if size > 5:
            draw.ellipse((x - size // 3, y - size // 3, x + size // 3, y + size // 3), fill=(90, 60, 20))
    return np.asarray(picture, dtype=np.float64)


def _hut(draw: ImageDraw.ImageDraw, side: int) -> None:
    unit = side / 512

    def points(*pairs: tuple[float, float]) -> list[tuple[int, int]]:
        return [(round(x * unit), round(y * unit)) for x, y in pairs]

    draw.polygon(points((62, 352), (128, 352), (128, 420), (62, 420)), fill=(158, 42, 34))
    draw.polygon(points((128, 352), (166, 344), (166, 416), (128, 420)), fill=(112, 28, 26))
    draw.polygon(points((54, 354), (95, 322), (136, 354)), fill=(70, 62, 64))
    draw.polygon(points((95, 322), (136, 354), (174, 345), (136, 316)), fill=(92, 84, 86))
    for x in range(66, 128, 6):
        draw.line(points((x, 356), (x, 419)), fill=(128, 32, 28), width=2)
    for left in (72, 102):
        draw.polygon(
            points((left, 368), (left + 16, 368), (left + 16, 386), (left, 386)), fill=(250, 240, 220)
        )
        draw.polygon(
            points((left + 2, 370), (left + 14, 370), (left + 14, 384), (left + 2, 384)), fill=(255, 196, 84)
        )
        draw.line(points((left + 8, 370), (left + 8, 384)), fill=(250, 240, 220), width=3)
