"""Whether a run was verified, in words: only while it is as it was then."""

from __future__ import annotations

from vaelab.errors import one_line
from vaelab.report.run.data import RunData
from vaelab.report.words.protocol import excluded
from vaelab.run_folder.verification import read_verification

_MOST = 40
"""Characters of a date or a version that are shown: verify.json may be a stranger's."""


def verified(run: RunData) -> str:
    """Return when, with what and how far a run was verified; empty where it was not, or was changed since.

    It reads every saved picture of a run that has a verify.json.
    """
    record = None if run.folder is None else read_verification(run.folder)
    if record is None:
        return ""
    libraries = ", ".join(f"{_short(name)} {_short(version)}" for name, version in record["versions"].items())
    rows = record["rows"]
    date = _short(record["date"])
    if not record["passed"]:
        return f"NOT verified on {date}: numbers or pictures of this run do not agree, see verify.json ({libraries})."
    failed = f", {rows['failed']} failed" if rows["failed"] else ""
    otherwise = (
        ""
        if run.own_weights and not excluded(run)
        else " What is shown here otherwise than recorded follows from its rows."
    )
    return (
        f"Verified on {date}: {rows['recomputed']} of {rows['total']} rows recomputed from their pictures{failed}, and the summary "
        f"from the rows, by other code ({libraries}).{otherwise}"
    )


def _short(text: str) -> str:
    return one_line(text[:_MOST])
