"""What must be said beside every table of a run: of which images it is made, what is missing, and by which weights."""

from __future__ import annotations

from collections.abc import Sequence

from vaelab.report.run.data import RunData
from vaelab.report.words.numbers import count, percent
from vaelab.report.words.protocol import excluded, has_marker, image_count, older_schema, weights
from vaelab.run_files import ROWS, SUMMARY
from vaelab.run_folder.read.lines import Damage
from vaelab.score_terms import TERMS
from vaelab.text import RESUME, Sentence, images

_MOST_NAMED = 5


def notes(run: RunData) -> tuple[Sentence, ...]:
    """Return the sentences in order: images, failures, what is not compared, J, weights, state."""
    return (
        *_common(run),
        *_failures(run),
        *_apart(run),
        *_left_out(run),
        *_score(run),
        *_state(run),
        *_damage(run),
    )


def _common(run: RunData) -> list[Sentence]:
    common = run.summary.get("common") or {}
    total, together = image_count(run), [label for label, vae in run.vaes.items() if not vae.get("apart")]
    number = int(common.get("n", 0))
    if not number or not together:
        return []
    copies = len(common.get("copies") or ())
    if number + copies == total or len(together) < 2:
        return [Sentence("n = {0}.", (images(number),)), *_small(run)]
    return [
        Sentence("n = {0}: those that all VAEs finished, of {1}.", (images(number), count(total))),
        *_small(run),
    ]


def _small(run: RunData) -> list[Sentence]:
    """Say how many images are smaller than the working size, which is in the protocol though they were not brought to it."""
    settings = run.settings
    size = settings.get("size")
    if settings.get("fit", "native") == "native" or settings.get("upscale") or not isinstance(size, int):
        return []
    table = run.table
    sides = zip(table.codes("width").tolist(), table.codes("height").tolist(), strict=True)
    sizes = {
        image: max(both) for image, both in zip(table.texts("image"), sides, strict=True) if min(both) > 0
    }
    small = sum(side < size for side in sizes.values())
    if not small:
        return []
    return [
        Sentence(
            "{0} of {1} are smaller than {2} px and were measured as they are.",
            (small, images(len(sizes)), size),
        )
    ]


def _failures(run: RunData) -> list[Sentence]:
    failed: dict[str, list[str]] = {}
    for entry in run.summary.get("images_failed") or ():
        failed.setdefault(str(entry["vae"]), []).append(str(entry["image"]))
    named = {label: tuple(names) for label, names in failed.items() if label in run.vaes}
    if len(named) == len(run.vaes) > 1 and len(set(map(frozenset, named.values()))) == 1:
        names = next(iter(named.values()))
        return [Sentence("{0} failed with every VAE ({1}).", (images(len(names)), _few(names)))]
    return [
        Sentence("{0} failed on {1} ({2}).", (label, images(len(names)), _few(names)))
        for label, names in named.items()
        if not run.vaes[label].get("error")
    ]


def _apart(run: RunData) -> list[Sentence]:
    found = []
    for label, vae in run.vaes.items():
        if vae.get("error"):
            found.append(Sentence("{0} could not be measured.", (label,)))
        elif vae.get("apart"):
            found.append(Sentence("{0} is not compared: {1}.", (label, str(vae["apart"]))))
    return found


def _left_out(run: RunData) -> list[Sentence]:
    found = []
    copies = tuple((run.summary.get("common") or {}).get("copies") or ())
    if copies:
        found.append(
            Sentence("{0} with the content of another counts once ({1}).", (images(1), _few(copies)))
            if len(copies) == 1
            else Sentence(
                "{0} with the content of others count once ({1}).", (images(len(copies)), _few(copies))
            )
        )
    left_out = excluded(run)
    if left_out:
        found.append(
            Sentence("1 excluded image is left out of everything ({0}).", (_few(left_out),))
            if len(left_out) == 1
            else Sentence(
                "{0} excluded images are left out of everything ({1}).", (len(left_out), _few(left_out))
            )
        )
    return found


def _score(run: RunData) -> list[Sentence]:
    common = run.summary.get("common") or {}
    basis = common.get("J") or {}
    found = []
    if basis.get("marker_left_out") == "room":
        found.append(
            Sentence("Most of these images have no room for the marker, so J is without its three terms.")
        )
    elif basis.get("marker_left_out"):
        found.append(
            Sentence("The marker was not measured on most of these images, so J is without its three terms.")
        )
    if run.summary.get("ranking") and 0 < basis.get("n", 0) < common.get("n", 0):
        found.append(Sentence("J is over the {0} that have all its columns.", (images(int(basis["n"])),)))
    if run.summary.get("ranking") and 0 < basis.get("tested", basis.get("n", 0)) < basis.get("n", 0):
        found.append(
            Sentence(
                "The test is over the {0} that have a score of their own.", (images(int(basis["tested"])),)
            )
        )
    if not run.own_weights:
        found.append(Sentence("J by other weights than the run's own: {0}.", (weights(run),)))
    return found


