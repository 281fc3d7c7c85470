"""From the rows of a run to its summary: standard deviation, speed, latents, other weights, checked against sums by hand."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest
from runs.result_rows import ONE, make_row, overview, rows_of

from vaelab.metrics.latent import LatentHealth, image_values
from vaelab.results.summary import rescored, reweighed, with_results
from vaelab.settings import RunSettings
from vaelab.vae.base import LatentFacts


def frame(*labels: str, **settings: Any) -> dict[str, Any]:
    """What a summary holds before anything is computed."""
    facts = {"error": None, "baseline": False, "precision": "fp32", "source": "x", "notes": []}
    return {
        "state": "finished",
        "settings": RunSettings(images=("x",), vaes=labels, out="out").to_json() | settings,
        "protocol": {},
        "vaes": {label: dict(facts) for label in labels},
    }


def test_one_image_has_no_spread_and_no_interval() -> None:
    found = overview([make_row("a", "v")], "v").vaes["v"]
    for metric in found["metrics"].values():
        assert (metric["std"], metric["ci95"], metric["n"]) == (None, None, 1)
    assert found["J_ci95"] is None
    json.dumps(found, allow_nan=False)


def test_psnr_of_a_black_picture_among_others() -> None:
    rows = [make_row(f"{i}", "v", psnr=psnr) for i, psnr in enumerate((math.inf, 30.0, 34.0))]
    found = overview(rows, "v").vaes["v"]["metrics"]["psnr"]
    assert (found["mean"], found["n"], found["n_infinite"]) == (32.0, 3, 1)


def test_speed_per_megapixel() -> None:
    speed = overview([make_row("a", "v")], "v").vaes["v"]["speed"]
    assert speed == {
        "images_per_s": 25.0,
        "encode_ms_per_mp": 2000.0,
        "decode_ms_per_mp": 6000.0,
        "n": 1,
    }


def test_the_warm_up_is_left_out_of_the_speed_and_of_the_times() -> None:
    """The first batch is the rows before any with other times."""
    rows = [make_row(f"{i}.png", "v", encode_ms=900.0 if i < 2 else 10.0 + i / 8) for i in range(10)]
    found = overview(rows, "v").vaes["v"]
    encode = [10 + i / 8 for i in range(2, 10)]
    assert found["speed"]["encode_ms_per_mp"] == pytest.approx(sum(encode) / (8 * 0.005))
    assert found["speed"]["images_per_s"] == pytest.approx(8000 / (sum(encode) + 8 * 30))
    assert found["speed"]["n"] == 8
    assert found["metrics"]["encode_ms"]["mean"] == pytest.approx(np.mean(encode))
    assert found["metrics"]["lpips"]["n"] == 10


def test_excluding_the_first_image_makes_no_other_the_warm_up() -> None:
    rows = [make_row(f"{i}.png", "v", encode_ms=900.0 if i == 0 else 10.0 + i) for i in range(8)]
    whole = with_results(frame("v"), rows, {}, 100)["vaes"]["v"]["metrics"]["encode_ms"]
    without = with_results(frame("v"), rows, {}, 100, excluded=["0.png"])["vaes"]["v"]["metrics"]["encode_ms"]
    assert (whole["n"], without["n"]) == (7, 7)
    assert whole["mean"] == without["mean"]


def test_a_run_that_was_cut_off_holds_no_vae_for_one_that_failed() -> None:
    """Killed in the middle of a batch of eight: b has had its turn on three of them."""
    rows = rows_of("a", [0.1] * 16) + rows_of("b", [0.2] * 11)
    found = with_results(frame("a", "b") | {"state": "unfinished"}, rows, {}, 100)
    assert found["common"]["n"] == 11
    assert [found["vaes"][label]["apart"] for label in ("a", "b")] == [None, None]
    assert found["ranking"][0]["letters"] == "a"


def test_other_weights_give_the_summary_of_a_run_with_them() -> None:
    rng = np.random.default_rng(0)
    rows = rows_of("a", rng.uniform(0.1, 0.2, 9), color_ratio=0.5)
    rows += rows_of("b", rng.uniform(0.3, 0.4, 9), color_ratio=0.9)
    own = with_results(frame("a", "b"), rows, {}, 500)
    weights = {**ONE, "lpips": 2.0, "color": 0.0}
    whole = with_results(frame("a", "b"), rows, {}, 500, weights=weights)
    quick = reweighed(own, rows, weights, 500)
    assert quick == whole
    assert [entry["vae"] for entry in own["ranking"]] == ["b", "a"]
    assert [entry["vae"] for entry in quick["ranking"]] == ["a", "b"]
    assert own["weights"] == ONE
    assert own["settings"]["weights"] == ONE
    assert quick["weights"] == weights
    shown = rescored(rows, quick)
    assert [row.values["score"] for row in shown] == pytest.approx([2 * row.values["lpips"] for row in rows])


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
