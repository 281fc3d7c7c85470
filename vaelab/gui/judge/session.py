"""One judge's session over a run: the trials that are left, their pictures, and the answers as they are given. No widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vaelab.errors import RunFolderError
from vaelab.gui.core import mipmaps
from vaelab.gui.core.mipmaps import Mips
from vaelab.judging.answers import ORIGINAL, AnswerFile, read_answers
from vaelab.judging.captions import captions_of
from vaelab.judging.tasks import TASKS
from vaelab.judging.trials import JudgeTrial, draw_trials, pictures_of
from vaelab.report.run.data import RunData
from vaelab.results.records import Row
from vaelab.run_files import JUDGEMENTS
from vaelab.run_folder.read.files import png_bytes

_TURN = 8
"""Trials of one question before the next of the same task."""


@dataclass(frozen=True)
class Session:
    """What is asked of one judge, and where the answers go.

    Attributes:
        run: that is judged.
        judge: who judges.
        trials: that are left, in order.
        answered: how many of this task the judge had answered before.
        file: where answers are appended.
    """

    run: RunData
    judge: str
    trials: tuple[JudgeTrial, ...]
    answered: int
    file: AnswerFile

    def answer(self, trial: JudgeTrial, choice: str, ms: int) -> None:
        """Write a choice down.

        Raises:
            RunFolderError: it cannot be written.
        """
        time = datetime.now(UTC).isoformat(timespec="milliseconds")
        self.file.append(trial.answer(time, self.judge, choice, ms))

    def pictures(self, trial: JudgeTrial) -> tuple[Mips, ...]:
        """Read what a trial shows: left, original, right; or one; or those of a sheet. May be called in any thread.

        Raises:
            RunFolderError: one of them is missing or damaged.
        """
        table = self.run.table
        if trial.right:
            (image,) = trial.images
            wanted = [(image, trial.left), (image, ORIGINAL), (image, trial.right)]
        else:
            wanted = [(image, trial.left) for image in trial.images]
        where = table.where()
        found = []
        for image, label in wanted:
            row = next(
                (
                    table[where[image, each]]
                    for each in ([label] if label else self.run.vaes)
                    if (image, each) in where and _place(table[where[image, each]], label)
                ),
                None,
            )
            picture = None if row is None else self._read(row, label)
            if picture is None:
                raise RunFolderError("a picture of this trial is missing or damaged: it is passed over")
            found.append(picture)
        return tuple(found)

    def _read(self, row: Row, label: str) -> Mips | None:
        assert self.run.folder is not None
        return mipmaps.from_png(png_bytes(self.run.folder, _place(row, label), (row.width, row.height)))


def _place(row: Row, label: str) -> str:
    return row.reconstruction_png if label else row.original_png


def open_session(run: RunData, judge: str, group: str, seed: int = 0) -> Session:
    """Begin a session, or go on with one; the run has to have a folder.

    Args:
        run: as it is shown, without its excluded images.
        judge: name of the judge.
        group: of tasks: ``closer``, ``real`` or ``rate``.
        seed: of the order and the sides.

    Raises:
        RunFolderError: the file of judgements cannot be written.
        UsageError: the file that is there is none of judgements.
    """
    assert run.folder is not None
    path = run.folder / JUDGEMENTS
    done = read_answers([path]).answers if _has_content(path) else ()
    pictures = pictures_of(run.table)
    captions = captions_of(run.settings, run.table.used("image")) if group == "rate" else {}
    tasks = [task for task in TASKS if task.group == group]
    drawn = [draw_trials(task, pictures, judge, seed, captions=captions, done=done) for task in tasks]
    names = {task.name for task in tasks}
    answered = sum(answer.judge == judge and answer.task in names for answer in done)
    return Session(run, judge, _in_turns(drawn), answered, AnswerFile(path))


def has_pictures(run: RunData) -> bool:
    """Whether the run has saved what a judge has to see."""
    return run.folder is not None and any(pictures_of(run.table).values())


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _in_turns(lists: Sequence[Sequence[JudgeTrial]]) -> tuple[JudgeTrial, ...]:
    """Some of each question after the other, so that whoever stops early has answered all of them."""
    found: list[JudgeTrial] = []
    for start in range(0, max(map(len, lists), default=0), _TURN):
        for each in lists:
            found += each[start : start + _TURN]
    return tuple(found)
