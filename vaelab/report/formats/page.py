"""The page that every HTML report is: its template, style and script in one file, every name escaped."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from vaelab.report import palette
from vaelab.report.words import numbers

_TEMPLATES = Path(__file__).parent / "templates"


def fill_page(template: str, *, names: dict[str, Any] | None = None, **context: object) -> str:
    """Return a page.

    Args:
        template: its file.
        names: what its macros use beside their arguments.
        context: what it shows.
    """
    script = (_TEMPLATES / "report.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        short=numbers.short, full=numbers.full, count=numbers.count, symbol=_symbol, percent=numbers.percent
    )
    environment.globals.update(
        outline=palette.outline,
        light=palette.LIGHT,
        dark=palette.DARK,
        missing=numbers.MISSING,
        **(names or {}),
    )
    return environment.get_template(template).render(
        # Both are files of this package; everything else that reaches the page is escaped.
        style=Markup((_TEMPLATES / "report.css").read_text("utf-8")),
        script=Markup(script),
        script_hash=digest,
        **context,
    )


def _symbol(label: str) -> Markup:
    """Return a label with its index set lower: ρ_G becomes ρ and a small G."""
    return Markup(re.sub(r"(?<=[ρδL])_(\w+)", r"<sub>\1</sub>", str(escape(label))))
