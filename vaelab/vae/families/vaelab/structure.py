"""The tensors of VAELab's own VAEs, from the shapes of a file. No torch here."""

from __future__ import annotations

from collections.abc import Iterator

from vaelab.vae.families.structure import Structure, TensorEntry, conv
from vaelab.vae.recognized import RecognizedVAE, Shapes


def structure(vae: RecognizedVAE, shapes: Shapes) -> Structure | None:
    """The tensors; None where one lacks that says how large the others are, for the class to say."""
    try:
        return dict(_linear("", shapes["logvar"][0]) if vae.family == "linear" else _mini(shapes))
    except LookupError:
        return None


def _linear(start: str, channels: int) -> Iterator[TensorEntry]:
    """VAELab's own, from ``vaelab train``."""
    for name, shape in (
        ("encoder_weight", (channels, 3, 8, 8)),
        ("encoder_bias", (channels,)),
        ("decoder_weight", (channels, 3, 8, 8)),
        ("decoder_bias", (3, 8, 8)),
        ("logvar", (channels,)),
    ):
        yield f"{start}{name}", (shape, True)


def _mini(shapes: Shapes) -> Iterator[TensorEntry]:
    """VAELab's own; how many residual blocks of a width a half has, its class counts as well."""
    channels = shapes["linear.logvar"][0]
    quarter, eighth = shapes["encoder.1.weight"][0], shapes["decoder.0.weight"][0]
    yield from _linear("linear.", channels)
    for half, first, ways, last in (
        ("encoder", (48, quarter, 3), (quarter, eighth), 2 * channels),
        ("decoder", (channels, eighth, 3), (eighth, quarter), 48),
    ):
        # Before the encoder's first convolution pixels are folded, after the decoder's second one they are unfolded.
        place = 1 if half == "encoder" else 0
        yield from conv(f"{half}.{place}", *first)
        counts = [_residuals(shapes, half, width) for width in ways]
        for index in range(counts[0]):
            yield from _own_block(f"{half}.{place + 1 + index}", ways[0])
        place += counts[0] + (2 if half == "encoder" else 1)
        inputs, outputs = (4 * quarter, eighth) if half == "encoder" else (eighth, 4 * quarter)
        yield from conv(f"{half}.{place}", inputs, outputs, 1)
        place += 1 if half == "encoder" else 2
        for index in range(counts[1]):
            yield from _own_block(f"{half}.{place + index}", ways[1])
        yield from conv(f"{half}.{place + counts[1] + 2}", ways[1], last)


def _residuals(shapes: Shapes, half: str, width: int) -> int:
    return sum(
        name.startswith(half) and name.endswith(".first.weight") and shape[:1] == (width,)
        for name, shape in shapes.items()
    )


def _own_block(name: str, width: int) -> Iterator[TensorEntry]:
    yield from conv(f"{name}.first", width, width)
    yield from conv(f"{name}.second", width, width)
