"""A verification in words and as a table, for the terminal, the window and the clipboard."""

from __future__ import annotations

import math
from collections.abc import Mapping

from vaelab.errors import one_line
from vaelab.text import Sentence, rows
from vaelab.verify.findings import Agreement, Recorded, Verification

_MOST_NAMED = 20
HEADER = ("Column", "n", "Worst", "Tolerance", "Image", "VAE")
"""Titles of the table; of a part of the summary, the last two say where in it the worst is."""


def verdict(found: Verification) -> Sentence:
    """Return in one sentence whether the run is verified, and if not, why."""
    if found.passed:
        rest = found.rows - found.recomputed - found.failed
        said = Sentence(
            "Verified: {0} of {1} recomputed from their pictures, and every number agrees",
            (found.recomputed, rows(found.rows)),
        )
        if found.failed:
            said = Sentence("{0}; {1} failed when they were measured", (said, found.failed))
        return Sentence("{0}; {1} could not be recomputed", (said, rest)) if rest else said
    return Sentence("Not verified: {0}", (tuple(_faults(found)),))


def _faults(found: Verification) -> list[Sentence]:
    off = [line.name for line in (*found.columns, *found.summary) if not line.agrees]
    faults = [each for each in found.not_recomputed if each.is_fault]
    said = []
    if off:
        said.append(Sentence("numbers do not agree in {0}", (tuple(off),)))
    if faults:
        said.append(
            Sentence("{0} cannot be read as it was measured ({1})", (faults[0].what, faults[0].reason))
        )
        if len(faults) > 1:
            said.append(Sentence("{0} more like it", (len(faults) - 1,)))
    if not found.recomputed and not faults:
        said.append(Sentence("no row has saved pictures: measure again with Save images set to all"))
    return said


def table_lines(found: Verification) -> list[tuple[str, ...]]:
    """Return the table of the worst deviations, cells in the order of :data:`HEADER`; what does not agree comes first."""
    lines = sorted((*found.columns, *found.summary), key=lambda line: line.agrees)
    return [_cells(line) for line in lines]


def _cells(line: Agreement) -> tuple[str, ...]:
    worst = line.worst
    if worst is None:
        return line.name, "0", "", "", "", ""
    if worst.difference == 0:
        return line.name, f"{line.n:,}", "0", _short(worst.allowed), "", ""
    apart = _short(worst.difference)
    if math.isinf(worst.difference):
        apart = f"{_said(worst.recorded)} ≠ {_said(worst.recomputed)}"
    return line.name, f"{line.n:,}", apart, _short(worst.allowed), *map(one_line, worst.where)


def _short(value: float) -> str:
    return f"{value:.2g}"


def _said(value: Recorded) -> str:
    if value is None:
        return "empty"
    text = f"{value:.6g}" if isinstance(value, float) else str(value)
    return one_line(text if len(text) <= 40 else f"{text[:38]} …")


def left_out_lines(found: Verification) -> list[Sentence]:
    """Return what was not recomputed and why, what has one reason together; what ought to be there first."""
    groups: dict[tuple[bool, Sentence], list[str]] = {}
    for each in sorted(found.not_recomputed, key=lambda each: not each.is_fault):
        groups.setdefault((each.is_fault, each.reason), []).append(each.what)
    return [_left_out(names, reason) for (_, reason), names in groups.items()]


def _left_out(names: list[str], reason: Sentence) -> Sentence:
    shown = ", ".join(names[:_MOST_NAMED])
    if len(names) <= _MOST_NAMED:
        return Sentence("Not recomputed: {0}: {1}", (shown, reason))
    return Sentence("Not recomputed: {0} and {1} more: {2}", (shown, len(names) - _MOST_NAMED, reason))


def versions_line(versions: Mapping[str, str]) -> str:
    """Return the libraries and their versions in a line."""
    return ", ".join(f"{name} {version}" for name, version in versions.items())


def markdown(found: Verification) -> str:
    """Return everything as Markdown, to paste."""
    from vaelab.report.formats.text import escape_markdown

    def line(cells: tuple[str, ...]) -> str:
        return f"| {' | '.join(map(escape_markdown, cells))} |"

    body = [line(HEADER), "|---|---:|---:|---:|---|---|", *map(line, table_lines(found))]
    rest = [escape_markdown(str(each)) for each in left_out_lines(found)]
    last = escape_markdown(f"{found.date} · {versions_line(found.versions)}")
    return "\n\n".join([escape_markdown(str(verdict(found))), "\n".join(body), *rest, last]) + "\n"
