"""From an RGB space that is known by its numbers to 8-bit sRGB, at the file's full depth."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from vaelab.arrays import Float32, Floats, Pixels, Reals
from vaelab.images.color.claim import RgbSpace, Xy
from vaelab.images.color.hdr import WHITE, hlg_display_light, roll_off_gains, rolled_off

_STRIP = 1 << 20  # pixels that are light at the same time: as floats they take twelve times the room

_SRGB_PRIMARIES: tuple[Xy, Xy, Xy] = ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060))
_D65: Xy = (0.3127, 0.3290)

# Bradford's cone responses, as ICC profiles use them (ICC.1:2022, annex E).
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


def space_to_srgb(
    values: NDArray[np.unsignedinteger], white: int, space: RgbSpace
) -> tuple[Pixels | None, tuple[str, ...]]:
    """Convert to sRGB; relative colorimetric, colours outside sRGB clipped channel by channel.

    Args:
        values: (H, W, 1) grey or (H, W, 3), 0…``white``.
        white: largest value of the file's depth, 255…65535.
        space: what they mean.

    Returns:
        uint8 (H, W, 3), or None where the space is sRGB within one 8-bit level and nothing is to be done; notes.

    Raises:
        ValueError: the primaries span no colour space.
    """
    to_xyz = _rgb_to_xyz(space.primaries, space.white)
    matrix = _to_srgb_matrix(to_xyz, space.white)
    table = _light_table(white, space)
    if space.transfer.light == "relative":
        if _is_srgb(space, matrix):
            return None, ()
        return _encoded(_relative(values, table), values.shape, matrix), (f"{space.name} converted to sRGB",)
    luminance = to_xyz[1].astype(np.float32)
    peak = max((float(light.max()) for _, light in _display(values, table, space, luminance)), default=0.0)
    gains = roll_off_gains(peak)
    strips = (
        (top, rolled_off(light, gains, peak) / WHITE)
        for top, light in _display(values, table, space, luminance)
    )
    mapping = f"; tone-mapped by the BT.2390 EETF from {peak:.0f} cd/m²" if round(peak) > WHITE else ""
    note = f"{space.name} converted to sRGB, {WHITE:.0f} cd/m² as white{mapping}"
    return _encoded(strips, values.shape, matrix), (note,)


def is_space(space: RgbSpace) -> bool:
    """Whether the primaries and the white span a colour space at all."""
    try:
        matrix = _to_srgb_matrix(_rgb_to_xyz(space.primaries, space.white), space.white)
    except (ValueError, np.linalg.LinAlgError, ZeroDivisionError):
        return False
    return bool(np.isfinite(matrix).all() and np.abs(matrix).max() < 100)


def _light_table(white: int, space: RgbSpace) -> Float32:
    levels = np.arange(white + 1, dtype=np.float64)
    if space.full_range:
        shares = levels / white
    else:
        step = (white + 1) / 256
        shares = (levels - 16 * step) / (219 * step)
    return space.transfer.to_light(shares.clip(0, 1)).astype(np.float32)


def _strips(values: NDArray[np.unsignedinteger]) -> Iterator[tuple[int, NDArray[np.unsignedinteger]]]:
    rows = max(1, _STRIP // values.shape[1])
    for top in range(0, values.shape[0], rows):
        yield top, np.broadcast_to(values[top : top + rows], (*values[top : top + rows].shape[:2], 3))


def _relative(values: NDArray[np.unsignedinteger], table: Float32) -> Iterator[tuple[int, Reals]]:
    for top, strip in _strips(values):
        yield top, table[strip]


def _display(
    values: NDArray[np.unsignedinteger],
    table: Float32,
    space: RgbSpace,
    luminance: Float32,
) -> Iterator[tuple[int, Reals]]:
    """Yield strips of the light that a display shows, cd/m²."""
    for top, strip in _strips(values):
        light = table[strip]
        yield top, hlg_display_light(light, luminance) if space.transfer.light == "scene" else light


def _encoded(strips: Iterator[tuple[int, Reals]], shape: tuple[int, ...], matrix: Floats) -> Pixels:
    encoded = np.empty((shape[0], shape[1], 3), dtype=np.uint8)
    curve = _srgb_curve()
    turn = (matrix.T * (len(curve) - 1)).astype(np.float32)
    for top, light in strips:
        steps = light.astype(np.float32, copy=False) @ turn
        steps += 0.5
        np.clip(steps, 0, len(curve) - 1, out=steps)
        encoded[top : top + light.shape[0]] = curve[steps.astype(np.int32)]
    return encoded


@cache
def _srgb_curve() -> Pixels:
    """Return the 8-bit sRGB values of linear light in a million steps, the darkest 0.003 levels apart (IEC 61966-2-1)."""
    linear = np.linspace(0, 1, 1 << 20)
    values = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray(np.rint(values * 255).astype(np.uint8))


def _is_srgb(space: RgbSpace, matrix: Floats) -> bool:
    """Whether no colour moves by more than one 8-bit level: the same rule as for ICC profiles."""
    levels = np.linspace(0, 255, 16).astype(np.uint8)
    colors = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(16, 256, 3)
    greys = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    probe = np.concatenate([greys, colors])
    after = _encoded(_relative(probe, _light_table(255, space)), probe.shape, matrix)
    return int(np.abs(after.astype(np.int16) - probe).max()) <= 1


def _rgb_to_xyz(primaries: tuple[Xy, Xy, Xy], white: Xy) -> Floats:
    """Return the matrix from linear RGB to XYZ in which white has Y = 1 (SMPTE RP 177)."""
    corners = np.array([(x, y, 1 - x - y) for x, y in primaries]).T
    return corners * np.linalg.solve(corners, _xyz(white))


def _to_srgb_matrix(to_xyz: Floats, white: Xy) -> Floats:
    cones = (_BRADFORD @ _xyz(_D65)) / (_BRADFORD @ _xyz(white))
    adapted = np.linalg.inv(_BRADFORD) @ (cones[:, None] * _BRADFORD)
    return np.asarray(np.linalg.inv(_rgb_to_xyz(_SRGB_PRIMARIES, _D65)) @ adapted @ to_xyz)


def _xyz(white: Xy) -> Floats:
    x, y = white
    return np.array([x / y, 1.0, (1 - x - y) / y])
