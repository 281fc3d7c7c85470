"""The report as one HTML file that needs nothing else: no network, no script from anywhere, every name escaped."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vaelab.metrics.base import Column
from vaelab.metrics.registry import all_columns
from vaelab.report.formats.page import fill_page
from vaelab.report.formats.sections.chart_section import chart_section
from vaelab.report.formats.sections.charts import HEADLINES, LANE, WIDTH, panels
from vaelab.report.formats.sections.judges import judge_facts
from vaelab.report.formats.sections.precision_table import precision_tables
from vaelab.report.formats.sections.rate_plot import rate_panels
from vaelab.report.formats.sections.worst_images import CROP, DIFFERENCE_GAIN, worst_images
from vaelab.report.formats.sets_html import sets_part
from vaelab.report.quantities import QUANTITIES, SCORE, Quantity, infinite_on, mean, of_metric, standing
from vaelab.report.run.data import RunData
from vaelab.report.summary_table import SummaryLine, SummaryTable, marked, run_table
from vaelab.report.words import notes, numbers, protocol
from vaelab.report.words.headline import found_by_score
from vaelab.report.words.latents import latent_lines
from vaelab.report.words.profile import HEADS, judge_heads
from vaelab.report.words.verified import verified
from vaelab.results.score import terms_of
from vaelab.text import images

_MOST_LISTED = 200
_MOST_PAIRS = 15


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table: shown, in full, with what to sort it by and its mark (1 best, 2 second, 0 neither)."""

    text: str
    full: str
    sort: str
    mark: int = 0
    below: str = ""


