"""The terms of J, one row each: their weights, symbols and words, and the columns they are computed from."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One term of J.

    Attributes:
        name: of its weight, as ``--weights`` knows it.
        shape: how it follows from its columns: a row of ``results.term_shapes``.
        quantity: what it is the distance of from its ideal, as the summary names it.
        symbol: as in the formula.
        words: its weight, and what it tells.
        columns: what it is computed from over a set.
        image_columns: what it is computed from for one image.
        marker: whether it needs the calibration marker.
        most: what one image can at most add to its own score.
        part: by what name the summary keeps the quantity's interval; that of the quantity if empty.
        formula: as the formula of J writes it; as the symbol if empty.
    """

    name: str
    shape: str
    quantity: str
    symbol: str
    words: str
    columns: tuple[str, ...]
    image_columns: tuple[str, ...]
    marker: bool = False
    most: float = math.inf
    part: str = ""
    formula: str = ""


DRIFTS = ("drift_r", "drift_g", "drift_b")
SPAN = ("marker_white_original", "marker_black_original")
SPAN_REBUILT = ("marker_white_reconstruction", "marker_black_reconstruction")
GRADIENT = ("gradient_energy_reconstruction", "gradient_energy_original")
COLORS = ("colors_reconstruction", "colors_original")

# fmt: off
TERMS = (
    Term("lpips", "mean", "L_perc", "LPIPS", "λ1: perceptual distance", ("lpips",), ("lpips",), formula="L_perc"),
    Term("gradient", "ratio", "rho_G", "|1 − ρ_G|", "λ2: sharpness", GRADIENT, ("gradient_ratio",), most=1.0),
    Term("color", "ratio", "rho_C", "|1 − ρ_C|", "λ3: colour diversity", COLORS, ("color_ratio",), most=1.0),
    Term("drift", "length", "delta", "‖δ‖", "λ4: colour drift of the marker", DRIFTS, DRIFTS, marker=True, part="delta_norm", formula="‖δ‖₂"),
    Term("brightness", "bias", "b", "|b|", "λ5: brightness bias of the marker", ("brightness_bias",), ("brightness_bias",), marker=True),
    Term("contrast", "gain", "gamma", "|γ − 1|", "λ6: contrast of the marker", (*SPAN, *SPAN_REBUILT), (*SPAN, *SPAN_REBUILT), marker=True),
)
# fmt: on
"""The terms of J, in the order of its formula (λ1 … λ6)."""

FORMULA = " + ".join(f"λ{number}·{term.formula or term.symbol}" for number, term in enumerate(TERMS, 1))
