"""A run in groups of its images, by subfolder or by tag: each is shown as a run of its images alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vaelab.errors import RunFolderError, UsageError, did_you_mean, one_line, why
from vaelab.images.listing import natural_key
from vaelab.report.grouping import Grouping
from vaelab.report.run.data import RunData
from vaelab.report.run.load import shown_run
from vaelab.results.summary import EXCLUDED
from vaelab.run_files import TAGS
from vaelab.run_folder.read.files import read_bytes

NO_FOLDER, NO_TAG = "(no subfolder)", "(no tag)"
_MOST_BYTES = 2**26


@dataclass(frozen=True, slots=True)
class ImageGroup:
    """Some images of a run.

    Attributes:
        name: of the subfolder, or the tag.
        images: names, in the order of the run.
        run: its results over these images alone, by the rules of every run.
    """

    name: str
    images: tuple[str, ...]
    run: RunData


def groups_of(run: RunData, by: Grouping, tags: Path | None = None) -> tuple[ImageGroup, ...]:
    """Return the groups of a run's images in natural order; what is in none of them comes last.

    Args:
        run: as it is shown: by its weights, without its excluded images.
        by: ``folder``: the folder that an image's name begins with; ``tag``: what a CSV file says.
        tags: this file, with columns ``image`` and ``tag``, a line a tag; ``tags.csv`` in the run folder when not given.

    Raises:
        UsageError: there is no such file, it is none, or it names no image of the run.
    """
    images = run.table.used("image")
    if by == "folder":
        members = _by([(image, image.rpartition("/")[0] or NO_FOLDER) for image in images])
    else:
        members = _by(_tagged(run, tags, images))
    last = NO_FOLDER if by == "folder" else NO_TAG
    names = sorted(members, key=lambda name: (name == last, natural_key(name)))
    return tuple(ImageGroup(name, members[name], _alone(run, members[name])) for name in names)


def _by(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for image, group in pairs:
        found.setdefault(group, {})[image] = None
    return {group: tuple(images) for group, images in found.items()}


def _alone(run: RunData, images: Sequence[str]) -> RunData:
    """The run over some of its images; the others are no exclusions of the user's."""
    kept = set(images)
    others = set(run.table.used("image")) - kept
    found = shown_run(run.folder, run.summary, run.rows, weights=run.weights, excluded=others)
    summary: dict[str, Any] = {
        **found.summary,
        EXCLUDED: [],
        "images": {**(run.summary.get("images") or {}), "listed": len(images)},
    }
    return replace(found, summary=summary)


def _tagged(run: RunData, tags: Path | None, images: Sequence[str]) -> list[tuple[str, str]]:
    path = tags or (None if run.folder is None else run.folder / TAGS)
    if path is None:
        raise UsageError(
            "this run has no folder to hold tags: name a CSV file with the columns image and tag"
        )
    said = read_tags(path)
    if not set(said) & set(images):
        first = next(iter(said), "")
        raise UsageError(
            f"'{path}' tags no image of this run ('{one_line(first)}' is none): name images as per_image.csv does."
            f"{did_you_mean(first, images)}"
        )
    return [(image, tag) for image in images for tag in said.get(image, (NO_TAG,))]


def unknown_tagged(run: RunData, tags: Path | None) -> tuple[str, ...]:
    """Return the names in a file of tags that are no image of the run, which nothing is said of; ``tags`` as for ``groups_of``."""
    path = tags or (None if run.folder is None else run.folder / TAGS)
    images = {row.image for row in run.rows}
    return () if path is None else tuple(name for name in read_tags(path) if name not in images)


def read_tags(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the tags of each image in a CSV file with the columns ``image`` and ``tag``.

    Raises:
        UsageError: it cannot be read, or has not these columns.
    """
    wanted = "write one with the columns image and tag, a line for each tag of an image"
    try:
        text = read_bytes(path.parent, path.name, _MOST_BYTES).decode("utf-8-sig")
        lines = list(csv.DictReader(io.StringIO(text, newline="")))
    except OSError as error:
        raise UsageError(f"the tags '{path}' cannot be read ({why(error)}): {wanted}") from error
    except (RunFolderError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"'{path}' is no CSV file of tags ({error}): {wanted}") from error
    found: dict[str, dict[str, None]] = {}
    for line in lines:
        image, tag = line.get("image"), line.get("tag")
        if image is None or tag is None:
            raise UsageError(f"'{path}' has a line without an image or a tag: {wanted}")
        if tag.strip():
            found.setdefault(image, {})[tag.strip()] = None
    if not found:
        raise UsageError(f"'{path}' holds no tag: {wanted}")
    return {image: tuple(tags) for image, tags in found.items()}
