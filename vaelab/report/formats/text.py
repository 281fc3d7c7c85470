"""A run's summary as text: Markdown, BBCode, tab-separated, CSV, JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from vaelab.errors import one_line
from vaelab.metrics.registry import all_columns
from vaelab.report.quantities import QUANTITIES, Quantity, cell_words, infinite_on, mean
from vaelab.report.run.data import RunData
from vaelab.report.summary_table import SummaryLine, SummaryTable, run_table
from vaelab.report.words import notes, numbers, protocol
from vaelab.report.words.headline import verdict
from vaelab.report.words.latents import latent_lines
from vaelab.report.words.precision import precision_lines
from vaelab.report.words.profile import HEADS, Head, Judgement, judge_heads

_ARROWS = {"low": "↓", "high": "↑"}


def run_markdown(run: RunData) -> str:
    """Return a run's table in Markdown, above its four heads and its footer."""
    table = run_table(run)
    return markdown(table, footer(run), after=heads_markdown(table))


def run_bbcode(run: RunData) -> str:
    """Return a run's table in BBCode, above its footer."""
    return bbcode(run_table(run), footer(run))


def run_tsv(run: RunData) -> str:
    """Return a run's table with tabs, above its footer."""
    return tsv(run_table(run), footer(run))


def run_csv(run: RunData) -> str:
    """Return one CSV line per VAE of a run."""
    return summary_csv(run_table(run), protocol.excluded(run), run.weights)


def run_json(run: RunData) -> str:
    """Return a run's summary itself.

    Raises:
        ValueError: it holds NaN or Infinity.
    """
    return json_text({**run.summary, **protocol.recorded_facts(run)})


def json_text(content: Mapping[str, Any]) -> str:
    """Return strict JSON whose control characters are written out.

    Raises:
        ValueError: it holds NaN or Infinity.
    """
    return one_line(json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False), "\n") + "\n"


def footer(run: RunData) -> list[str]:
    """Return the lines under a table that is pasted elsewhere: images and failures, what J is made of, latents, the protocol."""
    return [
        verdict(run),
        *map(str, notes.failure_lines(run)),
        *map(str, notes.share_lines(run).values()),
        *map(str, latent_lines(run).values()),
        *map(str, precision_lines(run).values()),
        protocol.line(run),
    ]


def heads_markdown(table: SummaryTable) -> list[str]:
    """Return the lines of a Markdown table of the four heads, a VAE a line; none where nothing is judged."""
    rows = [(line, [head_words(*each) for each in judge_heads(line.vae)]) for line in table.lines]
    if not any(any(cells) for _, cells in rows):
        return []
    titles = ["VAE", *(str(head.name) for head in HEADS)]
    body = (
        [escape_markdown(name(line)), *(escape_markdown(cell) or numbers.MISSING for cell in cells)]
        for line, cells in rows
        if any(cells)
    )
    return [_markdown_row(titles), _markdown_row(["---"] * len(titles)), *map(_markdown_row, body)]


def head_words(_: Head, said: Sequence[Judgement], known: Sequence[tuple[str, float]]) -> str:
    """Return what is said under a head, with its numbers: ``fidelity very good (LPIPS 0.0410, PSNR 31.2)``."""
    values = ", ".join(f"{label} {numbers.short(value, minus='-')}" for label, value in known)
    judged = ", ".join(str(each.words) for each in said)
    return f"{judged} ({values})" if judged and values else judged or values


def markdown(
    table: SummaryTable, footer: Sequence[str], header: Sequence[str] = (), after: Sequence[str] = ()
) -> str:
    """Return a Markdown table, best bold and second italic, between ``header`` and ``footer`` lines (escaped here).

    Args:
        table: to show.
        footer: lines under it.
        header: lines above it.
        after: a second table, ready made, between the first and the footer.
    """
    titles = ["VAE", "Rank", *(title(quantity) for quantity in table.quantities), "n"]
    rows = [
        [escape_markdown(name(line)), line.place, *_cells(table, index, _markdown_mark), line.n_words]
        for index, line in enumerate(table.lines)
    ]
    body = [
        _markdown_row([escape_markdown(title) for title in titles]),
        _markdown_row(["---", "---", *["---:"] * (len(table.quantities) + 1)]),
        *map(_markdown_row, rows),
    ]
    parts = [*([f"- {escape_markdown(text)}" for text in header]), *([""] if header else []), *body]
    parts += ["", *after] if after else []
    parts += [part for text in filter(None, footer) for part in ("", escape_markdown(text))]
    parts[-1] += f" · {_legend(table, '**best**', '*second*')}" if table.marks else ""
    return "\n".join(parts) + "\n"


def bbcode(table: SummaryTable, footer: Sequence[str]) -> str:
    """Return the table in BBCode, best bold and second italic."""
    titles = ["VAE", "Rank", *(title(quantity) for quantity in table.quantities), "n"]
    lines = ["[table]", "[tr]" + "".join(f"[th]{title}[/th]" for title in titles) + "[/tr]"]
    for index, line in enumerate(table.lines):
        cells = [escape_bbcode(name(line)), line.place, *_cells(table, index, _bbcode_mark), line.n_words]
        lines.append("[tr]" + "".join(f"[td]{cell}[/td]" for cell in cells) + "[/tr]")
    lines += ["[/table]", *map(escape_bbcode, filter(None, footer))]
    if table.marks:
        lines.append(_legend(table, "[b]best[/b]", "[i]second[/i]"))
    return "\n".join(lines) + "\n"


