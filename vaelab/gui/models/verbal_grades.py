"""A VAE in the words of the window's language: what ``vaelab.report.words.profile`` judges, with the thresholds as tooltip."""

from __future__ import annotations

from vaelab.gui.core.engine_text import sentence
from vaelab.gui.models.column_format import number
from vaelab.gui.models.summary_columns import Entry
from vaelab.report.words.profile import GRADES, Judgement, judge_heads
from vaelab.report.words.profile import phrases as said


def phrases(entry: Entry) -> list[str]:
    """Return "fidelity very good" and so on."""
    return [sentence(each) for each in said(entry)]


def explanation(entry: Entry) -> str:
    """Return the tooltip: under the heads of the report, each value with the thresholds of its scale."""
    lines = []
    for head, judgements, _ in judge_heads(entry):
        if judgements:
            lines += [sentence(head.name), *(f"    {_scale(each)}" for each in judgements)]
    return "\n".join(lines)


def _scale(each: Judgement) -> str:
    scale = ", ".join(
        f"{sentence(grade)} ≤ {number(bound, 3).rstrip('0').rstrip('.,')}"
        for grade, bound in zip(GRADES, each.measure.bounds, strict=False)
    )
    return f"{sentence(each.words)}: {each.measure.of} = {number(each.value, 3)}  ({scale})"
