"""What is said of a set: one row each, read by summary, report, terminal and window."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vaelab.metrics.base import Better
from vaelab.sets.table import NETWORKS, FeatureSpec


@dataclass(frozen=True, slots=True)
class SetMeasure:
    """One number of a set, in one network's features or in none.

    Attributes:
        key: in ``summary.json``.
        label: short header for tables.
        description: definition in one sentence.
        better: direction.
        ideal: what a set has that is as the real one, None where that depends.
    """

    key: str
    label: str
    description: str
    better: Better = "none"
    ideal: float | None = None


def measures_of(spec: FeatureSpec) -> tuple[SetMeasure, ...]:
    """Return everything that is measured in the features of a network, in the order of tables."""
    name = spec.name
    label = {"fid": "FID", "kid": "KID"}
    distances = [
        SetMeasure(
            key,
            {**label, "rfid": "rFID"}.get(key, f"FD {spec.label}"),
            "Fréchet distance of the features of the two sets, taken as Gaussians: 0 for equal sets, in squared units of the features.",
            "low",
            0.0,
        )
        for key in dict.fromkeys((spec.distance, spec.paired_distance))
    ]
    kernel = SetMeasure(
        spec.kernel,
        label.get(spec.kernel, "CMMD" if spec.kernel == "cmmd" else f"KD {spec.label}"),
        "Squared maximum mean discrepancy of the features, Gaussian kernel σ = 10, times 1 000."
        if spec.kernel == "cmmd"
        else "Squared maximum mean discrepancy of the features, kernel (x·y / d + 1)³, unbiased for independent sets: about 0 for equal ones, "
        "below 0 for sets that share pictures, as nearly exact reconstructions do.",
        "low",
        0.0,
    )
    return (
        *distances,
        kernel,
        SetMeasure(
            f"precision_{name}",
            "Precision",
            "Share of pictures within the reach of a real one (third nearest neighbour).",
            "high",
            1.0,
        ),
        SetMeasure(
            f"recall_{name}",
            "Recall",
            "Share of real pictures within the reach of one of the set (third nearest neighbour).",
            "high",
            1.0,
        ),
        SetMeasure(
            f"density_{name}",
            "Density",
            "Within the reach of how many real pictures a picture is, over 5 (fifth nearest neighbour); may exceed 1.",
            "high",
            1.0,
        ),
        SetMeasure(
            f"coverage_{name}",
            "Coverage",
            "Share of real pictures whose reach holds one of the set (fifth nearest neighbour).",
            "high",
            1.0,
        ),
        SetMeasure(
            f"authenticity_{name}",
            "Authenticity",
            "Share of pictures that are farther from their nearest real one than that is from its own nearest; "
            "says something only beside a good precision.",
        ),
        SetMeasure(
            f"data_copying_z_{name}",
            "Copying z",
            "Whether pictures lie nearer to the real ones than held-out real pictures do, in standard deviations: below −3 they are copied.",
            "ideal",
            0.0,
        ),
    )


INCEPTION_SCORE = SetMeasure(
    "inception_score",
    "Inception score",
    "exp of the mean KL divergence of a picture's classes from those of the set, over ten parts: high where each picture is clearly one thing and the set many.",
    "high",
)
COPIES = SetMeasure(
    "copies",
    "Copies",
    "Share of pictures whose LPIPS to the nearest real one is under 0.02.",
    "low",
    0.0,
)
CLIP_SIMILARITY = SetMeasure(
    "clip_similarity",
    "CLIP similarity",
    "Cosine of the CLIP image embeddings of original and reconstruction, mean over the images: 1 for equal ones.",
    "high",
    1.0,
)
RETRIEVAL = (
    SetMeasure(
        "retrieval_at_1",
        "Found at 1",
        "Share of reconstructions whose nearest original is their own (AlexNet features); the floor is what guessing finds.",
        "high",
        1.0,
    ),
    SetMeasure(
        "retrieval_at_5",
        "Found at 5",
        "Share of reconstructions with their own original among the five nearest (AlexNet features); the floor is what guessing finds.",
        "high",
        1.0,
    ),
    SetMeasure(
        "retrieval_margin",
        "Margin",
        "How much farther than its own the nearest other original of a reconstruction is, as a share of that distance, mean (AlexNet features).",
        "high",
        1.0,
    ),
)

MEASURES: tuple[SetMeasure, ...] = (
    *(measure for spec in NETWORKS for measure in measures_of(spec)),
    INCEPTION_SCORE,
    COPIES,
    CLIP_SIMILARITY,
    *RETRIEVAL,
)
"""All measures, each key once."""


def found_in(entry: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return what a summary says of a set, by key, in the order of the tables; nothing that is no measure, nor one that is no number.

    Args:
        entry: of a generated set, or of a VAE; it may come from a stranger's file.
    """
    return {measure.key: entry[measure.key] for measure in MEASURES if _is_entry(entry.get(measure.key))}


def _is_entry(found: object) -> bool:
    if not isinstance(found, Mapping) or not _is_number(found.get("value")):
        return False
    bounds = found.get("ci95")
    return (
        isinstance(found.get("n"), int)
        and all(found.get(name) is None or _is_number(found[name]) for name in _NUMBERS)
        and (
            bounds is None
            or (isinstance(bounds, Sequence) and len(bounds) in (0, 2) and all(map(_is_number, bounds)))
        )
    )


_NUMBERS = ("floor", "std", "real", "rank", "width")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
