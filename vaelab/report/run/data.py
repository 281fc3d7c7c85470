"""What a report is made of: the summary of one run and its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vaelab.results.records import Row
from vaelab.results.row_table import RowTable
from vaelab.run_folder.read.lines import NO_DAMAGE, Damage


@dataclass(frozen=True, slots=True)
class RunData:
    """One finished, stopped or running run.

    Attributes:
        folder: the run folder, for the saved PNGs; None when there are none to show.
        summary: the content of ``summary.json``.
        rows: the content of ``per_image.csv``; a :class:`RowTable`, but for rows that were made up.
        damage: lines of the run's files that are not counted.
    """

    folder: Path | None
    summary: Mapping[str, Any]
    rows: Sequence[Row] = field(default=(), repr=False)
    damage: Damage = NO_DAMAGE

    @property
    def name(self) -> str:
        """What the run is called in a comparison: its folder's name, or when it was made."""
        return self.folder.name if self.folder is not None else str(self.summary.get("created") or "run")

    @property
    def settings(self) -> Mapping[str, Any]:
        """The settings of the run, as the summary holds them."""
        found: Mapping[str, Any] = self.summary.get("settings") or {}
        return found

    @property
    def weights(self) -> Mapping[str, float]:
        """λ of the J that is shown, by term: the run's own, or those that it is shown with."""
        found: Mapping[str, float] = self.summary.get("weights") or self.settings.get("weights") or {}
        return found

    @property
    def own_weights(self) -> bool:
        """Whether J is by the weights that the run was made with."""
        return dict(self.weights) == dict(self.settings.get("weights") or self.weights)

    @property
    def vaes(self) -> Mapping[str, Mapping[str, Any]]:
        """Label to everything the summary says of a VAE."""
        found: Mapping[str, Mapping[str, Any]] = self.summary.get("vaes") or {}
        return found

    @property
    def table(self) -> RowTable:
        """The rows as columns."""
        return RowTable.of(self.rows)

    @property
    def compared_rows(self) -> RowTable:
        """The rows of the images that the VAEs are compared on; of a VAE that stands apart, all of its own."""
        common = self.summary.get("common") or {}
        left_out = {*(common.get("left_out") or ()), *(common.get("copies") or ())}
        table = self.table
        if not left_out:
            return table
        apart = [label for label, vae in self.vaes.items() if vae.get("apart")]
        return table.select(table.among("vae", apart) | ~table.among("image", left_out))


def run_names(runs: tuple[RunData, ...]) -> tuple[str, ...]:
    """Return one distinct name for each run, in order."""
    names: list[str] = []
    for run in runs:
        name, count = run.name, 2
        while name in names:
            name, count = f"{run.name} ({count})", count + 1
        names.append(name)
    return tuple(names)
