"""How the engine's columns are shown: numbers in the user's language, direction in words and signs."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QLocale

from vaelab.gui.core.engine_text import metric_description, metric_label
from vaelab.gui.i18n.noop import QT_TRANSLATE_NOOP
from vaelab.metrics.base import Column
from vaelab.metrics.registry import headlines
from vaelab.report.words.numbers import short

DEFAULT_IMAGES = tuple(column.name for column in headlines()[:8])
"""Columns of the table of images that show until the user chooses others."""


def number(value: float | None, decimals: int, *, signed: bool = False) -> str:
    """Return a number as it is shown in the user's language; a dash where there is none."""
    if value is None or math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    locale = QLocale()
    text = locale.toString(round(value, decimals) + 0.0, "f", decimals).replace(locale.negativeSign(), "−")
    return f"+{text}" if signed and value > 0 else text


def shown(column: Column, value: float | None) -> str:
    """Return one value as the tables show it."""
    return number(value, column.digits, signed=column.better == "ideal" and column.ideal == 0.0)


def title(column: Column) -> str:
    """Return the header of a column, with the formula's index set close."""
    return metric_label(column).replace("ρ_", "ρ")


# fmt: off
_DIRECTIONS = {
    "low": (QT_TRANSLATE_NOOP("columns", "↓ low"), QT_TRANSLATE_NOOP("columns", "↓ low · {0}"),
            QT_TRANSLATE_NOOP("columns", "lower is better")),
    "high": (QT_TRANSLATE_NOOP("columns", "↑ high"), QT_TRANSLATE_NOOP("columns", "↑ high · {0}"),
             QT_TRANSLATE_NOOP("columns", "higher is better")),
    "ideal": ("", "→ {0}", QT_TRANSLATE_NOOP("columns", "best at {0}")),
    "none": ("", "", QT_TRANSLATE_NOOP("columns", "for information")),
}
# fmt: on
"""By which way is better: the sign without an ideal, the sign with one, and both in words."""


def _said(text: str, column: Column) -> str:
    ideal = "" if column.ideal is None else f"{column.ideal:g}"
    return QCoreApplication.translate("columns", text).format(ideal)


def direction(column: Column) -> str:
    """Return the sign under a column's header: which way is better, and the ideal; else the unit."""
    without, with_ideal, _ = _DIRECTIONS[column.better]
    return _said(without if column.ideal is None else with_ideal, column) or column.unit or "·"


def direction_words(column: Column) -> str:
    """Return the same in words, for tooltips and screen readers."""
    return _said(_DIRECTIONS[column.better][2], column)


def place_words(place: int, of: int) -> str:
    """Return a place among several in words."""
    if place == 1:
        return QCoreApplication.translate("columns", "best of {0}").format(of)
    if place == 2:
        return QCoreApplication.translate("columns", "second best of {0}").format(of)
    return QCoreApplication.translate("columns", "place {0} of {1}").format(place, of)


def help_text(column: Column) -> str:
    """Return the tooltip of a header."""
    unit = QCoreApplication.translate("columns", "Unit: {0}. ").format(column.unit) if column.unit else ""
    words = f"{unit}{direction_words(column).capitalize()}."
    return f"<b>{metric_label(column)}</b> ({column.name})<br>{metric_description(column)}<br>{words}"


def compact(value: float | None) -> str:
    """Return a number as reports and the clipboard show it, three significant digits, with the language's decimal sign."""
    text = short(value)
    return (
        text.replace(",", "\0")
        .replace(".", QLocale().decimalPoint())
        .replace("\0", QLocale().groupSeparator())
    )
