"""Everything that judges' answers say of a run: who wins, how strong each is, how far judges and metrics agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

import numpy as np

from vaelab.judging import bradley_terry
from vaelab.judging.agreement import Level, krippendorff_alpha, preference_alpha
from vaelab.judging.answers import ORIGINAL, Answers, JudgeAnswer
from vaelab.judging.metric_agreement import FEWEST_IMAGES, MetricAgreement, metric_agreements
from vaelab.judging.proportions import binomial_p, clustered_share
from vaelab.judging.tasks import LEFT, NEITHER, REAL, TASKS
from vaelab.results.intervals import Interval, intervals, wilson
from vaelab.results.row_table import RowTable
from vaelab.results.sign_flip import ALPHA, holm, p_values


@dataclass(frozen=True, slots=True)
class PairPreference:
    """Two VAEs before the judges. An image is won by the VAE that more of its judges chose.

    Attributes:
        a, b: labels.
        won, lost, even: images that a won, that b won, and on which neither was chosen more often.
        share: won of those that one of them won; None where there is none.
        ci95: Wilson's, of the share; None without it.
        p, p_holm: exact binomial test against a coin, and corrected over all pairs.
    """

    a: str
    b: str
    won: int
    lost: int
    even: int
    share: float | None
    ci95: Interval | None
    p: float
    p_holm: float

    @property
    def winner(self) -> str:
        """The VAE that is preferred, decided at 5 %; empty where nothing is decided."""
        return (self.a if self.won > self.lost else self.b) if self.p_holm < ALPHA else ""


@dataclass(frozen=True, slots=True)
class Preference:
    """One VAE before the judges.

    Attributes:
        label: of the VAE.
        strength: logarithm of Bradley and Terry's p, mean 0 over the VAEs; None where the likelihood has no maximum.
        chance: to be chosen over another VAE, the mean over the others.
        ci95: of the chance, by the jackknife over images; None below six images, and where it was always chosen, or never.
        win_rate: share of the decided choices that were for it.
        win_ci95: of the win rate.
        n: choices that it was offered in, decided or not.
    """

    label: str
    strength: float | None
    chance: float
    ci95: Interval | None
    win_rate: float | None
    win_ci95: Interval | None
    n: int


@dataclass(frozen=True, slots=True)
class Realness:
    """How often pictures of one source were taken for real.

    Attributes:
        label: of the VAE; empty for the originals.
        share, ci95: said to be real.
        n: answers.
        p_holm: whether its images are taken for real as often as their originals: sign-flip test over images, corrected over the
            VAEs; None for the originals.
    """

    label: str
    share: float
    ci95: Interval
    n: int
    p_holm: float | None = None


@dataclass(frozen=True, slots=True)
class MeanRating:
    """What one source was given on one question: the mean over images of the judges' mean, 1 … 5, and its interval."""

    label: str
    question: str
    mean: float
    ci95: Interval | None
    n: int


@dataclass(frozen=True, slots=True)
class JudgeAgreement:
    """Krippendorff's α of a task, over so many judges."""

    task: str
    judges: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class JudgeOutcome:
    """What all answers say.

    Attributes:
        judges: name to how many answers.
        answers: of each task that was asked, by its name.
        seconds: median time of an answer by task, s.
        preferences, pairs: of "which is closer", the most preferred first.
        images: of these, how many there are.
        even: of these answers, how many were "no difference".
        metrics: the most agreeing first.
        real: the originals first.
        ratings: by question and source.
        agreements: of the tasks that two judges or more answered.
        damaged, foreign: lines that were no judgement, and judgements of images or VAEs that the run has not.
    """

    judges: Mapping[str, int]
    answers: Mapping[str, int]
    seconds: Mapping[str, float]
    preferences: tuple[Preference, ...] = ()
    pairs: tuple[PairPreference, ...] = ()
    images: int = 0
    even: int = 0
    metrics: tuple[MetricAgreement, ...] = ()
    real: tuple[Realness, ...] = ()
    ratings: tuple[MeanRating, ...] = ()
    agreements: tuple[JudgeAgreement, ...] = ()
    damaged: int = 0
    foreign: int = 0


