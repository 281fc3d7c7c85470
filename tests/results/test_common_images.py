"""Which images VAEs are compared on: those that all of them finished, each content once."""

from __future__ import annotations

import numpy as np
import pytest
from runs.result_rows import comparison_of, make_row, overview, rows_of

from vaelab.metrics.registry import all_columns
from vaelab.results.common_images import CommonImages, common_images
from vaelab.results.records import Row
from vaelab.results.row_columns import RowColumns


def common_of(rows: list[Row], *labels: str, **options: object) -> tuple[RowColumns, CommonImages]:
    columns = RowColumns.of(rows, labels, all_columns())
    return columns, common_images(columns, **options)  # type: ignore[arg-type]


def names_of(columns: RowColumns, common: CommonImages) -> list[str]:
    return [columns.images[place] for place in common.images]


def twenty_images_of_which_five_are_hard() -> list[Row]:
    """A finishes all; B is worse on the 15 that it finishes, and fails on the 5 on which A is far off."""
    rng = np.random.default_rng(0)
    easy, hard = rng.uniform(0.05, 0.15, 15), rng.uniform(0.8, 1.2, 5)
    rows = rows_of("A", [*easy, *hard])
    rows += [make_row(f"{place}.png", "B", lpips=value + 0.05) for place, value in enumerate(easy)]
    return rows + [make_row(f"{place}.png", "B", "failed") for place in range(15, 20)]


def test_failing_on_the_hard_images_does_not_win() -> None:
    found = overview(twenty_images_of_which_five_are_hard(), "A", "B")
    assert [entry["vae"] for entry in found.ranking] == ["A", "B"]
    assert found.common["n"] == found.common["J"]["n"] == 15
    for label, failed, own in (("A", 0, 20), ("B", 5, 15)):
        facts = found.vaes[label]
        assert (facts["n"], facts["images_failed"], facts["own"]["n"]) == (15, failed, own)
        assert {metric["n"] for metric in facts["metrics"].values()} == {15}
    entry = comparison_of(found, "A", "B")
    assert (entry["n"], entry["verdict"], entry["a_better"]) == (15, "a", 15)
    assert entry["mean_difference"] == pytest.approx(-0.05)
    # A's own mean over all that it finished stands beside.
    assert found.vaes["A"]["own"]["metrics"]["lpips"] > 2 * found.vaes["A"]["metrics"]["lpips"]["mean"]


def test_a_vae_that_finished_fewer_than_half_stands_apart() -> None:
    rows = rows_of("A", np.full(10, 0.2)) + rows_of("B", np.full(10, 0.3))
    rows += [make_row(f"{place}.png", "C", lpips=0.01) for place in range(4)]
    rows += [make_row(f"{place}.png", "C", "failed") for place in range(4, 10)]
    found = overview(rows, "A", "B", "C")
    assert found.common["n"] == 10
    assert [entry["vae"] for entry in found.ranking] == ["A", "B"]
    assert found.vaes["C"]["apart"] == "it finished 4 of the 10 images that others finished"
    assert (found.vaes["C"]["n"], found.vaes["A"]["n"]) == (4, 10)
    assert not [item for item in found.comparisons if "C" in (item["a"], item["b"])]
    # With one image more it is half of them, and all are compared on those.
    rows.append(make_row("4.png", "C", lpips=0.01))
    _, common = common_of([row for row in rows if row.image != "4.png" or row.status == "ok"], "A", "B", "C")
    assert (len(common.images), dict(common.apart)) == (5, {})


def test_ten_copies_of_one_picture_are_one() -> None:
    rows = [
        make_row(f"{place}.png", label, lpips=lpips, content="the same")
        for place in range(10)
        for label, lpips in (("A", 0.1), ("B", 0.2))
    ]
    found = overview(rows, "A", "B")
    assert found.common["n"] == found.vaes["A"]["n"] == 1
    assert found.common["copies"] == [f"{place}.png" for place in range(1, 10)]
    entry = comparison_of(found, "A", "B")
    assert (entry["n"], entry["p"], entry["verdict"], entry["ci95"]) == (1, 1.0, "tie", None)
    apart = overview([make_row(row.image, row.vae, **row.values) for row in rows], "A", "B")
    assert comparison_of(apart, "A", "B")["verdict"] == "a"


def test_the_first_copy_that_all_finished_counts() -> None:
    rows = [make_row("1.png", "A", "failed", content="x"), make_row("2.png", "A", content="x")]
    rows += [make_row("1.png", "B", content="x"), make_row("2.png", "B", content="x")]
    columns, common = common_of(rows, "A", "B")
    assert names_of(columns, common) == ["2.png"]
    assert common.copies == ()


def test_images_that_could_not_be_hashed_are_no_copies_of_one_another() -> None:
    rows = [Row(f"{place}.png", "A", 8, 8, "ok", values={"lpips": 0.1}) for place in range(3)]
    _, common = common_of(rows, "A")
    assert len(common.images) == 3


def test_while_a_run_goes_on_only_what_every_vae_has_had_its_turn_on_counts() -> None:
    rows = rows_of("A", [0.1, 0.2, 0.3]) + rows_of("B", [0.1])
    columns, common = common_of(rows, "A", "B", unfinished=True)
    assert names_of(columns, common) == ["0.png"]
    assert common.together == ("A", "B")
    # Its first batch is still under way: it is not held for one that failed.
    _, common = common_of(rows, "A", "B", "C", unfinished=True)
    assert (len(common.images), dict(common.apart)) == (0, {})
    # One that failed for good is not waited for.
    columns, common = common_of(rows, "A", "B", "C", unfinished=True, broken=["C"])
    assert names_of(columns, common) == ["0.png"]
    assert list(common.apart) == ["C"]


def test_a_finished_run_in_which_a_vae_has_no_row() -> None:
    _, common = common_of(rows_of("A", [0.1, 0.2]), "A", "B")
    assert common.together == ("A",)
    assert len(common.images) == 2
    _, alone = common_of([], "A")
    assert str(alone.apart["A"]) == "it finished no image that counts"
