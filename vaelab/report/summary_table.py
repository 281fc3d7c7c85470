"""The summary table behind every format: one line per VAE, in the order of the ranking, best and second marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vaelab.report.palette import Style, style_of
from vaelab.report.quantities import PUBLISHED, VAE, Quantity, standing
from vaelab.report.run.data import RunData
from vaelab.report.words import numbers


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One VAE in the table.

    Attributes:
        label: as the run names it.
        vae: what the summary says of it.
        style: its colour and shape.
        rank: its place among the autoencoders, None for a baseline and without J.
        letters: two VAEs share one if and only if these images do not tell them apart by J; empty where nothing was decided.
        run: name of its run, in a comparison of several.
    """

    label: str
    vae: VAE
    style: Style
    rank: int | None = None
    letters: str = ""
    run: str = ""

    @property
    def baseline(self) -> bool:
        """Whether it is no autoencoder at all, but something to hold them against."""
        return bool(self.vae.get("baseline"))

    @property
    def apart(self) -> str:
        """Why it is not compared with the others; empty where it is."""
        return str(self.vae.get("apart") or "")

    @property
    def n(self) -> int:
        """Of how many images its means are made."""
        return int(self.vae.get("n") or 0)

    @property
    def n_words(self) -> str:
        """Of how many images its means are made, and on how many it failed."""
        failed = int(self.vae.get("images_failed") or 0)
        words = f"{self.n} ({failed} failed)" if failed else str(self.n)
        return f"{words}, not compared" if self.apart else words

    @property
    def place(self) -> str:
        """Its rank as text, with its letters: ``1 a``; where there are baselines only, the letters; an en dash without."""
        rank = "" if self.rank is None else str(self.rank)
        return f"{rank} {self.letters}".strip() or numbers.MISSING


@dataclass(frozen=True, slots=True)
class SummaryTable:
    """Lines and quantities.

    Attributes:
        lines, quantities: what stands in it.
        marks: 1 for best and 2 for second, by line and name of the column.
        comparisons: the summary's, which the marks follow.
        baselines_apart: whether baselines got no mark, since there are autoencoders to compare.
    """

    lines: tuple[SummaryLine, ...]
    quantities: tuple[Quantity, ...]
    marks: Mapping[tuple[int, str], int] = field(default_factory=dict)
    comparisons: Sequence[Mapping[str, Any]] = field(default=(), repr=False)
    baselines_apart: bool = False

    def value(self, index: int, quantity: Quantity) -> float | None:
        """Return a cell's number."""
        return quantity.value(self.lines[index].vae)

    def mark(self, index: int, quantity: Quantity) -> int:
        """Return 1 for best, 2 for second, 0 for neither."""
        return self.marks.get((index, quantity.column.name), 0)


def places_of(summary: Mapping[str, Any]) -> dict[str, tuple[int | None, str]]:
    """Return rank and letters of the VAEs that are ranked, best J first; where there are baselines alone, their letters."""
    ranking = summary.get("ranking") or ()
    letters = "letters" if any(not entry["baseline"] for entry in ranking) else "letters_with_baselines"
    return {entry["vae"]: (entry["rank"], entry[letters]) for entry in ranking}


def run_table(run: RunData, quantities: Sequence[Quantity] = PUBLISHED) -> SummaryTable:
    """Return the table of one run: best J first, then what is not ranked, then what failed."""
    places = places_of(run.summary)
    lines = [
        SummaryLine(label, vae, style_of(index), *places.get(label, (None, "")))
        for index, (label, vae) in enumerate(run.vaes.items())
    ]
    order = {label: index for index, label in enumerate(places)}
    lines.sort(key=lambda line: (order.get(line.label, len(order)), bool(line.vae.get("error"))))
    return marked(lines, quantities, run.summary.get("comparisons") or ())


def marked(
    lines: Sequence[SummaryLine], quantities: Sequence[Quantity], comparisons: Sequence[Mapping[str, Any]]
) -> SummaryTable:
    """Return the table with best and second marked in each column.

    Where two or more autoencoders are compared, the marks are theirs and baselines get none: that identity is perfect tells
    nobody which autoencoder to use. Best is what no other is better than by a decided comparison, second the same among the
    rest; several that are not told apart share a mark, and a column in which nothing is decided has none. A VAE that stands
    apart has none.

    Args:
        lines: of the table.
        quantities: its columns.
        comparisons: the summary's; without them nothing is decided.
    """
    measured = [index for index, line in enumerate(lines) if line.n and not line.apart]
    own = [index for index in measured if not lines[index].baseline]
    candidates = own if len(own) > 1 else measured
    worse: dict[str, set[tuple[str, str]]] = {}
    for item in comparisons:
        if item["verdict"] in ("a", "b"):
            pair = (item["a"], item["b"])
            worse.setdefault(item["metric"], set()).add(pair if item["verdict"] == "a" else pair[::-1])
    marks: dict[tuple[int, str], int] = {}
    for quantity in quantities:
        beaten = worse.get(quantity.metric, set())
        far = {index: standing(lines[index].vae, quantity) for index in candidates}
        left = [index for index in candidates if far[index] is not None]
        for mark in (1, 2):
            if not left:
                break
            group = [
                index
                for index in left
                if not any((lines[other].label, lines[index].label) in beaten for other in left)
            ]
            left = [index for index in left if index not in group]
            if mark == 1 and not left:
                break
            marks |= {(index, quantity.column.name): mark for index in group}
    return SummaryTable(tuple(lines), tuple(quantities), marks, comparisons, 1 < len(own) < len(measured))
