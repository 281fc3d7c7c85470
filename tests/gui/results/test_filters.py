"""Filter expressions: what they keep, what they refuse, that nothing is executed."""

from __future__ import annotations

import contextlib

import numpy as np
import pytest
from counted_calls import counted
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vaelab.errors import UsageError
from vaelab.gui.main_window import MainWindow
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.results.images.filter_completion import completions
from vaelab.gui.results.images.filters import parse
from vaelab.gui.results.images.quick_filters import Chip, mask
from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.widgets.navigation import Page
from vaelab.metrics.registry import all_columns
from vaelab.results.records import Row


@pytest.fixture
def model(qapp: object) -> RowsModel:
    model = RowsModel(all_columns())
    model.append(
        [
            Row(
                "cat 01.png",
                "mini",
                512,
                512,
                "ok",
                "",
                values={"lpips": 0.10, "gradient_ratio": 0.8, "score": 0.3},
            ),
            Row(
                "cat 01.png",
                "linear",
                512,
                512,
                "ok",
                "",
                values={"lpips": 0.02, "gradient_ratio": 1.3, "score": 0.4},
            ),
            Row("sign.jpg", "mini", 300, 512, "ok", "a note", values={"lpips": 0.30, "score": 0.9}),
            Row("sign.jpg", "linear", None, None, "failed", "truncated", values={}),
        ]
    )
    return model


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("lpips > 0.05", [0, 2]),
        ('lpips > 0.05 and vae == "mini"', [0, 2]),
        ("not lpips > 0.05", [1, 3]),
        ("0.01 < lpips < 0.2", [0, 1]),
        ("abs(rho_G - 1) > 0.19", [0, 1]),
        ("gradient_ratio < 1 or score > 0.8", [0, 2]),
        ("status = 'failed'", [3]),
        ("'CAT' in image", [0, 1]),
        ("'cat' not in image", [2, 3]),
        ("LPIPS*2 > 0.5", [2]),
        ("-lpips < -0.2", [2]),
        ("width != height", [2]),
        ("J < 0.35", [0]),
        ("sign", [2, 3]),
        ("01 LIN", [1]),
        ("trunc", [3]),
        ("failed", [3]),
        ("not failed and lpips < 0.2", [0, 1]),
        ("cat and dog", []),
        ("cat of 01", []),
    ],
)
def test_an_expression_keeps_the_rows_it_describes(model: RowsModel, text: str, kept: list[int]) -> None:
    keep = parse(text, model)
    assert keep is not None
    assert np.flatnonzero(keep(model)).tolist() == kept


@pytest.mark.parametrize(
    "text",
    [
        "lpips >",
        "lips > 1",
        "__import__('os').system('x') == 1",
        "lpips.real > 1",
        "(lambda: 1)() > 0",
        "[1 for _ in '1'] == 1",
        "vae > 'a'",
        "vae == 1",
        "lpips == 'a'",
        "lpips ** 9 > 1",
        "open('x') == 1",
        "True == lpips",
        "lpips > 1 if 1 else 2 > 1",
        "1 in lpips",
        "(" * 300 + "lpips > 1",
        "lpips > " + "1" * 600,
        "lpips > " + "9" * 400,
        "lpips > " + "-" * 300 + "1",
        "lpips > 1 and not " + "not " * 60 + "failed",
        "failed == 1",
    ],
)
def test_what_is_no_filter_is_refused_in_a_sentence(model: RowsModel, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(text, model)
    assert len(str(caught.value)) > 10


def test_a_wrong_name_is_met_with_the_nearest_right_one(model: RowsModel) -> None:
    with pytest.raises(UsageError, match="lpips"):
        parse("lipps > 0.1", model)


def test_an_empty_filter_keeps_everything(model: RowsModel) -> None:
    assert parse("   ", model) is None


def test_hundred_thousand_rows_are_filtered_all_at_once(qapp: object) -> None:
    model = RowsModel(all_columns())
    model.append(
        [Row(f"{i}.png", "ab"[i % 2], 8, 8, "ok", values={"lpips": i % 97 / 97}) for i in range(100_000)]
    )
    keep = parse('lpips > 0.5 and vae == "a"', model)
    _, calls = counted(lambda: model.set_filter(keep))
    assert model.rowCount() == sum(1 for i in range(100_000) if i % 97 / 97 > 0.5 and i % 2 == 0)
    assert calls < 2 * 100_000  # at most one a row, for the words of a column


def test_chips_keep_what_they_say(model: RowsModel) -> None:
    assert np.flatnonzero(mask(Chip.FAILED, model, "score")).tolist() == [3]
    assert np.flatnonzero(mask(Chip.WORST, model, "lpips")).tolist() == [0, 1, 2]
    model.toggle_flag("cat 01.png")
    assert np.flatnonzero(mask(Chip.FLAGGED, model, "score")).tolist() == [0, 1]


def test_disagree_keeps_the_images_that_rank_vaes_against_the_means(qapp: object) -> None:
    model = RowsModel(all_columns())
    for image, (a, b) in {"usual": (0.1, 0.5), "other": (0.4, 0.2), "same": (0.2, 0.9)}.items():
        model.append(
            [Row(image, vae, 8, 8, "ok", values={"lpips": value}) for vae, value in (("a", a), ("b", b))]
        )
    assert np.flatnonzero(mask(Chip.DISAGREE, model, "lpips")).tolist() == [2, 3]


# Hostile input

_PIECES = st.sampled_from(
    [
        *[
            "lpips",
            "vae",
            "image",
            "failed",
            "excluded",
            "rho_g",
            "J",
            "and",
            "or",
            "not",
            "in",
            "abs(",
            "(",
            ")",
            "[",
            "]",
            "<",
            "<=",
            "==",
            "=",
            "!=",
            "+",
            "-",
            "*",
            "/",
            "**",
            "//",
        ],
        *[
            "%",
            ".",
            ",",
            ":",
            "'a'",
            '"mini"',
            "'",
            '"',
            "\\",
            "0.1",
            "1e999",
            "1_0",
            "0x1f",
            "1j",
            "nan",
            "lambda",
            "if",
            "else",
            "for",
            "await",
            "f'{1}'",
            "b'1'",
            "\x00",
            "é",
        ],
        "\n",
    ]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(
        st.text(max_size=60),
        st.lists(_PIECES, max_size=14).map(" ".join),
        st.lists(_PIECES, max_size=14).map("".join),
    )
)
def test_whatever_is_typed_filters_or_is_refused_in_a_sentence(model: RowsModel, text: str) -> None:
    keep = None
    with contextlib.suppress(UsageError):
        keep = parse(text, model)
    if keep is not None:
        found = keep(model)
        assert found.shape == (4,)
        assert found.dtype == bool


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="lpvae =\"'\\(1.", max_size=30), cursor=st.integers(0, 31))
def test_completion_survives_whatever_is_typed(text: str, cursor: int) -> None:
    found = completions(text, cursor, ["lpips", "vae"], ["mini", 'we"ird'])
    assert 0 <= found.start <= len(text[:cursor])


