"""Every two VAEs, column by column: one rule of distance, and what is decided."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest
from runs.result_rows import comparison_of, make_row, overview, rows_of
from scipy import stats

from vaelab.metrics.registry import all_columns
from vaelab.results import intervals as interval_module
from vaelab.results import pairwise
from vaelab.results.intervals import intervals
from vaelab.results.sign_flip import p_values


def test_a_comparison_says_who_by_how_much_and_how_sure() -> None:
    rng = np.random.default_rng(0)
    a, b = rng.uniform(0.05, 0.3, 12), rng.uniform(0.1, 0.35, 12)
    entry = comparison_of(overview(rows_of("a", a) + rows_of("b", b), "a", "b"), "a", "b", "lpips")
    (ends,) = intervals([a - b], 2000)
    assert ends is not None
    assert entry["ci95"] == pytest.approx(list(ends))
    assert entry["mean_difference"] == pytest.approx((a - b).mean())
    assert (entry["a_better"], entry["b_better"], entry["n"]) == ((a < b).sum(), (b < a).sum(), 12)
    expected = stats.permutation_test((a - b,), np.mean, permutation_type="samples", n_resamples=np.inf)
    assert entry["p"] == entry["p_holm"] == pytest.approx(expected.pvalue)
    assert entry["verdict"] == ("a" if expected.pvalue < 0.05 else "tie")


def test_ratios_are_compared_by_their_distance_from_the_ideal() -> None:
    spread = np.linspace(-0.01, 0.01, 20)
    rows = [make_row(f"{i}", "a", gradient_ratio=1.05 + s) for i, s in enumerate(spread)]
    rows += [make_row(f"{i}", "b", gradient_ratio=0.80 - s) for i, s in enumerate(spread)]
    entry = comparison_of(overview(rows, "a", "b"), "a", "b", "gradient_ratio")
    assert entry["mean_difference"] == pytest.approx(0.25)
    assert entry["mean_distance_difference"] == pytest.approx(-0.15)
    assert entry["distance_ci95"][1] < 0 < entry["ci95"][0]
    assert (entry["verdict"], entry["a_better"]) == ("a", 20)


def test_a_mean_at_the_ideal_does_not_hide_images_off_on_both_sides() -> None:
    """0.5 and 1.5 in turn have the mean 1 and are each half off; 0.9 throughout is nearer."""
    rows = [make_row(f"{i}", "swings", gradient_ratio=0.5 + i % 2) for i in range(12)]
    rows += [make_row(f"{i}", "steady", gradient_ratio=0.9) for i in range(12)]
    found = overview(rows, "swings", "steady")
    assert found.vaes["swings"]["metrics"]["gradient_ratio"]["mean"] == 1.0
    assert found.vaes["swings"]["metrics"]["gradient_ratio"]["distance"] == 0.5
    assert comparison_of(found, "swings", "steady", "gradient_ratio")["verdict"] == "b"


def test_nothing_is_decided_below_six_images() -> None:
    for count, verdict in ((1, "tie"), (2, "tie"), (5, "tie"), (6, "a")):
        found = overview(rows_of("a", np.full(count, 0.1)) + rows_of("b", np.full(count, 0.3)), "a", "b")
        assert {item["verdict"] for item in found.comparisons if item["metric"] in ("J", "lpips")} == {
            verdict
        }
        assert found.common["needed"] == 6


def test_columns_without_a_direction_differ_and_nobody_is_better() -> None:
    rows = [make_row(f"{i}", v, kl=k + i) for v, k in (("a", 1.0), ("b", 5.0)) for i in range(8)]
    entry = comparison_of(overview(rows, "a", "b"), "a", "b", "kl")
    assert entry["verdict"] == "differs"
    assert "a_better" not in entry


def test_holm_corrects_over_the_pairs_of_a_column() -> None:
    rng = np.random.default_rng(3)
    columns = {label: rng.normal(0.2 + 0.02 * place, 0.03, 20) for place, label in enumerate("abc")}
    rows = [row for label, values in columns.items() for row in rows_of(label, values)]
    found = overview(rows, *columns)
    entries = [item for item in found.comparisons if item["metric"] == "lpips"]
    pairs = [("a", "b"), ("a", "c"), ("b", "c")]
    raw = p_values([columns[one] - columns[other] for one, other in pairs])
    assert [item["p"] for item in entries] == raw
    low, middle, high = sorted(raw)
    by_hand = {low: 3 * low, middle: max(3 * low, 2 * middle), high: max(3 * low, 2 * middle, high)}
    assert [item["p_holm"] for item in entries] == pytest.approx([min(1.0, by_hand[p]) for p in raw])


def test_a_baseline_changes_nothing_between_two_others() -> None:
    rng = np.random.default_rng(1)
    base = rng.uniform(0.1, 0.2, 14)
    rows = rows_of("a", base) + rows_of("b", base + rng.normal(0.004, 0.006, 14))
    rows += rows_of("c", base + rng.normal(0.002, 0.006, 14))
    alone = overview(rows, "a", "b", "c")
    # One that is better throughout, and one that is told from nobody: it takes most of what Holm's correction shares out.
    for values in (rng.uniform(0.0, 0.05, 14), base + rng.normal(0, 0.05, 14)):
        noisy = rows + rows_of("base", values)
        found = overview(noisy, "a", "b", "c", "base", baselines=["base"])
        kept = [item for item in found.comparisons if "base" not in (item["a"], item["b"])]
        assert kept == list(alone.comparisons)
        letters = {entry["vae"]: (entry["letters"], entry["rank"]) for entry in found.ranking}
        for entry in alone.ranking:
            assert letters[entry["vae"]] == (entry["letters"], entry["rank"])
        assert found.common["needed"] == alone.common["needed"] == 7


def test_an_exact_vae_beats_an_inexact_one_from_six_images() -> None:
    for count, verdict in ((5, "tie"), (6, "a")):
        rows = [make_row(f"{i}", "exact", psnr=math.inf) for i in range(count)]
        rows += [make_row(f"{i}", "blur", psnr=30.0 + i) for i in range(count)]
        found = overview(rows, "exact", "blur")
        entry = comparison_of(found, "exact", "blur", "psnr")
        assert (entry["mean_difference"], entry["ci95"], entry["n"]) == (None, None, count)
        assert (entry["verdict"], entry["a_better"]) == (verdict, count)
        json.dumps([found.vaes, found.comparisons], allow_nan=False)


def test_images_that_both_bring_back_exactly_do_not_count_in_the_test() -> None:
    rows = []
    for i in range(9):
        for vae, psnr in (("a", 32.0 + i), ("b", 30.0 + i)):
            rows.append(make_row(f"{i}", vae, psnr=math.inf if i == 0 else psnr))
    found = overview(rows, "a", "b")
    entry = comparison_of(found, "a", "b", "psnr")
    assert (entry["mean_difference"], entry["p"]) == (pytest.approx(2.0), 2 / 2**8)
    assert (entry["verdict"], entry["a_better"], entry["b_better"]) == ("a", 8, 0)
    facts = found.vaes["a"]["metrics"]["psnr"]
    assert (facts["mean"], facts["n"], facts["n_infinite"]) == (pytest.approx(36.5), 9, 1)


def test_exact_more_often_but_farther_elsewhere_is_no_verdict() -> None:
    rows = []
    for i in range(30):
        rows.append(make_row(f"{i}", "sometimes exact", psnr=math.inf if i < 12 else 25.0))
        rows.append(make_row(f"{i}", "always near", psnr=40.0))
    entry = comparison_of(
        overview(rows, "sometimes exact", "always near"), "sometimes exact", "always near", "psnr"
    )
    assert entry["p_holm"] < 0.05
    assert entry["verdict"] == "tie"


def test_where_an_image_lies_and_which_vae_is_first_does_not_matter() -> None:
    rng = np.random.default_rng(9)
    a, b = rng.lognormal(-2, 0.5, 18), rng.lognormal(-1.7, 0.5, 18)
    rows = rows_of("a", a) + rows_of("b", b)
    one = comparison_of(overview(rows, "a", "b"), "a", "b", "lpips")
    other = comparison_of(overview(rows[::-1], "a", "b"), "a", "b", "lpips")
    # A mean in another order may round otherwise in the last digit.
    assert other["mean_difference"] == pytest.approx(one.pop("mean_difference"), rel=1e-12)
    del other["mean_difference"]
    assert other == one
    turned = comparison_of(overview(rows, "b", "a"), "b", "a", "lpips")
    assert (turned["p"], turned["a_better"]) == (one["p"], one["b_better"])
    assert {one["verdict"], turned["verdict"]} in ({"a", "b"}, {"tie"})


def test_only_images_that_have_a_value_from_both_are_compared() -> None:
    rows = [make_row(f"{i}", "a", ms_ssim=0.9) for i in range(8)]
    rows += [make_row(f"{i}", "b", ms_ssim=None if i < 3 else 0.8) for i in range(8)]
    entry = comparison_of(overview(rows, "a", "b"), "a", "b", "ms_ssim")
    assert (entry["n"], entry["verdict"]) == (5, "tie")


def test_a_part_at_a_time_gives_the_same_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(2)
    columns = [column for column in all_columns() if column.better != "none"][:7]
    tables = {
        label: {column.name: rng.uniform(0.2, 0.9, 30) for column in columns} for label in ("a", "b", "c")
    }
    whole = pairwise.compare_all(tables, columns, (), 1000)
    monkeypatch.setattr(pairwise, "_MOST_VALUES", 61)
    assert pairwise.compare_all(tables, columns, (), 1000) == whole


def test_threads_change_no_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    columns = [rng.normal(size=12) for _ in range(200)]
    monkeypatch.setattr(interval_module, "_MANY", 3)
    found = []
    for cores in (1, 3):
        monkeypatch.setattr(interval_module, "usable_cores", lambda cores=cores: cores)
        found.append(intervals(columns, 500))
    assert found[0] == found[1]