def judge_outcome(found: Answers, table: RowTable, labels: Sequence[str]) -> JudgeOutcome:
    """Return what answers say of a run.

    Args:
        found: the answers that are of this run.
        table: its rows.
        labels: its VAEs, in order.
    """
    by_task: dict[str, list[JudgeAnswer]] = {task.name: [] for task in TASKS}
    judges: dict[str, int] = {}
    for answer in found.answers:
        by_task[answer.task].append(answer)
        judges[answer.judge] = judges.get(answer.judge, 0) + 1
    closer = by_task["closer"]
    return JudgeOutcome(
        judges,
        {name: len(own) for name, own in by_task.items() if own},
        {name: median(answer.ms for answer in own) / 1000 for name, own in by_task.items() if own},
        _preferences(closer, labels),
        _pairs(closer, labels),
        len({answer.image for answer in closer}),
        sum(answer.choice == NEITHER for answer in closer),
        metric_agreements(closer, table),
        _realness(by_task["real"], labels),
        _ratings(by_task, labels),
        tuple(
            _agreement(name, own, labels)
            for name, own in by_task.items()
            if len({each.judge for each in own}) > 1
        ),
        found.damaged,
        found.foreign,
    )


def _chosen(answer: JudgeAnswer) -> str:
    """The label that was chosen; empty for neither."""
    return "" if answer.choice == NEITHER else answer.left if answer.choice == LEFT else answer.right


def _preferences(answers: Sequence[JudgeAnswer], labels: Sequence[str]) -> tuple[Preference, ...]:
    offered = [label for label in labels if any(label in (each.left, each.right) for each in answers)]
    if len(offered) < 2:
        return ()
    place = {label: number for number, label in enumerate(offered)}
    image = {name: number for number, name in enumerate(dict.fromkeys(each.image for each in answers))}
    wins = np.zeros((len(image), len(offered), len(offered)))
    decided = np.zeros_like(wins)
    for answer in answers:
        a, b, where = place[answer.left], place[answer.right], image[answer.image]
        chosen = _chosen(answer)
        if chosen:
            won, lost = (a, b) if chosen == answer.left else (b, a)
            wins[where, won, lost] += 1
            decided[where, won, lost] += 1
        else:
            wins[where, a, b] += 0.5
            wins[where, b, a] += 0.5
    total = wins.sum(axis=0)
    p = bradley_terry.strengths(total)
    known = bradley_terry.exists(total)
    chance = bradley_terry.chances(p)
    bounds = (
        bradley_terry.chance_intervals(wins)
        if len(image) >= FEWEST_IMAGES
        else np.full((len(place), 2), np.nan)
    )
    found = []
    for label, number in place.items():
        won, all_ = (
            decided[:, number, :].sum(axis=1),
            (decided[:, number, :] + decided[:, :, number]).sum(axis=1),
        )
        rate = clustered_share(won[all_ > 0], all_[all_ > 0]) if all_.any() else None
        found.append(
            Preference(
                label,
                float(np.log(p[number])) if known else None,
                float(chance[number]),
                None
                if np.isnan(bounds[number]).any()
                else (float(bounds[number, 0]), float(bounds[number, 1])),
                None if rate is None else rate[0],
                None if rate is None else rate[1],
                sum(label in (each.left, each.right) for each in answers),
            )
        )
    return tuple(sorted(found, key=lambda each: -each.chance))


