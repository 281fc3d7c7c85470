"""A run folder as a report needs it: the rows, and a summary made anew from them, by the weights and without the images that were asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from vaelab.errors import UsageError, did_you_mean
from vaelab.report.run.data import RunData
from vaelab.report.run.set_results import with_sets
from vaelab.results.intervals import RESAMPLES
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable
from vaelab.results.summary import EXCLUDED, rescored, with_results
from vaelab.run_folder.read.latents import read_latent_record
from vaelab.run_folder.read.lines import NO_DAMAGE, Damage
from vaelab.run_folder.read.rows import ReadRows, read_record
from vaelab.run_folder.read.summary import read_summary
from vaelab.vae.base import LatentFacts


def load_run(
    path: Path, *, weights: Mapping[str, float] | None = None, excluded: Collection[str] = ()
) -> RunData:
    """Read a run folder (or the ``summary.json`` in it), finished or not.

    The rows are the record: a run that was killed has rows that its last summary does not know yet.

    Args:
        path: of the folder.
        weights: λ of J by term; the run's own when not given.
        excluded: names of images that are left out of everything.

    Raises:
        RunFolderError: when it is not a run folder, or is damaged.
        UsageError: when the run has no image of one of these names.
    """
    folder = path.parent if path.is_file() else path
    read = read_record(folder)
    images = set(read.rows.used("image"))
    for name in excluded:
        if name not in images:
            raise UsageError(
                f"the run in '{folder}' has no image '{name}': name it as per_image.csv does.{did_you_mean(name, images)}"
            )
    frame = read_summary(folder)
    if frame.get("state") == "running":
        # Killed, or another program is at it: what is here is whole as far as it goes.
        frame["state"] = "unfinished"
    damage = replace(read.damage, missing=_missing(frame, read))
    return shown_run(folder, frame, read.rows, weights=weights, excluded=excluded, damage=damage)


def _missing(frame: Mapping[str, Any], read: ReadRows) -> int:
    """How many rows a finished run has lost: those that its summary counts, less those that are there or are named as damaged.

    A run that was stopped says how far it came; one that goes on has a summary that is behind its rows.
    """
    if frame.get("state") != "finished":
        return 0
    present = Counter(read.rows.texts("vae"))
    lost = (
        int(vae.get("images_ok") or 0) + int(vae.get("images_failed") or 0) - present[label]
        for label, vae in frame["vaes"].items()
    )
    return max(0, sum(max(0, number) for number in lost) - read.damage.count)


def shown_run(
    folder: Path | None,
    frame: Mapping[str, Any],
    rows: Sequence[Row],
    *,
    weights: Mapping[str, float] | None = None,
    excluded: Collection[str] = (),
    resamples: int = RESAMPLES,
    damage: Damage = NO_DAMAGE,
) -> RunData:
    """Return a run as it is to be shown: everything computed from its rows.

    Args:
        folder: of the run.
        frame: its summary, whose results are made anew.
        rows: all of its rows.
        weights: λ of J by term; the run's own when not given.
        excluded: names of images that are left out of everything.
        resamples: of the bootstrap.
        damage: what is not whole in the file that the rows are from.
    """
    table = RowTable.of(rows)
    latents: dict[str, dict[str, LatentFacts]] = {}
    if folder is not None:
        found = read_latent_record(folder)
        damage = damage + found.damage
        # A latent belongs to a row; one whose row was lost, or failed, is counted by nobody.
        known = set(table.select(~table.failed()).row_keys()) if found.facts else set()
        latents = {
            label: {image: facts for image, facts in own.items() if (image, label) in known}
            for label, own in found.facts.items()
        }
    summary = with_results(frame, table, latents, resamples, excluded=excluded, weights=weights)
    kept = table.without_images(summary.get(EXCLUDED) or ())
    summary = with_sets(folder, summary, kept)
    return RunData(folder, summary, rescored(kept, summary), damage)
