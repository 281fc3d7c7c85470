"""A run's tables by groups of its images, in each format."""

from __future__ import annotations

import csv as csv_module
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from vaelab.metrics.registry import all_columns
from vaelab.report.formats import text
from vaelab.report.quantities import QUANTITIES, Quantity
from vaelab.report.run.data import RunData
from vaelab.report.run.image_groups import ImageGroup
from vaelab.report.summary_table import SummaryTable, run_table
from vaelab.report.words import numbers, protocol
from vaelab.report.words.headline import verdict
from vaelab.text import images

_OF_MEANS = ("mean", "std", "median", "ci95", "n", "n_infinite", "distance")


def said_of_all(run: RunData, groups: Sequence[ImageGroup]) -> list[str]:
    """Return what holds for all tables: how many are read together, and the protocol of the run."""
    together = (
        f"{len(groups)} groups are read together: each column of each is decided for itself at 5 %, so that of twenty without "
        "a difference about one shows one."
    )
    return [*([together] if len(groups) > 1 else []), protocol.line(run)]


def markdown(run: RunData, groups: Sequence[ImageGroup]) -> str:
    """Return a table for each group under its name, with what it says."""
    parts = []
    for group in groups:
        parts.append(f"## {text.escape_markdown(group.name)} ({images(len(group.images))})\n")
        parts.append(text.markdown(run_table(group.run), [verdict(group.run)]))
    parts += [f"{text.escape_markdown(line)}\n" for line in said_of_all(run, groups)]
    return "\n".join(parts)


def csv(run: RunData, groups: Sequence[ImageGroup]) -> str:
    """Return a line for each group, VAE and number: its mean, its 95 % interval and of how many images it is made."""
    buffer = io.StringIO()
    writer = csv_module.writer(buffer)
    writer.writerow(("group", "vae", "images", "quantity", "mean", "ci95_low", "ci95_high", "n"))
    for group in groups:
        for line in run_table(group.run).lines:
            for name, mean, bounds, n in _numbers(line.vae):
                low, high = bounds or (None, None)
                cells = (numbers.full(mean), numbers.full(low), numbers.full(high), str(n))
                writer.writerow(
                    map(text.spreadsheet_cell, (group.name, line.label, str(line.n), name, *cells))
                )
    return buffer.getvalue()


def _numbers(vae: Any) -> Iterator[tuple[str, float | None, Sequence[float] | None, int]]:
    for quantity in QUANTITIES:
        value = quantity.value(vae)
        if value is not None and (quantity.of_set or quantity.metric == "J"):
            yield quantity.column.name, value, quantity.bounds(vae), int(vae.get("n") or 0)
    for column in all_columns():
        found = (vae.get("metrics") or {}).get(column.name)
        if found is not None and column.averaged:
            # Of the finite ones, as everywhere.
            n = int(found["n"]) - int(found.get("n_infinite") or 0)
            yield column.name, found.get("mean"), found.get("ci95"), n


def json(run: RunData, groups: Sequence[ImageGroup]) -> str:
    """Return the groups as strict JSON: their images, the ranking and the means of each."""
    content = {
        "protocol": protocol.line(run),
        "groups": [
            {
                "group": group.name,
                "images": list(group.images),
                "common": group.run.summary.get("common"),
                "ranking": group.run.summary.get("ranking"),
                "vaes": {label: _facts(vae) for label, vae in group.run.vaes.items()},
            }
            for group in groups
        ],
    }
    return text.json_text(content)


def _facts(vae: Any) -> dict[str, Any]:
    metrics = {
        name: {key: found.get(key) for key in _OF_MEANS} for name, found in (vae.get("metrics") or {}).items()
    }
    kept = ("n", "apart", "J", "J_ci95", "rho_G", "rho_C", "b", "gamma", "delta", "quantities_ci95")
    return {key: vae.get(key) for key in kept} | {"metrics": metrics}


def html(run: RunData, groups: Sequence[ImageGroup]) -> str:
    """Return the groups as one self-contained page."""
    # Jinja is needed here only.
    from vaelab.report.formats.html import cell, render_page, used_quantities

    tables = [run_table(group.run, QUANTITIES) for group in groups]

    def with_interval(table: SummaryTable, index: int, quantity: Quantity) -> Any:
        found = cell(table, index, quantity)
        bounds = numbers.interval(quantity.bounds(table.lines[index].vae))
        return replace(found, below=found.below or bounds)

    return render_page(
        "groups.html",
        title=f"VAELab report by group: {run.name}",
        said=said_of_all(run, groups),
        shown=[
            (group, table, used_quantities(table, QUANTITIES), verdict(group.run))
            for group, table in zip(groups, tables, strict=True)
        ],
        with_interval=with_interval,
        baselines_apart=any(table.baselines_apart for table in tables),
    )
