"""J over the common images, who is apart by it, and the order that follows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from runs.result_rows import MARKER_COLUMNS, ONE, comparison_of, letters_of, make_row, overview, rows_of

from vaelab.results.records import Row
from vaelab.results.sign_flip import p_values
from vaelab.results.summary import summarize
from vaelab.settings import WEIGHT_NAMES


def test_formula_quantities_are_those_of_the_means() -> None:
    rows = [
        make_row("a", "v", gradient_ratio=0.8, marker_white_reconstruction=0.9, drift_g=-0.1),
        make_row("b", "v", gradient_ratio=1.2, marker_white_reconstruction=0.7, drift_g=-0.3),
    ]
    found = overview(rows, "v").vaes["v"]
    # Means first, absolute value after: equal originals with 0.8 and 1.2 cancel out.
    assert found["rho_G"] == pytest.approx(1.0)
    assert found["gamma"] == pytest.approx(0.8)
    assert found["delta"] == pytest.approx([0.0, -0.2, 0.0])
    assert found["J"] == pytest.approx(0.1 + 0.2 + 0.2)
    assert found["J_ci95"][0] <= found["J"] <= found["J_ci95"][1]
    assert found["J_shares"] == pytest.approx(
        {"lpips": 0.2, "gradient": 0.0, "color": 0.0, "drift": 0.4, "brightness": 0.0, "contrast": 0.4}
    )
    # The mean of the images' own scores is another number: there nothing cancels out.
    assert found["score"]["mean"] == found["metrics"]["score"]["mean"] == pytest.approx(0.1 + 0.2 + 0.2 + 0.2)


def test_the_ratio_of_means_weighs_images_by_what_they_hold() -> None:
    rows = [
        make_row("chart", "v", colors_original=40, colors_reconstruction=4000),
        make_row("photograph", "v", colors_original=40_000, colors_reconstruction=36_000),
    ]
    found = overview(rows, "v", marker=False).vaes["v"]
    assert found["rho_C"] == pytest.approx(40_000 / 40_040)
    assert found["metrics"]["color_ratio"]["mean"] == pytest.approx((100 + 0.9) / 2)
    assert found["J"] == pytest.approx(0.1 + 40 / 40_040)


def test_weights_change_j_without_a_rerun() -> None:
    rows = [make_row("a", "v", color_ratio=1.1)]
    weights = {**ONE, "lpips": 0.0, "color": 3.0}
    found = summarize(rows, ["v"], {}, weights, marker=True, resamples=100).vaes["v"]
    assert found["J"] == pytest.approx(0.3)
    assert found["J_shares"]["color"] == pytest.approx(1.0)


def test_without_the_marker_three_terms_are_left_out() -> None:
    rows = [make_row("a", "v", brightness_bias=0.5, gradient_ratio=0.9, color_ratio=1.1)]
    found = overview(rows, "v", marker=False)
    assert set(found.vaes["v"]["J_terms"]) == {"lpips", "gradient", "color"}
    assert found.vaes["v"]["J"] == pytest.approx(0.3)
    assert found.common["J"] == {"n": 1, "tested": 1, "marker": False, "marker_left_out": ""}


def small(row: Row) -> Row:
    """A row of an image that has no room for the marker."""
    values = {name: value for name, value in row.values.items() if name not in MARKER_COLUMNS}
    return Row(
        row.image,
        row.vae,
        100,
        50,
        row.status,
        "marker: no room",
        image_sha256=row.image_sha256,
        values=values,
    )


def test_where_the_marker_fits_no_image_the_ranking_goes_on_without_its_terms() -> None:
    rows = [small(row) for row in rows_of("a", np.full(8, 0.1)) + rows_of("b", np.full(8, 0.2))]
    found = overview(rows, "a", "b")
    assert [(entry["vae"], entry["rank"]) for entry in found.ranking] == [("a", 1), ("b", 2)]
    assert found.vaes["a"]["J"] == pytest.approx(0.1)
    assert set(found.vaes["a"]["J_terms"]) == {"lpips", "gradient", "color"}
    assert found.common["J"] == {"n": 8, "tested": 8, "marker": False, "marker_left_out": "room"}
    assert comparison_of(found, "a", "b")["verdict"] == "a"
    assert found.vaes["a"]["score"]["n"] == 8


def test_where_it_fits_most_images_j_is_over_those() -> None:
    rows = rows_of("a", [0.1] * 7 + [0.9]) + rows_of("b", [0.2] * 7 + [0.1])
    rows = [small(row) if row.image == "7.png" else row for row in rows]
    found = overview(rows, "a", "b")
    assert found.common["J"] == {"n": 7, "tested": 7, "marker": True, "marker_left_out": ""}
    assert found.common["n"] == 8
    assert found.vaes["a"]["J"] == pytest.approx(0.1)
    assert comparison_of(found, "a", "b")["n"] == 7


def test_a_quantity_its_interval_and_its_number_are_over_the_same_images() -> None:
    """Small images have no marker and no share in J; LPIPS and the ratios are of them all the same."""
    rng = np.random.default_rng(3)
    rows = rows_of("a", np.concatenate([rng.uniform(0.05, 0.15, 8), rng.uniform(0.5, 0.6, 4)]))
    rows += rows_of("b", np.concatenate([rng.uniform(0.06, 0.16, 8), rng.uniform(0.5, 0.6, 4)]))
    rows = [small(row) if row.image in ("8.png", "9.png", "10.png", "11.png") else row for row in rows]
    found = overview(rows, "a", "b")
    assert (found.common["n"], found.common["J"]["n"]) == (12, 8)
    for facts in found.vaes.values():
        lpips = facts["metrics"]["lpips"]
        assert facts["L_perc"] == pytest.approx(lpips["mean"])
        assert lpips["ci95"][0] <= facts["L_perc"] <= lpips["ci95"][1]
        assert lpips["n"] == facts["quantities_n"]["rho_G"] == 12
        assert facts["quantities_n"]["gamma"] == 8
        assert facts["J_terms"]["lpips"] < 0.2 < facts["L_perc"]


def test_a_marker_that_one_vae_could_not_be_measured_with_is_not_called_a_lack_of_room() -> None:
    rows = [small(row) for row in rows_of("a", [0.1] * 8)] + rows_of("b", [0.2] * 8, marker_size=32)
    assert overview(rows, "a", "b").common["J"]["marker_left_out"] == "missing"


def test_where_it_fits_few_j_goes_without_its_terms_over_all() -> None:
    rows = rows_of("a", [0.1] * 8, drift_r=0.5) + rows_of("b", [0.2] * 8, drift_r=0.5)
    rows = [row if row.image in ("0.png", "1.png", "2.png") else small(row) for row in rows]
    found = overview(rows, "a", "b")
    assert found.common["J"] == {"n": 8, "tested": 8, "marker": False, "marker_left_out": "room"}
    assert found.vaes["a"]["J"] == pytest.approx(0.1)
    assert comparison_of(found, "a", "b")["verdict"] == "a"


def test_j_of_all_vaes_is_over_the_same_images_when_a_column_is_empty_on_some() -> None:
    """b has no LPIPS on the easy images: its J may not be held against one over all of them."""
    rows = rows_of("a", [0.01] * 4 + [0.5] * 8)
    rows += rows_of("b", [0.02] * 4 + [0.4] * 8)
    rows = [
        make_row(row.image, "b", lpips=None) if row.vae == "b" and int(row.image[:-4]) >= 10 else row
        for row in rows
    ]
    found = overview(rows, "a", "b")
    assert found.common["J"]["n"] == 10
    assert found.vaes["a"]["J"] == pytest.approx((4 * 0.01 + 6 * 0.5) / 10)
    assert found.vaes["b"]["J"] == pytest.approx((4 * 0.02 + 6 * 0.4) / 10)
    assert comparison_of(found, "a", "b")["n"] == 10
    assert found.vaes["a"]["L_perc"] == found.vaes["a"]["J"]


def test_a_clear_difference_ranks_and_an_unclear_one_ties() -> None:
    rng = np.random.default_rng(0)
    base = rng.uniform(0.05, 0.3, 40)
    rows = [
        *rows_of("good", base),
        *rows_of("same", base + rng.normal(0, 0.01, 40)),
        *rows_of("bad", base + 0.1 + rng.normal(0, 0.01, 40)),
    ]
    found = overview(rows, "good", "same", "bad")
    letters = letters_of(found)
    assert letters["good"] == letters["same"] == "a"
    assert letters["bad"] == "b"
    assert {entry["vae"]: entry["rank"] for entry in found.ranking} == {"good": 1, "same": 1, "bad": 3}
    assert comparison_of(found, "good", "bad")["verdict"] == "a"
    assert comparison_of(found, "good", "same")["verdict"] == "tie"


def test_a_decided_pair_is_no_tie_because_a_third_is_noisy() -> None:
    """B beats C on 30 of 30 images, and A is told from neither."""
    rng = np.random.default_rng(0)
    base = rng.uniform(0.1, 0.2, 30)
    noisy = base + np.where(np.arange(30) % 2, 0.3, -0.09)
    rows = [*rows_of("A", noisy - noisy.mean() + 0.16), *rows_of("B", base), *rows_of("C", base + 0.02)]
    found = overview(rows, "A", "B", "C")
    letters = letters_of(found)
    assert comparison_of(found, "B", "C")["a_better"] == 30
    assert not set(letters["B"]) & set(letters["C"])
    assert set(letters["A"]) & set(letters["B"])
    assert set(letters["A"]) & set(letters["C"])


def test_sets_and_images_must_agree_to_be_told_apart() -> None:
    """J cancels what goes both ways; the images' own scores do not. Where the two disagree nothing is decided."""
    sway = np.where(np.arange(20) % 2, 0.3, -0.3)
    rows = [make_row(f"{i}.png", "sways", gradient_ratio=1 + s, lpips=0.1) for i, s in enumerate(sway)]
    rows += [make_row(f"{i}.png", "steady", gradient_ratio=0.95, lpips=0.1) for i in range(20)]
    found = overview(rows, "sways", "steady")
    entry = comparison_of(found, "sways", "steady")
    assert entry["mean_difference"] == pytest.approx(-0.05)
    assert entry["mean_score_difference"] == pytest.approx(0.25)
    assert (entry["p"] < 0.001, entry["verdict"]) == (True, "tie")


