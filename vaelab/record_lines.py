"""How a row and its latent are written as one line, in ``per_image.csv`` and ``latents.jsonl``, and read back."""

from __future__ import annotations

import base64
import csv
import io
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from vaelab.metrics.registry import all_columns
from vaelab.records import Row
from vaelab.vae.base import PLACES_A_SIDE, LatentFacts
from vaelab.vae.code_use import CodeUse

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


def read_row(line: Mapping[str, str]) -> Row:
    """Return the row of a line of ``per_image.csv``, its cells by column."""
    values = {name: _parse(line[name]) for name in line if name not in LEADING and name not in TRAILING}
    return Row(
        image=line["image"],
        vae=line["vae"],
        width=int(line["width"]) if line["width"] else None,
        height=int(line["height"]) if line["height"] else None,
        status="ok" if line["status"] == "ok" else "failed",
        note=line["note"],
        # Runs of earlier versions know no marker's pictures.
        **{name: line.get(name, "") for name in PICTURES},
        image_sha256=line.get("image_sha256", ""),
        values={name: value for name, value in values.items() if value is not None},
    )


def _parse(cell: str) -> float | int | None:
    if not cell:
        return None
    try:
        return int(cell)
    except ValueError:
        number = float(cell)
        return None if math.isnan(number) else number


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


def _unpacked(text: object, channels: int) -> tuple[tuple[float, ...], ...] | None:
    """What ``_packed`` made; None for a run of an earlier version.

    Raises:
        ValueError: it is something else.
    """
    if text is None:
        return None
    data = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    if len(data) != 4 * channels * PLACES_A_SIDE**2:
        raise ValueError(f"no values of {channels} channels at {PLACES_A_SIDE**2} places")
    values = np.frombuffer(data, dtype="<f4").reshape(channels, -1)
    if not np.isfinite(values).all():
        raise ValueError("values at places that are not finite")
    return tuple(map(tuple, values.tolist()))


def json_line(line: Mapping[str, Any]) -> str:
    """Return one line of ``latents.jsonl``."""
    return json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n"


def read_latent(line: Mapping[str, Any]) -> LatentFacts:
    """Read the facts of a line of ``latents.jsonl``.

    Raises:
        ValueError: its counts of codes or its values at places are damaged.
    """
    # Runs of earlier versions know neither variance nor codes nor places.
    kl, variance = line["kl"], line.get("variance")
    return LatentFacts(
        positions=line["positions"],
        mean=tuple(line["mean"]),
        mean_square=tuple(line["mean_square"]),
        kl=None if kl is None else tuple(kl),
        variance=None if variance is None else tuple(variance),
        codes=tuple(CodeUse.from_json(book) for book in line.get("codes", ())),
        at_places=_unpacked(line.get("at_places"), len(line["mean"])),
    )
