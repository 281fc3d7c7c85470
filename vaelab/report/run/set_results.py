"""The sets of a run: all originals against all reconstructions of a VAE, over the images that the VAEs are compared on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from vaelab.report.run.data import RunData
from vaelab.results.records import Row
from vaelab.run_folder.read.features import FeatureLine, FeatureRecord, read_features
from vaelab.sets.compare import Reference
from vaelab.sets.measures import MEASURES, found_in
from vaelab.sets.statistics import SetStatistics, statistics_of
from vaelab.sets.table import NETWORKS, FeatureSpec

_FEWEST = 2

Check = Callable[[], None]
Summary = Mapping[str, Any]


def with_sets(
    folder: Path | None, summary: Summary, rows: Sequence[Row], check: Check = lambda: None
) -> dict[str, Any]:
    """Return a summary with what its sets are, made from ``features.jsonl``; as it is where the run compared none.

    Where the summary has them already of the same pictures, they stand.

    Args:
        folder: the run folder; None where there is none, and so no features.
        summary: with results.
        rows: of the run, without excluded images.
        check: called between the parts of the work; may raise to stop.

    Raises:
        RunFolderError: the features are not to be opened, or cannot be read.
    """
    names = [name.strip() for name in str((summary.get("settings") or {}).get("sets", "")).split(",")]
    networks = [spec for spec in NETWORKS if spec.name in names]
    if folder is None or not networks:
        return dict(summary)
    run = RunData(folder, summary, rows)
    pictures = _pictures(run)
    key = _key(networks, pictures)
    if summary.get("sets_of") == key and all(
        found_in(facts) for facts in run.vaes.values() if facts.get("n")
    ):
        return dict(summary)
    record = read_features(folder)
    known = {measure.key for measure in MEASURES}
    vaes = {
        label: {name: value for name, value in facts.items() if name not in known}
        for label, facts in run.vaes.items()
    }
    for spec in networks:
        for label, entries in _entries(spec, record, pictures, check).items():
            vaes[label] |= entries
    return {**summary, "vaes": vaes, "set_features": [spec.name for spec in networks], "sets_of": key}


def _pictures(run: RunData) -> dict[str, tuple[tuple[str, str], ...]]:
    """Label to (image, SHA-256 of its file) of the images that count."""
    table = run.compared_rows
    found: dict[str, list[tuple[str, str]]] = {label: [] for label in run.vaes}
    for label, image, digest, failed in zip(
        table.texts("vae"), table.texts("image"), table.texts("image_sha256"), table.failed(), strict=True
    ):
        if not failed and label in found:
            found[label].append((image, digest))
    return {label: tuple(sorted(images)) for label, images in found.items()}


def _key(networks: Sequence[FeatureSpec], pictures: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    said = repr(([spec.name for spec in networks], sorted((label, *own) for label, own in pictures.items())))
    return hashlib.sha256(said.encode(errors="backslashreplace")).hexdigest()


def _entries(
    spec: FeatureSpec,
    record: FeatureRecord,
    pictures: Mapping[str, Sequence[tuple[str, str]]],
    check: Check,
) -> dict[str, dict[str, Any]]:
    # VAEs that are compared share their images, and so the reference.
    references: dict[tuple[str, ...], Reference] = {}
    found: dict[str, dict[str, Any]] = {}
    for label, images in pictures.items():
        pairs = [
            (original, made)
            for image, digest in images
            if (original := record.of(spec.name, "", image, digest)) is not None
            and (made := record.of(spec.name, label, image, digest)) is not None
        ]
        if len(pairs) < _FEWEST or (spec.width and len(pairs[0][0].vector) != spec.width):
            continue
        names = tuple(original.image for original, _ in pairs)
        if names not in references:
            references[names] = Reference(spec, _statistics([original for original, _ in pairs]), check)
        # In the originals' order, so that a fold leaves out an image in both sets.
        reconstructions = _statistics([replace(made, sha256=original.sha256) for original, made in pairs])
        found[label] = references[names].compare(reconstructions, paired=True)[0]
    return found


def _statistics(lines: Sequence[FeatureLine]) -> SetStatistics:
    logits = [line.logits for line in lines if line.logits is not None]
    return statistics_of(
        np.stack([line.vector for line in lines]),
        [line.sha256 for line in lines],
        np.stack(logits) if len(logits) == len(lines) else None,
    )