def test_a_chart_that_is_cut_says_so_little_that_it_decides_nothing_alone() -> None:
    rows = [make_row(f"{i}.png", "a", lpips=0.1, color_ratio=0.9) for i in range(10)]
    rows += [make_row(f"{i}.png", "b", lpips=0.1, color_ratio=0.9) for i in range(9)]
    rows += [make_row("9.png", "b", lpips=0.1, colors_original=40, colors_reconstruction=4000)]
    entry = comparison_of(overview(rows, "a", "b"), "a", "b")
    assert entry["mean_score_difference"] == pytest.approx((0.1 - 1.0) / 10)
    assert (entry["p"], entry["verdict"]) == (1.0, "tie")


def test_closest_counts_images_and_is_all_only_for_all() -> None:
    lpips = np.full(300, 0.1)
    other = np.full(300, 0.2)
    other[17] = 0.05
    found = overview(rows_of("a", lpips) + rows_of("b", other), "a", "b", resamples=0)
    assert found.vaes["a"]["closest"] == {"on": 299, "of": 300}
    assert found.vaes["b"]["closest"] == {"on": 1, "of": 300}
    assert (comparison_of(found, "a", "b")["a_better"], comparison_of(found, "a", "b")["b_better"]) == (
        299,
        1,
    )


def test_the_score_test_is_the_sign_flip_test_of_the_images_own_scores() -> None:
    rng = np.random.default_rng(2)
    a, b = rng.uniform(0.1, 0.2, 11), rng.uniform(0.12, 0.22, 11)
    entry = comparison_of(overview(rows_of("a", a) + rows_of("b", b), "a", "b"), "a", "b")
    assert entry["p"] == p_values([a - b])[0]


