"""The rows of a run whose files were deleted, moved or exchanged under it: written beside its folder, from memory."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from vaelab.errors import RecordLostError, RecordRescuedError, RunFolderError, why
from vaelab.results.records import Row
from vaelab.run_files import LATENTS, ROWS, SUMMARY
from vaelab.run_folder.durable import sync_folder, write_atomic
from vaelab.run_folder.row_lines import csv_line, header, json_line, latent_to_json, row_line
from vaelab.text import Sentence, resume_in
from vaelab.text import rows as counted
from vaelab.vae.base import LatentFacts

_MOST_NAMES = 1000


def salvage(
    folder: Path,
    error: RunFolderError,
    rows: Sequence[Row],
    latents: Mapping[str, Mapping[str, LatentFacts]],
    summary: Mapping[str, Any],
) -> RunFolderError:
    """Write rows into a new run folder beside the lost one, ``NAME-rescued``; in the system's temporary folder if that fails.

    Args:
        folder: the run folder.
        error: what happened to it.
        rows: every finished row.
        latents: moments of their latents, by VAE and image.
        summary: the content of ``summary.json``, with which the new folder can be resumed.

    Returns:
        The error to raise: what happened, and where the rows are; a ``RecordRescuedError`` if they are somewhere.
    """
    reason: OSError | None = None
    # Named late: a system may have no temporary folder.
    places: tuple[Callable[[], Path], ...] = (
        lambda: folder.absolute().parent,
        lambda: Path(tempfile.gettempdir()),
    )
    for find in places:
        try:
            parent = find()
            place = _new_folder(parent, f"{folder.absolute().name}-rescued")
            lines = [csv_line(header()), *map(row_line, rows)]
            write_atomic(place / ROWS, "".join(lines).encode())
            moments = [
                json_line(latent_to_json(row, facts))
                for row in rows
                if (facts := latents.get(row.vae, {}).get(row.image)) is not None
            ]
            write_atomic(place / LATENTS, "".join(moments).encode())
            text = json.dumps(summary, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
            write_atomic(place / SUMMARY, text.encode(errors="backslashreplace"))
            sync_folder(parent)
        except OSError as failure:
            reason = failure
            continue
        return RecordRescuedError(
            Sentence(
                "{0}; what was measured so far ({1}) is in '{2}': continue there with {3}",
                (str(error), counted(len(rows)), str(place / ROWS), resume_in(str(place))),
            ),
            place,
        )
    assert reason is not None
    return RecordLostError(
        Sentence(
            "{0}; what was measured so far ({1}) could not be saved elsewhere: {2}",
            (str(error), counted(len(rows)), why(reason)),
        )
    )


def _new_folder(parent: Path, name: str) -> Path:
    """Make a folder that did not exist.

    Raises:
        OSError: none can be made there.
    """
    for number in range(1, _MOST_NAMES):
        place = parent / (name if number == 1 else f"{name}-{number}")
        try:
            place.mkdir()
        except FileExistsError:
            continue
        return place
    raise FileExistsError(f"there are {_MOST_NAMES} folders of this name already")
