"""A VAE in words: fidelity, sharpness, contrast, colour, stability, each with its thresholds at hand.

The words and the first three scales follow the published verdicts on 150 photographs (LPIPS 0.041 very good, 0.055 good; gradient
ratio 0.889 moderate, 0.587 poor; contrast gain 0.814 weak), which do not state their thresholds: ours do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from vaelab.gui.results.columns import number
from vaelab.gui.results.quantities import Entry
from vaelab.report.table import mean


@dataclass(frozen=True)
class Aspect:
    """One thing that is judged.

    Attributes:
        name: key of its words.
        of: what is measured, as in a formula.
        value: reads it from a VAE's entry: 0 is perfect, larger is worse; None where it was not measured.
        bounds: up to which value it is excellent, very good, good, moderate, weak; beyond the last it is poor.
    """

    name: str
    of: str
    value: Callable[[Entry], float | None]
    bounds: tuple[float, float, float, float, float]


@dataclass(frozen=True)
class Judgement:
    """An aspect of one VAE, and its grade: 0 for excellent to 5 for poor."""

    aspect: Aspect
    value: float
    grade: int


def _from_one(key: str) -> Callable[[Entry], float | None]:
    return lambda entry: None if entry.get(key) is None else abs(1.0 - float(entry[key]))


def _spread_of_contrast(entry: Entry) -> float | None:
    facts = (entry.get("metrics") or {}).get("contrast_gain") or {}
    return facts.get("std") if facts.get("n", 0) > 1 else None


ASPECTS = (
    Aspect("fidelity", "LPIPS", lambda entry: entry.get("L_perc"), (0.02, 0.045, 0.08, 0.15, 0.3)),
    Aspect("sharpness", "|1 − ρG|", _from_one("rho_G"), (0.03, 0.06, 0.1, 0.2, 0.35)),
    Aspect("contrast", "|1 − γ|", _from_one("gamma"), (0.02, 0.05, 0.1, 0.15, 0.25)),
    Aspect("color", "ΔE", lambda entry: mean(entry, "delta_e_mean"), (1.0, 2.0, 3.5, 5.0, 10.0)),
    Aspect("stability", "σ(γ)", _spread_of_contrast, (0.005, 0.01, 0.02, 0.05, 0.1)),
)
"""What is judged, in order."""


def judge(entry: Entry) -> list[Judgement]:
    """Return what can be said of a VAE."""
    found = []
    for aspect in ASPECTS:
        value = aspect.value(entry)
        if value is not None:
            found.append(Judgement(aspect, value, sum(value > bound for bound in aspect.bounds)))
    return found


def grade_words() -> tuple[str, ...]:
    """Return the grades, best first."""
    return (
        QCoreApplication.translate("profile", "excellent"),
        QCoreApplication.translate("profile", "very good"),
        QCoreApplication.translate("profile", "good"),
        QCoreApplication.translate("profile", "moderate"),
        QCoreApplication.translate("profile", "weak"),
        QCoreApplication.translate("profile", "poor"),
    )


def aspect_words() -> dict[str, str]:
    """Return the aspects' names."""
    return {
        "fidelity": QCoreApplication.translate("profile", "fidelity"),
        "sharpness": QCoreApplication.translate("profile", "sharpness"),
        "contrast": QCoreApplication.translate("profile", "contrast"),
        "color": QCoreApplication.translate("profile", "colour"),
        "stability": QCoreApplication.translate("profile", "stability"),
    }


def phrases(entry: Entry) -> list[str]:
    """Return "fidelity very good" and so on."""
    names, grades = aspect_words(), grade_words()
    return [f"{names[each.aspect.name]} {grades[each.grade]}" for each in judge(entry)]


def explanation(entry: Entry) -> str:
    """Return the tooltip: each value with the thresholds of its scale."""
    names, grades = aspect_words(), grade_words()
    lines = []
    for each in judge(entry):
        scale = ", ".join(
            f"{grade} ≤ {number(bound, 3).rstrip('0').rstrip('.,')}"
            for grade, bound in zip(grades, each.aspect.bounds, strict=False)
        )
        lines.append(
            f"{names[each.aspect.name]} {grades[each.grade]}: {each.aspect.of} = {number(each.value, 3)}  ({scale})"
        )
    return "\n".join(lines)