def test_while_a_run_goes_on_the_order_stands_and_nothing_is_decided() -> None:
    rows = rows_of("a", np.full(12, 0.1)) + rows_of("b", [*np.full(12, 0.3), *np.full(8, 0.01)])
    found = overview(rows, "a", "b", running=True, resamples=0)
    assert [(e["vae"], e["rank"], e["letters"]) for e in found.ranking] == [("a", None, ""), ("b", None, "")]
    assert found.comparisons == []
    # 20 images of b against 12 of a: only those that both had their turn on are counted.
    assert found.common["n"] == found.vaes["b"]["n"] == 12
    assert found.vaes["b"]["J"] == pytest.approx(0.3)
    assert found.vaes["b"]["metrics"]["lpips"]["n"] == 12


values = st.floats(0.0, 3.0, allow_subnormal=False)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(values, values, values, st.floats(-1, 1), st.floats(-1, 1)), min_size=2, max_size=12),
    st.tuples(*[st.floats(0, 10)] * 6),
)
def test_j_never_lies_outside_its_interval(
    images: list[tuple[float, ...]], weights: tuple[float, ...]
) -> None:
    rows = [
        make_row(f"{place}", "v", lpips=lpips, gradient_ratio=ratio, colors_reconstruction=1000 * colors,
                 drift_r=drift, brightness_bias=bias)
        for place, (lpips, ratio, colors, drift, bias) in enumerate(images)
    ]  # fmt: skip
    found = summarize(
        rows, ["v"], {}, dict(zip(WEIGHT_NAMES, weights, strict=True)), marker=True, resamples=200
    ).vaes["v"]
    low, high = found["J_ci95"]
    assert 0 <= low <= found["J"] <= high
    assert sum(found["J_shares"].values()) == pytest.approx(1.0 if found["J"] else 0.0)


