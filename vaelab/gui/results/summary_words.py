"""What the cells of the table of VAEs say: second lines, tooltips, words for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from vaelab.gui.results import columns as shown
from vaelab.gui.results import profile
from vaelab.gui.results.quantities import Entry
from vaelab.gui.results.roles import ACCESSIBLE, ALIGN, DISPLAY, LEFT, RIGHT, TOOLTIP, UNDER_ROLE
from vaelab.report.table import Quantity, distance

if TYPE_CHECKING:
    from vaelab.gui.results.summary_model import SummaryModel

_SIGNS = {1: "▲", -1: "▼", 0: "≈", None: ""}


def under(model: SummaryModel, label: str, quantity: Quantity) -> str:
    """The lines under a mean: half its interval, or the difference to the baseline and how often it wins."""
    if model.baseline and model.baseline in model.labels():
        found = model.versus(label, quantity)
        if found is None:
            return ""
        difference = (
            ""
            if found.difference is None
            else shown.number(found.difference, shown.digits(quantity.column), signed=True)
        )
        lines = [f"{difference} {_SIGNS[found.better]}".strip()]
        if found.wins is not None:
            lines.append(wins_words(found.wins))
        return "\n".join(lines)
    bounds = model.interval(label, quantity)
    if not bounds:
        return ""
    return "± " + shown.number((bounds[1] - bounds[0]) / 2, shown.digits(quantity.column))


def wins_words(share: float) -> str:
    """Say on how many of the images a VAE is better."""
    return QCoreApplication.translate("SummaryModel", "wins {0} %").format(round(100 * share))


def tooltip(model: SummaryModel, label: str, quantity: Quantity) -> str:
    """The full value, its interval, of how many images, and the whole comparison with the baseline."""
    entry = model.entry(label)
    value = quantity.value(entry)
    lines = [f"{quantity.column.label} = {'–' if value is None else repr(value)}"]
    bounds = model.interval(label, quantity)
    if bounds:
        lines.append(
            QCoreApplication.translate(
                "SummaryModel", "95 % interval of the mean: {0:.4g} to {1:.4g}"
            ).format(*bounds)
        )
    facts = entry["metrics"].get(quantity.metric)
    if facts:
        lines.append(QCoreApplication.translate("SummaryModel", "over {0} images").format(facts["n"]))
    found = model.versus(label, quantity)
    if found is not None:
        lines += ["", *_versus_words(model.baseline, found)]
    return "\n".join(lines)


def _versus_words(baseline: str, found: Any) -> list[str]:
    lines = [QCoreApplication.translate("SummaryModel", "Against {0}:").format(baseline)]
    if found.difference is not None:
        lines.append(
            QCoreApplication.translate("SummaryModel", "difference {0:+.4g}").format(found.difference)
        )
    if found.interval is not None:
        lines.append(
            QCoreApplication.translate("SummaryModel", "95 % bootstrap interval {0:+.4g} to {1:+.4g}").format(
                *found.interval
            )
        )
    if found.wins is not None:
        lines.append(
            QCoreApplication.translate("SummaryModel", "better on {0} % of {1} images").format(
                round(100 * found.wins), found.n
            )
        )
    words = {
        1: QCoreApplication.translate("SummaryModel", "▲ better"),
        -1: QCoreApplication.translate("SummaryModel", "▼ worse"),
        0: QCoreApplication.translate("SummaryModel", "≈ a tie: the interval holds 0"),
    }
    return [*lines, words[found.better]] if found.better in words else lines


def accessible(model: SummaryModel, label: str, place: int) -> str:
    """Name, value, direction and place: "LPIPS 0.041, lower is better, best of 3"."""
    quantity = model.quantities[place]
    value = quantity.value(model.entry(label))
    parts = [
        f"{quantity.column.label} {shown.shown(quantity.column, value)}",
        shown.direction_words(quantity.column),
    ]
    far = [distance(quantity.column, quantity.value(model.entry(other))) for other in model.labels()]
    own = distance(quantity.column, value)
    known = [each for each in far if each is not None]
    mark = model.mark(label, place)
    if mark:
        parts.append(shown.place_words(mark, len(known)))
    elif own is not None and any(each < own for each in known):
        parts.append(shown.place_words(1 + sum(each < own for each in known), len(known)))
    return ", ".join(parts)


def profile_cell(entry: Entry, role: int) -> Any:
    """The cell of words: two or three in each line."""
    if role in (DISPLAY, UNDER_ROLE, ACCESSIBLE):
        found = profile.phrases(entry)
        half = len(found) // 2  # the second line is smaller, and has room for one more
        if role == ACCESSIBLE:
            return ", ".join(found)
        return " · ".join(found[:half] if role == DISPLAY else found[half:])
    if role == TOOLTIP:
        return profile.explanation(entry)
    return LEFT if role == ALIGN else None


def count_cell(model: SummaryModel, label: str, role: int) -> Any:
    """Of how many images the means are made, and how many are left out, and why."""
    entry = model.entry(label)
    left_out = []
    if model.excluded:
        left_out.append(QCoreApplication.translate("SummaryModel", "{0} excluded").format(model.excluded))
    if entry["images_failed"]:
        left_out.append(
            QCoreApplication.translate("SummaryModel", "{0} failed").format(entry["images_failed"])
        )
    if role == DISPLAY:
        return str(entry["images_ok"])
    if role == UNDER_ROLE:
        return "\n".join(left_out)
    if role in (ACCESSIBLE, TOOLTIP):
        words = QCoreApplication.translate("SummaryModel", "n = {0}").format(entry["images_ok"])
        return f"{words} ({', '.join(left_out)})" if left_out else words
    return RIGHT if role == ALIGN else None
