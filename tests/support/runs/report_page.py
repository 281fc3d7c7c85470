"""Pages and runs for the tests of reports: a strict parser of HTML, and runs with something changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from runs import report_runs

from vaelab.report.run.data import RunData

VOID = {"meta", "img", "br", "input", "link", "hr"}
LABELS = ("identity", "mini", "linear", "blur:2")
FORMATS = ("html", "md", "bbcode", "tsv", "csv", "json")


class Page(HTMLParser):
    """Parses strictly: every tag closed in order; collects attributes, text and the rows of tables."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.rows: list[list[str]] = []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th") and self.rows:
            self.rows[-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1:] == [tag], (tag, self.open[-3:], self.getpos())
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if not set(self.open) & {"script", "style"}:
            self.text += data
        if "td" in self.open or "th" in self.open:
            self.rows[-1][-1] += data.strip()


def changed(run: RunData, **parts: Any) -> RunData:
    return replace(run, summary={**run.summary, **parts})


def with_settings(run: RunData, **settings: Any) -> RunData:
    return changed(run, settings={**run.settings, **settings})


def with_vae(run: RunData, label: str, **facts: Any) -> RunData:
    return changed(run, vaes={**run.vaes, label: {**run.vaes.get(label, {}), **facts}})


def random_run(centers: Mapping[str, float], images: int = 40, **parts: Any) -> RunData:
    rows = report_runs.random_rows(images, dict(centers))
    return report_runs.run_of(rows, list(centers), **parts)
