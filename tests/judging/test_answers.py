"""The file of judgements: appended, resumed after a crash, merged, and read whatever stranger wrote it."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaelab.errors import RunFolderError, UsageError
from vaelab.judging.answers import HEADER, AnswerFile, Answers, JudgeAnswer, of_run, read_answers

ONE = JudgeAnswer("2026-11-28T10:00:00+00:00", "me", "closer", 'a,"b\n.png', "x", "y", "left", 900)


def write(path: Path, *answers: JudgeAnswer) -> Path:
    file = AnswerFile(path)
    for answer in answers:
        file.append(answer)
    file.close()
    return path


def test_what_is_written_is_read_and_a_second_session_appends(tmp_path: Path) -> None:
    path = write(tmp_path / "judgements.csv", ONE)
    other = replace(ONE, time="2026-11-28T10:00:05+00:00", image="b.png", choice="none")
    write(path, other)
    assert read_answers([path]) == Answers((ONE, other))
    assert path.read_text("utf-8").splitlines()[0] == "time,judge,task,image,left,right,choice,ms"


def test_half_a_line_of_a_killed_session_costs_that_line_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "judgements.csv", ONE)
    with path.open("ab") as file:
        file.write(b"2026-11-28T10:00:02+00:00,me,clo")
    later = replace(ONE, time="2026-11-28T10:01:00+00:00", image="c.png")
    write(path, later)
    assert read_answers([path]) == Answers((ONE, later), damaged=1)


def test_files_merge_and_the_later_of_two_answers_holds(tmp_path: Path) -> None:
    first = write(tmp_path / "a.csv", ONE)
    changed = replace(ONE, time="2026-11-28T11:00:00+00:00", left="y", right="x", choice="right")
    second = write(tmp_path / "b.csv", changed, replace(ONE, judge="you"))
    found = read_answers([first, second, first])
    assert len(found.answers) == 2
    assert {(answer.judge, answer.choice) for answer in found.answers} == {("me", "right"), ("you", "left")}


def test_answers_of_another_run_are_counted_and_left_out() -> None:
    sheet = replace(ONE, task="diversity", image="1.png | 2.png", left="", right="", choice="5")
    found = Answers((ONE, replace(ONE, left="other"), sheet, replace(sheet, image="1.png | 9.png")))
    kept = of_run(found, [ONE.image, "1.png", "2.png"], ["x", "y"])
    assert kept.answers == (ONE, sheet)
    assert kept.foreign == 2


@pytest.mark.parametrize(
    "change",
    [
        {"task": "other"}, {"choice": "5"}, {"time": "yesterday"}, {"left": "y"}, {"left": ""}, {"judge": ""},
        {"ms": -1}, {"ms": 10**30}, {"image": ""}, {"task": "real", "choice": "real"},
    ],
)  # fmt: skip
def test_a_line_that_is_no_judgement_is_counted(tmp_path: Path, change: dict[str, object]) -> None:
    path = write(tmp_path / "a.csv", replace(ONE, **change))  # type: ignore[arg-type]
    assert read_answers([path]) == Answers(damaged=1)


def test_what_is_no_such_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_answers([tmp_path / "none.csv"])
    (tmp_path / "rows.csv").write_text("image,vae\n1,2\n")
    with pytest.raises(UsageError, match="no file of judgements"):
        read_answers([tmp_path / "rows.csv"])
    (tmp_path / "folder").mkdir()
    with pytest.raises(RunFolderError, match="cannot be written"):
        AnswerFile(tmp_path / "folder")
    (tmp_path / "empty.csv").write_text("")
    with pytest.raises(UsageError, match="first line"):
        read_answers([tmp_path / "empty.csv"])


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_one_sentence(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    path = tmp_path_factory.mktemp("noise") / "a.csv"
    path.write_bytes(",".join(HEADER).encode() + b"\n" + noise)
    # The one error is a sentence of VAELab's.
    with contextlib.suppress(UsageError):
        assert read_answers([path]).answers == ()
