"""From rows to means, J, ranking and comparisons, checked against sums done by hand."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest

from vaelab.metrics.latent import LatentHealth, image_values
from vaelab.records import Row
from vaelab.results.summary import Overview, summarize
from vaelab.settings import WEIGHT_NAMES
from vaelab.vae.base import LatentFacts

ONE = dict.fromkeys(WEIGHT_NAMES, 1.0)


def make_row(image: str, vae: str, status: str = "ok", **values: Any) -> Row:
    base = {
        "lpips": 0.1,
        "gradient_ratio": 0.9,
        "color_ratio": 1.1,
        "psnr": 30.0,
        "drift_r": 0.0,
        "drift_g": 0.0,
        "drift_b": 0.0,
        "brightness_bias": 0.0,
        "marker_white_original": 1.0,
        "marker_black_original": 0.0,
        "marker_white_reconstruction": 1.0,
        "marker_black_reconstruction": 0.0,
        "encode_ms": 10.0,
        "decode_ms": 30.0,
    }
    return Row(image, vae, 100, 50, "ok" if status == "ok" else "failed", values=base | values)


def rows_of(vae: str, lpips: np.ndarray[Any, Any], **values: Any) -> list[Row]:
    return [make_row(f"{place}.png", vae, lpips=float(value), **values) for place, value in enumerate(lpips)]


def overview(rows: list[Row], *labels: str, marker: bool = True) -> Overview:
    return summarize(rows, labels, {}, ONE, marker=marker, resamples=2000)


def test_formula_quantities_are_those_of_the_means() -> None:
    rows = [
        make_row("a", "v", gradient_ratio=0.8, marker_white_reconstruction=0.9, drift_g=-0.1),
        make_row("b", "v", gradient_ratio=1.2, marker_white_reconstruction=0.7, drift_g=-0.3),
    ]
    found = overview(rows, "v").vaes["v"]
    # Means first, absolute value after: the two gradient ratios cancel out.
    assert found["rho_G"] == pytest.approx(1.0)
    assert found["gamma"] == pytest.approx(0.8)
    assert found["delta"] == pytest.approx([0.0, -0.2, 0.0])
    assert found["J"] == pytest.approx(0.1 + 0.0 + 0.1 + 0.2 + 0.0 + 0.2)
    assert found["J_ci95"][0] <= found["J"]


def test_weights_change_the_score_without_a_rerun() -> None:
    rows = [make_row("a", "v")]
    found = summarize(rows, ["v"], {}, {**ONE, "lpips": 0.0, "color": 3.0}, marker=True, resamples=100).vaes[
        "v"
    ]
    assert found["J"] == pytest.approx(0.1 + 0.3)


def test_without_the_marker_three_terms_are_left_out() -> None:
    rows = [make_row("a", "v", brightness_bias=0.5)]
    found = overview(rows, "v", marker=False).vaes["v"]
    assert set(found["J_terms"]) == {"lpips", "gradient", "color"}
    assert found["J"] == pytest.approx(0.3)


def test_a_clear_difference_ranks_and_an_unclear_one_ties() -> None:
    rng = np.random.default_rng(0)
    base = rng.uniform(0.05, 0.3, 40)
    rows = [
        *rows_of("good", base),
        *rows_of("same", base + rng.normal(0, 0.01, 40)),
        *rows_of("bad", base + 0.1 + rng.normal(0, 0.01, 40)),
    ]
    found = overview(rows, "good", "same", "bad")
    assert [set(group["vaes"]) for group in found.ranking] == [{"good", "same"}, {"bad"}]
    assert [group["rank"] for group in found.ranking] == [1, 3]
    verdicts = {(c["a"], c["b"], c["metric"]): c["verdict"] for c in found.comparisons}
    assert verdicts["good", "bad", "lpips"] == "a"
    assert verdicts["good", "same", "lpips"] == "tie"
    assert verdicts["good", "bad", "J"] == "a"


def test_ratios_are_compared_by_their_distance_from_the_ideal() -> None:
    spread = np.linspace(-0.01, 0.01, 20)
    rows = [make_row(f"{i}", "a", gradient_ratio=1.05 + s) for i, s in enumerate(spread)]
    rows += [make_row(f"{i}", "b", gradient_ratio=0.80 - s) for i, s in enumerate(spread)]
    found = {c["metric"]: c for c in overview(rows, "a", "b").comparisons}["gradient_ratio"]
    assert found["mean_difference"] == pytest.approx(0.25)
    assert found["verdict"] == "a"


def test_only_images_that_both_finished_are_compared() -> None:
    rows = [make_row("1", "a", lpips=0.1), make_row("2", "a", lpips=0.9), make_row("1", "b", lpips=0.2)]
    rows += [make_row("2", "b", status="failed")]
    found = {c["metric"]: c for c in overview(rows, "a", "b").comparisons}["lpips"]
    assert found["n"] == 1
    assert found["mean_difference"] == pytest.approx(-0.1)
    counts = overview(rows, "a", "b").vaes["b"]
    assert (counts["images_ok"], counts["images_failed"], counts["metrics"]["lpips"]["n"]) == (1, 1, 1)


def test_infinite_psnr_gives_a_verdict_and_no_infinity() -> None:
    rows = [make_row(f"{i}", "identity", psnr=math.inf) for i in range(5)]
    rows += [make_row(f"{i}", "blur", psnr=30.0 + i) for i in range(5)]
    found = overview(rows, "identity", "blur")
    psnr = {c["metric"]: c for c in found.comparisons}["psnr"]
    assert (psnr["mean_difference"], psnr["verdict"]) == (None, "a")
    json.dumps([found.vaes, found.comparisons], allow_nan=False)


def test_speed_per_megapixel() -> None:
    speed = overview([make_row("a", "v")], "v").vaes["v"]["speed"]
    assert speed == {"images_per_s": 25.0, "encode_ms_per_mp": 2000.0, "decode_ms_per_mp": 6000.0}


def test_no_rows_at_all() -> None:
    found = overview([], "v")
    assert found.ranking == []
    assert found.vaes["v"]["J"] is None
    json.dumps(found.vaes, allow_nan=False)


def test_latent_health_merges_images_of_different_size() -> None:
    rng = np.random.default_rng(0)
    parts = [rng.normal(0.5, 2.0, (3, count)) for count in (10, 300)]
    health = LatentHealth()
    for part in parts:
        part[2] = 0.0
        health.update(
            LatentFacts(
                part.shape[1],
                tuple(part.mean(1)),
                tuple((part**2).mean(1)),
                tuple(np.full(3, 2.0 * part.shape[1])),
            )
        )
    found: dict[str, Any] = health.compute() or {}
    whole = np.concatenate(parts, axis=1)
    np.testing.assert_allclose(found["mean"], whole.mean(axis=1))
    np.testing.assert_allclose(found["std"], whole.std(axis=1))
    assert found["suggested_scaling_factor"] == pytest.approx(1 / whole.std())
    assert found["channels"] == 3
    assert found["kl_per_dim"] == pytest.approx(2.0)
    assert found["verdict"] == "healthy"


def test_kl_of_one_image_is_summed_and_divided() -> None:
    values = image_values(LatentFacts(4, (1.0, 3.0), (1.0, 9.0), (8.0, 4.0)))
    assert values == {"latent_mean": 2.0, "latent_std": 1.0, "kl": 12.0, "kl_per_dim": 1.5}


def test_scores_are_compared_on_the_images_that_both_finished() -> None:
    rows = [make_row(f"{i}", "a", lpips=0.1) for i in range(10)] + [make_row("hard", "a", lpips=5.0)]
    rows += [make_row(f"{i}", "b", lpips=0.2) for i in range(10)] + [make_row("hard", "b", status="failed")]
    found = {c["metric"]: c for c in overview(rows, "a", "b").comparisons}["J"]
    assert found["n"] == 10
    assert found["mean_difference"] == pytest.approx(-0.1)
    assert found["verdict"] == "a"