@dataclass(frozen=True, slots=True)
class TermBar:
    """One weighted term of J: its number, its width as a bar, in percent of the widest, how it came about, its share of J."""

    text: str
    full: str
    sort: str
    percent: float
    share: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two VAEs and what each headline metric says: winner (None for a tie), difference, interval, tooltip."""

    a: SummaryLine
    b: SummaryLine
    cells: tuple[tuple[SummaryLine | None, str, str, str] | None, ...]


def run_html(run: RunData) -> str:
    """Return the report of one run."""
    summary = run_table(run, QUANTITIES)
    shown_columns = [
        replace(column, label="J of each image") if column.name == "score" else column
        for column in all_columns()
        if column.averaged and any(column.name in (line.vae.get("metrics") or {}) for line in summary.lines)
    ]
    pair_metrics, pairs = _pairs(run, summary.lines)
    failed = list(run.summary.get("images_failed") or ())
    skipped = list((run.summary.get("images") or {}).get("skipped") or ())
    inputs = list(run.summary.get("inputs") or ())
    return render_page(
        "report.html",
        run=run,
        title=f"VAELab report: {run.name}",
        verdict=[str(sentence) for sentence in found_by_score(run)],
        basis=[str(sentence) for sentence in notes.notes(run)],
        charts=chart_section(run),
        precision_groups=precision_tables(run, summary.lines),
        rate_panels=rate_panels(summary.lines),
        latent_lines=[str(sentence) for sentence in latent_lines(run).values()],
        protocol_line=protocol.line(run),
        verified=verified(run),
        facts={**protocol.facts(run), "protocol hash": protocol.protocol_hash(run)},
        image_set=protocol.image_set(run),
        command=protocol.command(run),
        has_marker=protocol.has_marker(run),
        table=summary,
        score=SCORE,
        quantities=used_quantities(summary, QUANTITIES[1:]),
        terms=_terms(run, summary.lines),
        term_names=[(term.name, term.symbol) for term in terms_of(marker=_has_marker_terms(run))],
        has_marker_terms=_has_marker_terms(run),
        metrics=_metric_rows(summary, shown_columns),
        panels=panels(run.compared_rows, summary.lines),
        pair_metrics=pair_metrics,
        pairs=pairs[:_MOST_PAIRS],
        more_pairs=pairs[_MOST_PAIRS:],
        heads=HEADS,
        judged=[
            (line, judge_heads(line.vae))
            for line in summary.lines
            if any(each[1] for each in judge_heads(line.vae))
        ],
        worst=worst_images(run, summary.lines),
        sets=sets_part(run.summary),
        with_latent=[line for line in summary.lines if line.vae.get("latent_health")],
        with_codebooks=[
            line for line in summary.lines if (line.vae.get("latent_health") or {}).get("codebooks")
        ],
        **judge_facts(run),
        failed=failed[:_MOST_LISTED],
        more_failed=max(0, len(failed) - _MOST_LISTED),
        skipped=skipped[:_MOST_LISTED],
        more_skipped=max(0, len(skipped) - _MOST_LISTED),
        inputs=inputs[:_MOST_LISTED],
        more_inputs=max(0, len(inputs) - _MOST_LISTED),
        columns=shown_columns,
        definitions=[quantity.column for quantity in QUANTITIES],
    )


def _has_marker_terms(run: RunData) -> bool:
    return bool(((run.summary.get("common") or {}).get("J") or {}).get("marker"))


def comparison_html(
    compared: SummaryTable,
    sentences: Sequence[str],
    differences: Sequence[str],
    remarks: Sequence[str],
    runs: Sequence[tuple[str, RunData]],
) -> str:
    """Return the comparison of several runs."""
    return render_page(
        "comparison.html",
        title="VAELab comparison",
        table=compared,
        quantities=used_quantities(compared, compared.quantities),
        differences=differences,
        sentences=sentences,
        remarks=remarks,
        runs=runs,
        definitions=[quantity.column for quantity in compared.quantities],
    )


def cell(shown: SummaryTable, index: int, quantity: Quantity) -> Cell:
    """Return one cell of the summary table."""
    vae = shown.lines[index].vae
    value = shown.value(index, quantity)
    far = standing(vae, quantity)
    bounds = quantity.bounds(vae)
    text = numbers.full(value) or "no value"
    if bounds:
        text += f", 95 % interval {numbers.full(bounds[0])} to {numbers.full(bounds[1])}"
    if quantity.column.better == "ideal" and far is not None:
        text += f", mean distance from {quantity.column.ideal:g} of the images {numbers.full(far)}"
    infinite = infinite_on(vae, quantity.metric)
    below = numbers.interval(bounds) if quantity is SCORE else ""
    if infinite is not None:
        below = f"∞ on {infinite[0]} of {infinite[1]}"
        text += f", over the finite ones; {below}"
    # A script sorts by it, and knows no infinity: what is exact everywhere comes first.
    sort = "-1e308" if far == -math.inf else numbers.full(far)
    return Cell(numbers.short(value), text, sort, shown.mark(index, quantity), below)


def used_quantities(shown: SummaryTable, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities that some VAE of the table has."""
    lines = range(len(shown.lines))
    return [
        quantity
        for quantity in quantities
        if any(shown.value(index, quantity) is not None for index in lines)
    ]


def _terms(run: RunData, lines: Sequence[SummaryLine]) -> dict[str, dict[str, TermBar]]:
    """Label to the weighted terms of J."""
    weights = run.weights
    weighted = {
        line.label: {
            name: weights.get(name, 1.0) * value
            for name, value in (line.vae.get("J_terms") or {}).items()
            if value is not None
        }
        for line in lines
    }
    shares = {line.label: line.vae.get("J_shares") or {} for line in lines}
    widest = max((value for terms in weighted.values() for value in terms.values()), default=0.0) or 1.0
    return {
        label: {
            name: TermBar(
                numbers.short(value),
                f"{numbers.full(value)} = λ {weights.get(name, 1.0):g} × {numbers.full(value / weights[name] if weights.get(name) else value)}",
                numbers.full(value),
                round(100 * value / widest, 1),
                numbers.percent(shares[label].get(name, 0.0)),
            )
            for name, value in terms.items()
        }
        for label, terms in weighted.items()
    }


