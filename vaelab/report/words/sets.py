"""What is said of a set of pictures in words: how far it is from the real one, how varied, whether it was copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vaelab.report.words.numbers import count, short
from vaelab.sets.measures import found_in
from vaelab.sets.table import NETWORKS, FeatureSpec
from vaelab.text import Sentence

ENOUGH_FOR_BANDS = 2048
"""Pictures of each set from which the rule of thumb for FID and inception score is said: as many as the features are wide."""
GOOD_FID, POOR_FID = 50.0, 100.0
GOOD_SCORE, POOR_SCORE = 8.0, 3.0
PRECISE, UNCOVERED = 0.7, 0.3
UNAUTHENTIC, COPYING_Z = 0.5, -3.0

Entries = Mapping[str, Any]


def set_words(entries: Entries, *, paired: bool = False) -> list[Sentence]:
    """Return what is to be said of one set, the most important first; empty where nothing was measured.

    Args:
        entries: what the summary says of the set, by key (``vaelab.sets.measures``).
        paired: whether the set are reconstructions of the real pictures.
    """
    entries = found_in(entries)
    said: list[Sentence] = []
    for spec in NETWORKS:
        key = spec.paired_distance if paired else spec.distance
        if key in entries:
            said += _distance_words(spec, entries[key], paired=paired)
            said += _variety_words(spec, entries)
            said += [] if paired else _copy_words(spec, entries)
    said += _bands(entries)
    return said


def _distance_words(spec: FeatureSpec, found: Entries, *, paired: bool) -> list[Sentence]:
    value, floor, n = found["value"], found.get("floor"), found["n"]
    shown, label = short(value), spec.label
    if floor is None:
        said = [Sentence("In the features of {0} the distance is {1} (n = {2}).", (label, shown, count(n)))]
    elif value == 0 or value < 1e-9 * max(floor, 1e-300):
        said = [Sentence("In the features of {0} the two sets are the same (n = {1}).", (label, count(n)))]
    elif value <= floor:
        said = [
            Sentence(
                "In the features of {0} the reconstructions are {1} from the originals, and two halves of the originals {2} from each "
                "other (n = {3}).",
                (label, shown, short(floor), count(n)),
            )
            if paired
            else Sentence(
                "In the features of {0} the distance of {1} is not above that of two halves of the real set, {2}: at this number of "
                "pictures it does not tell the two sets apart (n = {3}).",
                (label, shown, short(floor), count(n)),
            )
        ]
    else:
        said = [
            Sentence(
                "In the features of {0} the distance of {1} is {2} times that of two halves of the real set, {3} (n = {4}).",
                (label, shown, short(value / floor), short(floor), count(n)),
            )
        ]
    width = found.get("width")
    if width and n < max(width, ENOUGH_FOR_BANDS):
        said.append(
            Sentence(
                "{0} pictures span {1} of {2} directions of the features: few pictures make every distance larger, so compare it only "
                "with one over as many.",
                (count(n), count(found.get("rank")), count(width)),
            )
        )
    return said


def _variety_words(spec: FeatureSpec, entries: Entries) -> list[Sentence]:
    precision, coverage = _value(entries, f"precision_{spec.name}"), _value(entries, f"coverage_{spec.name}")
    if precision is None or coverage is None:
        return []
    if precision >= PRECISE and coverage <= UNCOVERED:
        return [
            Sentence(
                "Mode collapse: its pictures are realistic (precision {0}), but they cover little of the real set (coverage {1}).",
                (short(precision), short(coverage)),
            )
        ]
    return []


def _copy_words(spec: FeatureSpec, entries: Entries) -> list[Sentence]:
    said = []
    found = entries.get(f"authenticity_{spec.name}")
    if found is not None and is_memorised(found):
        said.append(
            Sentence(
                "Memorised: only {0} of its pictures are farther from their nearest real picture than that is from its own nearest; "
                "between two halves of the real set it is {1}.",
                (_percent(found["value"]), _percent(found["floor"])),
            )
        )
    z = _value(entries, f"data_copying_z_{spec.name}")
    if z is not None and z < COPYING_Z:
        said.append(
            Sentence(
                "Memorised: its pictures lie nearer to the real ones than held-out real pictures do (z = {0}).",
                (short(z),),
            )
        )
    return said


def is_memorised(found: Entries) -> bool:
    """Say whether an authenticity means that pictures were copied.

    Under a half alone would accuse an honest generator: between halves of a real set it is 0.48 where the features have few
    directions (``benchmarks/set_verdicts.py``). So its whole interval has to lie under what two halves of the real set have, too.

    Args:
        found: entry of the summary, with ``value``, ``ci95`` and ``floor``.
    """
    bounds, floor = found.get("ci95"), found.get("floor")
    if not bounds or floor is None:
        return False
    # The floor is itself of half as many pictures: as wide an interval, and a half, below it.
    margin = 1.5 * (bounds[1] - found["value"])
    return bool(bounds[1] < UNAUTHENTIC and bounds[1] < floor - margin)


def _bands(entries: Entries) -> list[Sentence]:
    """The rule of thumb of courses on image generation, only for what it was made for."""
    fid, score = entries.get("fid"), entries.get("inception_score")
    pictures = min((each["n"] for each in (fid, score) if each is not None), default=0)
    if pictures < ENOUGH_FOR_BANDS:
        return []
    said = [
        _VERDICTS.get((_band(fid), _score_band(score))),
        Sentence(
            "That is a rule of thumb from courses on image generation: FID under 50 is good and above 100 poor, an inception score above "
            "8 good and under 3 poor."
        ),
    ]
    return [each for each in said if each is not None]


def _band(fid: Entries | None) -> str:
    if fid is None:
        return ""
    return "good" if fid["value"] < GOOD_FID else "poor" if fid["value"] > POOR_FID else "fair"


def _score_band(score: Entries | None) -> str:
    if score is None:
        return ""
    return "good" if score["value"] > GOOD_SCORE else "poor" if score["value"] < POOR_SCORE else "fair"


_VERDICTS: Mapping[tuple[str, str], Sentence] = {
    ("good", "good"): Sentence("The set is varied, and near to the real set."),
    ("good", "fair"): Sentence("The set is near to the real set, and fairly varied."),
    ("good", "poor"): Sentence("The set is near to the real set, but little varied or unclear."),
    ("fair", "good"): Sentence("The set is varied, and at some distance from the real set."),
    ("fair", "fair"): Sentence("The set is fairly varied, and at some distance from the real set."),
    ("fair", "poor"): Sentence(
        "The set is little varied or unclear, and at some distance from the real set."
    ),
    ("poor", "good"): Sentence("The set is varied, but far from the real set."),
    ("poor", "fair"): Sentence("The set is fairly varied, but far from the real set."),
    ("poor", "poor"): Sentence("The set is little varied or unclear, and far from the real set."),
    ("good", ""): Sentence("The set is near to the real set."),
    ("fair", ""): Sentence("The set is at some distance from the real set."),
    ("poor", ""): Sentence("The set is far from the real set."),
}


def about_sets(names: Sequence[str]) -> list[Sentence]:
    """Return what has to be known to read distances of sets.

    Args:
        names: of the networks.
    """
    said = [
        Sentence(
            "The floor is the same number between two halves of the real set. Each half has half as many pictures, which alone makes a "
            "Fréchet distance up to twice as large, so a set as good as real ones lies between half of its floor and its floor."
        )
    ]
    if "inception" not in names:
        said.append(
            Sentence(
                "None of these distances is an FID: that is by the Inception network alone, and no other may be called so."
            )
        )
    return said


def _value(entries: Entries, key: str) -> float | None:
    found = entries.get(key)
    return None if found is None else float(found["value"])


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
