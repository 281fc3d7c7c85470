"""Reports: what a run found, as HTML, Markdown, CSV or JSON, and several runs in one table."""

from __future__ import annotations

import json
from typing import Literal

from vaelab.report import protocol, text
from vaelab.report.compare import comparison
from vaelab.report.data import RunData
from vaelab.report.protocol import protocol_differences
from vaelab.report.table import run_table

__all__ = ["Format", "RunData", "comparison", "protocol_differences", "render"]

Format = Literal["html", "md", "csv", "json", "tsv", "bbcode"]


def render(run: RunData, fmt: Format) -> str:
    """Return the report of one run as text, without writing anything.

    ``html`` is one self-contained file; ``md``, ``bbcode`` and ``tsv`` are the summary table to paste; ``csv`` has one line
    per VAE with every mean in full; ``json`` is the summary itself.

    Raises:
        ValueError: for another format, or a summary that holds NaN or Infinity.
    """
    match fmt:
        case "html":
            from vaelab.report.html import run_html  # Jinja is needed here only

            return run_html(run)
        case "md":
            return text.markdown(run_table(run), [protocol.line(run)])
        case "bbcode":
            return text.bbcode(run_table(run), [protocol.line(run)])
        case "tsv":
            return text.tsv(run_table(run), [words for words in [protocol.excluded_words(run)] if words])
        case "csv":
            return text.summary_csv(run_table(run), protocol.excluded(run))
        case "json":
            return json.dumps(run.summary, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
        case _:
            raise ValueError(f"no such report format: {fmt}")
