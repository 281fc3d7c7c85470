"""How a VAE in another precision differs from the same in fp32, in one sentence, for window, Markdown and HTML alike."""

from __future__ import annotations

from vaelab.precisions import EXACT
from vaelab.report.precision_groups import PrecisionDifference, PrecisionLine, precision_groups
from vaelab.report.run.data import RunData
from vaelab.report.words.numbers import interval, short
from vaelab.text import Sentence

_SAID = ("J", "psnr", "lpips", "ssim")
"""What a sentence has room for; the table of the report has the others."""


def precision_lines(run: RunData) -> dict[str, Sentence]:
    """Return what each VAE's precision changed, by label: its values less those of fp32; none where the run has no such pair."""
    return {
        line.label: _line(line, group.reference)
        for group in precision_groups(run)
        for line in group.lines
        if any(each.column.name in _SAID for each in line.differences)
    }


def _line(line: PrecisionLine, reference: str) -> Sentence:
    shown = [each for name in _SAID for each in line.differences if each.column.name == name]
    return Sentence(
        "Difference of {0} ({1}) to {2} ({3}): {4}.",
        (line.label, line.precision, reference, EXACT, ", ".join(map(difference_words, shown))),
    )


def difference_words(difference: PrecisionDifference) -> str:
    """Return a difference with its unit and interval: ``PSNR −0.012 dB [−0.015, −0.0090]``."""
    unit = f" {difference.column.unit}" if difference.column.unit else ""
    ends = interval(difference.bounds)
    return f"{difference.column.label} {signed_short(difference.mean)}{unit}{f' {ends}' if ends else ''}"


def signed_short(value: float | None) -> str:
    """Return three significant digits with a sign; ``0`` for no difference, an en dash for none that is finite."""
    text = short(value)
    return f"+{text}" if value is not None and value > 0 else text
