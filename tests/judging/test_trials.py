"""Trials are drawn by the seed, balanced however early a judge stops, and never asked twice."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from vaelab.judging.answers import ORIGINAL
from vaelab.judging.tasks import SHEET, TASKS, task_of
from vaelab.judging.trials import draw_trials, pictures_of
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable

LABELS = ("a", "b", "c")
PICTURES = {label: tuple(f"{number}.png" for number in range(40)) for label in LABELS}
CLOSER = TASKS[0]


def test_every_pair_is_asked_on_every_image_once_and_sides_are_drawn() -> None:
    trials = draw_trials(CLOSER, PICTURES, "me")
    assert len(trials) == len({trial.key for trial in trials}) == 120
    left = Counter(trial.left < trial.right for trial in trials)
    assert 40 < left[True] < 80
    for start in range(0, 120, 3):
        rounds = trials[start : start + 3]
        assert {frozenset((each.left, each.right)) for each in rounds} == set(
            map(frozenset, combinations(LABELS, 2))
        )


def test_the_seed_and_the_judge_make_the_order() -> None:
    assert draw_trials(CLOSER, PICTURES, "me") == draw_trials(CLOSER, PICTURES, "me")
    assert draw_trials(CLOSER, PICTURES, "me") != draw_trials(CLOSER, PICTURES, "me", 1)
    mine, yours = draw_trials(CLOSER, PICTURES, "me"), draw_trials(CLOSER, PICTURES, "you")
    assert mine != yours
    assert {trial.key for trial in mine} == {trial.key for trial in yours}


def test_a_session_goes_on_where_it_was_left() -> None:
    trials = draw_trials(CLOSER, PICTURES, "me")
    done = [trial.answer("2026-11-28T10:00:00Z", "me", "left", 1) for trial in trials[:50]]
    assert draw_trials(CLOSER, PICTURES, "me", done=done) == trials[50:]
    # Another seed has other sides; what was asked is not asked again.
    other = draw_trials(CLOSER, PICTURES, "me", 9, done=done)
    assert {trial.key for trial in other} == {trial.key for trial in trials[50:]}
    assert len(draw_trials(CLOSER, PICTURES, "you", done=done)) == 120


@pytest.mark.parametrize("name", ["real", "realism", "creativity"])
def test_one_picture_is_an_original_as_often_as_each_vae(name: str) -> None:
    task = task_of(name)
    assert task is not None
    trials = draw_trials(task, PICTURES, "me")
    assert Counter(trial.left for trial in trials) == dict.fromkeys((ORIGINAL, *LABELS), 40)
    assert Counter(trial.left for trial in trials[:20]) == dict.fromkeys((ORIGINAL, *LABELS), 5)
    assert not any(trial.right for trial in trials)


def test_sheets_share_no_image_and_captions_are_asked_where_they_are() -> None:
    diversity, relevance = task_of("diversity"), task_of("relevance")
    assert diversity is not None
    assert relevance is not None
    sheets = draw_trials(diversity, PICTURES, "me")
    assert Counter(trial.left for trial in sheets) == dict.fromkeys((ORIGINAL, *LABELS), 2)
    assert {len(trial.images) for trial in sheets} == {SHEET}
    for label in LABELS:
        images = [image for trial in sheets if trial.left == label for image in trial.images]
        assert len(images) == len(set(images)) == 32
    assert not draw_trials(relevance, PICTURES, "me")
    captioned = draw_trials(relevance, PICTURES, "me", captions={"3.png": "a red boat"})
    assert {(trial.images, trial.caption) for trial in captioned} == {(("3.png",), "a red boat")}
    assert len(captioned) == 4


def test_only_what_was_saved_is_asked_and_copies_once() -> None:
    def row(image: str, vae: str, digest: str, place: str = "x.png", status: str = "ok") -> Row:
        return Row(image, vae, 8, 8, status, "", "o.png", place, digest)  # type: ignore[arg-type]

    table = RowTable.of(
        [
            row("1", "a", "one"), row("1", "b", "one"), row("2", "a", "one"), row("2", "b", "one"),
            row("3", "a", "three"), row("3", "b", "three", place=""), row("4", "a", "four", status="failed"),
            row("4", "b", "four"),
        ]
    )  # fmt: skip
    assert pictures_of(table) == {"a": ("1", "3"), "b": ("1", "4")}
    assert [trial.images for trial in draw_trials(CLOSER, pictures_of(table), "me")] == [("1",)]
