"""A run folder as a report needs it: the rows, and a summary made anew from them."""

from __future__ import annotations

from pathlib import Path

from vaelab.report.data import RunData
from vaelab.store import read_latents, read_rows, read_summary
from vaelab.summary import with_results


def load_run(path: Path) -> RunData:
    """Read a run folder (or the ``summary.json`` in it), finished or not.

    The rows are the record: a run that was killed has rows that its last summary does not know yet.

    Raises:
        RunFolderError: when it is not a run folder, or is damaged.
    """
    folder = path.parent if path.is_file() else path
    rows = read_rows(folder)
    return RunData(folder, with_results(read_summary(folder), rows, read_latents(folder)), rows)