def _pairs(answers: Sequence[JudgeAnswer], labels: Sequence[str]) -> tuple[PairPreference, ...]:
    leads: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    order = {label: number for number, label in enumerate(labels)}
    for answer in answers:
        a, b = sorted((answer.left, answer.right), key=order.__getitem__)
        chosen = _chosen(answer)
        leads[a, b][answer.image] += (chosen == a) - (chosen == b)
    counts = {
        pair: (
            sum(lead > 0 for lead in images.values()),
            sum(lead < 0 for lead in images.values()),
            sum(lead == 0 for lead in images.values()),
        )
        for pair, images in ((pair, leads[pair]) for pair in combinations(labels, 2) if pair in leads)
    }
    raw = [binomial_p(won, won + lost) for won, lost, _ in counts.values()]
    return tuple(
        PairPreference(
            a,
            b,
            won,
            lost,
            even,
            won / (won + lost) if won + lost else None,
            wilson(won, won + lost) if won + lost else None,
            p,
            p_holm,
        )
        for ((a, b), (won, lost, even)), p, p_holm in zip(counts.items(), raw, holm(raw), strict=True)
    )


def _by_image(answers: Sequence[JudgeAnswer], label: str) -> dict[str, list[float]]:
    """Image to what each of its judges said of it, as a number."""
    found: dict[str, list[float]] = defaultdict(list)
    for answer in answers:
        if answer.left == label:
            found[answer.image].append(
                float(answer.choice == REAL) if answer.task == "real" else float(answer.choice)
            )
    return found


def _realness(answers: Sequence[JudgeAnswer], labels: Sequence[str]) -> tuple[Realness, ...]:
    said = {label: _by_image(answers, label) for label in (ORIGINAL, *labels)}
    said = {label: images for label, images in said.items() if images}
    own = [label for label in said if label != ORIGINAL]
    originals = said.get(ORIGINAL, {})
    differences = [
        np.array(
            [
                np.mean(said[label][image]) - np.mean(originals[image])
                for image in said[label]
                if image in originals
            ]
        )
        for label in own
    ]
    corrected = dict(zip(own, holm(p_values(differences)), strict=True))
    found = []
    for label, images in said.items():
        values = list(images.values())
        counts = np.array([len(each) for each in values], np.float64)
        share, bounds, _ = clustered_share(np.array([sum(each) for each in values]), counts)
        found.append(Realness(label, share, bounds, int(counts.sum()), corrected.get(label)))
    return tuple(found)


def _ratings(by_task: Mapping[str, Sequence[JudgeAnswer]], labels: Sequence[str]) -> tuple[MeanRating, ...]:
    cells = []
    for task in TASKS:
        if task.group != "rate":
            continue
        for label in (ORIGINAL, *labels):
            images = _by_image(by_task[task.name], label)
            if images:
                means = np.array([np.mean(each) for each in images.values()], np.float64)
                cells.append((label, task.name, means, sum(map(len, images.values()))))
    ends = intervals([means for _, _, means, _ in cells])
    return tuple(
        MeanRating(label, question, float(means.mean()), None if bounds is None else _clipped(bounds), n)
        for (label, question, means, n), bounds in zip(cells, ends, strict=True)
    )


def _clipped(bounds: Interval) -> Interval:
    """An interval within the scale."""
    return max(1.0, bounds[0]), min(5.0, bounds[1])


def _agreement(name: str, answers: Sequence[JudgeAnswer], labels: Sequence[str]) -> JudgeAgreement:
    judges = {judge: number for number, judge in enumerate(dict.fromkeys(each.judge for each in answers))}
    units: dict[object, int] = {}
    for answer in answers:
        units.setdefault(answer.trial, len(units))
    values = np.full((len(judges), len(units)), np.nan)
    order = {label: number for number, label in enumerate(labels)}
    for answer in answers:
        if name == "closer":
            first = min(answer.left, answer.right, key=order.__getitem__)
            chosen = _chosen(answer)
            value = 0.0 if not chosen else 1.0 if chosen == first else -1.0
        else:
            value = float(answer.choice == REAL) if name == "real" else float(answer.choice)
        values[judges[answer.judge], units[answer.trial]] = value
    level: Level = "nominal" if name == "real" else "ordinal"
    alpha = preference_alpha(values) if name == "closer" else krippendorff_alpha(values, level)
    return JudgeAgreement(name, len(judges), alpha)
