"""``charts.json``: what the test charts say of each VAE. The one place that knows how it is written; checked as a stranger's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from vaelab.charts.figures import FIGURES
from vaelab.charts.measure import ChartReading, ChartRecord
from vaelab.charts.slanted_edge import EDGES, FREQUENCIES
from vaelab.errors import RunFolderError, why
from vaelab.run_files import CHARTS
from vaelab.run_folder.read.fields import (
    Check,
    FieldError,
    list_of,
    map_of,
    number,
    parse,
    table,
    text,
    whole,
)
from vaelab.run_folder.read.files import read_bytes

VERSION: Final = 1
"""Of the file. Figures that are measured otherwise get another name or another version."""
MOST_BYTES: Final = 2**24
_PATCHES: Final = 64

_READING: Check = table(
    {
        "values": map_of(number),
        "reasons": map_of(text),
        "curves": map_of(list_of(number)),
        "patches": list_of(number),
        "pictures": map_of(text),
        "notes": list_of(text),
        "precision": text,
        "weights": text,
    }
)
_RECORD: Check = table(
    {"version": whole, "original": _READING, "vaes": map_of(_READING), "charts": map_of(text)},
    needed=("version", "original", "vaes", "charts"),
)


def charts_to_json(record: ChartRecord) -> str:
    """Return the content of ``charts.json``."""
    plain = {
        "version": VERSION,
        "charts": dict(record.charts),
        "original": _plain(record.original),
        "vaes": {label: _plain(reading) for label, reading in record.vaes.items()},
    }
    return json.dumps(plain, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _plain(reading: ChartReading) -> dict[str, Any]:
    return {name: value for name, value in asdict(reading).items() if value}


def read_charts(folder: Path | None) -> ChartRecord | None:
    """Read what the test charts of a run say; None where it measured none.

    Args:
        folder: the run folder, or None for a run that has none.

    Raises:
        RunFolderError: the file is not to be opened, damaged, or of a newer VAELab.
    """
    if folder is None or not (folder / CHARTS).exists():
        return None
    try:
        plain = parse(read_bytes(folder, CHARTS, MOST_BYTES))
        _RECORD(plain, "")
    except OSError as error:
        raise RunFolderError(f"'{folder / CHARTS}' cannot be read: {why(error)}") from error
    except FieldError as error:
        raise RunFolderError(
            f"'{folder / CHARTS}' is damaged: {error}; take it from a copy, or measure again"
        ) from error
    if plain["version"] != VERSION:
        raise RunFolderError(
            f"'{folder / CHARTS}' has version {plain['version']}, this VAELab reads {VERSION}: open it with the VAELab that made it"
        )
    return ChartRecord(
        _reading(plain["original"]),
        {label: _reading(each) for label, each in plain["vaes"].items()},
        plain["charts"],
    )


def _reading(plain: Mapping[str, Any]) -> ChartReading:
    """What is known of it: a figure of another version, or a curve of another length, is left away."""
    known = {figure.column.name for figure in FIGURES}
    patches = tuple(map(float, plain.get("patches", ())))
    return ChartReading(
        values={name: float(value) for name, value in plain.get("values", {}).items() if name in known},
        reasons={name: reason for name, reason in plain.get("reasons", {}).items() if name in known},
        curves={
            name: tuple(map(float, curve))
            for name, curve in plain.get("curves", {}).items()
            if name in EDGES and len(curve) == len(FREQUENCIES)
        },
        patches=patches if len(patches) == _PATCHES else (),
        pictures=dict(plain.get("pictures", {})),
        notes=tuple(plain.get("notes", ())),
        precision=plain.get("precision", ""),
        weights=plain.get("weights", ""),
    )
