"""The engine's fixed English words in the window's language; what has no translation stays as it is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from vaelab.metrics.base import Column
from vaelab.score_terms import Term
from vaelab.sets.measures import SetMeasure
from vaelab.settings import Option
from vaelab.text import RESUME, Sentence, resume_in

_OPTIONS = frozenset((RESUME.template, resume_in("").template))
"""Parts of sentences that name an option of the command line: the window names the button that stands beside the sentence."""


def option_label(label: str) -> str:
    """Return an option's label."""
    return QCoreApplication.translate("options", label)


def option_help(option: Option) -> str:
    """Return the sentence that says what an option does."""
    return QCoreApplication.translate("options", option.help)


def metric_label(column: Column | SetMeasure) -> str:
    """Return the short name of a column."""
    return QCoreApplication.translate("metrics", column.label)


def metric_description(column: Column | SetMeasure) -> str:
    """Return the sentence that defines a column."""
    return QCoreApplication.translate("metrics", column.description)


def term_words(term: Term) -> str:
    """Return what a weight of J is called."""
    return QCoreApplication.translate("terms", term.words)


def format_words(words: str) -> str:
    """Return what a menu or the export dialog calls a format of reports."""
    return QCoreApplication.translate("formats", words)


def stage_name(stage: str) -> str:
    """Return what a run is doing."""
    return QCoreApplication.translate("stages", stage)


def counted(said: Sentence) -> str:
    """Return how many there are of something (``sentences.images`` and its like), thousands set apart."""
    return sentence(
        replace(
            said, values=tuple(f"{value:,}" if isinstance(value, int) else value for value in said.values)
        )
    )


def sentence(said: Sentence) -> str:
    """Return what the engine says in a sentence of fixed words: where it names an option, the window names its button."""
    return said.say(_translated)


def _translated(template: str) -> str:
    if template in _OPTIONS:
        return QCoreApplication.translate("sentences", "“Resume”")
    return QCoreApplication.translate("sentences", template)
