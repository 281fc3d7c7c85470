"""``judgements.csv``: what people chose, a line a trial, appended as they go; several files merge into one list."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from vaelab.errors import RunFolderError, UsageError, why
from vaelab.judging.tasks import task_of
from vaelab.run_folder.durable import GrowingFile, cure
from vaelab.run_folder.read.files import read_bytes

ORIGINAL = ""
"""Stands for the original where ``left`` names what was shown."""

_MOST_BYTES = 2**28
_MOST_NAME = 200
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)")
_MOST_MS = 10**9


@dataclass(frozen=True, slots=True)
class JudgeAnswer:
    """One choice of one judge.

    Attributes:
        time: when it was made, ISO 8601 with its zone.
        judge: who made it.
        task: name of the task.
        image: name of the image; of a sheet, the names of its images with `` | `` between them.
        left: label of the VAE at the left, or of the only one that was shown; empty for the original.
        right: label of the VAE at the right; empty where one picture, or one sheet, was shown.
        choice: one of the task's choices.
        ms: from seeing to choosing, ms.
    """

    time: str
    judge: str
    task: str
    image: str
    left: str
    right: str
    choice: str
    ms: int

    @property
    def trial(self) -> tuple[str, str, frozenset[str]]:
        """What was asked, whichever side was which."""
        return self.task, self.image, frozenset((self.left, self.right))


HEADER = tuple(field.name for field in fields(JudgeAnswer))


@dataclass(frozen=True, slots=True)
class Answers:
    """What files of judgements hold.

    Attributes:
        answers: in the order of their times; of two of one judge to one trial, the later.
        damaged: how many lines were no judgement.
        foreign: how many were of images or VAEs that the run has not.
    """

    answers: tuple[JudgeAnswer, ...] = ()
    damaged: int = 0
    foreign: int = 0


class AnswerFile:
    """The file of a session: each answer is on disk before the next is asked for."""

    def __init__(self, path: Path) -> None:
        """Open it at its end, and make it where it is missing; half a line, of a session that was killed, is ended.

        Raises:
            RunFolderError: it cannot be written.
        """
        self.path = path
        try:
            self._file = GrowingFile(path)
            if not self._file.size:
                self._file.append(_line(HEADER))
            elif not path.read_bytes().endswith(b"\n"):
                self._file.append(b"\n")
        except OSError as error:
            raise _unwritable(path, error) from error

    def append(self, answer: JudgeAnswer) -> None:
        """Write an answer and hand it to the disk.

        Raises:
            RunFolderError: the disk is full or gone; the answer is not in the file.
        """
        try:
            self._file.append(_line([str(cell) for cell in astuple(answer)]))
            self._file.sync()
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def close(self) -> None:
        """Close it."""
        self._file.close()


def read_answers(paths: Sequence[Path]) -> Answers:
    """Read files of judgements as one list.

    Raises:
        UsageError: a file cannot be read, or is no file of judgements.
    """
    found: list[JudgeAnswer] = []
    damaged = 0
    for path in paths:
        own, wrong = _read(path)
        found += own
        damaged += wrong
    latest: dict[tuple[object, ...], JudgeAnswer] = {}
    for answer in sorted(found, key=lambda each: each.time):
        latest[answer.judge, *answer.trial] = answer
    return Answers(tuple(sorted(latest.values(), key=lambda each: each.time)), damaged)


def of_run(found: Answers, images: Iterable[str], labels: Iterable[str]) -> Answers:
    """Return the answers that are of these images and VAEs; the others are counted as foreign."""
    images, labels = set(images), {*labels, ORIGINAL}
    own = tuple(
        answer
        for answer in found.answers
        if images.issuperset([answer.image] if answer.task != "diversity" else answer.image.split(" | "))
        and {answer.left, answer.right} <= labels
    )
    return Answers(own, found.damaged, found.foreign + len(found.answers) - len(own))


def _read(path: Path) -> tuple[list[JudgeAnswer], int]:
    try:
        text = read_bytes(path.parent, path.name, _MOST_BYTES).decode("utf-8-sig", errors="replace")
    except OSError as error:
        raise UsageError(f"the judgements '{path}' cannot be read ({why(error)}): check the path") from error
    except RunFolderError as error:
        raise UsageError(str(error)) from error
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        header = next(lines, [])
        if tuple(header) != HEADER:
            raise UsageError(
                f"'{path}' is no file of judgements: its first line has to be {','.join(HEADER)}, as the blind test writes it"
            )
        parsed = [_parsed(line) for line in lines if line]
    except csv.Error as error:
        raise UsageError(
            f"'{path}' is no CSV file of judgements ({error}): take it away, or repair it"
        ) from error
    return [answer for answer in parsed if answer is not None], sum(answer is None for answer in parsed)


def _parsed(line: Sequence[str]) -> JudgeAnswer | None:
    """A line as an answer; None where it is none."""
    if len(line) != len(HEADER):
        return None
    time, judge, name, image, left, right, choice, ms = line
    task = task_of(name)
    is_pair = task is not None and task.shows == "pair"
    if (
        task is None
        or choice not in task.choices
        or not _TIME.fullmatch(time)
        or not 0 < len(judge) <= _MOST_NAME
        or not image
        or (is_pair and (not left or not right or left == right))
        or (not is_pair and right)
        or not (ms.isascii() and ms.isdigit() and int(ms[:12]) <= _MOST_MS)
    ):
        return None
    return JudgeAnswer(time, judge, name, image, left, right, choice, int(ms))


def _line(cells: Sequence[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue().encode("utf-8", errors="backslashreplace")


def _unwritable(path: Path, error: OSError) -> RunFolderError:
    return RunFolderError(f"'{path}' cannot be written ({why(error)}): {cure(error)}, and judge on")
