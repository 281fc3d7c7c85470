"""How often the 95 % intervals hold the true mean, and how often equal VAEs are told apart: a simulation.

Of the functions that a report uses, with images drawn at random: their values normal, lognormal with σ 0.5 and 1, and lognormal
with σ 0.5 of which 5 % are charts, twenty times as far off as photographs. Beside the interval stands the named alternative,
the percentile bootstrap; and beside the test, deciding by whether that bootstrap's interval of the difference leaves out 0.

Each share is simulated until its standard error is at most 0.5 %, that of false winners 0.18 %. One core, some ten minutes:

    nice python benchmarks/coverage.py [--write docs/statistics.md]

``--write`` replaces what stands between the two marks in the page.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

from vaelab.results.intervals import RESAMPLES, Interval, intervals
from vaelab.results.pairwise import corrected_p
from vaelab.results.score import set_score
from vaelab.results.sign_flip import ALPHA, p_values
from vaelab.settings import WEIGHT_NAMES

Floats = npt.NDArray[np.float64]
Draw = Callable[[np.random.Generator, tuple[int, int]], Floats]

COUNTS = (2, 3, 6, 12, 50, 150)
BATCH, FEWEST_TRIALS, PRECISION = 1000, 4000, 0.005
# A share that is to be at most 5 % must be known better than to half a percent.
PRECISION_OF_WINNERS = 0.0018
START, END = "<!-- simulation: made by benchmarks/coverage.py -->", "<!-- end of the simulation -->"
# A chart is this many times as far off as a photograph, on this share of the images.
CHART, CHARTS = 20.0, 0.05


def _charts(rng: np.random.Generator, shape: tuple[int, int]) -> Floats:
    return rng.lognormal(0, 0.5, shape) * np.where(rng.random(shape) < CHARTS, CHART, 1.0)


KINDS: dict[str, tuple[Draw, float]] = {
    "normal": (lambda rng, shape: rng.normal(5, 1, shape), 5.0),
    "lognormal, σ 0.5": (lambda rng, shape: rng.lognormal(0, 0.5, shape), float(np.exp(0.5**2 / 2))),
    "lognormal, σ 1": (lambda rng, shape: rng.lognormal(0, 1, shape), float(np.exp(0.5))),
    "5 % charts": (_charts, float(np.exp(0.5**2 / 2)) * (1 + CHARTS * (CHART - 1))),
}
"""How the values of images are drawn, and their true mean."""


def percentile_intervals(columns: Floats) -> list[Interval]:
    """The named alternative: the middle 95 % of the resampled means of each row of (columns, n)."""
    count = columns.shape[1]
    drawn = np.random.default_rng(1).integers(0, count, (RESAMPLES, count), dtype=np.int32)
    drawn += np.arange(RESAMPLES, dtype=np.int32)[:, None] * np.int32(count)
    counts = np.bincount(drawn.ravel(), minlength=RESAMPLES * count).reshape(RESAMPLES, count)
    weights = np.ascontiguousarray(counts.T, np.float32) / count
    found: list[Interval] = []
    with threadpool_limits(1, user_api="blas"):
        for start in range(0, len(columns), 50):
            means = columns[start : start + 50].astype(np.float32) @ weights
            low, high = np.quantile(means, (0.025, 0.975), axis=1)
            found += list(zip(low.tolist(), high.tolist(), strict=True))
    return found


def holds(bounds: Sequence[Interval | None], truth: float) -> list[bool]:
    """Whether each interval holds the truth."""
    return [ends is not None and ends[0] <= truth <= ends[1] for ends in bounds]


def share(
    trials: Callable[[np.random.Generator], Sequence[Sequence[bool]]], precision: float = PRECISION
) -> list[float]:
    """Return the share of true outcomes in each of several columns, simulated until every one is precise.

    Args:
        trials: given a generator, returns a batch of outcomes for each column.
        precision: the largest standard error of the first column; the others stop at ``PRECISION``.
    """
    rng = np.random.default_rng(20)
    total, hits = 0, np.zeros(1)
    while True:
        batch = np.array(trials(rng), dtype=float)
        total += batch.shape[1]
        hits = hits + batch.sum(axis=1)
        part = hits / total
        errors = np.sqrt(part * (1 - part) / total)
        if total >= FEWEST_TRIALS and errors[0] <= precision and (errors <= PRECISION).all():
            return [float(each) for each in part]


def coverage_of_a_mean(draw: Draw, truth: float, count: int) -> list[float]:
    """Ours, and that of the percentile bootstrap."""

    def trials(rng: np.random.Generator) -> Sequence[Sequence[bool]]:
        columns = draw(rng, (BATCH, count))
        return [holds(intervals(list(columns)), truth), holds(percentile_intervals(columns), truth)]

    return share(trials)


def false_winners(draw: Draw, count: int, vaes: int) -> list[float]:
    """How often at least one of several equal VAEs is declared better than another: by the test, and by the bootstrap."""
    labels = [f"vae {number}" for number in range(vaes)]
    pairs = list(itertools.combinations(labels, 2))
    batch = BATCH if vaes == 2 else BATCH // 2

    def trials(rng: np.random.Generator) -> Sequence[Sequence[bool]]:
        # Images are hard or easy for all alike, charts for all; on each, every VAE is a little better or worse by chance.
        images = draw(rng, (batch, count))
        values = [images * rng.lognormal(0, 0.3, images.shape) for _ in labels]
        differences = [values[a] - values[b] for a, b in itertools.combinations(range(vaes), 2)]
        p = np.array(p_values(list(np.concatenate(differences)))).reshape(len(pairs), batch)
        keys = [(pair, "score") for pair in pairs]
        decided = [min(corrected_p(keys, each.tolist(), ())) < ALPHA for each in p.T]
        bounds = percentile_intervals(np.concatenate(differences))
        outside = ~np.array(holds(bounds, 0.0)).reshape(len(pairs), batch)
        return [decided, outside.any(axis=0).tolist()]

    return share(trials, PRECISION_OF_WINNERS)


def coverage_of_j(draw: Draw, count: int) -> list[float]:
    """Of J without a marker: LPIPS, gradients and colours of one image rise and fall together."""
    weights = dict.fromkeys(WEIGHT_NAMES, 1.0)

    def columns_of(images: Floats, rng: np.random.Generator) -> dict[str, Floats]:
        gradient, colors = (
            0.9 * rng.lognormal(0, 0.1, images.shape),
            0.8 * rng.lognormal(0, 0.1, images.shape),
        )
        return {
            "lpips": 0.1 * images,
            "gradient_energy_original": 100 * images,
            "gradient_energy_reconstruction": 100 * images * gradient,
            # Few colours where the rest is far off, as on a chart.
            "colors_original": 1e4 / (0.1 + np.abs(images)),
            "colors_reconstruction": 1e4 / (0.1 + np.abs(images)) * colors,
        }

    rng = np.random.default_rng(30)
    many = columns_of(draw(rng, (4_000_000, 1))[:, 0], rng)
    truth = float(set_score(many, weights, marker=False)[0]["J"])

    def trials(rng: np.random.Generator) -> Sequence[Sequence[bool]]:
        contributions = []
        for images in draw(rng, (BATCH, count)):
            _, parts = set_score(columns_of(images, rng), weights, marker=False)
            contributions.append(parts["J"])
        return [holds(intervals(contributions), truth)]

    return share(trials)


def table(counts: Sequence[int] = COUNTS, kinds: Sequence[str] = tuple(KINDS)) -> str:
    """Simulate everything and return it as Markdown."""
    head = ["| images | n = " + " | n = ".join(map(str, counts)) + " |", "|---|" + "---:|" * len(counts)]
    parts = {
        "How often the 95 % interval of a mean holds it (in brackets: the percentile bootstrap)": lambda draw, truth, n: (
            coverage_of_a_mean(draw, truth, n)
        ),
        "How often the 95 % interval of J holds it": lambda draw, _, n: coverage_of_j(draw, n),
        "How often two equal VAEs get a winner (in brackets: by a percentile bootstrap of the difference)": lambda draw, _, n: (
            false_winners(draw, n, 2)
        ),
        "How often any two of four equal VAEs get a winner (in brackets: by percentile bootstraps of the differences)": lambda draw, _, n: (
            false_winners(draw, n, 4)
        ),
    }
    lines: list[str] = []
    for title, simulate in parts.items():
        lines += [f"**{title}**", "", *head]
        for kind in kinds:
            cells = [_cell(simulate(*KINDS[kind], count)) for count in counts]
            lines.append(f"| {kind} | " + " | ".join(cells) + " |")
            print(title, lines[-1], flush=True)
        lines.append("")
    return "\n".join(lines)


def _cell(shares: Sequence[float]) -> str:
    first, *others = (f"{100 * each:.1f}" for each in shares)
    return first + "".join(f" ({each})" for each in others)


def write(page: Path, text: str) -> None:
    """Replace what stands between the marks of a page."""
    content = page.read_text(encoding="utf-8")
    before, _, rest = content.partition(START)
    _, found, after = rest.partition(END)
    if not found:
        raise SystemExit(f"'{page}' has no place for the table: put the lines {START} and {END} into it")
    page.write_text(f"{before}{START}\n\n{text}\n{END}{after}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", type=Path, metavar="PAGE", help="a Markdown page that has the two marks")
    chosen = parser.parse_args()
    found = table()
    print(found)
    if chosen.write is not None:
        write(chosen.write, found)


if __name__ == "__main__":
    main()
