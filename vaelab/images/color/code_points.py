"""The colour code points of Rec. ITU-T H.273 (CICP): PNG's cICP chunk, AVIF's and HEIF's nclx box.

Light is what the inverse of each formula of H.273, table 3, gives: for PQ the light of the display, for the curves of
cameras (BT.709, BT.601, BT.2020) that of the scene, as the standard has them; no rendering for dim surrounds (BT.1886).
"""

from __future__ import annotations

from functools import partial

import numpy as np

from vaelab.arrays import Floats
from vaelab.images.color.claim import RgbSpace, Transfer, Xy
from vaelab.images.color.hdr import hlg_scene_light, pq_light

_D65: Xy = (0.3127, 0.3290)
_C: Xy = (0.310, 0.316)

_PRIMARIES: dict[int, tuple[str, tuple[Xy, Xy, Xy], Xy]] = {
    1: ("BT.709", ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060)), _D65),
    4: ("BT.470 M", ((0.67, 0.33), (0.21, 0.71), (0.14, 0.08)), _C),
    5: ("BT.601 625", ((0.64, 0.33), (0.29, 0.60), (0.15, 0.06)), _D65),
    6: ("BT.601 525", ((0.630, 0.340), (0.310, 0.595), (0.155, 0.070)), _D65),
    7: ("SMPTE 240M", ((0.630, 0.340), (0.310, 0.595), (0.155, 0.070)), _D65),
    8: ("film", ((0.681, 0.319), (0.243, 0.692), (0.145, 0.049)), _C),
    9: ("BT.2020", ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)), _D65),
    10: ("XYZ", ((1.0, 0.0), (0.0, 1.0), (0.0, 0.0)), (1 / 3, 1 / 3)),
    11: ("DCI-P3", ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)), (0.314, 0.351)),
    12: ("Display P3", ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)), _D65),
    22: ("EBU 3213", ((0.630, 0.340), (0.295, 0.605), (0.155, 0.077)), _D65),
}
"""H.273, table 2: code, name, red, green, blue, white."""

_UNSPECIFIED = 2


def _srgb_light(values: Floats) -> Floats:
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def power_curve(exponent: float) -> Transfer:
    """Return the curve that raises values to a power."""
    return Transfer(f"gamma {exponent:.3g}", "relative", partial(_power_light, exponent=exponent))


def _power_light(values: Floats, exponent: float) -> Floats:
    return np.power(values, exponent)


def _camera_light(values: Floats, alpha: float, beta: float, slope: float) -> Floats:
    return np.where(values < slope * beta, values / slope, ((values + alpha - 1) / alpha) ** (1 / 0.45))


def _log_light(values: Floats, decades: float) -> Floats:
    return np.where(values > 0, 10.0 ** (decades * (values - 1)), 0.0)


def _cinema_light(values: Floats) -> Floats:
    return 52.37 / 48 * values**2.6


# α and β to the digits that make the two pieces meet (H.273, 8.2).
_BT709 = partial(_camera_light, alpha=1.099296826809442, beta=0.018053968510807, slope=4.5)
_SMPTE240 = partial(_camera_light, alpha=1.111572195921731, beta=0.022821585529445, slope=4.0)

_TRANSFERS: dict[int, Transfer] = {
    1: Transfer("BT.709 curve", "relative", _BT709),
    4: power_curve(2.2),
    5: power_curve(2.8),
    6: Transfer("BT.601 curve", "relative", _BT709),
    7: Transfer("SMPTE 240M curve", "relative", _SMPTE240),
    8: Transfer("linear", "relative", partial(_power_light, exponent=1.0)),
    9: Transfer("logarithmic 100:1", "relative", partial(_log_light, decades=2.0)),
    10: Transfer("logarithmic 316:1", "relative", partial(_log_light, decades=2.5)),
    11: Transfer("xvYCC curve", "relative", _BT709),
    12: Transfer("BT.1361 curve", "relative", _BT709),
    13: Transfer("sRGB curve", "relative", _srgb_light),
    14: Transfer("BT.2020 curve", "relative", _BT709),
    15: Transfer("BT.2020 curve", "relative", _BT709),
    16: Transfer("PQ", "cd/m2", pq_light),
    17: Transfer("SMPTE 428 curve", "relative", _cinema_light),
    18: Transfer("HLG", "scene", hlg_scene_light),
}
"""H.273, table 3."""


def space_of(
    primaries: int, transfer: int, *, source: str, full_range: bool = True, default: bool = False
) -> RgbSpace | None:
    """Return the space that two code points name, or None where one of them is reserved.

    Args:
        primaries: ColourPrimaries, H.273 table 2.
        transfer: TransferCharacteristics, H.273 table 3.
        source: where they stood, for the space's name.
        full_range: VideoFullRangeFlag; True where the decoder has undone the range already.
        default: 2, "unspecified", means sRGB's (MIAF, ISO/IEC 23000-22, 7.3.6.4); else it names nothing.
    """
    if default:
        primaries = 1 if primaries == _UNSPECIFIED else primaries
        transfer = 13 if transfer == _UNSPECIFIED else transfer
    if primaries not in _PRIMARIES or transfer not in _TRANSFERS:
        return None
    name, corners, white = _PRIMARIES[primaries]
    curve = _TRANSFERS[transfer]
    narrow = "" if full_range else ", narrow range"
    return RgbSpace(f"{source} {name}, {curve.name}{narrow}", corners, white, curve, full_range)
