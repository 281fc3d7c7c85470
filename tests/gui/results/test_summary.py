"""The table of VAEs: marks, order, differences, weights."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from window.fakes import FakeEngine

from vaelab.gui.main_window import MainWindow
from vaelab.gui.models.cell_colors import DistanceRange, steps
from vaelab.gui.models.live_means import LiveMeans
from vaelab.gui.models.roles import HEAT_ROLE, MARK_ROLE, UNDER_ROLE
from vaelab.gui.widgets.navigation import Page
from vaelab.metrics.registry import column as column_named
from vaelab.report.words.numbers import short


@pytest.fixture
def engine() -> FakeEngine:
    """Eight images: enough to decide among three VAEs."""
    return FakeEngine(images=8)


def column(window: MainWindow, name: str) -> int:
    return [item.column.name for item in window.summary_model.quantities].index(name) + 1


def cell(window: MainWindow, label: str, name: str, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    model = window.summary_model
    return model.index(model.labels().index(label), column(window, name)).data(role)


def settled(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until what is shown is by the weights and exclusions in force."""
    qtbot.waitUntil(lambda: not window.controllers.run_view.busy, timeout=20_000)


def test_the_engines_summary_is_what_is_shown(finished: MainWindow) -> None:
    data = finished.run_model.data
    assert data is not None
    assert finished.summary_model.labels() == ["identity", "blur:2", "jpeg:75"]
    for label in finished.summary_model.labels():
        assert cell(finished, label, "L_perc") == short(data.vaes[label]["L_perc"])
    assert cell(finished, "identity", "psnr") == "∞"


def test_best_and_second_best_are_marked_by_distance_to_the_ideal(finished: MainWindow) -> None:
    marks = [cell(finished, label, "L_perc", MARK_ROLE) for label in ("identity", "blur:2", "jpeg:75")]
    assert marks == [1, 2, 0]
    assert cell(finished, "identity", "psnr", MARK_ROLE) == 1


def test_live_means_equal_the_final_ones(finished: MainWindow) -> None:
    data = finished.run_model.data
    assert data is not None
    labels = tuple(data.vaes)
    live = LiveMeans(finished.rows).summary(labels, {}, data.weights, marker=True)
    assert live["common"]["n"] == data.summary["common"]["n"]
    assert live["common"]["J"] == data.summary["common"]["J"]
    for label, final in data.vaes.items():
        entry = live["vaes"][label]
        for name in ("images_ok", "images_failed", "n"):
            assert entry[name] == final[name]
        for name in ("L_perc", "rho_G", "rho_C", "b", "gamma", "J"):
            assert entry[name] == pytest.approx(final[name])
        assert entry["J_terms"] == pytest.approx(final["J_terms"])


def test_weights_rank_anew_at_once_without_a_run(finished: MainWindow, qtbot: QtBot) -> None:
    model = finished.summary_model
    before = {label: model.entry(label)["J"] for label in model.labels()}
    for name, spin in finished.summary.weights.items():
        spin.setValue(3.0 if name == "lpips" else 0.0)
    settled(finished, qtbot)
    for label in model.labels():
        assert model.entry(label)["J"] == pytest.approx(3.0 * model.entry(label)["J_terms"]["lpips"])
    assert "other weights than the run's own" in finished.summary.basis.text()
    assert str(cell(finished, "jpeg:75", "J", UNDER_ROLE)).startswith("[")
    qtbot.mouseClick(finished.summary.reset, Qt.MouseButton.LeftButton)
    settled(finished, qtbot)
    assert {label: model.entry(label)["J"] for label in model.labels()} == pytest.approx(before)
    assert "other weights" not in finished.summary.basis.text()


def test_differences_to_a_baseline_carry_sign_and_verdict(finished: MainWindow) -> None:
    finished.summary.choose_baseline("blur:2")
    data = finished.run_model.data
    assert data is not None
    difference = data.vaes["jpeg:75"]["L_perc"] - data.vaes["blur:2"]["L_perc"]
    under = str(cell(finished, "jpeg:75", "L_perc", UNDER_ROLE))
    assert under.startswith(f"+{short(difference)}")
    difference_line, wins_line = under.splitlines()
    assert difference_line.endswith("▼")
    wins = sum(
        finished.rows.row_of((image, "jpeg:75")).values["lpips"]
        < finished.rows.row_of((image, "blur:2")).values["lpips"]
        for image in finished.rows.images()
    )
    assert wins_line == f"{wins} of 8"
    assert str(cell(finished, "identity", "L_perc", UNDER_ROLE)).splitlines()[0].endswith("▲")
    assert str(cell(finished, "identity", "L_perc", UNDER_ROLE)).splitlines()[1] == "8 of 8"
    assert "after Holm" in str(cell(finished, "jpeg:75", "L_perc", Qt.ItemDataRole.ToolTipRole))
    assert cell(finished, "blur:2", "L_perc", UNDER_ROLE) == ""


def test_a_click_on_a_header_sorts_best_first_and_again_worst_first(finished: MainWindow) -> None:
    table = finished.summary.table
    table.header_clicked.emit(column(finished, "L_perc"))
    assert finished.summary_model.labels()[0] == "identity"
    table.header_clicked.emit(column(finished, "L_perc"))
    assert finished.summary_model.labels()[0] == "jpeg:75"


