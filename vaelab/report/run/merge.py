"""Several runs as one: their VAEs side by side over the images that all of them measured, told apart by content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from vaelab.report.run.data import RunData
from vaelab.results.records import Row
from vaelab.results.summary import rescored, with_results
from vaelab.run_folder.store import SCHEMA_VERSION


def merged_labels(runs: Sequence[RunData], names: Sequence[str]) -> list[dict[str, str]]:
    """Return for each run its labels, and what they are called beside the others: the run in front where two are alike."""
    known = Counter(label for run in runs for label in run.vaes)
    return [
        {label: label if known[label] == 1 else f"{name}: {label}" for label in run.vaes}
        for name, run in zip(names, runs, strict=True)
    ]


def merge(runs: Sequence[RunData], names: Sequence[str]) -> RunData:
    """Return the runs as one whose results follow the same rules as those of a single run.

    Only the images that every run has tried are in it. They are the same where their files have the same bytes, whatever their
    names; J is by the weights of the first run.

    Args:
        runs: that were measured alike.
        names: of the runs, all different.
    """
    labels = merged_labels(runs, names)
    common = set.intersection(*({row.image_sha256 for row in run.rows if row.image_sha256} for run in runs))
    vaes: dict[str, dict[str, Any]] = {}
    rows = []
    images: dict[str, str] = {}
    taken: set[str] = set()
    for name, run, called in zip(names, runs, labels, strict=True):
        vaes |= {called[label]: dict(facts) for label, facts in run.vaes.items()}
        rows += [
            replace(row, vae=called[row.vae], image=_name(row, name, images, taken))
            for row in run.rows
            # What one run never tried is no failure of its VAEs.
            if row.vae in called and row.image_sha256 in common
        ]
    first = runs[0].summary
    frame = {
        **first,
        "schema_version": SCHEMA_VERSION,
        "state": "finished",
        "vaes": vaes,
        "images": {"listed": len({row.image for row in rows}), "skipped": []},
    }
    summary = with_results(frame, rows, {}, weights=runs[0].weights)
    for run, called in zip(runs, labels, strict=True):
        for label, facts in run.vaes.items():
            # Latents and speed are of the VAE and its own run, whatever it is compared with.
            summary["vaes"][called[label]] |= {key: facts.get(key) for key in ("latent_health", "speed")}
    return RunData(None, summary, rescored(rows, summary))


def _name(row: Row, run: str, images: dict[str, str], taken: set[str]) -> str:
    """Return what an image is called in the merged run: as where it was first met, with that run in front if the name is taken.

    Args:
        row: of the image.
        run: name of its run.
        images: content to name, of the images before it; this one is added.
        taken: these names.
    """
    content = row.image_sha256
    if content not in images:
        images[content] = f"{run}: {row.image}" if row.image in taken else row.image
        taken.add(images[content])
    return images[content]
