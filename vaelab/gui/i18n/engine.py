"""The engine's own English that the window shows: collected here, written where Qt's tools find it.

The engine knows no Qt and speaks English. What it says in fixed words (options, metrics, stages) is listed in the generated
``engine_words.py``, so that the catalogues can translate it; ``vaelab.gui.core.engine_text`` looks it up.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from vaelab.charts.figures import FIGURES
from vaelab.engine.chart_pass import STAGE
from vaelab.engine.events import LOADING_TORCH
from vaelab.metrics.registry import all_columns
from vaelab.report.formats.table import FORMATS
from vaelab.score_terms import TERMS
from vaelab.settings import options

WORDS = Path(__file__).with_name("engine_words.py")
_WORD = re.compile("[a-z]{3}")
_PACKAGE = Path(__file__).resolve().parents[2]
_HEAD = '''"""Written by ``python -m vaelab.gui.i18n.update``: what the engine says in fixed words, for Qt's tools to find."""

# fmt: off
from PySide6.QtCore import QT_TRANSLATE_NOOP

WORDS = (
'''


def said() -> Iterator[tuple[str, str]]:
    """Yield context and text of everything that the engine says in fixed words, each once."""
    yield from dict.fromkeys([*_options(), *_metrics(), *_terms(), *_formats(), *_stages(), *_sentences()])


def _options() -> Iterator[tuple[str, str]]:
    for option in options().values():
        yield "options", option.label
        yield "options", option.help


def _metrics() -> Iterator[tuple[str, str]]:
    for column in (*all_columns(), *(figure.column for figure in FIGURES)):
        if _WORD.search(column.label):  # not LPIPS, ρ_G and other names that are the same in all languages
            yield "metrics", column.label
        yield "metrics", column.description


def _terms() -> Iterator[tuple[str, str]]:
    yield from (("terms", term.words) for term in TERMS)


def _formats() -> Iterator[tuple[str, str]]:
    for row in FORMATS:
        yield from (("formats", text) for text in (row.offer, row.copy) if text)


def _stages() -> Iterator[tuple[str, str]]:
    yield "stages", LOADING_TORCH
    yield "stages", STAGE
    for text in _first_words(sorted((_PACKAGE / "engine").rglob("*.py")), {"StageChanged", "_stage"}):
        yield "stages", text


def _sentences() -> Iterator[tuple[str, str]]:
    for text in _first_words(_engine(), {"Sentence"}):
        yield "sentences", text


def _engine() -> list[Path]:
    """The modules that know no Qt."""
    return sorted(path for path in _PACKAGE.rglob("*.py") if (_PACKAGE / "gui") not in path.parents)


def _first_words(paths: Iterable[Path], callables: Collection[str]) -> Iterator[str]:
    """Yield the text that is the first argument where one of these is called."""
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                function, first = node.func, node.args[0]
                name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
                if name in callables and isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def module() -> str:
    """Return the text of ``engine_words.py``."""
    lines = [f"    QT_TRANSLATE_NOOP({_quoted(context)}, {_quoted(text)}),\n" for context, text in said()]
    return _HEAD + "".join(lines) + ")\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
