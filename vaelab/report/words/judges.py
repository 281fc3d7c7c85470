"""What people judged, in sentences and tables: the report, the terminal and the window show these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vaelab.judging.answers import ORIGINAL
from vaelab.judging.outcome import JudgeAgreement, JudgeOutcome, PairPreference
from vaelab.judging.tasks import TASKS
from vaelab.report.words.numbers import MISSING, percent, short
from vaelab.results.sign_flip import ALPHA
from vaelab.text import Sentence, Value, images

ORIGINALS = Sentence("originals")

QUESTIONS = {
    "closer": Sentence("Which is closer to the original?"),
    "real": Sentence("Is this picture real?"),
    "realism": Sentence("How real does it look?"),
    "diversity": Sentence("How different are these pictures from one another?"),
    "relevance": Sentence("How well does it show what is said?"),
    "creativity": Sentence("How creative is it?"),
}
"""Name of a task to the question."""

TASK_WORDS = {
    "closer": Sentence("closer"),
    "real": Sentence("real or generated"),
    "realism": Sentence("realism"),
    "diversity": Sentence("diversity"),
    "relevance": Sentence("relevance"),
    "creativity": Sentence("creativity"),
}

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class JudgeTable:
    """A table of what was judged.

    Attributes:
        title, lead: what it shows, and how it is read.
        head: of the columns; the first is of text.
        rows: cells: names of VAEs and metrics, numbers, and words.
    """

    title: Sentence
    lead: Sentence
    head: tuple[Sentence, ...]
    rows: tuple[tuple[Value, ...], ...]


def judge_sentences(outcome: JudgeOutcome) -> tuple[Sentence, ...]:
    """Return what the judges found: who is chosen, what is decided, which metric agrees, how far they agree, what is not counted."""
    return (
        *_preferred(outcome),
        *_agreeing_metric(outcome),
        *_taken_for_real(outcome),
        *map(_agreement, outcome.agreements),
        *_not_counted(outcome),
    )


def _judges(outcome: JudgeOutcome) -> Sentence:
    number = len(outcome.judges)
    return Sentence("1 judge") if number == 1 else Sentence("{0} judges", (number,))


def _preferred(outcome: JudgeOutcome) -> Iterator[Sentence]:
    if not outcome.preferences:
        return
    chosen = tuple(Sentence("{0} {1}", (each.label, percent(each.chance))) for each in outcome.preferences)
    yield Sentence(
        "{0}, {1} on {2}: chosen over another VAE, {3}.",
        (_judges(outcome), _choices(outcome.answers["closer"]), images(outcome.images), chosen),
    )
    decided = tuple(_decided(pair) for pair in outcome.pairs if pair.winner)
    if decided:
        yield Sentence("Decided: {0}.", (decided,))
    else:
        yield Sentence("No VAE is decidedly preferred to another.")


def _choices(number: int) -> Sentence:
    return Sentence("1 choice") if number == 1 else Sentence("{0} choices", (number,))


def _decided(pair: PairPreference) -> Sentence:
    won, loser = max(pair.won, pair.lost), pair.b if pair.winner == pair.a else pair.a
    return Sentence(
        "{0} is preferred to {1} (on {2} of {3} images)", (pair.winner, loser, won, pair.won + pair.lost)
    )


def _agreeing_metric(outcome: JudgeOutcome) -> Iterator[Sentence]:
    if not outcome.metrics:
        return
    best = [each for each in outcome.metrics if each.beats_chance]
    if not best:
        yield Sentence(
            "No metric agrees with the judges decidedly more often than a coin would; {0} were read together.",
            (len(outcome.metrics),),
        )
        return
    first = best[0]
    following = tuple(
        Sentence("{0} {1}", (each.column.label, percent(each.share))) for each in best[1:_MOST_NAMED]
    )
    share = _share(first.share, first.ci95)
    if following:
        yield Sentence(
            "{0} agrees with the judges most often, on {1} of {2}; then {3}; {4} metrics were read together.",
            (first.column.label, share, _choices(first.n), following, len(outcome.metrics)),
        )
    else:
        yield Sentence(
            "{0} agrees with the judges most often, on {1} of {2}; {3} metrics were read together.",
            (first.column.label, share, _choices(first.n), len(outcome.metrics)),
        )


def _taken_for_real(outcome: JudgeOutcome) -> Iterator[Sentence]:
    told = tuple(
        Sentence("{0} {1}", (each.label, percent(each.share)))
        for each in outcome.real
        if each.p_holm is not None and each.p_holm < ALPHA
    )
    originals = next((each for each in outcome.real if each.label == ORIGINAL), None)
    if originals is None or len(outcome.real) < 2:
        return
    if told:
        yield Sentence(
            "Originals were taken for real in {0}; told apart from them: {1}.",
            (percent(originals.share), told),
        )
    else:
        yield Sentence(
            "Originals were taken for real in {0}; no VAE is told apart from them.",
            (percent(originals.share),),
        )


def _agreement(found: JudgeAgreement) -> Sentence:
    if found.alpha is None:
        return Sentence(
            "{0}: no two judges answered the same question with anything to tell apart.",
            (TASK_WORDS[found.task],),
        )
    return Sentence(
        "{0} judges agree on “{1}” with Krippendorff’s α = {2}.",
        (found.judges, TASK_WORDS[found.task], short(found.alpha)),
    )


def _not_counted(outcome: JudgeOutcome) -> Iterator[Sentence]:
    if outcome.damaged:
        yield Sentence("Lines that are no judgement, not counted: {0}.", (outcome.damaged,))
    if outcome.foreign:
        yield Sentence(
            "Judgements of other images or VAEs than this run’s, not counted: {0}.", (outcome.foreign,)
        )


def judge_tables(outcome: JudgeOutcome) -> tuple[JudgeTable, ...]:
    """Return the tables that have rows."""
    every = (
        _preference_table(outcome),
        _pair_table(outcome),
        _metric_table(outcome),
        _real_table(outcome),
        _rating_table(outcome),
        _task_table(outcome),
    )
    return tuple(table for table in every if table.rows)


def _preference_table(outcome: JudgeOutcome) -> JudgeTable:
    return JudgeTable(
        Sentence("Who is chosen"),
        Sentence(
            "Chance: to be chosen over another VAE, by Bradley and Terry’s model, “no difference” as half a choice of each; its 95 % "
            "interval by the jackknife over images, none where it was always chosen, or never. Strength: the model’s logarithm, mean 0, none where one VAE always won. Win rate: of "
            "the decided choices."
        ),
        (
            Sentence("VAE"),
            Sentence("Chance"),
            Sentence("Strength"),
            Sentence("Win rate"),
            Sentence("Choices"),
        ),
        tuple(
            (
                each.label,
                _share(each.chance, each.ci95),
                MISSING if each.strength is None else f"{each.strength:+.2f}".replace("-", "\N{MINUS SIGN}"),
                MISSING if each.win_rate is None else _share(each.win_rate, each.win_ci95),
                each.n,
            )
            for each in outcome.preferences
        ),
    )


def _pair_table(outcome: JudgeOutcome) -> JudgeTable:
    return JudgeTable(
        Sentence("Every two VAEs before the judges"),
        Sentence(
            "An image is won by the VAE that more of its judges chose. Share: of the images that one of them won, with Wilson’s "
            "interval. p: exact binomial test against a coin, after Holm over the pairs."
        ),
        (
            Sentence("First and second"), Sentence("Won"), Sentence("Lost"), Sentence("Even"), Sentence("Share"), Sentence("p"),
            Sentence("Preferred"),
        ),
        tuple(
            (
                f"{pair.a} · {pair.b}",
                pair.won,
                pair.lost,
                pair.even,
                MISSING if pair.share is None else _share(pair.share, pair.ci95),
                short(pair.p_holm),
                pair.winner or Sentence("undecided"),
            )
            for pair in outcome.pairs
        ),
    )  # fmt: skip


def _metric_table(outcome: JudgeOutcome) -> JudgeTable:
    return JudgeTable(
        Sentence("Which metric agrees"),
        Sentence(
            "Share of the decided choices in which the metric’s value prefers the same reconstruction, half where it tells none "
            "apart (the 2AFC score of the LPIPS paper); a coin has 50 %. Above a coin: decided by a sign-flip test over images at 5 %, after Holm over all metrics of this table."
        ),
        (Sentence("Metric"), Sentence("Agrees"), Sentence("Choices"), Sentence("Above a coin")),
        tuple(
            (
                each.column.label,
                _share(each.share, each.ci95),
                each.n,
                Sentence("yes") if each.beats_chance else Sentence("undecided"),
            )
            for each in outcome.metrics
        ),
    )


def _real_table(outcome: JudgeOutcome) -> JudgeTable:
    return JudgeTable(
        Sentence("Taken for real"),
        Sentence(
            "p: whether a VAE’s pictures are taken for real as often as their originals, by a sign-flip test over images, after Holm."
        ),
        (Sentence("Source"), Sentence("Said to be real"), Sentence("Answers"), Sentence("p")),
        tuple(
            (
                each.label or ORIGINALS,
                _share(each.share, each.ci95),
                each.n,
                MISSING if each.p_holm is None else short(each.p_holm),
            )
            for each in outcome.real
        ),
    )


def _rating_table(outcome: JudgeOutcome) -> JudgeTable:
    questions = [task.name for task in TASKS if any(each.question == task.name for each in outcome.ratings)]
    found = {(each.label, each.question): each for each in outcome.ratings}
    labels = dict.fromkeys(each.label for each in outcome.ratings)

    def cell(label: str, question: str) -> str:
        each = found.get((label, question))
        if each is None:
            return MISSING
        bounds = "" if each.ci95 is None else f" [{each.ci95[0]:.2f}, {each.ci95[1]:.2f}]"
        return f"{each.mean:.2f}{bounds}"

    return JudgeTable(
        Sentence("Ratings"),
        Sentence("Mean over images, 1 to 5, and its 95 % interval."),
        (Sentence("Source"), *(TASK_WORDS[question] for question in questions)),
        tuple((label or ORIGINALS, *(cell(label, question) for question in questions)) for label in labels),
    )


def _task_table(outcome: JudgeOutcome) -> JudgeTable:
    alphas = {each.task: each for each in outcome.agreements}

    def alpha(name: str) -> str:
        found = alphas.get(name)
        return MISSING if found is None or found.alpha is None else short(found.alpha)

    return JudgeTable(
        Sentence("Judges and time"),
        Sentence(
            "Krippendorff’s α: 1 where judges agree on everything, 0 where as often as by chance; from two judges up."
        ),
        (Sentence("Question"), Sentence("Answers"), Sentence("Median time, s"), Sentence("α")),
        tuple(
            (TASK_WORDS[name], number, f"{outcome.seconds[name]:.1f}", alpha(name))
            for name, number in outcome.answers.items()
        ),
    )


def _share(share: float, bounds: Sequence[float] | None) -> str:
    """``78 % [70, 85]``."""
    ends = "" if bounds is None else f" [{100 * bounds[0]:.0f}, {100 * bounds[1]:.0f}]"
    return f"{percent(share)}{ends}"
