"""What a run says, in plain sentences built from its numbers: the autoencoders first, the baselines as the scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vaelab.errors import UsageError
from vaelab.metrics.registry import METRICS, column, select
from vaelab.report.run.data import RunData
from vaelab.report.words.notes import notes
from vaelab.report.words.numbers import percent, short
from vaelab.report.words.protocol import image_count
from vaelab.results.score import terms_of
from vaelab.score_terms import TERMS
from vaelab.text import Sentence, images

# A ratio term that makes up so much of J hides the others.
_DOMINANT = 0.8
_RATIOS = ("gradient", "color")

RankingEntry = Mapping[str, Any]
"""One VAE of the ranking."""


def verdict(run: RunData) -> str:
    """Return what the run found, and of which images."""
    return " ".join(map(str, sentences(run)))


def sentences(run: RunData) -> tuple[Sentence, ...]:
    """Return what ``verdict`` says, sentence by sentence, for another language."""
    return (*found_by_score(run), *notes(run))


def found_by_score(run: RunData) -> tuple[Sentence, ...]:
    """Return what J says of the VAEs: who is closest, on how many images, who is not told apart, and the scale."""
    ranking: Sequence[RankingEntry] = run.summary.get("ranking") or ()
    if not ranking:
        return (_nothing_ranked(run),)
    own = [entry for entry in ranking if not entry["baseline"]]
    baselines = [entry for entry in ranking if entry["baseline"]] if own else []
    found = [_of(run, own or ranking, "letters" if own else "letters_with_baselines")]
    if baselines:
        found.append(Sentence("Baselines, as the scale: {0}.", (tuple(map(_with_score, baselines)),)))
    return (*found, *_dominated(run, own or ranking))


def _of(run: RunData, entries: Sequence[RankingEntry], key: str) -> Sentence:
    common = run.summary["common"]
    over = images(int(common["J"]["n"]))
    if len(entries) == 1:
        label = str(entries[0]["vae"])
        return Sentence(
            "By J over {0}, {1} scores {2}, where 0 is a perfect reconstruction.",
            (over, label, short(entries[0]["J"])),
        )
    numbers = tuple(map(_with_score, entries))
    needed = common.get("needed") or 0
    if run.summary.get("state") == "running" or not all(entry[key] for entry in entries):
        return Sentence("By J over {0} so far: {1}.", (over, numbers))
    if int(common["J"].get("tested", common["J"]["n"])) < needed:
        return Sentence(
            "By J over {0}: {1}. A verdict needs at least {2} images.", (over, numbers, int(needed))
        )
    groups: dict[str, list[RankingEntry]] = {}
    for entry in entries:
        groups.setdefault(str(entry[key]), []).append(entry)
    if len(groups) == 1:
        return Sentence("By J, {0} do not tell {1} apart.", (over, numbers))
    in_order = [str(entry[key]) for entry in entries]
    # A group that another VAE stands within cannot be told of as one place.
    whole = in_order == [letters for letters, group in groups.items() for _ in group]
    if not whole or any(len(letters) > 1 for letters in groups):
        lettered = tuple(
            Sentence("{0} ({1}, {2})", (str(entry["vae"]), short(entry["J"]), str(entry[key])))
            for entry in entries
        )
        return Sentence(
            "By J over {0}, two VAEs are told apart only where they share no letter: {1}.", (over, lettered)
        )
    parts = [_first(run, over, next(iter(groups.values())))]
    later = list(groups.values())[1:]
    for place, group in enumerate(later, 1):
        names = tuple(map(_with_score, group))
        last = place == len(later)
        if len(group) > 1:
            parts.append(Sentence("then {0}, not told apart", (names,)))
        else:
            parts.append(
                Sentence("{0} is farthest", names) if last and place > 1 else Sentence("then {0}", names)
            )
    return _joined(parts)


def _first(run: RunData, over: Sentence, group: Sequence[RankingEntry]) -> Sentence:
    if len(group) > 1:
        return Sentence(
            "By J over {0}, {1} are closest to the originals, not told apart",
            (over, tuple(map(_with_score, group))),
        )
    label = str(group[0]["vae"])
    closest = run.vaes[label].get("closest")
    if not closest:
        return Sentence("By J over {0}, {1} is closest to the originals", (over, _with_score(group[0])))
    return Sentence(
        "By J over {0}, {1} is closest to the originals (image by image on {2} of {3})",
        (over, _with_score(group[0]), closest["on"], closest["of"]),
    )


def _joined(parts: Sequence[Sentence]) -> Sentence:
    template = "; ".join(f"{{{place}}}" for place in range(len(parts)))
    return Sentence(template + ".", tuple(parts))


def _with_score(entry: RankingEntry) -> Sentence:
    return Sentence("{0} ({1})", (str(entry["vae"]), short(entry["J"])))


def _nothing_ranked(run: RunData) -> Sentence:
    if not image_count(run):
        return Sentence("No image was measured, so there is nothing to rank.")
    if not run.vaes:
        return Sentence("No VAE was measured, so there is nothing to rank.")
    if run.summary.get("state") == "running":
        return Sentence("No image has been finished by all VAEs yet.")
    if not any(vae.get("images_ok") for vae in run.vaes.values()):
        return Sentence("No VAE finished an image, so there is nothing to rank.")
    if not (run.summary.get("common") or {}).get("n"):
        return Sentence("No image was finished by all VAEs, so there is no J.")
    return _no_score(run)


def _no_score(run: RunData) -> Sentence:
    """Say which of the quantities that every J needs are not there; the marker's are left out where it was not measured."""
    measured = _measured(run)
    needed = {term: column(term.image_columns[0]).label for term in terms_of(marker=False)}
    unmeasured = tuple(label for term, label in needed.items() if measured.isdisjoint(term.image_columns))
    if len(unmeasured) == 1:
        return Sentence("There is no J: {0} was not measured.", unmeasured)
    if unmeasured:
        return Sentence("There is no J: {0} were not measured.", (unmeasured,))
    return Sentence("There is no J: no image has a value of {0} from every VAE.", (tuple(needed.values()),))


def _measured(run: RunData) -> set[str]:
    """Return the columns that the run was asked for, those of all metrics where its settings do not say."""
    try:
        chosen = select(str(run.settings.get("metrics", "all")))
    except UsageError:  # of a version that knew other metrics
        chosen = METRICS
    return {each.name for metric in chosen for each in metric.columns}


def _dominated(run: RunData, entries: Sequence[RankingEntry]) -> list[Sentence]:
    """Say where J tells of a ratio of few colours or gradients rather than of the whole."""
    symbols = {term.name: term.symbol for term in TERMS}
    return [
        Sentence("{0} of J of {1} is {2}.", (percent(share), str(entry["vae"]), symbols[name]))
        for entry in entries
        for name, share in (run.vaes[entry["vae"]].get("J_shares") or {}).items()
        if name in _RATIOS and share >= _DOMINANT and entry["J"] >= 0.1
    ]
