"""High dynamic range to the range of sRGB: PQ, HLG, and the ITU's tone mapping.

203 cd/m² are white, as ITU-R BT.2408 has it for graphics and for a white sheet of paper in both systems. What is brighter
is rolled off by the EETF of ITU-R BT.2390, from the brightest value of the picture itself; a picture without anything
brighter is not tone-mapped.
"""

from __future__ import annotations

import numpy as np

from vaelab.arrays import Float32, Floats, Reals

WHITE = 203.0
"""Luminance of sRGB's white in an HDR picture, cd/m² (ITU-R BT.2408-7, table 1)."""

_HLG_PEAK = 1000.0  # nominal peak luminance of the reference display, cd/m²; its system gamma is 1.2
_HLG_GAMMA = 1.2

# SMPTE ST 2084 = ITU-R BT.2100, table 4.
_M1, _M2 = 2610 / 16384, 2523 / 4096 * 128
_C1, _C2, _C3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32


def pq_light(values: Floats) -> Floats:
    """Return the display light, 0…10 000 cd/m², of PQ values in [0, 1], any shape."""
    root = values ** (1 / _M2)
    return np.asarray(10000 * (np.maximum(root - _C1, 0) / (_C2 - _C3 * root)) ** (1 / _M1))


def pq_values(light: Reals) -> Reals:
    """Return the PQ values in [0, 1] of display light in cd/m², any shape; the inverse of ``pq_light``."""
    power = (light / 10000) ** _M1
    return np.asarray(((_C1 + _C2 * power) / (1 + _C3 * power)) ** _M2)


def hlg_scene_light(values: Floats) -> Floats:
    """Return the scene light in [0, 1] of HLG values in [0, 1], any shape (ITU-R BT.2100, table 5)."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    return np.where(values <= 0.5, values**2 / 3, (np.exp((values - c) / a) + b) / 12)


def hlg_display_light(scene: Reals, luminance: Reals) -> Reals:
    """Return what a display of 1000 cd/m² makes of scene light: the OOTF of ITU-R BT.2100.

    Args:
        scene: (..., 3) in [0, 1].
        luminance: (3,), share of each primary in the luminance.

    Returns:
        (..., 3) in cd/m².
    """
    gain = np.maximum(scene @ luminance, 0) ** (_HLG_GAMMA - 1)
    return np.asarray(_HLG_PEAK * gain[..., None] * scene)


def rolled_off(light: Reals, gains: Float32, peak: float) -> Reals:
    """Bring light up to ``peak`` into 0…WHITE by the gain of the largest of R, G and B: hue and saturation stay.

    Args:
        light: (..., 3), cd/m².
        gains: of ``roll_off_gains`` for the same peak.
        peak: largest value in the picture, cd/m².
    """
    steps = np.sqrt(np.maximum(light.max(axis=-1), 0) * ((len(gains) - 1) ** 2 / max(peak, 1e-9)))
    return np.asarray(light * gains[np.minimum(steps + 0.5, len(gains) - 1).astype(np.int32)][..., None])


def roll_off_gains(peak: float) -> Float32:
    """Return what the EETF of ITU-R BT.2390 multiplies light with, black staying black.

    Args:
        peak: largest value in the picture, cd/m²; at most WHITE leaves all light as it is.

    Returns:
        For light from 0 to ``peak``, in 65536 equal steps of its square root.
    """
    light = np.linspace(0, 1, 65536) ** 2 * peak
    if peak <= WHITE:
        return np.ones(len(light), dtype=np.float32)
    top = float(pq_values(np.array(peak)))
    white = float(pq_values(np.array(WHITE))) / top
    knee = 1.5 * white - 0.5
    share = pq_values(light) / top
    t = (np.clip(share, knee, 1) - knee) / (1 - knee)
    curve = (
        (2 * t**3 - 3 * t**2 + 1) * knee + (t**3 - 2 * t**2 + t) * (1 - knee) + (3 * t**2 - 2 * t**3) * white
    )
    bright = share >= knee
    mapped = pq_light(np.where(bright, curve, 0) * top)
    return np.where(bright, mapped / np.where(bright, light, 1), 1).astype(np.float32)