def test_choosing_a_vae_shows_the_same_image_through_it(finished: MainWindow) -> None:
    image = finished.viewer.row.image if finished.viewer.row else ""
    finished.summary.table.selectRow(1)
    assert finished.viewer.row is not None
    assert finished.viewer.row.image == image
    assert finished.viewer.row.vae == finished.summary_model.labels()[1]


def test_screen_readers_hear_value_direction_and_mark(finished: MainWindow) -> None:
    text = str(cell(finished, "identity", "L_perc", Qt.ItemDataRole.AccessibleTextRole))
    assert "LPIPS" in text
    assert "lower is better" in text
    assert "best" in text


def test_places_among_all_are_heard(finished: MainWindow) -> None:
    heard = {
        label: str(cell(finished, label, "L_perc", Qt.ItemDataRole.AccessibleTextRole))
        for label in finished.summary_model.labels()
    }
    assert heard["identity"] == "LPIPS 0, lower is better, best of 3"
    assert heard["blur:2"].endswith("second best of 3")
    assert heard["jpeg:75"].endswith("place 3 of 3")


def test_a_vae_that_is_not_compared_stands_below_the_others(finished: MainWindow) -> None:
    data = finished.run_model.data
    assert data is not None
    vaes = {label: dict(vae) for label, vae in data.vaes.items()}
    vaes["identity"] |= {"apart": "it finished 2 of the 8 images that others finished"}
    finished.summary_model.show(dict(data.summary) | {"vaes": vaes})
    assert finished.summary_model.labels() == ["blur:2", "jpeg:75", "identity"]
    finished.summary_model.set_heat(True)
    assert cell(finished, "identity", "L_perc", HEAT_ROLE) is None
    heard = str(cell(finished, "blur:2", "L_perc", Qt.ItemDataRole.AccessibleTextRole))
    assert heard.endswith("best of 2")


def test_weights_are_exact_though_their_boxes_round(finished: MainWindow) -> None:
    weights = {"lpips": 0.00049, "gradient": 250.0, "color": 0.125}
    finished.summary.show_weights(weights)
    changed: list[dict[str, float]] = []
    finished.summary.weights_changed.connect(changed.append)
    finished.summary.weights["drift"].setValue(2.0)
    assert changed[-1] == {**weights, "drift": 2.0, "brightness": 1.0, "contrast": 1.0}


# Colours


def test_colours_are_off_until_wanted_and_their_legend_has_numbers(
    finished: MainWindow, qtbot: QtBot
) -> None:
    finished.navigation.turn_to(Page.SUMMARY)
    assert cell(finished, "blur:2", "L_perc", HEAT_ROLE) is None
    assert not finished.summary.heat_legend.isVisible()
    qtbot.mouseClick(finished.summary.heat, Qt.MouseButton.LeftButton)
    finished.summary.table.header_clicked.emit(column(finished, "L_perc"))
    legend = finished.summary.heat_legend
    assert legend.isVisible()
    worst = finished.summary_model.entry("jpeg:75")["L_perc"]
    assert legend.words == ("LPIPS", short(worst), "0")
    colors = [cell(finished, label, "L_perc", HEAT_ROLE)[0] for label in ("identity", "blur:2", "jpeg:75")]  # type: ignore[index]
    assert colors[0].lightnessF() > colors[1].lightnessF() > colors[2].lightnessF()
    # What is best is bright in every column, whichever way is better.
    for name in ("rho_G", "b"):
        assert cell(finished, "identity", name, HEAT_ROLE)[0] == steps(2)[1]  # type: ignore[index]


@pytest.mark.parametrize("value", [-0.3, 0.0, 0.07, 0.5, 1.4])
def test_words_on_colours_are_readable(value: float) -> None:
    background, words = DistanceRange(best=0.0, worst=1.0).colors(value)  # type: ignore[misc]
    light, dark = sorted((luminance(background), luminance(words)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(color: QColor) -> float:
    parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_scales_are_of_distances_from_what_is_wanted() -> None:
    ratio, psnr = (column_named(name) for name in ("gradient_ratio", "psnr"))
    found = DistanceRange.of(ratio.distance(np.array([0.9, 1.3, np.nan])))
    assert found == DistanceRange(best=pytest.approx(0.1), worst=pytest.approx(0.3))  # type: ignore[arg-type]
    assert DistanceRange.of(psnr.distance(np.array([20.0, 40.0, np.inf]))) == DistanceRange(
        best=-40.0, worst=-20.0
    )
    assert DistanceRange.of(np.array([np.nan])) is None
    assert DistanceRange.of(ratio.distance(np.array([0.9, 1.1]))) is None


# Words


def test_the_profile_has_its_thresholds_at_hand(finished: MainWindow) -> None:
    model = finished.summary_model
    index = model.index(model.labels().index("jpeg:75"), model.profile_column)
    shown = f"{index.data()} · {index.data(UNDER_ROLE)}"
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole))
    for aspect in ("fidelity", "sharpness", "contrast", "colour", "stability"):
        assert aspect in shown
        assert aspect in tip
    assert tip.count("≤") == 25
    assert "very good ≤ 0.045" in tip
