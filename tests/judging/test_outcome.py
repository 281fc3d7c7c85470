"""Simulated judges: known strengths are recovered, a judge who follows a metric is found out, and chance decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from runs.report_runs import random_rows, run_of

from vaelab.judging.answers import ORIGINAL, Answers, JudgeAnswer
from vaelab.judging.bradley_terry import chances
from vaelab.judging.outcome import judge_outcome
from vaelab.judging.tasks import GENERATED, LEFT, NEITHER, REAL, RIGHT, TASKS, task_of
from vaelab.judging.trials import JudgeTrial, draw_trials, pictures_of
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable

LABELS = ("a", "b", "c", "d")
CLOSER = TASKS[0]
Judge = Callable[[JudgeTrial], str]


def rows(images: int, seed: int = 1) -> list[Row]:
    return random_rows(images, {"a": 0.02, "b": 0.06, "c": 0.1, "d": 0.2}, seed)


def saved(some: Sequence[Row]) -> RowTable:
    return RowTable.of(
        [
            Row(row.image, row.vae, row.width, row.height, "ok", "", f"o/{row.image}", f"{row.vae}/{row.image}", row.image_sha256, row.values)
            for row in some
        ]
    )  # fmt: skip


def answered(
    table: RowTable, judge: Judge, name: str = "me", task: str = "closer", seed: int = 0
) -> list[JudgeAnswer]:
    found = task_of(task)
    assert found is not None
    trials = draw_trials(found, pictures_of(table), name, seed)
    return [trial.answer("2026-11-28T10:00:00Z", name, judge(trial), 1500) for trial in trials]


def by_strength(theta: dict[str, float], random: np.random.Generator, even: float = 0.0) -> Judge:
    def judge(trial: JudgeTrial) -> str:
        if random.random() < even:
            return NEITHER
        chance = 1 / (1 + np.exp(theta[trial.right] - theta[trial.left]))
        return LEFT if random.random() < chance else RIGHT

    return judge


def test_known_strengths_are_recovered_within_the_interval() -> None:
    theta = {"a": 0.9, "b": 0.4, "c": -0.3, "d": -1.0}
    p = np.exp(np.array([theta[label] for label in LABELS]))
    truth = dict(zip(LABELS, chances(p), strict=True))
    table = saved(rows(30))
    held = total = 0
    random = np.random.default_rng(0)
    for _ in range(60):
        outcome = judge_outcome(
            Answers(tuple(answered(table, by_strength(theta, random)))),
            table,
            LABELS,
        )
        for each in outcome.preferences:
            assert each.ci95 is not None
            held += each.ci95[0] <= truth[each.label] <= each.ci95[1]
            total += 1
    assert 0.92 <= held / total <= 0.99


def test_the_strongest_comes_first_and_its_pairs_are_decided() -> None:
    random = np.random.default_rng(1)
    theta = {"a": 2.0, "b": 0.6, "c": -0.6, "d": -2.0}
    table = saved(rows(60))
    outcome = judge_outcome(
        Answers(tuple(answered(table, by_strength(theta, random, even=0.1)))), table, LABELS
    )
    assert [each.label for each in outcome.preferences] == list(LABELS)
    assert outcome.even == pytest.approx(36, abs=18)
    assert {(pair.a, pair.b): pair.winner for pair in outcome.pairs}["a", "d"] == "a"
    for pair in outcome.pairs:
        assert pair.won + pair.lost + pair.even == 60
    # Ties pull strengths together; without them they are the judge's own.
    clear = judge_outcome(Answers(tuple(answered(table, by_strength(theta, random)))), table, LABELS)
    logs = [each.strength for each in clear.preferences]
    assert None not in logs
    assert sum(logs) == pytest.approx(0, abs=1e-9)  # type: ignore[arg-type]
    assert np.array(logs) == pytest.approx([2.0, 0.6, -0.6, -2.0], abs=0.6)


@pytest.mark.parametrize("followed", ["psnr", "lpips", "contrast_gain"])
def test_a_judge_who_follows_a_metric_gives_it_all(followed: str) -> None:
    from vaelab.metrics.registry import column

    random = np.random.default_rng(5)
    table = saved(rows(25))
    noisy = table.column(followed) * random.lognormal(0, 0.2, len(table))
    table.replace_column(followed, noisy)
    far = column(followed).distance(noisy)

    def judge(trial: JudgeTrial) -> str:
        left, right = (table.place_of(trial.images[0], label) for label in (trial.left, trial.right))
        return LEFT if far[left] < far[right] else RIGHT

    outcome = judge_outcome(Answers(tuple(answered(table, judge))), table, LABELS)
    best = outcome.metrics[0]
    assert (best.column.name, best.share, best.n) == (followed, 1.0, 150)
    assert best.beats_chance
    # 25 images that all say the same are no certainty.
    assert best.ci95[0] == pytest.approx(25 / (25 + 1.96**2), abs=1e-3)


def test_choices_by_chance_decide_nothing_too_often() -> None:
    """Over equal VAEs at most one session in twenty claims a winner, and one in twenty a metric that agrees."""
    random = np.random.default_rng(6)
    table = saved(rows(12))
    winners = metrics = 0
    for _ in range(250):
        answers = answered(table, by_strength(dict.fromkeys(LABELS, 0.0), random))
        outcome = judge_outcome(Answers(tuple(answers)), table, LABELS)
        winners += any(pair.winner for pair in outcome.pairs)
        metrics += any(each.beats_chance for each in outcome.metrics)
    assert winners <= 20
    assert metrics <= 20


def test_who_always_wins_is_not_certain_to() -> None:
    table = saved(rows(12))
    outcome = judge_outcome(
        Answers(tuple(answered(table, lambda trial: LEFT if trial.left < trial.right else RIGHT))),
        table,
        LABELS,
    )
    first, *_, last = outcome.preferences
    assert first.label == "a"
    assert first.ci95 is None
    assert last.ci95 is None
    assert first.win_ci95 is not None
    assert first.win_ci95[0] < 0.9


def test_several_judges_of_one_image_are_one_image() -> None:
    """Ten judges who choose alike on five images decide no more than one judge does."""
    table = saved(rows(5))
    answers = [
        answer
        for number in range(10)
        for answer in answered(
            table, lambda trial: LEFT if trial.left < trial.right else RIGHT, f"judge {number}"
        )
    ]
    outcome = judge_outcome(Answers(tuple(answers)), table, LABELS)
    assert [(pair.won, pair.lost) for pair in outcome.pairs] == [(5, 0)] * 6
    assert not any(pair.winner for pair in outcome.pairs)
    assert not any(each.beats_chance for each in outcome.metrics)
    assert all(each.ci95 is None for each in outcome.preferences)
    assert all(each.strength is None for each in outcome.preferences)
    assert outcome.agreements[0].alpha == 1.0
    assert outcome.agreements[0].judges == 10


def test_what_is_taken_for_real() -> None:
    table = saved(rows(40))
    random = np.random.default_rng(7)
    real = {ORIGINAL: 0.8, "a": 0.8, "b": 0.6, "c": 0.3, "d": 0.05}
    answers = answered(
        table, lambda trial: REAL if random.random() < real[trial.left] else GENERATED, task="real"
    )
    outcome = judge_outcome(Answers(tuple(answers)), table, LABELS)
    found = {each.label: each for each in outcome.real}
    assert list(found) == [ORIGINAL, *LABELS]
    for label, truth in real.items():
        assert found[label].n == 40
        assert found[label].ci95[0] - 0.05 <= truth <= found[label].ci95[1] + 0.05
    assert found[ORIGINAL].p_holm is None
    assert found["a"].p_holm is not None
    assert found["a"].p_holm > 0.05
    assert found["d"].p_holm is not None
    assert found["d"].p_holm < 0.001


def test_ratings_are_means_over_images() -> None:
    table = saved(rows(20))
    given = {ORIGINAL: "5", "a": "4", "b": "3", "c": "2", "d": "1"}
    answers = answered(table, lambda trial: given[trial.left], task="realism")
    answers += answered(table, lambda trial: given[trial.left], "you", task="diversity")
    outcome = judge_outcome(Answers(tuple(answers)), table, LABELS)
    means = {(each.question, each.label): each.mean for each in outcome.ratings}
    assert means["realism", "a"] == 4.0
    assert means["diversity", ORIGINAL] == 5.0
    assert outcome.seconds == {"realism": 1.5, "diversity": 1.5}
    assert outcome.judges == {"me": 100, "you": 5}


def test_no_answer_is_no_result() -> None:
    run = run_of(rows(3), LABELS)
    outcome = judge_outcome(Answers(), run.table, LABELS)
    assert outcome.preferences == outcome.pairs == outcome.metrics == outcome.real == outcome.ratings == ()
