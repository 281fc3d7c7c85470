"""A run as Python code sees it: a pandas frame of its rows, its summary, its saved pictures. ``vaelab.read_run`` returns it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vaelab.arrays import Pixels
from vaelab.report.formats.frame import frame_of
from vaelab.report.run.data import RunData
from vaelab.report.run.load import load_run
from vaelab.results.records import Row
from vaelab.run_folder.read.files import read_png
from vaelab.run_folder.read.lines import DamagedLine

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True, slots=True)
class SavedRun:
    """A run folder that was read, finished or not.

    Attributes:
        data: what its reports are made of.
    """

    data: RunData

    @property
    def summary(self) -> Mapping[str, Any]:
        """What ``summary.json`` holds, made anew from the rows as every report does."""
        return self.data.summary

    @property
    def damaged(self) -> tuple[DamagedLine, ...]:
        """Lines of the run's files that are not counted; a resume measures them again."""
        return self.data.damage.lines

    def frame(self) -> pandas.DataFrame:
        """Return the rows as a pandas frame of its own; its columns are those of docs/python.md."""
        return frame_of(self.data)

    def images(self) -> SavedImages:
        """Return the pictures that the run has saved, by (image, VAE); none is opened yet."""
        return SavedImages(self.data)


@dataclass(frozen=True, slots=True, eq=False)
class SavedPair:
    """Two pictures of a row, (H, W, 3) uint8 sRGB each; None where the run saved none.

    Attributes:
        original: as the VAE was given it.
        reconstruction: as it came back.
    """

    original: Pixels | None
    reconstruction: Pixels | None


class SavedImages(Mapping[tuple[str, str], SavedPair]):
    """The saved pictures of a run by (image, VAE). They are read from disk each time that they are asked for."""

    def __init__(self, run: RunData) -> None:
        saved = ~(run.table.among("original_png", ("",)) & run.table.among("reconstruction_png", ("",)))
        self._folder = run.folder
        self._rows = run.table.select(saved)

    def __getitem__(self, key: tuple[str, str]) -> SavedPair:
        """Read the pictures of one row.

        Raises:
            KeyError: the run has no such row, or saved nothing of it.
            RunFolderError: a file is missing, no PNG, of another size, or lies outside of the run folder.
        """
        row = self._rows[self._rows.where()[key]]
        return SavedPair(self._read(row, row.original_png), self._read(row, row.reconstruction_png))

    def _read(self, row: Row, place: str) -> Pixels | None:
        if not place or self._folder is None:
            return None
        return read_png(self._folder, place, (row.width, row.height))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._rows.row_keys())

    def __len__(self) -> int:
        return len(self._rows)


def read_run(folder: str | os.PathLike[str]) -> SavedRun:
    """Read a run folder, finished or not, and compute its results from its rows, as ``vaelab report`` does.

    Args:
        folder: of the run.

    Raises:
        vaelab.errors.RunFolderError: it is not a run folder, or is damaged. Single damaged lines are named in
            ``SavedRun.damaged`` instead, and not counted.
    """
    return SavedRun(load_run(Path(folder)))