def _legend(table: SummaryTable, best: str, second: str) -> str:
    apart = " (baselines without a mark)" if table.baselines_apart else ""
    return f"{best}, {second}, where the test decides{apart}; → columns by the mean distance of the images from the ideal"


def tsv(table: SummaryTable, footer: Sequence[str] = ()) -> str:
    """Return the table with tabs and full numbers, as spreadsheets take it from the clipboard, above ``footer`` lines.

    Where a mean leaves out infinite values, a column says on how many images.
    """
    infinite = [
        quantity
        for quantity in table.quantities
        if any(infinite_on(line.vae, quantity.metric) for line in table.lines)
    ]
    return _separated(
        [
            "VAE",
            "Rank",
            *(quantity.column.label for quantity in table.quantities),
            "n",
            *(f"{quantity.column.label} ∞ on" for quantity in infinite),
        ],
        [
            [
                name(line),
                line.place,
                *(numbers.full(table.value(index, quantity)) for quantity in table.quantities),
                str(line.n),
                *(str((infinite_on(line.vae, quantity.metric) or (0,))[0]) for quantity in infinite),
            ]
            for index, line in enumerate(table.lines)
        ]
        + [[text] for text in filter(None, footer)],
        delimiter="\t",
    )


def summary_csv(
    table: SummaryTable, excluded: Sequence[str] = (), weights: Mapping[str, float] | None = None
) -> str:
    """Return one CSV line per VAE: its place, J with its weights, the quantities of the method, and the mean of every column.

    The weights of J stand in a column each; where images were excluded, two more say how many, and which.
    """
    known = [
        column.name
        for column in all_columns()
        if any(mean(line.vae, column.name) is not None for line in table.lines)
    ]
    infinite = [column for column in known if any(infinite_on(line.vae, column) for line in table.lines)]
    several = any(line.run for line in table.lines)
    weights = weights or {}
    header = [
        *(["run"] if several else []), "vae", "rank", "letters", "n", "images_ok", "images_failed", "apart",
        *(name for quantity in QUANTITIES for name in quantity.csv({})),
        *known, *(f"{column}_n_infinite" for column in infinite), *(f"weight_{term}" for term in weights),
    ]  # fmt: skip
    rows = [
        [
            *_csv_cells(line, known, several=several),
            *(str((infinite_on(line.vae, column) or (0,))[0]) for column in infinite),
            *(f"{value:g}" for value in weights.values()),
        ]
        for line in table.lines
    ]
    if excluded:
        header += ["images_excluded", "excluded"]
        rows = [[*row, str(len(excluded)), "; ".join(excluded)] for row in rows]
    return _separated(header, rows)


def _csv_cells(line: SummaryLine, known: Sequence[str], *, several: bool) -> list[str]:
    vae = line.vae
    cells = [*([line.run] if several else []), line.label, "" if line.rank is None else str(line.rank)]
    cells += [line.letters, str(line.n)]
    cells += ["" if vae.get(key) is None else str(vae[key]) for key in ("images_ok", "images_failed")]
    cells += [line.apart]
    values = [value for quantity in QUANTITIES for value in quantity.csv(vae).values()]
    return (
        cells
        + [numbers.full(value) for value in values]
        + [numbers.full(mean(vae, column)) for column in known]
    )


def name(line: SummaryLine) -> str:
    """Return the VAE's name as a table shows it: its run in front where several runs share the table."""
    return f"{line.run}: {line.label}" if line.run else line.label


def escape_markdown(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    flat = one_line(text)
    flat = flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~$])", r"\\\1", flat)


def spreadsheet_cell(text: str) -> str:
    """Return a cell that a spreadsheet takes for what it is, on one line.

    A text that begins with ``=``, ``+``, ``-`` or ``@`` would be computed as a formula, and some can start programs: it gets an
    apostrophe in front, as spreadsheets mark text themselves. Numbers stay as they are. Control characters are written out.
    """
    flat = one_line(text)
    if not flat.startswith(("=", "+", "-", "@")):
        return flat
    try:
        float(flat)
    except ValueError:
        return f"'{flat}"
    return flat


def escape_bbcode(text: str) -> str:
    """Return text whose brackets open no tag."""
    return one_line(text).replace("[", "&#91;").replace("]", "&#93;")


def title(quantity: Quantity) -> str:
    """Return a column's heading with its direction: ``PSNR ↑``, ``ρ_G →1``."""
    column = quantity.column
    arrow = (
        f"→{column.ideal:g}"
        if column.better == "ideal" and column.ideal is not None
        else _ARROWS.get(column.better, "")
    )
    return f"{column.label} {arrow}".strip()


def _cells(table: SummaryTable, index: int, decorate: Callable[[str, int], str]) -> list[str]:
    return [
        decorate(cell_words(table.lines[index].vae, quantity, minus="-"), table.mark(index, quantity))
        for quantity in table.quantities
    ]


def _markdown_mark(text: str, mark: int) -> str:
    stars = {1: "**", 2: "*"}.get(mark, "")
    return f"{stars}{text}{stars}"


def _bbcode_mark(text: str, mark: int) -> str:
    tag = {1: "b", 2: "i"}.get(mark)
    return f"[{tag}]{text}[/{tag}]" if tag else text


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _separated(header: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    buffer = io.StringIO()
    lines = [[spreadsheet_cell(cell) for cell in line] for line in (header, *rows)]
    csv.writer(buffer, delimiter=delimiter).writerows(lines)
    return buffer.getvalue()
