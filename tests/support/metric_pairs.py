"""Pairs of images on which metrics are compared with their references: photographs, charts, odd sizes, degenerate ones."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from skimage import data

from vaelab.arrays import Pixels
from vaelab.metrics.base import Value
from vaelab.metrics.evaluate import Meter


def photograph(name: str, height: int, width: int) -> Pixels:
    """The top left corner, below the sky, of one of scikit-image's photographs."""
    image = getattr(data, name)()
    return np.ascontiguousarray(image[40 : 40 + height, 60 : 60 + width, :3])


def jpeg(image: Pixels, quality: int) -> Pixels:
    """The image after JPEG."""
    file = io.BytesIO()
    Image.fromarray(image).save(file, "JPEG", quality=quality)
    return np.array(Image.open(file))


def blur(image: Pixels, radius: float) -> Pixels:
    """The image after a Gaussian blur."""
    return np.array(Image.fromarray(image).filter(ImageFilter.GaussianBlur(radius)))


def noise(image: Pixels, spread: float) -> Pixels:
    """The image with Gaussian noise."""
    values = image + np.random.default_rng(7).normal(0, spread, image.shape)
    return np.clip(values.round(), 0, 255).astype(np.uint8)


def contrast(image: Pixels, gain: float) -> Pixels:
    """The image with its contrast changed about mid-grey."""
    return np.clip((image.astype(float) - 128) * gain + 128, 0, 255).round().astype(np.uint8)


def grey(image: Pixels) -> Pixels:
    """The image without colour."""
    return np.repeat(image.mean(axis=2, keepdims=True), 3, axis=2).round().astype(np.uint8)


def constant(height: int, width: int, rgb: tuple[int, int, int]) -> Pixels:
    """An image of one colour."""
    return np.full((height, width, 3), rgb, dtype=np.uint8)


def random(height: int, width: int, seed: int) -> Pixels:
    """Every pixel another colour."""
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def zone_plate(side: int) -> Pixels:
    """All frequencies in all directions."""
    y, x = np.mgrid[:side, :side] / side
    wave = 127.5 + 127.5 * np.cos(np.pi * side / 2 * (x**2 + y**2))
    return np.repeat(wave.round().astype(np.uint8)[..., None], 3, axis=2)


def text(height: int, width: int) -> Pixels:
    """Dark letters and a coloured line on white."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    for row in range(4, height - 10, 14):
        draw.text((3, row), "Autoencoder 0123456789 kl", fill="black")
    draw.line((0, height, width, 0), fill=(200, 30, 90), width=2)
    return np.array(image)


def stripes(height: int, width: int, low: int, high: int) -> Pixels:
    """Columns in turn dark and bright: one frequency, the highest."""
    row = np.where(np.arange(width) % 2, high, low).astype(np.uint8)
    return np.repeat(np.broadcast_to(row, (height, width))[..., None], 3, axis=2)


def ramp(height: int, width: int) -> Pixels:
    """Blue in single steps: the weakest gradients that 8 bits hold."""
    image = np.full((height, width, 3), 90, dtype=np.uint8)
    image[..., 2] = np.arange(width) * 255 // max(width - 1, 1)
    return image


def pairs() -> dict[str, tuple[Pixels, Pixels]]:
    """Name to (original, reconstruction)."""
    astronaut, coffee = photograph("astronaut", 192, 192), photograph("coffee", 170, 201)
    cat, rocket = photograph("chelsea", 161, 173), photograph("rocket", 64, 50)
    single = constant(16, 16, (0, 0, 0))
    single[5, 9] = 255
    boundary = photograph("coffee", 48, 60)
    found = {
        "astronaut, JPEG": (astronaut, jpeg(astronaut, 60)),
        "astronaut, grey": (astronaut, grey(astronaut)),
        "astronaut, almost the same": (
            astronaut,
            np.bitwise_xor(astronaut, (random(192, 192, 2) > 254).astype(np.uint8)),
        ),
        "coffee, noise": (coffee, noise(coffee, 12)),
        "cat, blur": (cat, blur(cat, 2)),
        "cat, another picture": (cat, photograph("coffee", 161, 173)),
        "cat, negative": (cat, 255 - cat),
        "rocket, contrast": (rocket, contrast(rocket, 0.7)),
        "band boundaries": (boundary, blur(boundary, 1)),
        "zone plate": (zone_plate(170), blur(zone_plate(170), 0.7)),
        "text": (text(170, 180), jpeg(text(170, 180), 30)),
        "stripes": (stripes(64, 64, 30, 220), stripes(64, 64, 90, 140)),
        "stripes, wide": (stripes(33, 200, 0, 255), stripes(33, 200, 0, 255)[:, ::-1].copy()),
        "blue ramp": (ramp(40, 256), contrast(ramp(40, 256), 0.9)),
        "random": (random(45, 77, 0), random(45, 77, 1)),
        "one bright pixel": (single, blur(single, 1)),
        "identical": (coffee, coffee.copy()),
        "constant, another": (constant(32, 32, (10, 200, 30)), constant(32, 32, (12, 190, 35))),
        "constant, identical": (constant(170, 170, (7, 7, 7)), constant(170, 170, (7, 7, 7))),
        "constant reconstruction": (astronaut, constant(192, 192, (128, 128, 128))),
        "constant original": (constant(64, 50, (255, 0, 0)), rocket),
    }
    for height, width in (
        (1, 1),
        (1, 40),
        (40, 1),
        (2, 2),
        (8, 8),
        (9, 13),
        (10, 11),
        (11, 11),
        (30, 30),
        (31, 31),
        (31, 47),
    ):
        found[f"{height}×{width}"] = (
            photograph("chelsea", height, width),
            noise(photograph("chelsea", height, width), 9),
        )
    for height, width in ((160, 160), (161, 161), (162, 175), (175, 163)):
        small = photograph("astronaut", height, width)
        found[f"{height}×{width}"] = (small, jpeg(small, 40))
    return found


def measured(meter: Meter, x: Pixels, y: Pixels) -> dict[str, Value]:
    """What a meter says of one pair, as a run would ask it."""
    (values,) = meter.measure(meter.pictures([x]), meter.pictures([y]))
    return values
