"""How often what is said of judges is wrong, by simulation: the figures of docs/statistics.md. ``python benchmarks/judges.py``."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np

from vaelab.judging.answers import Answers, JudgeAnswer
from vaelab.judging.bradley_terry import chances
from vaelab.judging.outcome import judge_outcome
from vaelab.judging.proportions import clustered_share
from vaelab.metrics.registry import all_columns
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable

LABELS = ("a", "b", "c", "d")
COLUMNS = [column.name for column in all_columns() if column.compared and column.better != "none"][:40]


def session(
    theta: dict[str, float], images: int, judges: int, taste: float, random: np.random.Generator
) -> Answers:
    """Every judge on every pair and image; images differ in who does well on them, by ``taste``."""
    own = {
        (image, label): theta[label] + taste * random.normal() for image in range(images) for label in LABELS
    }
    answers = []
    for judge in range(judges):
        for image in range(images):
            for a, b in combinations(LABELS, 2):
                p = 1 / (1 + math.exp(own[image, b] - own[image, a]))
                choice = "left" if random.random() < p else "right"
                answers.append(
                    JudgeAnswer(
                        "2026-01-01T00:00:00Z", f"judge {judge}", "closer", str(image), a, b, choice, 1
                    )
                )
    return Answers(tuple(answers))


def table(images: int, random: np.random.Generator) -> RowTable:
    """Columns of noise, as many as a run has."""
    return RowTable.of(
        [
            Row(
                str(image),
                label,
                8,
                8,
                "ok",
                values=dict(zip(COLUMNS, random.random(len(COLUMNS)), strict=True)),
            )
            for image in range(images)
            for label in LABELS
        ]
    )


def false_claims(images: int, judges: int, sessions: int) -> tuple[float, float]:
    """Share of sessions over equal VAEs that claim a winner, and that claim a metric that agrees, of 40 metrics of noise."""
    random = np.random.default_rng([images, judges])
    winners = metrics = 0
    for _ in range(sessions):
        answers = session(dict.fromkeys(LABELS, 0.0), images, judges, 0.5, random)
        outcome = judge_outcome(answers, table(images, random), LABELS)
        winners += any(pair.winner for pair in outcome.pairs)
        metrics += any(each.beats_chance for each in outcome.metrics)
    return winners / sessions, metrics / sessions


def coverage_of_chances(images: int, sessions: int) -> float:
    """How often the interval of a chance holds the true one, one judge, strengths 0.9, 0.3, −0.3, −0.9."""
    random = np.random.default_rng(images)
    theta = dict(zip(LABELS, (0.9, 0.3, -0.3, -0.9), strict=True))
    truth = dict(zip(LABELS, chances(np.exp(np.array(list(theta.values())))), strict=True))
    rows = table(images, random)
    held = total = 0
    for _ in range(sessions):
        for each in judge_outcome(session(theta, images, 1, 0.0, random), rows, LABELS).preferences:
            total += 1
            held += each.ci95 is not None and each.ci95[0] <= truth[each.label] <= each.ci95[1]
    return held / total


def coverage_of_share(truth: float, images: int, judges: int, draws: int = 4000) -> float:
    """How often the interval of a share holds the true one, where each image has a chance of its own (beta, sum 4)."""
    random = np.random.default_rng([images, judges])
    held = 0
    for _ in range(draws):
        own = random.beta(4 * truth, 4 * (1 - truth), images)
        low, high = clustered_share(
            random.binomial(judges, own).astype(float), np.full(images, float(judges))
        )[1]
        held += low <= truth <= high
    return held / draws


def main() -> None:
    """Print the tables."""
    print("| images | judges | a winner among equals | a metric among noise |\n|---|---|---|---|")
    for images, judges in ((6, 1), (12, 1), (12, 4), (40, 1), (40, 4)):
        winners, metrics = false_claims(images, judges, 400)
        print(f"| {images} | {judges} | {100 * winners:.1f} % | {100 * metrics:.1f} % |")
    print("\n| images | chance held |\n|---|---|")
    for images in (6, 12, 30, 80):
        print(f"| {images} | {100 * coverage_of_chances(images, 150):.1f} % |")
    print("\n| share | images | judges | held |\n|---|---|---|---|")
    for truth, images, judges in ((0.5, 6, 1), (0.5, 12, 4), (0.8, 12, 1), (0.8, 40, 4), (0.93, 40, 1)):
        print(f"| {truth} | {images} | {judges} | {100 * coverage_of_share(truth, images, judges):.1f} % |")


if __name__ == "__main__":
    main()
