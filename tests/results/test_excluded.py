"""A summary without some of its images: the same as of a run that never had them, and it says so wherever it goes."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest

from vaelab.metrics.registry import all_columns
from vaelab.report.compare_runs import compare_runs
from vaelab.report.formats.table import render
from vaelab.report.run.data import RunData
from vaelab.report.words.differences import image_differences, protocol_differences
from vaelab.report.words.headline import verdict
from vaelab.report.words.protocol import image_count
from vaelab.results.records import Row
from vaelab.results.summary import EXCLUDED, with_results
from vaelab.settings import RunSettings


def rows(number: int = 12) -> list[Row]:
    rng = np.random.default_rng(1)
    names = [column.name for column in all_columns()]
    return [
        Row(
            f"image {image}.png", vae, 8, 8, "ok", image_sha256=f"{image:064x}",
            values=dict(zip(names, (place + rng.uniform(0.1, 1.0, len(names))).tolist(), strict=True)),
        )
        for image in range(number)
        for place, vae in enumerate(("a", "b"))
    ]  # fmt: skip


def frame(listed: int) -> dict[str, object]:
    facts = {"error": None, "baseline": False, "precision": "fp32", "source": "x", "notes": []}
    return {
        "state": "finished",
        "settings": RunSettings(images=("x",), vaes=("a", "b"), out="out").to_json(),
        "protocol": {"marker": None, "metrics": []},
        "environment": {},
        "images": {"listed": listed, "skipped": []},
        "vaes": {"a": dict(facts), "b": dict(facts)},
    }


@pytest.fixture
def excluded() -> RunData:
    kept = tuple(row for row in rows() if row.image not in ("image 3.png", "image 7.png"))
    summary = with_results(
        frame(12), rows(), {}, resamples=100, excluded=["image 7.png", "image 3.png", "no such"]
    )
    return RunData(None, summary, kept)


def test_everything_is_as_if_the_images_had_never_been_there(excluded: RunData) -> None:
    never = with_results(frame(12), excluded.rows, {}, resamples=100)
    assert excluded.summary == {**never, EXCLUDED: ["image 3.png", "image 7.png"]}
    assert never["vaes"]["a"]["images_ok"] == 10
    assert image_count(excluded) == 10


def test_a_summary_without_exclusions_does_not_mention_them() -> None:
    once = with_results(frame(12), rows(), {}, resamples=100, excluded=["image 3.png"])
    assert EXCLUDED in once
    assert EXCLUDED not in with_results(once, rows(), {}, resamples=100)


@pytest.mark.parametrize("fmt", ["html", "md", "bbcode", "tsv"])
def test_what_is_pasted_says_how_many_and_which(excluded: RunData, fmt: str) -> None:
    text = render(excluded, fmt)  # type: ignore[arg-type]
    assert "computed without 2 excluded images" in text
    assert "image 3.png" in text
    assert "image 7.png" in text
    assert "2 excluded images are left out" in verdict(excluded)


def test_files_name_every_excluded_image(excluded: RunData) -> None:
    assert json.loads(render(excluded, "json"))[EXCLUDED] == ["image 3.png", "image 7.png"]
    for line in csv.DictReader(io.StringIO(render(excluded, "csv"))):
        assert line["images_excluded"] == "2"
        assert line["excluded"] == "image 3.png; image 7.png"


def test_a_run_with_and_one_without_exclusions_are_compared_over_the_images_in_common(
    excluded: RunData,
) -> None:
    whole = RunData(None, with_results(frame(12), rows(), {}, resamples=100), tuple(rows()))
    assert protocol_differences([whole, excluded]) == []
    (said,) = image_differences([whole, excluded])
    assert "10 in common, 2 more in" in said
    found = compare_runs([whole, excluded], ["whole", "part"])
    assert {line.n for line in found.table.lines} == {10}


def test_comparisons_count_on_how_many_images_each_is_better(excluded: RunData) -> None:
    table = {(row.image, row.vae): row.values for row in excluded.rows}
    images = list(dict.fromkeys(row.image for row in excluded.rows))
    found = {item["metric"]: item for item in excluded.summary["comparisons"]}
    for name, distance in (
        ("lpips", lambda v: v),
        ("ssim", lambda v: -v),
        ("gradient_ratio", lambda v: abs(v - 1)),
    ):
        a_better = sum(distance(table[i, "a"][name]) < distance(table[i, "b"][name]) for i in images)
        assert (found[name]["a_better"], found[name]["b_better"]) == (a_better, len(images) - a_better)
    ratio = found["gradient_ratio"]
    expected = np.mean(
        [abs(table[i, "a"]["gradient_ratio"] - 1) - abs(table[i, "b"]["gradient_ratio"] - 1) for i in images]
    )
    assert ratio["mean_distance_difference"] == pytest.approx(expected)
    low, high = ratio["distance_ci95"]
    assert low < expected < high
    assert "a_better" not in found["gradient_energy_reconstruction"]