def _state(run: RunData) -> list[Sentence]:
    state, found = run.summary.get("state", "finished"), []
    if state != "finished":
        results = (len(run.rows), image_count(run) * len(run.vaes))
        found.append(
            Sentence("The run is still going on: {0} of {1} results.", results)
            if state == "running"
            else Sentence("The run is not finished: {0} of {1} results.", results)
            if state == "unfinished"
            else Sentence("The run was stopped: {0} of {1} results.", results)
        )
    if older_schema(run):
        found.append(
            Sentence(
                "This run was made under schema {0}, with the marker in the pictures that were measured; it is shown by today's rules.",
                (int(run.summary["schema_version"]),),
            )
            if has_marker(run)
            else Sentence(
                "This run was made under schema {0}; it is shown by today's rules.",
                (int(run.summary["schema_version"]),),
            )
        )
    return found


def _damage(run: RunData) -> list[Sentence]:
    """What of the run's files was not counted, and where latents are of fewer images than the rest."""
    found = damaged(run.damage)
    for label, vae in run.vaes.items():
        known, measured = (vae.get("latent_health") or {}).get("n"), int(vae.get("images_ok") or 0)
        if known is not None and known < measured:
            found.append(
                Sentence("The latents of {0} are those of {1} of {2}.", (label, known, images(measured)))
            )
    return found


def damaged(damage: Damage) -> list[Sentence]:
    """Return what of a run's files was not counted, stands twice or is missing; nothing of most runs."""
    found = []
    if damage.count:
        named = tuple(
            Sentence("line {0} of {1} ({2})", (line.number, line.file, line.reason))
            for line in damage.lines[:_MOST_NAMED]
        )
        more = damage.count - len(named)
        shown = (*named, Sentence("{0} more", (more,))) if more > 0 else named
        found.append(
            Sentence("Damaged and not counted: {0}. {1} measures their images again.", (shown, RESUME))
        )
    return found + doubled_and_missing(damage)


def doubled_and_missing(damage: Damage) -> list[Sentence]:
    """Return what is to be said of rows that stand twice, and of those that a finished run has lost; nothing of most runs."""
    found = []
    if damage.doubled:
        found.append(
            Sentence("1 row stands more than once in {0}; the last one counts.", (ROWS,))
            if damage.doubled == 1
            else Sentence(
                "{0} rows stand more than once in {1}; the last ones count.", (damage.doubled, ROWS)
            )
        )
    if damage.missing:
        found.append(
            Sentence(
                "1 row that {0} counts is missing from {1}: {2} measures it again, if its image is still there.",
                (SUMMARY, ROWS, RESUME),
            )
            if damage.missing == 1
            else Sentence(
                "{0} rows that {1} counts are missing from {2}: {3} measures them again, if their images are still there.",
                (damage.missing, SUMMARY, ROWS, RESUME),
            )
        )
    return found


def shares(run: RunData, label: str) -> str:
    """Return the share of each term in J, the largest first: ``LPIPS 61 %, |1 − ρ_C| 30 %``; empty without J."""
    found = run.vaes[label].get("J_shares") or {}
    symbols = {term.name: term.symbol for term in TERMS}
    parts = sorted(found.items(), key=lambda item: -item[1])
    return ", ".join(f"{symbols[name]} {percent(value)}" for name, value in parts if value > 0)


def failure_lines(run: RunData) -> tuple[Sentence, ...]:
    """Return why each VAE failed that did, in the order of the run, each reason on one line; none where none did.

    A VAE that was never given up, but finished no image, has the reason of the first that it failed on.
    """
    first: dict[str, str] = {}
    for entry in run.summary.get("images_failed") or ():
        first.setdefault(str(entry.get("vae")), str(entry.get("reason") or ""))
    found = []
    for label, vae in run.vaes.items():
        reason = str(vae.get("error") or ("" if vae.get("images_ok") else first.get(label, "")))
        line = " ".join(reason.removeprefix(f"{label} failed on this image with ").split())
        found += [Sentence("{0} failed: {1}", (label, line))] if line else []
    return tuple(found)


def share_lines(run: RunData) -> dict[str, Sentence]:
    """Return what J of each VAE is made of, by label, those that are ranked first in their order; none without J."""
    order = [entry["vae"] for entry in run.summary.get("ranking") or ()]
    labels = [*order, *(label for label in run.vaes if label not in order)]
    found = ((label, shares(run, label)) for label in labels)
    return {label: Sentence("J of {0}: {1}.", (label, words)) for label, words in found if words}


def _few(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
