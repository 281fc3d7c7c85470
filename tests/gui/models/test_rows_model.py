"""The table of images: sorting, filtering, growing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from counted_calls import counted
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from vaelab.gui.models.live_means import LiveMeans
from vaelab.gui.models.roles import NUMBER_ROLE
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.results.table_view import ResultTable
from vaelab.gui.style import theme
from vaelab.metrics.registry import all_columns
from vaelab.results.records import Row
from vaelab.settings import WEIGHT_NAMES

ONE = dict.fromkeys(WEIGHT_NAMES, 1.0)


def rows(number: int, vaes: tuple[str, ...] = ("a",)) -> list[Row]:
    found = []
    for image in range(number):
        for vae in vaes:
            values = {"lpips": (image * 7 % 11) / 10, "gradient_ratio": 0.5 + image / number}
            values |= {"psnr": float("inf")} if image == 2 else {"psnr": 20.0 + image}
            if image == 3:
                values = {}
            found.append(Row(f"{image:06d}.png", vae, 8, 8, "ok", values=values))
    return found


@pytest.fixture
def model(qapp: object) -> RowsModel:
    return RowsModel(all_columns())


def column(model: RowsModel, name: str) -> list[float | None]:
    place = model.column_of(name)
    return [model.index(line, place).data(NUMBER_ROLE) for line in range(model.rowCount())]


@pytest.mark.parametrize("descending", [False, True])
def test_sorting_puts_missing_values_last_in_both_directions(model: RowsModel, descending: bool) -> None:
    model.append(rows(8))
    model.sort_by(model.column_of("lpips"), descending=descending)
    values = column(model, "lpips")
    assert values[-1] is None
    known = [value for value in values[:-1] if value is not None]
    assert known == sorted(known, reverse=descending)
    assert len(known) == 7


def test_worst_first_means_farthest_from_the_ideal_on_either_side(model: RowsModel) -> None:
    model.append(rows(8))
    model.sort_by(model.column_of("gradient_ratio"), descending=True, by_distance=True)
    values = [value for value in column(model, "gradient_ratio") if value is not None]
    distances = [abs(value - 1.0) for value in values]
    assert distances == sorted(distances, reverse=True)
    assert min(values) < 1 < max(values)


def test_worst_first_of_a_column_where_high_is_good_starts_with_the_lowest(model: RowsModel) -> None:
    model.append(rows(8))
    model.sort_by(model.column_of("psnr"), descending=True, by_distance=True)
    values = column(model, "psnr")
    assert values[0] == 20.0
    assert values[-2] == float("inf")


def test_the_selected_row_stays_the_same_row_through_sort_and_filter(model: RowsModel) -> None:
    model.append(rows(8))
    held = QPersistentModelIndex(model.index(5, 1))
    model.sort_by(model.column_of("lpips"), descending=True)
    assert model.row_at(held.row()).image == "000005.png"
    model.set_filter(lambda m: m.values("lpips") >= 0)
    assert model.row_at(held.row()).image == "000005.png"
    model.set_filter(lambda m: m.values("lpips") < -1)
    assert not held.isValid()


def test_rows_that_arrive_while_filtered_and_sorted_find_their_place(model: RowsModel) -> None:
    first, second = rows(8)[:4], rows(8)[4:]
    model.append(first)
    model.set_filter(lambda m: m.values("lpips") > 0.15)
    model.sort_by(model.column_of("lpips"))
    model.append(second)
    model.settle()
    values = column(model, "lpips")
    assert values == sorted(value for value in values if value is not None)
    expected = sorted(row.values["lpips"] for row in rows(8) if row.values.get("lpips", 0) > 0.15)
    assert values == expected


def test_a_row_is_taken_once(model: RowsModel) -> None:
    model.append(rows(4))
    model.append(rows(4))
    assert model.rowCount() == 4


def test_growing_inserts_only_the_new_lines(model: RowsModel) -> None:
    spans = []
    model.rowsInserted.connect(lambda _, first, last: spans.append((first, last)))
    model.append(rows(8)[:3])
    model.append(rows(8)[3:])
    assert spans == [(0, 2), (3, 7)]


def test_hundred_thousand_rows_are_sorted_all_at_once(model: RowsModel) -> None:
    number = 100_000
    model.append(
        [Row(str(i), "a", 8, 8, "ok", values={"lpips": (i * 7919 % 10007) / 10007}) for i in range(number)]
    )
    model.sort_by(model.column_of("psnr"), descending=True)
    _, calls = counted(lambda: model.sort_by(model.column_of("lpips"), descending=False))
    assert model.rowCount() == number
    assert calls < number / 100


def test_infinite_values_are_shown_as_such_and_missing_ones_as_a_dash(model: RowsModel) -> None:
    model.append(rows(8))
    psnr = model.column_of("psnr")
    assert model.index(2, psnr).data(Qt.ItemDataRole.DisplayRole) == "∞"
    assert model.index(3, psnr).data(Qt.ItemDataRole.DisplayRole) == "–"


def test_a_cell_is_heard_with_value_direction_and_place(model: RowsModel) -> None:
    model.append(
        [
            Row("x.png", vae, 8, 8, "ok", values={"lpips": value, "kl": 3.0})
            for vae, value in (("a", 0.3), ("b", 0.041), ("c", 0.2))
        ]
    )
    place = model.column_of("lpips")
    heard = [model.index(line, place).data(Qt.ItemDataRole.AccessibleTextRole) for line in range(3)]
    assert heard[1] == "LPIPS 0.0410, lower is better, best of 3"
    assert heard[2].endswith("second best of 3")
    assert heard[0].endswith("place 3 of 3")
    assert "of 3" not in model.index(0, model.column_of("kl")).data(Qt.ItemDataRole.AccessibleTextRole)


def test_states_sort_with_what_needs_a_look_first(model: RowsModel) -> None:
    model.append(
        [Row(name, "a", 8, 8, "failed" if name == "bad" else "ok") for name in ("x", "bad", "y", "z")]
    )
    model.toggle_flag("z")
    model.toggle_excluded("y")
    model.sort_by(model.column_of("status"))
    assert [model.row_at(line).image for line in range(4)] == ["bad", "y", "z", "x"]


def test_marks_of_images_that_come_later_hold(model: RowsModel) -> None:
    model.toggle_excluded("000005.png")
    model.append(rows(4))
    assert not model.excluded().any()
    model.append(rows(8))
    assert model.excluded().tolist() == [False] * 5 + [True, False, False]
    assert model.excluded_images() == 1


def test_a_batch_that_names_a_row_twice_keeps_the_first(model: RowsModel) -> None:
    model.append([Row("a", "v", 8, 8, "ok", "first"), Row("a", "v", 8, 8, "ok", "second")])
    assert [row.note for row in model.rows()] == ["first"]


def test_excluded_rows_are_struck_through(model: RowsModel, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    table = ResultTable(lines=1)
    table.setModel(model)
    model.append(rows(3))
    table.resize(500, 200)
    before = table.grab().toImage()
    model.toggle_excluded("000001.png")
    after = table.grab().toImage()
    top, height = table.rowViewportPosition(1) + table.horizontalHeader().height(), table.rowHeight(1)

    def changed(first: int, last: int) -> bool:
        return before.copy(0, first, 400, last - first) != after.copy(0, first, 400, last - first)

    assert changed(top, top + height)
    assert not changed(top - height, top)
    assert not changed(top + height, top + 2 * height)

    def longest_line(image: QImage) -> int:
        """Pixels of the longest horizontal line in the image's name that is not background."""
        left = table.columnViewportPosition(1) + 4
        longest = 0
        for y in range(top + 3, top + height - 3):
            run = 0
            for x in range(left, left + 80):
                run = run + 1 if image.pixelColor(x, y).lightnessF() < 0.85 else 0
                longest = max(longest, run)
        return longest

    assert longest_line(before) < 20
    assert longest_line(after) > 50
    table.deleteLater()


