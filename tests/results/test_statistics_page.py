"""docs/statistics.md: every number that it quotes is that of the code, and its table is there."""

from __future__ import annotations

import importlib.util
import re

import numpy as np
import pytest
from project import ROOT
from runs.result_rows import letters_of, make_row, overview, rows_of

from vaelab.results import intervals, sign_flip
from vaelab.results.score import set_score
from vaelab.score_terms import TERMS
from vaelab.settings import WEIGHT_NAMES

PAGE = ROOT / "docs" / "statistics.md"


@pytest.fixture(scope="module")
def text() -> str:
    return " ".join(PAGE.read_text(encoding="utf-8").split())


def number(text: str, pattern: str) -> tuple[int, ...]:
    """The numbers that a sentence of the page quotes; the sentence must be there once."""
    (found,) = re.findall(pattern, text)
    return tuple(int(part.replace(",", "")) for part in ((found,) if isinstance(found, str) else found))


def test_limits_of_the_intervals(text: str) -> None:
    fewest, most = intervals.FEWEST_FOR_BOOTSTRAP, intervals.MOST_FOR_BOOTSTRAP
    assert number(text, r"From (\d+) to ([\d,]+) images: the \*studentized") == (fewest, most)
    assert number(text, r"From (\d+) to (\d+) images: Student") == (2, fewest - 1)
    assert number(text, r"Above ([\d,]+) images: Student") == (most,)
    assert number(text, r"drawn again with replacement ([\d,]+) times") == (intervals.RESAMPLES,)
    assert number(text, r"The \*\*(\d+) % interval\*\*") == (round(100 * np.diff(intervals._TAILS)[0]),)


def test_limits_of_the_test(text: str) -> None:
    exact = sign_flip.MOST_FOR_EXACT
    assert number(text, r"Up to (\d+) images all ([\d,]+) ways are counted") == (exact, 2**exact)
    assert number(text, r"up to (\d+) images ([\d,]+) ways are drawn") == (
        sign_flip.MOST_FOR_DRAWS,
        sign_flip.DRAWS,
    )
    assert number(text, r"above (\d+) the paired t test") == (sign_flip.MOST_FOR_DRAWS,)
    assert f"p is below {sign_flip.ALPHA} after it" in text
    assert number(text, r"\*any\* false winner among the pairs of a column at most (\d+) %") == (
        round(100 * sign_flip.ALPHA),
    )