def test_a_warning_of_pythons_is_no_ones_business(model: RowsModel) -> None:
    keep = parse("lpips > 0.05and vae == 'mini'", model)
    assert keep is not None
    assert np.flatnonzero(keep(model)).tolist() == [0, 2]


# What is offered while one types


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("lp", 0, ("lpips", "lpips_vgg")),
        ("lpips > 0.1 and gradient_ra", 16, ("gradient_ratio",)),
        ("vae == ", 7, ('"mini"', '"sd xl"')),
        ('vae == "s', 7, ('"sd xl"',)),
        ("vae = '", 6, ("'mini'", "'sd xl'")),
        ('"cat', 4, ()),
        ("lpips > 0.1", 11, ()),
        ("xyz", 0, ()),
        ("", 0, ()),
    ],
)
def test_names_and_labels_are_offered_where_they_fit(text: str, start: int, words: tuple[str, ...]) -> None:
    found = completions(text, len(text), ["lpips", "lpips_vgg", "gradient_ratio", "vae"], ["mini", "sd xl"])
    assert found.words == words
    assert not words or found.start == start


def test_typing_and_tab_complete_a_whole_filter(finished: MainWindow, qtbot: QtBot) -> None:
    finished.navigation.turn_to(Page.IMAGES)
    line = finished.images.filter
    line.setFocus()
    qtbot.keyClicks(line, "lpi")
    assert line.offers.popup().isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "lpips"
    qtbot.keyClicks(line, ' > 0.05 and vae == "jp')
    assert line.offers.popup().isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == 'lpips > 0.05 and vae == "jpeg:75"'
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert finished.rows.rowCount() == 6
    assert finished.rows.row_at(0).vae == "jpeg:75"


def test_what_is_wrong_is_said_in_place_and_the_rows_stay(finished: MainWindow, qtbot: QtBot) -> None:
    finished.navigation.turn_to(Page.IMAGES)
    line = finished.images.filter
    line.setText("lipps > 0.1")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert finished.images.bar.problem.isVisible()
    assert "lpips" in finished.images.bar.problem.text()
    assert finished.rows.rowCount() == 18
    line.clear()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not finished.images.bar.problem.isVisible()


def test_the_ten_worst_are_the_ten_worst_of_all_that_have_come(qapp: object) -> None:
    model = RowsModel(all_columns())
    rows = [Row(f"{i:02d}", "a", 8, 8, "ok", values={"lpips": (i * 7 % 40) / 40}) for i in range(40)]
    model.append(rows[:20])
    model.set_filter(lambda m: mask(Chip.WORST, m, "lpips"), settling=True)
    model.append(rows[20:])
    model.settle()
    shown = {model.row_at(line).image for line in range(model.rowCount())}
    assert shown == {row.image for row in sorted(rows, key=lambda row: -row.values["lpips"])[:10]}
    # An excluded image has been dealt with: the next worst takes its place.
    worst = max(rows, key=lambda row: row.values["lpips"]).image
    model.toggle_excluded(worst)
    shown = {model.row_at(line).image for line in range(model.rowCount())}
    assert worst not in shown
    assert len(shown) == 10


def test_rows_that_the_filter_hides_are_announced_and_counted(qapp: object) -> None:
    model = RowsModel(all_columns())
    tab = ImagesTab(model)
    model.set_filter(lambda m: np.zeros(len(m.rows()), dtype=bool))
    grown: list[int] = []
    model.grown.connect(lambda: grown.append(len(model.rows())))
    model.append([Row("a", "v", 8, 8, "ok")])
    assert grown == [1]
    assert tab.count.text() == "0 of 1 row"
    tab.deleteLater()
