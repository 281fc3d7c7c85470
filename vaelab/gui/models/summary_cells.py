"""What the cells of the table of VAEs say: second lines, tooltips, words for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from vaelab.errors import one_line
from vaelab.gui.core.engine_text import counted
from vaelab.gui.models import column_format as shown
from vaelab.gui.models import verbal_grades
from vaelab.gui.models.baseline_comparison import Versus
from vaelab.gui.models.roles import ACCESSIBLE, ALIGN, DISPLAY, LEFT, RIGHT, TOOLTIP, UNDER_ROLE
from vaelab.gui.models.summary_columns import Entry
from vaelab.report.quantities import Quantity, infinite_on
from vaelab.report.words.numbers import percent
from vaelab.score_terms import TERMS
from vaelab.text import images

_SIGNS = {1: "▲", -1: "▼", 0: "≈", None: ""}


def cell(entry: Entry, quantity: Quantity) -> str:
    """A number as reports and the clipboard have it, with three significant digits."""
    return shown.compact(quantity.value(entry))


def under(entry: Entry, quantity: Quantity, found: Versus | None, *, compared: bool) -> str:
    """The lines under a mean: on how many images it is infinite, its interval, or the difference to the baseline and how often it wins.

    Args:
        entry: of the VAE.
        quantity: of the column.
        found: how the VAE compares with the baseline, if that is known.
        compared: whether there is a baseline.
    """
    if compared:
        if found is None:
            return ""
        difference = "" if found.difference is None else signed(found.difference)
        lines = [f"{difference} {_SIGNS[found.better]}".strip()]
        if found.wins is not None:
            lines.append(wins_words(found.wins, found.n))
        return "\n".join(lines)
    infinite = infinite_on(entry, quantity.metric)
    if infinite is not None:
        return QCoreApplication.translate("SummaryModel", "∞ on {0} of {1}").format(*infinite)
    bounds = quantity.bounds(entry)
    if not bounds or bounds[0] == bounds[1]:
        return ""
    return f"[{shown.compact(bounds[0])}, {shown.compact(bounds[1])}]"


def signed(value: float) -> str:
    """A difference, with its sign."""
    return f"+{shown.compact(value)}" if value > 0 else shown.compact(value)


def wins_words(wins: int, n: int) -> str:
    """Say on how many of the images a VAE is better."""
    return QCoreApplication.translate("SummaryModel", "{0} of {1}").format(wins, n)


def tooltip(entry: Entry, quantity: Quantity, baseline: str, found: Versus | None) -> str:
    """The full value, its interval, of how many images, and the whole comparison with the baseline."""
    value = quantity.value(entry)
    lines = [f"{quantity.column.label} = {'–' if value is None else repr(value)}"]
    bounds = quantity.bounds(entry)
    if bounds:
        lines.append(
            QCoreApplication.translate(
                "SummaryModel", "95 % interval of the mean: {0:.4g} to {1:.4g}"
            ).format(*bounds)
        )
    facts = entry["metrics"].get(quantity.metric)
    if facts:
        n = (entry.get("quantities_n") or {}).get(quantity.column.name, facts["n"])
        lines.append(QCoreApplication.translate("SummaryModel", "over {0}").format(counted(images(n))))
        infinite = infinite_on(entry, quantity.metric)
        if infinite is not None:
            lines.append(
                QCoreApplication.translate(
                    "SummaryModel", "∞ on {0} of {1}; the mean is of the finite ones"
                ).format(*infinite)
            )
        if quantity.column.better == "ideal" and facts.get("distance") is not None:
            lines.append(
                QCoreApplication.translate(
                    "SummaryModel", "mean distance of the images from {0:g}: {1:.4g}"
                ).format(quantity.column.ideal, facts["distance"])
            )
    if quantity.metric == "J" and entry.get("J_shares"):
        lines += shares_lines(entry)
    if found is not None:
        lines += ["", *_versus_words(baseline, found)]
    return "\n".join(lines)


def _versus_words(baseline: str, found: Versus) -> list[str]:
    lines = [QCoreApplication.translate("SummaryModel", "Against {0}:").format(one_line(baseline))]
    if found.difference is not None:
        lines.append(
            QCoreApplication.translate("SummaryModel", "difference {0:+.4g}").format(found.difference)
        )
    if found.interval is not None:
        lines.append(
            QCoreApplication.translate("SummaryModel", "95 % interval {0:+.4g} to {1:+.4g}").format(
                *found.interval
            )
        )
    if found.wins is not None:
        lines.append(
            QCoreApplication.translate("SummaryModel", "better on {0} of {1}").format(
                found.wins, counted(images(found.n))
            )
        )
    if found.p is not None:
        lines.append(
            QCoreApplication.translate("SummaryModel", "p = {0} after Holm").format(shown.compact(found.p))
        )
    words = {
        1: QCoreApplication.translate("SummaryModel", "▲ better"),
        -1: QCoreApplication.translate("SummaryModel", "▼ worse"),
        0: QCoreApplication.translate("SummaryModel", "≈ these images do not tell them apart"),
    }
    return [*lines, words[found.better]] if found.better in words else lines


def shares_lines(entry: Entry) -> list[str]:
    """Each term's share of J, the largest first."""
    symbols = {term.name: term.symbol for term in TERMS}
    shares = sorted((entry.get("J_shares") or {}).items(), key=lambda item: -item[1])
    return [f"{symbols[name]}: {percent(share)}" for name, share in shares if share > 0]


def accessible(
    entry: Entry, quantity: Quantity, mark: int, own: float | None, others: Sequence[float]
) -> str:
    """Name, value, direction and place: "LPIPS 0.041, lower is better, best of 3".

    Args:
        entry: of the VAE.
        quantity: of the column.
        mark: 1 for the best, 2 for the second best, else 0.
        own: how far the VAE is from what is wanted; None where it is not compared.
        others: the same of all that are compared, those left out of which it cannot be said.
    """
    parts = [f"{quantity.column.label} {cell(entry, quantity)}", shown.direction_words(quantity.column)]
    if mark:
        parts.append(shown.place_words(mark, len(others)))
    elif own is not None and any(each < own for each in others):
        parts.append(shown.place_words(1 + sum(each < own for each in others), len(others)))
    return ", ".join(parts)


def profile_cell(entry: Entry, role: int) -> Any:
    """The cell of words: two or three in each line."""
    if role in (DISPLAY, UNDER_ROLE, ACCESSIBLE):
        found = verbal_grades.phrases(entry)
        half = len(found) // 2  # the second line is smaller, and has room for one more
        if role == ACCESSIBLE:
            return ", ".join(found)
        return " · ".join(found[:half] if role == DISPLAY else found[half:])
    if role == TOOLTIP:
        return verbal_grades.explanation(entry)
    return LEFT if role == ALIGN else None


def count_cell(entry: Entry, excluded: int, role: int) -> Any:
    """Of how many images the means are made, and how many are left out, and why."""
    left_out = []
    if excluded:
        left_out.append(QCoreApplication.translate("SummaryModel", "{0} excluded").format(excluded))
    if entry["images_failed"]:
        left_out.append(
            QCoreApplication.translate("SummaryModel", "{0} failed").format(entry["images_failed"])
        )
    if role == DISPLAY:
        return str(entry["n"])
    if role == UNDER_ROLE:
        return "\n".join(left_out)
    if role in (ACCESSIBLE, TOOLTIP):
        words = QCoreApplication.translate("SummaryModel", "n = {0}").format(entry["n"])
        return f"{words} ({', '.join(left_out)})" if left_out else words
    return RIGHT if role == ALIGN else None