def test_no_rows_at_all() -> None:
    found = overview([], "v")
    assert found.ranking == []
    assert found.vaes["v"]["J"] is None
    assert found.common["n"] == 0


def test_there_is_no_rank_where_nothing_could_have_been_decided() -> None:
    few = overview(rows_of("a", [0.1] * 5) + rows_of("b", [0.3] * 5), "a", "b")
    assert [(entry["vae"], entry["rank"], entry["letters"]) for entry in few.ranking] == [
        ("a", None, "a"),
        ("b", None, "a"),
    ]
    alone = overview(rows_of("a", [0.1] * 8), "a")
    assert alone.ranking[0]["rank"] is None


def test_a_flat_picture_counts_in_j_and_not_in_the_test() -> None:
    """Its ratio of gradients does not exist: six pictures then give five differences, which decide nothing."""
    flat = {"gradient_energy_original": 0.0, "gradient_energy_reconstruction": 0.0, "gradient_ratio": None}
    rows = [
        make_row(f"{i}.png", vae, lpips=value) for vae, value in (("a", 0.1), ("b", 0.3)) for i in range(5)
    ]
    rows += [make_row("5.png", vae, lpips=value) for vae, value in (("a", 0.1), ("b", 0.3))]
    rows = [replace(row, values={**row.values, **flat}) if row.image == "5.png" else row for row in rows]
    found = overview(rows, "a", "b")
    assert (found.common["J"]["n"], found.common["J"]["tested"]) == (6, 5)
    assert [entry["rank"] for entry in found.ranking] == [None, None]
