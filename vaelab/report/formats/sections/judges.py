"""What judges said of a run, for its page, for a terminal, to paste, and as JSON."""

from __future__ import annotations

import json as json_module
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from vaelab.errors import UsageError
from vaelab.judging.outcome import JudgeOutcome
from vaelab.report.formats.text import escape_markdown, json_text
from vaelab.report.run.data import RunData
from vaelab.report.run.judged import judged
from vaelab.report.words import protocol
from vaelab.report.words.judges import JudgeTable, judge_sentences, judge_tables
from vaelab.text import Sentence, Value


def cell_text(value: Value) -> str:
    """Return a cell of a table in English."""
    return str(value) if isinstance(value, (str, int, Sentence)) else ", ".join(map(cell_text, value))


def judge_facts(run: RunData) -> dict[str, Any]:
    """Return what the page of a run shows of its judges; where their file is damaged, the sentence that says so."""
    try:
        outcome = judged(run)
    except UsageError as error:
        return {"judge_lines": [str(error)], "judge_tables": []}
    if outcome is None:
        return {"judge_lines": [], "judge_tables": []}
    return {
        "judge_lines": [str(sentence) for sentence in judge_sentences(outcome)],
        "judge_tables": [
            (table, [[cell_text(cell) for cell in row] for row in table.rows])
            for table in judge_tables(outcome)
        ],
    }


def render_judges(run: RunData, outcome: JudgeOutcome, name: str) -> str:
    """Return what judges said in a format, one of ``JUDGE_FORMATS``."""
    return _json(run, outcome) if name == "json" else _markdown(run, outcome)


def _markdown(run: RunData, outcome: JudgeOutcome) -> str:
    parts = [" ".join(escape_markdown(str(line)) for line in judge_sentences(outcome)), ""]
    for table in judge_tables(outcome):
        parts += [f"### {table.title}", "", *_lines(table), "", escape_markdown(str(table.lead)), ""]
    return "\n".join([*parts, escape_markdown(protocol.line(run)), ""])


def _lines(table: JudgeTable) -> Sequence[str]:
    rule = ["---", *["---:"] * (len(table.head) - 1)]
    rows = ([escape_markdown(cell_text(cell)) for cell in row] for row in (table.head, *table.rows))
    head, *body = (f"| {' | '.join(cells)} |" for cells in rows)
    return [head, f"| {' | '.join(rule)} |", *body]


def _json(run: RunData, outcome: JudgeOutcome) -> str:
    facts: dict[str, Any] = asdict(outcome)
    for found, each in zip(facts["metrics"], outcome.metrics, strict=True):
        found["column"] = each.column.name
    content: Mapping[str, Any] = {
        "kind": "judgements",
        "run": run.name,
        "protocol": protocol.line(run),
        "says": [str(line) for line in judge_sentences(outcome)],
        **facts,
    }
    return json_text(json_module.loads(json_module.dumps(content)))
