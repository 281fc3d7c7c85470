"""Which images the VAEs of a run are compared on: those that all of them have finished, each content once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from vaelab.arrays import Mask, Places
from vaelab.results.row_columns import RowColumns
from vaelab.text import Sentence


@dataclass(frozen=True)
class CommonImages:
    """What means, marks, ranks and comparisons are taken over.

    Attributes:
        images: places of the images that all VAEs in ``together`` have finished, without copies.
        together: labels of the VAEs that are compared.
        apart: label of each other VAE, and why it is not.
        own: label to the places of the images that it has finished, without copies.
        copies: names of the images left out since another one has the same content.
        left_out: names of the other images that some VAE finished and that are not compared.
    """

    images: Places
    together: tuple[str, ...]
    apart: Mapping[str, Sentence]
    own: Mapping[str, Places]
    copies: tuple[str, ...]
    left_out: tuple[str, ...]

    def over(self, label: str) -> Places:
        """The images that what is said of a VAE is made of."""
        return self.own[label] if label in self.apart else self.images


def common_images(
    columns: RowColumns, *, unfinished: bool = False, broken: Collection[str] = ()
) -> CommonImages:
    """Find the common images.

    A VAE that finished fewer than half of the images that the others finished does not shrink the set: it stands apart.

    Args:
        columns: of the run, without the excluded images.
        unfinished: the run goes on, was stopped or killed; then only what every VAE has had its turn on is counted, so that a
            VAE that comes later in a batch is not held for one that failed.
        broken: labels of VAEs that have failed for good.
    """
    done = columns.finished
    labels = columns.labels
    tried = done | columns.failed
    if unfinished:
        turns = [place for place, label in enumerate(labels) if label not in broken]
        universe = tried[turns].all(axis=0) if turns else np.zeros(done.shape[1], dtype=bool)
    else:
        universe = np.ones(done.shape[1], dtype=bool)
    apart: dict[str, Sentence] = {}
    for place, label in enumerate(labels):
        others = np.delete(done, place, axis=0).any(axis=0) & universe
        finished = int((done[place] & others).sum())
        if 2 * finished < int(others.sum()):
            apart[label] = Sentence(
                "it finished {0} of the {1} images that others finished", (finished, int(others.sum()))
            )
        elif not unfinished and not done[place].any():
            apart[label] = Sentence("it finished no image that counts")
    together = tuple(label for label in labels if label not in apart)
    rows = [labels.index(label) for label in together]
    shared: Mask = (
        np.asarray(done[rows].all(axis=0) & universe) if rows else np.zeros(done.shape[1], np.bool_)
    )
    first, copies = _first_of_each(columns, shared)
    return CommonImages(
        images=np.flatnonzero(first),
        together=together,
        apart=apart,
        own={
            label: np.flatnonzero(_first_of_each(columns, done[place])[0])
            for place, label in enumerate(labels)
        },
        copies=copies,
        left_out=tuple(columns.images[place] for place in np.flatnonzero(done.any(axis=0) & ~shared)),
    )


def _first_of_each(columns: RowColumns, among: Mask) -> tuple[Mask, tuple[str, ...]]:
    """Among some images, the first of each content, and the names of its copies."""
    found, copies = among.copy(), []
    seen: set[str] = set()
    for place in np.flatnonzero(among):
        digest = columns.hashes[place]
        if digest and digest in seen:
            found[place] = False
            copies.append(columns.images[place])
        seen.add(digest)
    return found, tuple(copies)