def test_means_of_rows_that_come_in_portions_are_those_of_all_common_images(model: RowsModel) -> None:
    means, all_rows = LiveMeans(model), rows(40, ("a", "b"))

    def vaes() -> dict[str, Any]:
        return means.summary(("a", "b"), {}, ONE, marker=False)["vaes"]

    for start in range(0, len(all_rows), 7):
        model.append(all_rows[start : start + 7])
        vaes()
    found = vaes()["b"]
    broken = {row.image for row in all_rows if row.status != "ok"}
    common = [row for row in all_rows if row.vae == "b" and row.image not in broken]
    lpips = [row.values["lpips"] for row in common if "lpips" in row.values]
    assert (found["n"], found["metrics"]["lpips"]["n"]) == (len(common), len(lpips))
    assert found["metrics"]["lpips"]["mean"] == pytest.approx(np.mean(lpips))
    finite = [row.values["psnr"] for row in common if np.isfinite(row.values.get("psnr", np.nan))]
    assert found["metrics"]["psnr"]["mean"] == pytest.approx(np.mean(finite))
    assert found["metrics"]["psnr"]["n_infinite"] == 1
    model.toggle_excluded("000002.png")
    left = vaes()["b"]
    assert left["n"] == len(common) - 1
    assert left["metrics"]["psnr"]["n_infinite"] == 0
    model.clear()
    model.append(all_rows[:4])
    assert vaes()["a"]["images_ok"] == 2


def test_an_image_counts_when_all_vaes_have_finished_it(model: RowsModel) -> None:
    means, all_rows = LiveMeans(model), rows(3, ("a", "b"))
    model.append(all_rows[:3])  # the second image has been through the first VAE alone
    found = means.summary(("a", "b"), {}, ONE, marker=False)
    assert [found["vaes"][label]["n"] for label in ("a", "b")] == [1, 1]
    assert found["common"]["left_out"] == [all_rows[2].image]
    assert found["comparisons"] == []
    # Nobody waits for a VAE that has failed for good.
    found = means.summary(("a", "b"), {}, ONE, marker=False, broken={"b"})
    assert found["vaes"]["a"]["n"] == 2
    assert found["vaes"]["b"]["apart"]


def test_a_vae_that_fails_on_most_images_does_not_shrink_the_live_set(model: RowsModel) -> None:
    means = LiveMeans(model)
    for image in range(8):
        for vae in ("a", "b", "c"):
            status = "failed" if vae == "c" and image > 1 else "ok"
            model.append(
                [Row(f"{image}.png", vae, 8, 8, status, values={"lpips": 0.1} if status == "ok" else {})]
            )
    found = means.summary(("a", "b", "c"), {}, ONE, marker=False)
    assert [found["vaes"][label]["n"] for label in ("a", "b", "c")] == [8, 8, 0]
    assert found["vaes"]["c"]["apart"]
