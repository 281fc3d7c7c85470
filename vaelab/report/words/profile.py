"""A VAE in words: fidelity, sharpness, contrast, colour, stability, each with its thresholds at hand, under four heads.

The words and the scales of fidelity, sharpness and contrast follow the published verdicts on 150 photographs (LPIPS 0.041 very good,
0.055 good; gradient ratio 0.889 moderate, 0.587 poor; contrast gain 0.814 weak), which do not state their thresholds: ours do.

Less contrast is no blur: contrast times γ leaves γ² of the gradient energy. So sharpness is what ρ_G says beyond that, ρ_G/γ²;
where no marker told γ, it is the power that is left above 1/3 cycles per pixel against that below 1/6, from which γ² cancels.
The bounds of the second are those at which a Gaussian blur gets the same word by either.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from vaelab.metrics.registry import column
from vaelab.report.quantities import VAE, Quantity, mean, of_metric, quantity
from vaelab.text import Sentence

Bounds = tuple[float, float, float, float, float]
"""Up to which value something is excellent, very good, good, moderate, weak; beyond the last it is poor."""

GRADES = (
    Sentence("excellent"),
    Sentence("very good"),
    Sentence("good"),
    Sentence("moderate"),
    Sentence("weak"),
    Sentence("poor"),
)
"""Best first."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that something is judged by.

    Attributes:
        of: what is measured, as in a formula.
        value: reads it from what a summary says of a VAE: 0 is perfect, larger is worse; None where it was not measured.
        bounds: its scale.
    """

    of: str
    value: Callable[[VAE], float | None]
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that is judged.

    Attributes:
        name: in words.
        measures: what it is judged by: the first of them that was measured.
    """

    name: Sentence
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """An aspect of one VAE, by which measure, and its grade: 0 for excellent to 5 for poor."""

    aspect: Aspect
    measure: Measure
    value: float
    grade: int

    @property
    def words(self) -> Sentence:
        """``sharpness very good``."""
        return Sentence("{0} {1}", (self.aspect.name, GRADES[self.grade]))


def judge(vae: VAE) -> tuple[Judgement, ...]:
    """Return what can be said of a VAE, from its entry in a summary; what was not measured is not judged."""
    found = []
    for aspect in ASPECTS:
        for measure in aspect.measures:
            value = measure.value(vae)
            if value is not None and math.isfinite(value):
                grade = sum(value > bound for bound in measure.bounds)
                found.append(Judgement(aspect, measure, value, grade))
                break
    return tuple(found)


def phrases(vae: VAE) -> tuple[Sentence, ...]:
    """Return ``fidelity very good`` and so on."""
    return tuple(each.words for each in judge(vae))


def _off(ratio: float | None) -> float | None:
    return None if ratio is None else abs(1.0 - ratio)


def _gradients_less_contrast(vae: VAE) -> float | None:
    ratio, gain = vae.get("rho_G"), vae.get("gamma")
    return _off(ratio / gain**2) if ratio is not None and gain else None


def _high_against_low(vae: VAE) -> float | None:
    high, low = mean(vae, "fft_high_ratio"), mean(vae, "fft_low_ratio")
    return _off(high / low) if high is not None and low else None


def _spread_of_contrast(vae: VAE) -> float | None:
    facts = (vae.get("metrics") or {}).get("contrast_gain") or {}
    spread: float | None = facts.get("std") if facts.get("n", 0) > 1 else None
    return spread


_DELTA_E = of_metric(column("delta_e_mean"), "delta_e_mean")

FIDELITY = Aspect(
    Sentence("fidelity"),
    (Measure("LPIPS", lambda vae: vae.get("L_perc"), (0.02, 0.045, 0.08, 0.15, 0.3)),),
)
SHARPNESS = Aspect(
    Sentence("sharpness"),
    (
        Measure("|1 − ρG/γ²|", _gradients_less_contrast, (0.03, 0.06, 0.1, 0.2, 0.35)),
        Measure("|1 − FFT high/low|", _high_against_low, (0.045, 0.085, 0.145, 0.285, 0.5)),
    ),
)
CONTRAST = Aspect(
    Sentence("contrast"),
    (Measure("|1 − γ|", lambda vae: _off(vae.get("gamma")), (0.02, 0.05, 0.1, 0.15, 0.25)),),
)
COLOUR = Aspect(
    Sentence("colour"),
    (Measure("ΔE", lambda vae: mean(vae, "delta_e_mean"), (1.0, 2.0, 3.5, 5.0, 10.0)),),
)
STABILITY = Aspect(
    Sentence("stability"),
    (Measure("σ(γ)", _spread_of_contrast, (0.005, 0.01, 0.02, 0.05, 0.1)),),
)

ASPECTS = (FIDELITY, SHARPNESS, CONTRAST, COLOUR, STABILITY)
"""What is judged, in order."""


@dataclass(frozen=True, slots=True)
class Head:
    """One of the four things for which VAEs are compared, with what is judged under it and the numbers beside."""

    name: Sentence
    aspects: tuple[Aspect, ...]
    quantities: tuple[Quantity, ...]


HEADS = (
    Head(Sentence("Reconstruction quality"), (FIDELITY,), (quantity("L_perc"), quantity("psnr"))),
    Head(Sentence("Colour fidelity"), (COLOUR,), (_DELTA_E, quantity("rho_C"))),
    Head(Sentence("Structural accuracy"), (SHARPNESS,), (quantity("ssim"), quantity("rho_G"))),
    Head(
        Sentence("Calibration stability"),
        (CONTRAST, STABILITY),
        (quantity("gamma"), quantity("b"), quantity("delta_norm")),
    ),
)
"""Every aspect under one of them."""


def judge_heads(vae: VAE) -> tuple[tuple[Head, tuple[Judgement, ...], tuple[tuple[str, float], ...]], ...]:
    """Return for each head what can be said of a VAE under it, and its numbers by their labels; what was not measured is not there."""
    said = judge(vae)
    found = []
    for head in HEADS:
        numbers = ((each.column.label, each.value(vae)) for each in head.quantities)
        known = tuple((label, value) for label, value in numbers if value is not None)
        found.append((head, tuple(each for each in said if each.aspect in head.aspects), known))
    return tuple(found)
