"""The formats of a report, one row each: the command line, the Edit menu and the export dialog offer what stands here.

Imports nothing heavy, since the command line reads it before it knows what is asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from vaelab.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from vaelab.report.run.data import RunData
    from vaelab.report.run.image_groups import ImageGroup


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """One format.

    Attributes:
        name: as ``--format`` and the ending of a file say it.
        title: for people.
        function: ``"module:function"`` in this package, ``(run: RunData) -> str``, imported only when a report is made.
        offer: what the export dialog calls it, with the ending of its files.
        copy: what the Edit menu calls it; empty where it is not offered for copying.
        comparison: the function ``(runs: Sequence[RunData]) -> str`` of a table over several runs; empty where there is none.
        groups: the function ``(run: RunData, groups: Sequence[ImageGroup]) -> str`` of tables by group of images; empty where
            there is none.
    """

    name: str
    title: str
    function: str
    offer: str
    copy: str = ""
    comparison: str = ""
    groups: str = ""


# fmt: off
FORMATS = (
    ReportFormat("html", "HTML", "html:run_html", "Report (*.html)",
                 comparison="comparisons:html", groups="groups:html"),
    ReportFormat("md", "Markdown", "text:run_markdown", "Summary as Markdown (*.md)",
                 copy="Copy table as Markdown", comparison="comparisons:markdown", groups="groups:markdown"),
    ReportFormat("csv", "CSV", "text:run_csv", "Summary as CSV (*.csv)",
                 comparison="comparisons:csv", groups="groups:csv"),
    ReportFormat("json", "JSON", "text:run_json", "Summary as JSON (*.json)",
                 comparison="comparisons:json", groups="groups:json"),
    ReportFormat("tsv", "TSV", "text:run_tsv", "Summary for a spreadsheet (*.tsv)",
                 copy="Copy table as TSV"),
    ReportFormat("bbcode", "BBCode", "text:run_bbcode", "Summary for a forum (*.bbcode)",
                 copy="Copy table as BBCode"),
)
# fmt: on
"""All formats, in the order in which they are offered."""

JUDGE_FORMATS = ("md", "json")
"""Those of what judges said."""


def format_of(name: str) -> ReportFormat:
    """Return the format of that name.

    Raises:
        ValueError: there is none.
    """
    found = next((each for each in FORMATS if each.name == name), None)
    if found is None:
        raise ValueError(
            f"no such report format: {name}{did_you_mean(name, [each.name for each in FORMATS])}"
        )
    return found


def render(run: RunData, name: str) -> str:
    """Return the report of one run as text, without writing anything.

    ``html`` is one self-contained file; ``md``, ``bbcode`` and ``tsv`` are the summary table to paste; ``csv`` has one line
    per VAE with every mean in full; ``json`` is the summary itself.

    Raises:
        ValueError: for another format, or a summary that holds NaN or Infinity.
    """
    return cast("Callable[[RunData], str]", _resolve(format_of(name).function))(run)


def comparison(runs: Sequence[RunData], name: str) -> str:
    """Return the summary table over several runs.

    Runs that measured alike are compared as the VAEs of one run are: over the images that all have finished, told apart by
    content, and best and second are marked where a test decides. Where anything differs, the lines stay with their runs and
    nothing is marked; CSV and JSON name the run in each line.

    Raises:
        ValueError: for a format that has no table of several runs.
    """
    function = format_of(name).comparison
    if not function:
        raise ValueError(f"no such format of a comparison: {name}")
    return cast("Callable[[Sequence[RunData]], str]", _resolve(function))(runs)


def by_group(run: RunData, groups: Sequence[ImageGroup], name: str) -> str:
    """Return the tables of a run by groups of its images.

    Raises:
        UsageError: this format has none.
    """
    function = format_of(name).groups
    if not function:
        have = ", ".join(each.name for each in FORMATS if each.groups)
        raise UsageError(f"groups are not written as {name}: use one of {have}")
    return cast("Callable[[RunData, Sequence[ImageGroup]], str]", _resolve(function))(run, groups)


def _resolve(function: str) -> object:
    module, name = function.split(":")
    return getattr(importlib.import_module(f"vaelab.report.formats.{module}"), name)
