"""The columns of one row a second time, from its saved pictures: by the references of the metrics and by the marker's own reading."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from vaelab.arrays import Pixels
from vaelab.errors import RunFolderError, UsageError
from vaelab.metrics.definitions import DEFINITIONS
from vaelab.metrics.registry import METRICS
from vaelab.results.records import Row
from vaelab.run_folder.read.files import read_png
from vaelab.settings import marker_mode
from vaelab.text import Sentence
from vaelab.verify.findings import Comparand, NotRecomputed
from vaelab.verify.pictures.further_columns import shift, total_loss
from vaelab.verify.pictures.marker_reading import (
    MarkerPlace,
    around,
    marked_cut,
    marker_place,
    marker_values,
    unmarked,
)
from vaelab.verify.summary.set_score import MARKER, image_scores

if TYPE_CHECKING:
    from types import ModuleType

INSTALL = "pip install 'vaelab[verify]'"
_NOT_OF_PICTURES = {
    "latent": Sentence("it is of the latent, which no picture shows"),
    "output": Sentence("it is of the decoder's output before that was rounded to 8 bits"),
    "speed": Sentence("it is a time"),
    "seam": Sentence("it depends on where the tiles lay, which no picture shows"),
}
_OF_A_NETWORK = Sentence(
    "it is what a network says of the pictures, of which there is no second one with the same weights"
)
_OF_THE_VAE = Sentence("it needs the VAE itself, not only what it made of the picture")
_BY_ITSELF = ("marker", "score", "total_loss")
"""Metrics that are compared from other columns, or from pictures of their own."""
SecondImplementation = Callable[[Pixels, Pixels], Mapping[str, float | None]]
_OF_WHOLE_LEVELS = ("mae", "bias_")
"""Sums of whole levels, which are exact: held to a quarter of a level, so that not one changed pixel stays unseen."""
_MARKER_COLUMNS = next(
    tuple(column.name for column in spec.columns) for spec in METRICS if spec.name == "marker"
)


def references() -> ModuleType:
    """Return the references of the metrics.

    Raises:
        UsageError: a library is missing that they are made of.
    """
    try:
        from vaelab.metrics import reference
    except ImportError as error:
        raise UsageError(
            f"a run is verified with scikit-image, piq and flip-evaluator, and {error.name} is not installed: "
            f"install them with {INSTALL}"
        ) from error
    return reference


def second_implementations() -> Mapping[str, SecondImplementation]:
    """Return by the name of a metric what computes its columns a second time, from an original and a reconstruction.

    Raises:
        UsageError: a library is missing.
    """
    return {**references().REFERENCES, "shift": shift}


def not_of_pictures(measured: Container[str]) -> tuple[NotRecomputed, ...]:
    """Return the columns that are not computed a second time, by default or measured, each with the reason."""
    known = second_implementations()
    return tuple(
        NotRecomputed(
            column.name, _OF_A_NETWORK if spec.packages else _NOT_OF_PICTURES.get(spec.name, _OF_THE_VAE)
        )
        for spec in METRICS
        if (spec.default or spec.name in measured) and spec.name not in known and spec.name not in _BY_ITSELF
        for column in spec.columns
    )


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What of a run decides how its columns are recomputed.

    Attributes:
        folder: of the run.
        settings: as its summary has them.
        metrics: names of those that were measured.
    """

    folder: Path
    settings: Mapping[str, Any]
    metrics: frozenset[str]

    @property
    def marker(self) -> str:
        """``separate``, ``embedded`` or ``off``."""
        return marker_mode(self.settings.get("marker"))

    @property
    def saves_all(self) -> bool:
        """Whether both pictures of every row must be there."""
        return self.settings.get("save_images") == "all"


