"""How a row and its latent are written as one line, in ``per_image.csv`` and ``latents.jsonl``; ``run_folder`` reads them."""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from vaelab.metrics.registry import all_columns
from vaelab.results.records import Row
from vaelab.vae.base import LatentFacts

SCHEMA_VERSION = 2
"""What is written. Runs of the versions before it, in ``READABLE``, are shown by the rules of this one."""
READABLE = (1, 2)
LEADING = ("image", "vae", "width", "height", "status", "note")
PICTURES = ("original_png", "reconstruction_png", "marker_original_png", "marker_reconstruction_png")
TRAILING = (*PICTURES, "image_sha256")


def header() -> tuple[str, ...]:
    """Return the columns of ``per_image.csv``, in order."""
    return (*LEADING, *(column.name for column in all_columns()), *TRAILING)


def csv_line(fields: Iterable[str]) -> str:
    """Return one line of a CSV file, RFC 4180: comma, CRLF, quotes only where needed."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow(fields)
    return buffer.getvalue()


def row_line(row: Row) -> str:
    """Return a row as its line of ``per_image.csv``."""
    return csv_line(cells(row))


def cells(row: Row) -> list[str]:
    """Return a row's cells in the order of :func:`header`."""
    leading = (row.image, row.vae, _number(row.width), _number(row.height), row.status, row.note)
    values = (_number(row.values.get(column.name)) for column in all_columns())
    pictures = (getattr(row, name) for name in PICTURES)
    return [*leading, *values, *pictures, row.image_sha256]


def _number(value: float | int | None) -> str:
    # repr is the shortest text that reads back to the same float, in every locale.
    return "" if value is None or value != value else repr(value)


def latent_to_json(row: Row, latent: LatentFacts) -> dict[str, Any]:
    """Return what a row adds to the latent's statistics, as ``latents.jsonl`` holds it."""
    lists: dict[str, Sequence[float] | None] = {
        "mean": latent.mean,
        "mean_square": latent.mean_square,
        "kl": latent.kl,
        "variance": latent.variance,
    }
    codes = {"codes": [book.to_json() for book in latent.codes]} if latent.codes else {}
    places = {} if latent.at_places is None else {"at_places": _packed(latent.at_places)}
    return {"image": row.image, "vae": row.vae, "positions": latent.positions, **lists, **places, **codes}


def _packed(places: Sequence[Sequence[float]]) -> str:
    """Little-endian float32, channel by channel, base64: a quarter of the same as decimals."""
    return base64.b64encode(np.asarray(places, dtype="<f4").tobytes()).decode("ascii")


def json_line(line: Mapping[str, Any]) -> str:
    """Return one line of ``latents.jsonl``."""
    return json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n"
