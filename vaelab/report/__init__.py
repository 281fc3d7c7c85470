"""Reports: what a run found, as HTML, Markdown, CSV or JSON, and several runs in one table."""

from __future__ import annotations

import json
from typing import Literal

from vaelab.errors import harmless
from vaelab.report.compare_runs import comparison
from vaelab.report.formats import text
from vaelab.report.run.data import RunData
from vaelab.report.summary_table import run_table
from vaelab.report.words import notes, protocol
from vaelab.report.words.headline import verdict
from vaelab.report.words.latents import latent_words
from vaelab.report.words.protocol import protocol_differences
from vaelab.text import Sentence

__all__ = [
    "Format",
    "RunData",
    "comparison",
    "footer",
    "latent_lines",
    "protocol_differences",
    "render",
    "report_name",
]

Format = Literal["html", "md", "csv", "json", "tsv", "bbcode"]


def footer(run: RunData) -> list[str]:
    """Return the lines under a table that is pasted elsewhere: images and failures, what J is made of, latents, the protocol."""
    return [
        verdict(run),
        *map(str, notes.share_lines(run).values()),
        *map(str, latent_lines(run).values()),
        protocol.line(run),
    ]


def report_name(run: RunData) -> str:
    """Return the file name of a run's HTML report: what is shown otherwise than recorded has a page of its own."""
    own = run.own_weights and not protocol.excluded(run) and not protocol.older_schema(run)
    return "report.html" if own else "report_as_shown.html"


def latent_lines(run: RunData) -> dict[str, Sentence]:
    """Return the verdict on each VAE's latents, by label; none where there is nothing to say."""
    found = ((label, latent_words(vae.get("latent_health") or {})) for label, vae in run.vaes.items())
    return {label: Sentence("Latents of {0}: {1}.", (label, words)) for label, words in found if str(words)}


def render(run: RunData, fmt: Format) -> str:
    """Return the report of one run as text, without writing anything.

    ``html`` is one self-contained file; ``md``, ``bbcode`` and ``tsv`` are the summary table to paste; ``csv`` has one line
    per VAE with every mean in full; ``json`` is the summary itself.

    Raises:
        ValueError: for another format, or a summary that holds NaN or Infinity.
    """
    match fmt:
        case "html":
            from vaelab.report.formats.html import run_html  # Jinja is needed here only

            return run_html(run)
        case "md":
            return text.markdown(run_table(run), footer(run))
        case "bbcode":
            return text.bbcode(run_table(run), footer(run))
        case "tsv":
            return text.tsv(run_table(run), footer(run))
        case "csv":
            return text.summary_csv(run_table(run), protocol.excluded(run), run.weights)
        case "json":
            return (
                harmless(json.dumps(run.summary, indent=1, ensure_ascii=False, allow_nan=False), "\n") + "\n"
            )
        case _:
            raise ValueError(f"no such report format: {fmt}")
