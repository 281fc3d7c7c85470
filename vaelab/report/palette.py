"""One colour and one marker shape per VAE, the same in tables, plots and reports.

The eight hues are those of Okabe and Ito (2008), which people with colour vision deficiencies can tell apart, each
darkened or lightened until it stands out from a light or a dark page by 3:1 (WCAG 2.2, 1.4.11). Shapes come along, so
that nothing is said by colour alone; with more than eight VAEs the shapes shift, and 64 pairs stay distinct.
"""

from __future__ import annotations

from dataclasses import dataclass

LIGHT = ("#0072b2", "#d55e00", "#008a64", "#b3518c", "#2a84b8", "#a87000", "#6a51a3", "#4d4d4d")
"""Colours for a light page, in order."""
DARK = ("#5aa9e6", "#ff8c42", "#2fc79a", "#e88fc1", "#7fd0f5", "#f0b429", "#b39ddb", "#c9c9c9")
"""The same hues for a dark page, in order."""
SHAPES = ("circle", "square", "triangle", "diamond", "cross", "down", "plus", "hexagon")
"""Marker shapes, in order."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one VAE is drawn: an index into LIGHT and DARK, and a shape."""

    color: int
    shape: str


def style_of(index: int) -> Style:
    """Return the style of the VAE at ``index`` (from 0) in the run's order."""
    color = index % len(LIGHT)
    return Style(color, SHAPES[(color + index // len(LIGHT)) % len(SHAPES)])


def outline(shape: str, x: float, y: float, radius: float) -> str:
    """Return the SVG path of a filled marker with about the area of a circle of ``radius``, centred on (x, y)."""
    if shape == "circle":
        r = _trim(radius)
        return f"M{_trim(x - radius)} {_trim(y)}a{r} {r} 0 1 0 {_trim(2 * radius)} 0a{r} {r} 0 1 0 {_trim(-2 * radius)} 0z"
    corners = [(x + radius * across, y + radius * down) for across, down in _CORNERS[shape]]
    return "M" + "L".join(f"{_trim(a)} {_trim(b)}" for a, b in corners) + "z"


_PLUS = [
    (-0.38, -1.15), (0.38, -1.15), (0.38, -0.38), (1.15, -0.38), (1.15, 0.38), (0.38, 0.38),
    (0.38, 1.15), (-0.38, 1.15), (-0.38, 0.38), (-1.15, 0.38), (-1.15, -0.38), (-0.38, -0.38),
]  # fmt: skip
_CORNERS: dict[str, list[tuple[float, float]]] = {
    "square": [(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)],
    "triangle": [(0, -1.2), (1.15, 0.85), (-1.15, 0.85)],
    "down": [(0, 1.2), (1.15, -0.85), (-1.15, -0.85)],
    "diamond": [(0, -1.3), (1.1, 0), (0, 1.3), (-1.1, 0)],
    "hexagon": [(-0.55, -0.95), (0.55, -0.95), (1.1, 0), (0.55, 0.95), (-0.55, 0.95), (-1.1, 0)],
    "plus": _PLUS,
    "cross": [((a - b) * 0.7071, (a + b) * 0.7071) for a, b in _PLUS],
}


def _trim(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