class RowComparer:
    """Compares rows with what their pictures give. An original is read once for the VAEs that follow one another on it."""

    def __init__(self, facts: RunFacts) -> None:
        """Keep what decides how the columns are recomputed.

        Raises:
            UsageError: a library is missing.
        """
        self._facts = facts
        self._known = second_implementations()
        self._original: tuple[str, Pixels] | None = None

    def finished(self, row: Row) -> Iterator[Comparand | NotRecomputed]:
        """Compare all columns of a finished row.

        A row that cannot be recomputed yields one ``NotRecomputed`` of its name and nothing else.
        """
        facts, named = self._facts, row_name(row)
        if not (row.original_png and row.reconstruction_png):
            reason = Sentence("its pictures were not saved")
            if facts.saves_all:
                reason = Sentence("it names no pictures, although the run saved all")
            yield NotRecomputed(named, reason, is_fault=facts.saves_all)
            return
        try:
            original = self._read_original(row)
            reconstruction = read_png(facts.folder, row.reconstruction_png, (row.width, row.height))
            cuts = self._marker_pictures(row)
        except RunFolderError as error:
            yield NotRecomputed(named, Sentence("it cannot be read: {0}", (str(error),)), is_fault=True)
            return
        place = None
        if facts.marker != "off":
            place = marker_place(original.shape[1], original.shape[0], facts.settings)
        content = reconstruction
        if facts.marker == "embedded" and place is not None:
            content = unmarked(reconstruction, original, place)
        yield from self._content(row, original, content)
        shown = reconstruction if facts.marker == "embedded" else None
        yield from self._marker(row, place, cuts, original, shown)
        yield _comparand(row, "score", _score(row, facts))
        if row.values.get("total_loss") is not None or "total_loss" in facts.metrics:
            yield _comparand(row, "total_loss", total_loss(row.values))

    def failed(self, row: Row) -> Iterator[Comparand]:
        """Compare a failed row with what it may say: no number of its pictures."""
        for spec in METRICS:
            if spec.name in self._known or spec.name in _BY_ITSELF:
                for column in spec.columns:
                    if row.values.get(column.name) is not None:
                        yield _comparand(row, column.name, None)

    def _read_original(self, row: Row) -> Pixels:
        if self._original is None or self._original[0] != row.original_png:
            pixels = read_png(self._facts.folder, row.original_png, (row.width, row.height))
            self._original = row.original_png, pixels
        return self._original[1]

    def _marker_pictures(self, row: Row) -> tuple[Pixels, Pixels] | None:
        if not (row.marker_original_png and row.marker_reconstruction_png):
            return None
        folder = self._facts.folder
        return read_png(folder, row.marker_original_png), read_png(folder, row.marker_reconstruction_png)

    def _content(self, row: Row, original: Pixels, content: Pixels) -> Iterator[Comparand | NotRecomputed]:
        level = 1 / (255 * original.shape[0] * original.shape[1])
        for spec in METRICS:
            recorded = any(row.values.get(column.name) is not None for column in spec.columns)
            if spec.name not in self._known or not (spec.name in self._facts.metrics or recorded):
                continue
            try:
                found = self._known[spec.name](original, content)
            except ImportError as error:
                names = ", ".join(column.name for column in spec.columns)
                reason = Sentence("{0} is not installed: install it with {1}", (str(error.name), INSTALL))
                yield NotRecomputed(names, reason)
                continue
            for column in spec.columns:
                most = level / 4 if column.name.startswith(_OF_WHOLE_LEVELS) else math.inf
                yield _comparand(row, column.name, found[column.name], most)

    def _marker(
        self,
        row: Row,
        place: MarkerPlace | None,
        cuts: tuple[Pixels, Pixels] | None,
        original: Pixels,
        shown: Pixels | None,
    ) -> Iterator[Comparand | NotRecomputed]:
        """Compare the marker's columns; its pictures must be the ones that the whole pictures show, where they do."""
        expected: Mapping[str, float | int | None] = {}
        named = f"{row_name(row)} (marker)"
        if place is not None and cuts is None:
            # Where it did not come back its columns are empty, and the row's note says why.
            came = "no marker columns" not in row.note
            reason = Sentence("its pictures are missing") if came else Sentence("it did not come back")
            yield NotRecomputed(named, reason, is_fault=came)
        elif place is not None and cuts is not None:
            wanted = marked_cut(original, place), None if shown is None else around(shown, place)
            for cut, whole in zip(cuts, wanted, strict=True):
                if whole is not None and not np.array_equal(cut, whole):
                    yield NotRecomputed(
                        named,
                        Sentence("its picture is not the one that its row was measured on"),
                        is_fault=True,
                    )
                    return
            if cuts[0].shape != cuts[1].shape:
                yield NotRecomputed(named, Sentence("its two pictures differ in size"), is_fault=True)
                return
            expected = marker_values(*cuts, place)
        for name in _MARKER_COLUMNS:
            yield _comparand(row, name, expected.get(name))


def row_name(row: Row) -> str:
    """Return what a row is called in a list of what could not be recomputed."""
    return f"{row.image} × {row.vae}"


def _score(row: Row, facts: RunFacts) -> float | None:
    """J of the row's own values, which are compared by themselves."""
    names = ("lpips", "gradient_ratio", "color_ratio", *MARKER)
    values = {
        name: np.array([math.nan if (number := row.values.get(name)) is None else number]) for name in names
    }
    found = float(image_scores(values, facts.settings["weights"], marker=facts.marker != "off")[0])
    return None if math.isnan(found) else found


def _comparand(row: Row, name: str, recomputed: float | int | None, most: float = math.inf) -> Comparand:
    definition = DEFINITIONS[name]
    allowed = definition.absolute
    if allowed is None:
        allowed = (definition.relative or 0.0) * abs(recomputed or 0.0)
    return Comparand(name, row.values.get(name), recomputed, min(allowed, most), (row.image, row.vae))
