"""The page of metrics, from the registry and the table of definitions: ``python -m vaelab.metrics.page docs/metrics.md``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from vaelab.metrics.base import Column, MetricSpec
from vaelab.metrics.definitions import DEFINITIONS, OVER_THE_SET, Definition
from vaelab.metrics.registry import METRICS

_HEAD = """# What VAELab measures

Written by `python -m vaelab.metrics.page docs/metrics.md` from `vaelab/metrics/registry.py` and `vaelab/metrics/definitions.py`:
change it there.

Every fidelity metric is computed from two 8-bit RGB images, the original x that the VAE was given and the reconstruction x̂ that
came back, clamped to [0, 1] and rounded to 8 bits. So every number can be computed again from two PNG files. A value that is
not defined for an image is empty, and the row's note says why. “Checked against” names the independent implementation that the
tests compare with on photographs, charts, odd sizes and constant images, and how far the value may be from it.
"""

_SYMBOLS = (
    ("x, x̂", "original and reconstruction, H × W × 3 values"),
    ("u8", "a channel's value from 0 to 255"),
    ("[0, 1], [-1, 1]", "u8 / 255 and u8 / 127.5 − 1"),
    ("Y", "luma, 0.299 R + 0.587 G + 0.114 B, in u8, not rounded (Rec. 601)"),
    ("dx, dy", "differences of Y between neighbours in a row and in a column, u8"),
    ("F(x)", "two-dimensional discrete Fourier transform of Y less its mean, the DC term left out"),
    ("radius", "√(fx² + fy²) of a frequency, cycles per pixel"),
    ("z, μ, σ²", "latent, mean (which is the mode) and variance of the posterior q(z|x)"),
    ("G, C", "gradient energy and number of colours of one image"),
    (
        "m_black, m_white, r, g, b",
        "means of the marker's patches in [0, 1]: all channels for black and white, else its own",
    ),
    ("k, n", "a number of images, and that of all images"),
    ("λ1 … λ6", "weights of the terms of J"),
)

_INTRODUCTIONS = {
    "latent": "Of the posterior before any scaling factor. A VAE without a posterior has no KL and no posterior variance, one without a codebook no codes.",
    "marker": "A row of five square patches, black, white, red, green, blue from left to right (0 and 255 in the channels), in a corner of the image. With `separate`, the default, an image "
    "goes through the VAE a second time with the marker in it, and only these columns are of that pass; with `embedded` there is one pass with the marker in the picture, and the content metrics, "
    "for which the patches are put back to the original's pixels, carry its influence; with `off` these columns are empty. Patches are read on the inner square that is left when a quarter of "
    "the side is cut off each edge, with preset `classic` (8 px) over their whole area. Runs that differ in mode, preset or patch size are never ranked together.",
    "score": "J of one image. Its terms and J over the set are at the end of this page.",
    "speed": "No fidelity: what it took.",
    "text": "Needs the extra `text`. The run records which OCR read; runs with another are not compared.",
    "clip": "Needs the extra `clip` and a folder with a CLIP model, which the setting `clip` names; the run records the SHA-256 of its files, and runs with another model are not "
    "compared. `all` leaves it out: it is asked for by name.",
    "output": "What the 8-bit image hides, over the elements of the decoder's output.",
}

_OVER_THE_SET = """## Over the set

Quantities of the formulas, over the images that all VAEs of a table have finished.
"""

_BETTER = {
    "low": "lower",
    "high": "higher",
    "ideal": "nearer to the ideal",
    "none": "neither: it informs",
}


def page() -> str:
    """Return the page, Markdown."""
    parts = [_HEAD, "## Symbols\n", _table(("symbol", "meaning"), _SYMBOLS)]
    for spec in METRICS:
        parts += _metric(spec)
    parts += [
        _OVER_THE_SET,
        _table(("quantity", "formula"), ((f"**{n}**", d.formula) for n, d in OVER_THE_SET.items())),
    ]
    parts += _notes(OVER_THE_SET)
    return "\n".join(parts)


def main(arguments: Sequence[str]) -> int:
    """Write the page to the path given; returns the exit status."""
    if len(arguments) != 1:
        sys.stderr.write(
            "The page of metrics needs one place to go to: python -m vaelab.metrics.page docs/metrics.md\n"
        )
        return 2
    Path(arguments[0]).write_text(page(), encoding="utf-8", newline="\n")
    return 0


def _metric(spec: MetricSpec) -> Iterator[str]:
    yield f"## {spec.name}\n"
    if spec.name in _INTRODUCTIONS:
        yield f"{_INTRODUCTIONS[spec.name]}\n"
    columns = ("column", "name", "formula", "unit", "better", "ideal", "checked against", "tolerance")
    yield _table(columns, (_cells(column, DEFINITIONS[column.name]) for column in spec.columns))
    yield from _notes({f"`{column.name}`": DEFINITIONS[column.name] for column in spec.columns})


def _cells(column: Column, definition: Definition) -> tuple[str, ...]:
    return (
        f"`{column.name}`",
        column.label,
        definition.formula,
        column.unit or "–",
        _BETTER[column.better],
        "–" if column.ideal is None else f"{column.ideal:g}",
        definition.reference or "–",
        _tolerance(definition),
    )


def _tolerance(definition: Definition) -> str:
    if definition.absolute is not None:
        return "exactly equal" if definition.absolute == 0 else f"{_short(definition.absolute)} absolute"
    return "–" if definition.relative is None else f"{_short(definition.relative)} relative"


def _short(value: float) -> str:
    mantissa, exponent = f"{value:e}".split("e")
    return f"{float(mantissa):g}e{int(exponent)}"


def _notes(definitions: Mapping[str, Definition]) -> Iterator[str]:
    """What moves each and what it cannot tell, said once of all that share it."""
    yield _grouped("What moves it", definitions, lambda definition: definition.moves)
    yield _grouped("What it cannot tell", definitions, lambda definition: definition.silent)


def _grouped(title: str, definitions: Mapping[str, Definition], say: Callable[[Definition], str]) -> str:
    said: dict[str, list[str]] = {}
    for name, definition in definitions.items():
        said.setdefault(say(definition), []).append(name)
    lines = [f"- {', '.join(names)}: {text}" for text, names in said.items()]
    if len(said) == 1:
        lines = list(said)
    return f"**{title}**\n\n" + "\n".join(lines) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