def _metric_rows(shown: SummaryTable, columns: Sequence[Column]) -> list[tuple[Column, list[Cell | None]]]:
    """One line per metric, one cell per VAE: mean and interval, then median and percentiles."""
    quantities = [of_metric(column, column.name) for column in columns]
    best = marked(shown.lines, quantities, shown.comparisons)
    return [
        (
            quantity.column,
            [
                _metric_cell(line, column, best.mark(index, quantity))
                for index, line in enumerate(shown.lines)
            ],
        )
        for quantity, column in zip(quantities, columns, strict=True)
    ]


def _metric_cell(line: SummaryLine, column: Column, mark: int) -> Cell | None:
    found: Mapping[str, Any] | None = (line.vae.get("metrics") or {}).get(column.name)
    if found is None:
        return None
    center = mean(line.vae, column.name)
    below = " · ".join(
        (
            numbers.short(found.get("median")),
            f"{numbers.short(found.get('p05'))} … {numbers.short(found.get('p95'))}",
        )
    )
    parts = [f"mean {numbers.full(center)}"] + [
        f"{name} {numbers.full(found[key])}"
        for name, key in (
            ("standard deviation", "std"),
            ("median", "median"),
            ("minimum", "min"),
            ("maximum", "max"),
        )
        if found.get(key) is not None
    ]
    if found.get("n_infinite"):
        below = f"∞ on {found['n_infinite']} of {found['n']}"
        parts.append(f"∞ on {found['n_infinite']} of {images(found['n'])}")
    if column.better == "ideal" and found.get("distance") is not None:
        parts.append(f"mean distance from {column.ideal:g} {numbers.full(found['distance'])}")
    text = numbers.short(center)
    bounds = numbers.interval(found.get("ci95"))
    return Cell(f"{text} {bounds}".rstrip(), "; ".join(parts), "", mark, below)


def _pairs(run: RunData, lines: Sequence[SummaryLine]) -> tuple[list[Column], list[PairRow]]:
    known: dict[tuple[str, str], dict[str, Mapping[str, Any]]] = {}
    for comparison in run.summary.get("comparisons") or ():
        known.setdefault((comparison["a"], comparison["b"]), {})[comparison["metric"]] = comparison
    columns = {"J": SCORE.column} | {
        column.name: column for column in all_columns() if column.name in HEADLINES
    }
    # The score's comparison is the one of J; a column of its per-image values would say it twice.
    columns.pop("score", None)
    used = [name for name in columns if any(name in found for found in known.values())]
    by_label = {line.label: line for line in lines}
    order = {line.label: index for index, line in enumerate(lines)}
    pairs = []
    for (a, b), found in known.items():
        if a in by_label and b in by_label:
            cells = tuple(_pair_cell(found.get(name), by_label) for name in used)
            pairs.append(PairRow(by_label[a], by_label[b], cells))
    pairs.sort(key=lambda pair: sorted((order[pair.a.label], order[pair.b.label])))
    return [columns[name] for name in used], pairs


def _pair_cell(
    comparison: Mapping[str, Any] | None, lines: Mapping[str, SummaryLine]
) -> tuple[SummaryLine | None, str, str, str] | None:
    if comparison is None:
        return None
    winner = {"a": comparison["a"], "b": comparison["b"]}.get(comparison["verdict"])
    difference = comparison.get("mean_difference")
    bounds = numbers.interval(comparison.get("ci95"))
    title = (
        f"mean difference {numbers.full(difference) or 'not finite'} over {images(comparison['n'])}, "
        f"p = {numbers.short(comparison['p'])}, after Holm {numbers.short(comparison['p_holm'])}"
    )
    return (lines[winner] if winner else None), numbers.short(difference), bounds, title


def render_page(template: str, **context: object) -> str:
    """Return a template as one self-contained page; everything in ``context`` is escaped."""
    names = {
        "protocol_line": protocol.line,
        "cell": cell,
        "lane_height": LANE,
        "plot_width": WIDTH,
        "crop": CROP,
        "gain": DIFFERENCE_GAIN,
    }
    return fill_page(template, names=names, **context)