def test_fewest_images(text: str) -> None:
    needed = [sign_flip.fewest_images(vaes * (vaes - 1) // 2) for vaes in (2, 3, 4, 5)]
    found = number(text, r"three VAEs need at least (\d+) images, four (\d+), and five (\d+)")
    assert [*number(text, r"nothing is decided below (\d+) images"), *found] == needed
    assert f"2/{2**5} = {2 / 2**5}" in text
    assert f"2/{2**6} = {2 / 2**6:.3f}" in text


def test_what_counts_at_most_as_one(text: str) -> None:
    cut = [term.most for term in TERMS if term.most < np.inf]
    assert len(cut) == 2
    assert f"each of the two ratio terms counts at most {cut[0]:g}" in text
    assert len(TERMS) == 6
    assert "weighted sum of six distances" in text
    assert sum(term.marker for term in TERMS) == 3
    assert "J goes on without its three terms" in text


def test_the_examples_come_out_as_told(text: str) -> None:
    # One chart among a hundred photographs.
    colors, rebuilt = np.full(101, 40_000.0), np.full(101, 32_000.0)
    columns = {
        "lpips": np.zeros(101), "gradient_energy_original": np.ones(101), "gradient_energy_reconstruction": np.ones(101),
        "colors_original": colors, "colors_reconstruction": rebuilt,
    }  # fmt: skip
    weights = dict.fromkeys(WEIGHT_NAMES, 1.0)
    without = set_score({name: values[1:] for name, values in columns.items()}, weights, marker=False)[0][
        "rho_C"
    ]
    colors[0], rebuilt[0] = 40, 4000
    with_chart = set_score(columns, weights, marker=False)[0]["rho_C"]
    assert 0 < abs(with_chart - without) < 0.001
    assert "by less than 0.001" in text
    # 15 of 20.
    rows = rows_of("A", [0.1] * 15 + [0.9] * 5) + rows_of("B", [0.2] * 15)
    rows += [make_row(f"{place}.png", "B", "failed") for place in range(15, 20)]
    assert overview(rows, "A", "B").common["n"] == 15
    assert "says n = 15" in text
    # A noisy, B ahead of C.
    base = np.random.default_rng(0).uniform(0.1, 0.2, 30)
    noisy = base + np.where(np.arange(30) % 2, 0.3, -0.09)
    noisy -= noisy.mean() - base.mean() + 0.005
    found = overview(rows_of("A", noisy) + rows_of("B", base) + rows_of("C", base + 0.02), *"ABC")
    ranks = {entry["vae"]: entry["rank"] for entry in found.ranking}
    said = ", ".join(f"{label} {ranks[label]} {letters}" for label, letters in letters_of(found).items())
    assert f'"{said}"' in text


def test_the_table_is_the_simulations(text: str) -> None:
    # By its path, since a package of the same name may be installed.
    spec = importlib.util.spec_from_file_location(
        "simulation", PAGE.parents[1] / "benchmarks" / "coverage.py"
    )
    assert spec is not None
    assert spec.loader is not None
    simulation = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(simulation)
    content = PAGE.read_text(encoding="utf-8")
    block = content.partition(simulation.START)[2].partition(simulation.END)[0]
    lines = [line.strip("|").split("|") for line in block.splitlines() if line.startswith("|")]
    assert len(lines) == 4 * (2 + len(simulation.KINDS))
    for head in lines[:: 2 + len(simulation.KINDS)]:
        assert [int(cell.partition("=")[2]) for cell in head[1:]] == list(simulation.COUNTS)
    assert f"at most {100 * simulation.PRECISION:g}, that of two equal VAEs at most" in text
    assert f"at most {100 * simulation.PRECISION_OF_WINNERS:g}." in text
    assert f"one image in {round(1 / simulation.CHARTS):d}".replace("20", "twenty") in text
    # The bounds of the contract: coverage on the first two from n = 6, winners at every n.
    table = {
        (part, cells[0].strip(), count): float(cell.split()[0])
        for part in range(4)
        for cells in lines[part * 6 + 2 : part * 6 + 6]
        for count, cell in zip(simulation.COUNTS, cells[1:], strict=True)
    }
    for (part, kind, count), value in table.items():
        if part == 0 and count >= 6 and kind in ("normal", "lognormal, σ 0.5"):
            assert 93.0 <= value <= 96.0, (kind, count)
        if part == 2:
            # Three standard errors.
            assert value <= 100 * (sign_flip.ALPHA + 3 * simulation.PRECISION_OF_WINNERS), (kind, count)
        if part == 3:
            # Holm's correction costs power, and never adds a winner.
            assert value <= 100 * (sign_flip.ALPHA + 3 * simulation.PRECISION), (kind, count)


def test_what_is_read_off_the_table_stands_in_it(text: str) -> None:
    """The figures of the reading are quoted from the table, cell by cell."""
    before, _, reading = PAGE.read_text(encoding="utf-8").partition("<!-- end of the simulation -->")
    block = before.partition("<!-- simulation: made by benchmarks/coverage.py -->")[2]
    tables = [part.splitlines() for part in block.split("**\n")[1:]]
    cells = [
        {
            line.split("|")[1].strip(): line.split("|")[2:-1]
            for line in part
            if line.startswith("| ") and "n =" not in line
        }
        for part in tables
    ]
    mean, of_j, two, four = (
        {
            kind: [[float(each) for each in re.findall(r"[\d.]+", cell)] for cell in row]
            for kind, row in part.items()
        }
        for part in cells
    )
    mild = ("normal", "lognormal, σ 0.5")
    ours, theirs = ([cell[place] for kind in mild for cell in mean[kind][2:]] for place in (0, 1))
    flat = " ".join(reading.split())
    assert f"hold in {min(ours)} to {max(ours)} % from 6 images on" in flat
    assert f"bootstrap holds in {min(theirs)} to {max(theirs)} %" in flat
    assert (
        f"6 images are too few ({mean['lognormal, σ 1'][2][0]} %), and 50 are enough ({mean['lognormal, σ 1'][4][0]} %)"
        in flat
    )
    assert f"none is a chart in {100 * 0.95**12:.0f} %" in flat
    assert f"the interval holds in {mean['5 % charts'][3][0]} %" in flat
    assert f"From 150 images on it holds in {mean['5 % charts'][5][0]} %" in flat
    covered = [cell[0] for kind in mild for cell in of_j[kind][2:]]
    assert f"in {min(covered)} to {max(covered)} % for the first two kinds" in flat
    assert f"get one in {max(cell[0] for row in two.values() for cell in row)} % at the most" in flat
    assert {cell[0] for row in two.values() for cell in row[:2]} == {0.0}
    assert f"gives {two['normal'][0][1]} % at 2 images and {two['normal'][2][1]} % at 6" in flat
    assert f"get one in at most {max(cell[0] for row in four.values() for cell in row)} %" in flat
