"""What a run says, in plain sentences built from its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from vaelab.report.data import RunData
from vaelab.report.numbers import short, words
from vaelab.report.protocol import excluded, image_count

# |1 − ρ_C| of photographs stays under this; charts reach hundreds.
_FEW_COLORS = 2.0
_DOMINANT = 0.8


def verdict(run: RunData) -> str:
    """Return one to three sentences: who is closest to the originals, who is tied, what is missing."""
    ranking = [list(group["vaes"]) for group in run.summary.get("ranking") or ()]
    sentences = [_ranking(run, ranking)] if ranking else [_nothing_ranked(run)]
    own = [[label for label in group if not run.vaes[label].get("baseline")] for group in ranking]
    own = [group for group in own if group]
    if own and sum(map(len, own)) > 1 and own[0] not in ranking[:2]:
        sentences.append(
            f"Among the autoencoders, {words(own[0])} {'lead, tied' if len(own[0]) > 1 else 'leads'}."
        )
    sentences += _dominated(run) + _missing(run)
    return " ".join(sentences)


def _ranking(run: RunData, ranking: Sequence[Sequence[str]]) -> str:
    if len(ranking) == 1 and len(ranking[0]) == 1:
        label = ranking[0][0]
        return f"{label} scores J = {short(run.vaes[label].get('J'))}, where 0 is a perfect reconstruction."
    if len(ranking) == 1:
        return f"These images do not tell {words(list(ranking[0]))} apart."
    parts = [_leaders(ranking[0])]
    second, last = list(ranking[1]), list(ranking[-1])
    parts.append(f"{words(second)} {'come next, tied' if len(second) > 1 else 'comes next'}")
    if len(ranking) > 2:
        parts.append(f"{words(last)} {'are tied for farthest' if len(last) > 1 else 'is farthest'}")
    return "; ".join(parts) + "."


def _leaders(labels: Sequence[str]) -> str:
    if len(labels) == 1:
        return f"{labels[0]} is closest to the originals"
    return f"{words(list(labels))} are tied for closest to the originals"


def _nothing_ranked(run: RunData) -> str:
    if not image_count(run):
        return "No image was measured, so there is nothing to rank."
    if not run.vaes:
        return "No VAE was measured, so there is nothing to rank."
    return "No VAE has a score: see the metrics and the failures below."


def _dominated(run: RunData) -> list[str]:
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
        f"J of {words(found)} is almost all colour ratio: some images have so few colours that the least error multiplies them. "
        "Rank photographs apart from charts, or set the weight of the colour term to 0."
    ]


def _missing(run: RunData) -> list[str]:
    found = []
    failed = [label for label, vae in run.vaes.items() if vae.get("error")]
    if failed:
        found.append(f"{words(failed)} could not be measured.")
    partly = {label: int(vae.get("images_failed") or 0) for label, vae in run.vaes.items()}
    partly = {label: number for label, number in partly.items() if number and label not in failed}
    if len(partly) == len(run.vaes) > 1 and len(set(partly.values())) == 1:
        number = next(iter(partly.values()))
        images = "image failed" if number == 1 else "images failed"
        found.append(f"With every VAE {number} {images}, which the means leave out.")
    elif partly:
        lost = words([f"{number} of {label}" for label, number in partly.items()])
        found.append(f"Images that failed and are left out of the means: {lost}.")
    left_out = len(excluded(run))
    if left_out:
        found.append(
            f"{left_out} excluded {'image is' if left_out == 1 else 'images are'} left out of everything."
        )
    state = run.summary.get("state", "finished")
    if state != "finished":
        total = image_count(run) * len(run.vaes)
        found.append(
            f"The run {'is still going on' if state == 'running' else 'was stopped'}: {len(run.rows)} of {total} results."
        )
    return found
