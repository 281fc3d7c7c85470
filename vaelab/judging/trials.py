"""Which pictures are shown, in which order and on which side: drawn by a seed, so that no judge sees a pattern."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

import numpy as np

from vaelab.judging.answers import ORIGINAL, JudgeAnswer
from vaelab.judging.tasks import SHEET, JudgeTask
from vaelab.results.row_table import RowTable

_Source = TypeVar("_Source")


@dataclass(frozen=True, slots=True)
class JudgeTrial:
    """One question to one judge.

    Attributes:
        task: what is asked.
        images: names: one; of a sheet, several.
        left: label of the VAE at the left, or of the only one; empty for the original.
        right: label of the VAE at the right; empty without one.
        caption: what the picture is meant to show; empty where that is not asked.
    """

    task: JudgeTask
    images: tuple[str, ...]
    left: str
    right: str = ""
    caption: str = ""

    @property
    def key(self) -> tuple[str, str, frozenset[str]]:
        """What is asked, whichever side is which, as an answer has it."""
        return self.task.name, " | ".join(self.images), frozenset((self.left, self.right))

    def answer(self, time: str, judge: str, choice: str, ms: int) -> JudgeAnswer:
        """Return a choice as the file holds it."""
        return JudgeAnswer(time, judge, self.task.name, self.key[1], self.left, self.right, choice, ms)


def pictures_of(table: RowTable) -> dict[str, tuple[str, ...]]:
    """Return label to the images whose reconstruction and original the run has saved, in the order of the run.

    Images that are copies of another are left out: the same question would be asked twice.
    """
    saved = ~table.failed() & ~table.among("reconstruction_png", ("",)) & ~table.among("original_png", ("",))
    kept = table.select(saved)
    first: dict[str, str] = {}
    for image, digest in zip(kept.texts("image"), kept.texts("image_sha256"), strict=True):
        first.setdefault(digest or image, image)
    unique = set(first.values())
    return {
        label: tuple(image for image in kept.of_vae(label).used("image") if image in unique)
        for label in kept.used("vae")
    }


def draw_trials(
    task: JudgeTask,
    pictures: Mapping[str, Sequence[str]],
    judge: str,
    seed: int = 0,
    *,
    captions: Mapping[str, str] | None = None,
    done: Collection[JudgeAnswer] = (),
) -> tuple[JudgeTrial, ...]:
    """Return the trials of a task in the order in which they are asked, without those that this judge has answered.

    In each round every source (pair of VAEs, or VAE and the originals) comes once with an image that it has not had, so that
    whoever stops early has judged all of them alike. Which image, which order and which side is random, and the same for the
    same judge and seed.

    Args:
        task: the question.
        pictures: label to the images that can be shown of it.
        judge: who is asked; each has an order of its own.
        seed: of the order and the sides.
        captions: image to what it shows, for the task that asks for it.
        done: answers that are there already.
    """
    # A word as a number that is the same in every Python.
    random = np.random.default_rng([seed, zlib.crc32(judge.encode()), zlib.crc32(task.name.encode())])
    drawn = (
        _pairs(task, pictures, random)
        if task.shows == "pair"
        else _single(task, pictures, captions or {}, random)
    )
    answered = {answer.trial for answer in done if answer.judge == judge}
    return tuple(trial for trial in drawn if trial.key not in answered)


def _pairs(
    task: JudgeTask, pictures: Mapping[str, Sequence[str]], random: np.random.Generator
) -> Iterator[JudgeTrial]:
    sources = {}
    for a, b in combinations(pictures, 2):
        both = set(pictures[b])
        sources[a, b] = [(image,) for image in pictures[a] if image in both]
    for (a, b), images in _rounds(sources, random):
        left, right = (a, b) if random.random() < 0.5 else (b, a)
        yield JudgeTrial(task, images, left, right)


def _single(
    task: JudgeTask,
    pictures: Mapping[str, Sequence[str]],
    captions: Mapping[str, str],
    random: np.random.Generator,
) -> Iterator[JudgeTrial]:
    originals = list(dict.fromkeys(image for images in pictures.values() for image in images))
    sources = {ORIGINAL: originals, **{label: list(images) for label, images in pictures.items()}}
    if task.shows == "sheet":
        sheets = {label: _sheets(images, random) for label, images in sources.items()}
    else:
        with_caption = task.shows == "captioned"
        sheets = {
            label: [(image,) for image in images if not with_caption or image in captions]
            for label, images in sources.items()
        }
    for label, images in _rounds(sheets, random):
        caption = captions.get(images[0], "") if task.shows == "captioned" else ""
        yield JudgeTrial(task, images, label, caption=caption)


def _sheets(images: Sequence[str], random: np.random.Generator) -> list[tuple[str, ...]]:
    """Sheets that share no image, in the order of the run on each; fewer images than a sheet holds make one."""
    if not images:
        return []
    order = random.permutation(len(images))
    full = max(1, len(images) // SHEET)
    parts = [order[number * SHEET : (number + 1) * SHEET] for number in range(full)]
    return [tuple(images[place] for place in sorted(part.tolist())) for part in parts]


def _rounds(
    sources: Mapping[_Source, Sequence[tuple[str, ...]]], random: np.random.Generator
) -> Iterator[tuple[_Source, tuple[str, ...]]]:
    shuffled = {
        source: [items[place] for place in random.permutation(len(items))]
        for source, items in sources.items()
    }
    for number in range(max(map(len, shuffled.values()), default=0)):
        names = [source for source, items in shuffled.items() if number < len(items)]
        for place in random.permutation(len(names)):
            yield names[place], shuffled[names[place]][number]
