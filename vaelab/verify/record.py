"""A verification as JSON, and beside the run: verify.json, and a report that says so."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from vaelab.errors import RunFolderError, why
from vaelab.report.formats.table import render
from vaelab.report.run.load import load_run
from vaelab.run_files import REPORT
from vaelab.run_folder.store import write_atomic
from vaelab.run_folder.verification import write_verification
from vaelab.verify.findings import Agreement, Recorded, Verification


def to_json(found: Verification) -> dict[str, Any]:
    """Return a verification as strict JSON, as verify.json has it; an infinite number is the word ``inf``."""
    return {
        "passed": found.passed,
        "date": found.date,
        "versions": dict(found.versions),
        "content": dict(found.content),
        "rows": {"total": found.rows, "failed": found.failed, "recomputed": found.recomputed},
        "columns": [{"column": line.name, **_line(line)} for line in found.columns],
        "summary": [{"part": line.name, **_line(line)} for line in found.summary],
        "not_recomputed": [
            {"what": each.what, "reason": str(each.reason), "fault": each.is_fault}
            for each in found.not_recomputed
        ],
    }


def _line(line: Agreement) -> dict[str, Any]:
    facts: dict[str, Any] = {"n": line.n, "outside": line.outside}
    worst = line.worst
    if worst is None:
        return facts
    return facts | {
        "worst": _plain(worst.difference),
        "tolerance": worst.allowed,
        "recorded": _plain(worst.recorded),
        "recomputed": _plain(worst.recomputed),
        "where": list(worst.where),
    }


def _plain(value: Recorded) -> Recorded:
    return "inf" if isinstance(value, float) and math.isinf(value) else value


def keep(folder: Path, found: Verification) -> Path:
    """Write verify.json and make the report anew, so that it says what was found; return the report.

    Args:
        folder: of the run.
        found: of the run as it is.

    Raises:
        RunFolderError: one of them cannot be written.
    """
    write_verification(folder, to_json(found))
    report = folder / REPORT
    try:
        write_atomic(report, render(load_run(folder), "html").encode(errors="backslashreplace"))
    except OSError as error:
        raise RunFolderError(
            f"'{report}' cannot be written: {why(error)}; what was found stands all the same"
        ) from error
    return report
