"""What a run says, in plain sentences built from its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from vaelab.report.data import RunData
from vaelab.report.numbers import short
from vaelab.report.protocol import excluded, image_count
from vaelab.sentences import Sentence

# |1 − ρ_C| of photographs stays under this; charts reach hundreds.
_FEW_COLORS = 2.0
_DOMINANT = 0.8


def verdict(run: RunData) -> str:
    """Return one to three sentences: who is closest to the originals, who is tied, what is missing."""
    return " ".join(map(str, sentences(run)))


def sentences(run: RunData) -> tuple[Sentence, ...]:
    """Return what ``verdict`` says, sentence by sentence, for another language."""
    ranking = [tuple(group["vaes"]) for group in run.summary.get("ranking") or ()]
    found = [_ranking(run, ranking)] if ranking else [_nothing_ranked(run)]
    own = [tuple(label for label in group if not run.vaes[label].get("baseline")) for group in ranking]
    own = [group for group in own if group]
    if own and sum(map(len, own)) > 1 and own[0] not in ranking[:2]:
        found.append(
            Sentence("Among the autoencoders, {0} lead, tied.", (own[0],))
            if len(own[0]) > 1
            else Sentence("Among the autoencoders, {0} leads.", own[0])
        )
    return (*found, *_dominated(run), *_missing(run))


def _ranking(run: RunData, ranking: Sequence[tuple[str, ...]]) -> Sentence:
    first = ranking[0]
    if len(ranking) == 1 and len(first) == 1:
        score = short(run.vaes[first[0]].get("J"))
        return Sentence("{0} scores J = {1}, where 0 is a perfect reconstruction.", (first[0], score))
    if len(ranking) == 1:
        return Sentence("These images do not tell {0} apart.", (first,))
    places = (
        Sentence("{0} are tied for closest to the originals", (first,))
        if len(first) > 1
        else Sentence("{0} is closest to the originals", first),
        Sentence("{0} come next, tied", (ranking[1],))
        if len(ranking[1]) > 1
        else Sentence("{0} comes next", ranking[1]),
    )
    if len(ranking) == 2:
        return Sentence("{0}; {1}.", places)
    last = (
        Sentence("{0} are tied for farthest", (ranking[-1],))
        if len(ranking[-1]) > 1
        else Sentence("{0} is farthest", ranking[-1])
    )
    return Sentence("{0}; {1}; {2}.", (*places, last))


def _nothing_ranked(run: RunData) -> Sentence:
    if not image_count(run):
        return Sentence("No image was measured, so there is nothing to rank.")
    if not run.vaes:
        return Sentence("No VAE was measured, so there is nothing to rank.")
    return Sentence("No VAE has a score: see the metrics and the failures below.")


def _dominated(run: RunData) -> list[Sentence]:
    """Say when a score tells of the images rather than of the VAEs: a chart of few colours multiplies them at the least error."""
    weight = float((run.settings.get("weights") or {}).get("color", 1.0))
    found = []
    for label, vae in run.vaes.items():
        share = weight * float((vae.get("J_terms") or {}).get("color") or 0.0)
        if share > _FEW_COLORS and share > _DOMINANT * float(vae.get("J") or 0.0):
            found.append(label)
    if not found:
        return []
    return [
        Sentence(
            "J of {0} is almost all colour ratio: some images have so few colours that the least error multiplies them.",
            (tuple(found),),
        ),
        Sentence("Rank photographs apart from charts, or set the weight of the colour term to 0."),
    ]


def _missing(run: RunData) -> list[Sentence]:
    found = []
    failed = tuple(label for label, vae in run.vaes.items() if vae.get("error"))
    if failed:
        found.append(Sentence("{0} could not be measured.", (failed,)))
    partly = {label: int(vae.get("images_failed") or 0) for label, vae in run.vaes.items()}
    partly = {label: number for label, number in partly.items() if number and label not in failed}
    if len(partly) == len(run.vaes) > 1 and len(set(partly.values())) == 1:
        number = next(iter(partly.values()))
        found.append(
            Sentence("With every VAE 1 image failed, which the means leave out.")
            if number == 1
            else Sentence("With every VAE {0} images failed, which the means leave out.", (number,))
        )
    elif partly:
        lost = tuple(Sentence("{0} of {1}", (number, label)) for label, number in partly.items())
        found.append(Sentence("Images that failed and are left out of the means: {0}.", (lost,)))
    left_out = len(excluded(run))
    if left_out:
        found.append(
            Sentence("1 excluded image is left out of everything.")
            if left_out == 1
            else Sentence("{0} excluded images are left out of everything.", (left_out,))
        )
    state = run.summary.get("state", "finished")
    if state != "finished":
        results = (len(run.rows), image_count(run) * len(run.vaes))
        found.append(
            Sentence("The run is still going on: {0} of {1} results.", results)
            if state == "running"
            else Sentence("The run was stopped: {0} of {1} results.", results)
        )
    return found
