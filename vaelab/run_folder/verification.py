"""verify.json: what ``vaelab verify`` found of a run, and of which content. It says nothing of a run that was changed since.

It is a note of whoever verified, like everything in the folder: it proves nothing to a stranger, who can verify again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from vaelab.errors import RunFolderError, why
from vaelab.results.row_table import RowTable
from vaelab.run_files import ROWS, SUMMARY, VERIFICATION
from vaelab.run_folder.durable import write_atomic
from vaelab.run_folder.read.fields import Check, FieldError, flag, map_of, parse, table, text, whole
from vaelab.run_folder.read.files import open_file, read_bytes
from vaelab.run_folder.read.rows import read_record
from vaelab.run_folder.row_lines import PICTURES

_MOST_BYTES = 2**26
_MOST_OF_A_FILE = 2**33
_CHUNK = 2**20

_RECORD: Check = table(
    {
        "passed": flag,
        "date": text,
        "versions": map_of(text),
        "content": map_of(text),
        "rows": table(
            {"total": whole, "failed": whole, "recomputed": whole}, needed=("total", "failed", "recomputed")
        ),
    },
    needed=("passed", "date", "versions", "content", "rows"),
)


def content_of(folder: Path, rows: RowTable, check: Callable[[], None] = lambda: None) -> dict[str, str]:
    """Return digests of what is verified: of the rows, the summary, and every picture that a row names.

    Args:
        folder: of the run.
        rows: of it.
        check: called before each picture; may raise to stop.

    Returns:
        ``rows`` and ``summary``, SHA-256 of the files; ``pictures``, SHA-256 over lines of a picture's path and SHA-256, sorted.

    Raises:
        RunFolderError: one of the two files cannot be read. A picture that cannot is digested as missing.
    """
    try:
        found = {"rows": _digest(folder, ROWS), "summary": _digest(folder, SUMMARY)}
    except OSError as error:
        raise RunFolderError(f"'{folder}' cannot be read: {why(error)}") from error
    places = sorted({place for column in PICTURES for place in rows.used(column)} - {""})
    lines = hashlib.sha256()
    for place in places:
        check()
        try:
            digest = _digest(folder, place)
        except (OSError, RunFolderError):
            digest = "missing"
        lines.update(f"{place}\n{digest}\n".encode(errors="surrogatepass"))
    return {**found, "pictures": lines.hexdigest()}


def _digest(folder: Path, place: str) -> str:
    digest = hashlib.sha256()
    with open_file(folder, place, _MOST_OF_A_FILE) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def write_verification(folder: Path, record: Mapping[str, Any]) -> None:
    """Write verify.json in one step.

    Args:
        folder: of the run.
        record: strict JSON with ``passed``, ``date``, ``versions``, ``content`` and ``rows``.

    Raises:
        RunFolderError: it cannot be written.
    """
    data = json.dumps(record, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    try:
        write_atomic(folder / VERIFICATION, data.encode(errors="backslashreplace"))
    except OSError as error:
        raise RunFolderError(
            f"'{folder / VERIFICATION}' cannot be written: {why(error)}; what was found stands all the same"
        ) from error


def read_verification(folder: Path) -> dict[str, Any] | None:
    """Return what verify.json says of the run as it is now; None where there is none, or the run was changed since.

    Every picture is read for that.

    Args:
        folder: of the run.
    """
    try:
        record = parse(read_bytes(folder, VERIFICATION, _MOST_BYTES))
        _RECORD(record, "")
        same = record["content"] == content_of(folder, read_record(folder).rows)
    except (OSError, FieldError, RunFolderError):
        return None  # a stranger's file: what it holds instead changes nothing
    return record if same else None
