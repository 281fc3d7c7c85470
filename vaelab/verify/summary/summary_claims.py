"""What summary.json says of the rows, held against the rows: everything that is in it but times and latents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vaelab.results.records import Row
from vaelab.run_files import CHARTS, FEATURES
from vaelab.settings import marker_mode
from vaelab.text import Sentence
from vaelab.verify.findings import Comparand, NotRecomputed
from vaelab.verify.summary import claims
from vaelab.verify.summary.column_directions import DERIVED, compared_columns, summary_columns
from vaelab.verify.summary.comparison_claims import comparison_claims
from vaelab.verify.summary.mean_claims import mean_claims
from vaelab.verify.summary.recorded_rows import ComparedImages, RecordedRows, compared, recorded_rows
from vaelab.verify.summary.score_claims import score_claims
from vaelab.verify.summary.statistics import fewest_images

NOT_OF_ROWS = (
    NotRecomputed("latent_health", Sentence("it is of the latents, which are in no picture and in no row")),
    NotRecomputed("speed", Sentence("it is a time; the means of the times are among the columns")),
)
"""Parts of a summary that are left out."""

BESIDE_ROWS = {
    FEATURES: NotRecomputed(
        "sets", Sentence("its distances are of the features of networks, which are in no picture")
    ),
    CHARTS: NotRecomputed("charts", Sentence("they are measured beside the images of the run")),
}
"""What is left out where the run has the file of it."""


def steps() -> int:
    """Return how many columns :func:`summary_claims` counts: one ``None`` each."""
    return len(summary_columns()) + len(compared_columns()) + 1


def summary_claims(summary: Mapping[str, Any], rows: Sequence[Row]) -> Iterator[Comparand | None]:
    """Compare a summary with the rows of its run; ``None`` after each column, for whoever counts them.

    Args:
        summary: of a run that has ended, finished or stopped.
        rows: all of the run.
    """
    vaes = summary["vaes"]
    labels = tuple(vaes)
    columns = (*(name for name in summary_columns() if name not in DERIVED), "score")
    recorded = recorded_rows(rows, labels, columns)
    broken = [label for label, facts in vaes.items() if facts.get("error")]
    found = compared(recorded, ended=summary.get("state", "finished") == "finished", broken=broken)
    baselines = [label for label, facts in vaes.items() if facts.get("baseline")]
    yield from _common(recorded, found, summary, rows, baselines)
    marker = marker_mode(summary["settings"]["marker"]) != "off"
    yield from score_claims(recorded, found, summary, baselines, marker=marker)
    yield None
    yield from mean_claims(recorded, found, vaes, summary_columns(), baselines)
    yield from comparison_claims(recorded, found, summary.get("comparisons") or (), baselines)


def _common(
    rows: RecordedRows,
    found: ComparedImages,
    summary: Mapping[str, Any],
    record: Sequence[Row],
    baselines: Sequence[str],
) -> Iterator[Comparand]:
    """Which images and VAEs count, and which rows failed."""
    said = claims.table(summary.get("common"))
    own = [label for label in found.together if label not in baselines]
    peers = len(own) if len(own) > 1 else len(found.together)
    pairs = peers * (peers - 1) // 2
    yield claims.equal(claims.COMMON, said.get("n"), len(found.images), "n")
    yield claims.equal(claims.COMMON, said.get("copies"), list(found.copies), "copies")
    yield claims.equal(claims.COMMON, said.get("left_out"), list(found.left_out), "left out")
    yield claims.equal(claims.COMMON, said.get("needed"), fewest_images(pairs) if pairs else None, "needed")
    for place, label in enumerate(rows.labels):
        facts = claims.table(summary["vaes"][label])
        yield claims.equal(
            claims.COMMON, facts.get("images_ok"), int(rows.finished[place].sum()), label, "ok"
        )
        yield claims.equal(
            claims.COMMON, facts.get("images_failed"), int(rows.failed[place].sum()), label, "failed"
        )
        yield claims.equal(claims.COMMON, facts.get("n"), len(found.over(label)), label, "n")
        apart = facts.get("apart") is not None
        yield claims.equal(claims.COMMON, apart, label not in found.together, label, "stands apart")
    failed = sorted((row.image, row.vae) for row in record if row.status != "ok")
    listed = sorted(
        (str(item.get("image")), str(item.get("vae"))) for item in summary.get("images_failed") or ()
    )
    yield claims.equal(claims.COMMON, listed, failed, "failed rows")
    hashes = {row.image: row.image_sha256 for row in record if row.image_sha256}
    inputs = {str(item.get("image")): str(item.get("sha256")) for item in summary.get("inputs") or ()}
    yield claims.equal(claims.COMMON, sorted(inputs.items()), sorted(hashes.items()), "inputs")
    own_weights = summary["settings"]["weights"] == summary.get("weights")
    yield claims.equal(claims.COMMON, own_weights, True, "weights of J")
