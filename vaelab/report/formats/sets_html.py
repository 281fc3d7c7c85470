"""The report of ``vaelab sets`` as one HTML file, and the section of sets in the report of a run."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vaelab.errors import RunFolderError
from vaelab.report.formats.page import fill_page
from vaelab.report.set_table import SetTable, set_table
from vaelab.report.words.sets import about_sets, set_words
from vaelab.run_folder.read.files import png_bytes

_SHEET_WORDS = {
    "nearest": "Those nearest to a real picture, for how near real pictures are to each other; below each, that real picture.",
    "random": "Drawn at random; below each, its nearest real picture.",
}


@dataclass(frozen=True, slots=True)
class SetSection:
    """What is shown of one set.

    Attributes:
        label: its name.
        words: the verdict.
        sheets: (words, data URI) of pictures above their nearest real ones.
        nearest: pairs that were listed.
        facts: what the summary says of its pictures.
    """

    label: str
    words: tuple[str, ...]
    sheets: tuple[tuple[str, str], ...] = ()
    nearest: tuple[Mapping[str, Any], ...] = ()
    facts: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class SetsPart:
    """The section of sets: the table, what has to be known to read it, the sets."""

    table: SetTable
    about: tuple[str, ...]
    sets: tuple[SetSection, ...]


def sets_html(folder: Path | None, summary: Mapping[str, Any]) -> str:
    """Return the report of a comparison of sets.

    Args:
        folder: that holds its sheets; None: without them.
        summary: content of its ``summary.json``.
    """
    generated: Mapping[str, Any] = summary.get("generated") or {}
    features = summary.get("features") or {}
    sections = tuple(
        SetSection(
            label,
            tuple(str(sentence) for sentence in set_words(entry)),
            _sheets(folder, entry.get("sheets") or {}),
            tuple(entry.get("nearest") or ())[:12],
            entry,
        )
        for label, entry in generated.items()
    )
    part = SetsPart(set_table(generated), tuple(map(str, about_sets(list(features)))), sections)
    real = summary.get("real") or {}
    sizes = {bool(entry.get("enlarged")) for entry in (real, *generated.values())}
    return fill_page(
        "sets.html",
        title="VAELab: sets of pictures",
        summary=summary,
        part=part,
        real=real,
        features=features,
        settings=summary.get("settings") or {},
        mixed_sizes=len(sizes) > 1,
        definitions=part.table.columns,
    )


def sets_part(summary: Mapping[str, Any]) -> SetsPart | None:
    """Return the section of sets of a run; None where it compared none.

    Args:
        summary: of the run.
    """
    vaes: Mapping[str, Mapping[str, Any]] = summary.get("vaes") or {}
    table = set_table(vaes)
    if not table.lines:
        return None
    names = [str(name) for name in summary.get("set_features") or ()]
    sections = tuple(
        SetSection(label, tuple(str(sentence) for sentence in set_words(vaes[label], paired=True)))
        for label, _, _ in table.lines
    )
    return SetsPart(table, tuple(map(str, about_sets(names))), sections)


def _sheets(folder: Path | None, places: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    found = []
    for kind, words in _SHEET_WORDS.items():
        if folder is None or not isinstance(places.get(kind), str):
            continue
        try:
            data = png_bytes(folder, places[kind])
        except RunFolderError:
            continue
        found.append((words, "data:image/png;base64," + base64.b64encode(data).decode("ascii")))
    return tuple(found)
