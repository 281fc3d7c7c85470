"""Verify a run: every number that its pictures and rows hold, computed a second time by code that shares none with the first."""

from __future__ import annotations

import importlib.metadata
import platform
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from vaelab import __version__
from vaelab.control import Control
from vaelab.errors import RunFolderError, Stopped
from vaelab.metrics.registry import all_columns
from vaelab.report.run.data import RunData
from vaelab.report.words.protocol import protocol_hash
from vaelab.results.records import Row
from vaelab.run_folder.read.rows import ReadRows, read_record
from vaelab.run_folder.read.summary import read_summary
from vaelab.run_folder.store import SCHEMA_VERSION
from vaelab.run_folder.verification import content_of
from vaelab.text import Sentence
from vaelab.verify.findings import Comparand, NotRecomputed, Tally, Verification, VerifyProgress
from vaelab.verify.pictures.picture_columns import RowComparer, RunFacts, not_of_pictures
from vaelab.verify.summary import claims
from vaelab.verify.summary.summary_claims import BESIDE_ROWS, NOT_OF_ROWS, steps, summary_claims

ROWS, SUMMARY = "rows", "summary"
"""Stages of a verification."""
_LIBRARIES = ("numpy", "scipy", "scikit-image", "piq", "lpips", "torch", "flip-evaluator", "pillow")
_MOST_DAMAGED = 20


def verify(path: Path, control: Control | None = None) -> Iterator[VerifyProgress | Verification]:
    """Verify a run folder; the last event is the ``Verification``.

    Nothing is written, and nothing but the folder is read: its record, its summary and its pictures.

    Args:
        path: of the run folder, or of the summary.json in it.
        control: stops it between two rows or two columns.

    Raises:
        RunFolderError: it is no run folder, is damaged, or was changed while it was verified.
        UsageError: a library is missing that it is verified with.
        Stopped: it was to stop.
    """
    folder = path.parent if path.is_file() else path
    control = control or Control()

    def check() -> None:
        if control.stopping:
            raise Stopped

    read, summary = read_record(folder), read_summary(folder)
    if summary["schema_version"] != SCHEMA_VERSION:
        raise RunFolderError(
            f"the run in '{folder}' was made under schema {summary['schema_version']}, whose pictures held the marker, so that its "
            "numbers do not follow from them: measure again to verify"
        )
    yield VerifyProgress(ROWS, 0, len(read.rows))
    content = content_of(folder, read.rows, check)
    facts = RunFacts(folder, summary["settings"], frozenset(summary["protocol"].get("metrics") or ()))
    columns, left_out = Tally(), [*not_of_pictures(), *_damage(read)]
    recomputed = 0
    for done, event in enumerate(_rows(read.rows, RowComparer(facts), columns, left_out), start=1):
        recomputed += event
        check()
        yield VerifyProgress(ROWS, done, len(read.rows))
    parts = Tally()
    if summary.get("state") == "running":
        reason = Sentence("the run has not ended, so its summary is behind its rows: continue it to its end")
        left_out.append(NotRecomputed("summary", reason, is_fault=True))
    else:
        left_out += NOT_OF_ROWS
        left_out += [each for name, each in BESIDE_ROWS.items() if (folder / name).exists()]
        done = 0
        for found in summary_claims(summary, read.rows):
            if found is not None:
                parts.add(found)
                continue
            done += 1
            check()
            yield VerifyProgress(SUMMARY, done, steps())
        if "protocol_hash" in summary:
            fresh = protocol_hash(RunData(folder, summary, read.rows))
            parts.add(claims.equal(claims.PROTOCOL, summary["protocol_hash"], fresh))
    if content_of(folder, read_record(folder).rows, check) != content:
        raise RunFolderError(f"the run in '{folder}' was changed while it was verified: verify it again")
    yield Verification(
        rows=len(read.rows),
        failed=int(read.rows.failed().sum()),
        recomputed=recomputed,
        columns=columns.lines(tuple(column.name for column in all_columns())),
        summary=parts.lines(claims.PARTS),
        not_recomputed=tuple(dict.fromkeys(left_out)),
        versions=_versions(),
        content=content,
        date=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _rows(
    rows: Sequence[Row], comparer: RowComparer, columns: Tally, left_out: list[NotRecomputed]
) -> Iterator[bool]:
    """Compare row by row; yields whether it was recomputed."""
    for row in rows:
        if row.status != "ok":
            for failed in comparer.failed(row):
                columns.add(failed)
            yield False
            continue
        was_compared = False
        for found in comparer.finished(row):
            if isinstance(found, Comparand):
                columns.add(found)
                was_compared = True
            else:
                left_out.append(found)
        yield was_compared


def _damage(read: ReadRows) -> list[NotRecomputed]:
    damage = read.damage
    found = [
        NotRecomputed(str(line), Sentence("it is no whole row"), is_fault=True)
        for line in damage.lines[:_MOST_DAMAGED]
    ]
    more = damage.count - len(found)
    if more > 0:
        found.append(
            NotRecomputed(f"{more} further lines", Sentence("they are no whole rows"), is_fault=True)
        )
    return found


def _versions() -> dict[str, str]:
    found = {"vaelab": __version__, "python": platform.python_version()}
    for name in _LIBRARIES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found
