"""A VAE that failed in a run, as the list of VAEs shows it, and what may cure it: one row a remedy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication

from vaelab.gui.i18n.noop import QT_TRANSLATE_NOOP
from vaelab.precisions import PRECISIONS
from vaelab.settings import RunSettings


@dataclass(frozen=True, slots=True)
class Remedy:
    """What may cure a VAE that failed.

    Attributes:
        name: as the engine names it.
        settings: what the run that tries it changes for the whole run; empty where it changes the VAE's own precision.
        button_text, way_text, tip_text: source text of what is said of it, ``{0}`` for its name.
    """

    name: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    button_text: str = QT_TRANSLATE_NOOP("ProblemCard", "Retry in {0}")
    way_text: str = QT_TRANSLATE_NOOP("ProblemCard", "in {0}")
    tip_text: str = QT_TRANSLATE_NOOP(
        "ProblemCard", "Run this VAE alone in a new run, with the same images and options"
    )

    @property
    def button(self) -> str:
        """What its button says."""
        return QCoreApplication.translate("ProblemCard", self.button_text).format(self.name)

    @property
    def way(self) -> str:
        """How the VAE is to be run again: in tiles, on the CPU."""
        return QCoreApplication.translate("ProblemCard", self.way_text).format(self.name)

    @property
    def tip(self) -> str:
        """What its button will do."""
        return QCoreApplication.translate("ProblemCard", self.tip_text)


# fmt: off
REMEDIES = (
    *map(Remedy, PRECISIONS),
    Remedy("tiling", {"tiling": "auto"},
           QT_TRANSLATE_NOOP("ProblemCard", "Use tiling"), QT_TRANSLATE_NOOP("ProblemCard", "in tiles"),
           QT_TRANSLATE_NOOP("ProblemCard", "Run this VAE alone in a new run, in tiles: less memory, slightly other numbers")),
    Remedy("cpu", {"device": "cpu"},
           QT_TRANSLATE_NOOP("ProblemCard", "Use the CPU"), QT_TRANSLATE_NOOP("ProblemCard", "on the CPU")),
)
# fmt: on
"""All that the window can try; another one that an engine names is not offered."""


def remedy_of(name: str) -> Remedy | None:
    """Return the remedy of that name; None where the window has no such."""
    return next((each for each in REMEDIES if each.name == name), None)


@dataclass(frozen=True, slots=True)
class Problem:
    """A VAE that failed.

    Attributes:
        label: its name in the run.
        images: how many it had measured by then; None where it could not even be loaded.
        message: one sentence: what, why, what to do.
        details: the traceback, or empty.
        remedies: names of what may cure it, best first.
        settings: of the run it failed in.
        chosen: the remedy that is to be tried when the run that goes on has ended; empty for none.
    """

    label: str
    images: int | None
    message: str
    details: str
    remedies: tuple[str, ...]
    settings: RunSettings
    chosen: str = ""
