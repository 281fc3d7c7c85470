"""The columnar table: rows go in and come out the same, snapshots stay, each (image, VAE) is taken in once."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from vaelab.results.records import Row
from vaelab.results.row_table import RowTable

_CELLS = st.one_of(st.none(), st.floats(allow_nan=False), st.integers(-(2**53) + 1, 2**53 - 1))
_ROWS = st.lists(
    st.builds(
        Row,
        image=st.sampled_from("abc"),
        vae=st.sampled_from("xy"),
        width=st.none() | st.integers(1, 9_999_999),
        height=st.none() | st.integers(1, 9_999_999),
        status=st.sampled_from(("ok", "failed")),
        note=st.sampled_from(("", "n")),
        values=st.dictionaries(st.sampled_from(("psnr", "lpips", "score")), _CELLS),
    ),
    max_size=12,
)


def known(row: Row) -> tuple[object, ...]:
    """A row, with the kind of each number."""
    values = {name: repr(value) for name, value in sorted(row.values.items()) if value is not None}
    return row.key, row.width, row.height, row.status, row.note, values


@settings(max_examples=100, deadline=None)
@given(_ROWS, _ROWS)
def test_rows_come_out_as_they_went_in(first: list[Row], second: list[Row]) -> None:
    for later in (second, RowTable.of(second)):
        table = RowTable.of(first)
        table = table[:]  # as an earlier snapshot
        table.extend(later)
        assert [known(row) for row in table] == [known(row) for row in (*first, *second)]
        assert table.used("image") == list(dict.fromkeys(row.image for row in (*first, *second)))


@settings(max_examples=100, deadline=None)
@given(_ROWS, _ROWS)
def test_each_image_and_vae_is_added_once(first: list[Row], second: list[Row]) -> None:
    wanted: dict[tuple[str, str], Row] = {}
    for row in (*first, *second):
        wanted.setdefault(row.key, row)
    for kind in (list, RowTable.of):
        table = RowTable(("lpips",))
        table.add(kind(first))
        start = len(table)
        assert table.add(kind(second)) == range(start, len(wanted))
        assert [known(row) for row in table] == [known(row) for row in wanted.values()]
        assert table.where() == {key: place for place, key in enumerate(wanted)}


def row(number: int, **values: float) -> Row:
    return Row(f"{number}.png", "one", 8, 8, "ok", values=values)


@settings(max_examples=100, deadline=None)
@given(_ROWS, _ROWS)
def test_the_place_of_a_row_is_that_of_the_index_before_and_after_it_is_made(
    first: list[Row], second: list[Row]
) -> None:
    table = RowTable.of(first)
    table.extend(second)
    keys = {row.key for row in (*first, *second)} | {("none", "of these")}
    before = {key: table.place_of(*key) for key in keys}
    assert before == {key: table.where().get(key) for key in keys}
    assert before == {key: table.place_of(*key) for key in keys}
    assert table.has_each_once() == (len(table.where()) == len(table))


def test_a_snapshot_stays_while_the_table_goes_on() -> None:
    table = RowTable()
    table.extend([row(number, score=0.5) for number in range(3)])
    before = table.snapshot()
    table.extend([row(number, score=1.0, lpips=2.0) for number in range(3, 5000)])
    table.replace_column("score", np.full(5000, 9.0))
    assert [each.values for each in before] == [{"score": 0.5}] * 3
    assert table[-1].values == {"score": 9.0, "lpips": 2.0}


def test_other_numbers_in_a_column_leave_the_first_table_as_it_is() -> None:
    table = RowTable.of([row(0, score=1), row(1, score=2), row(2)])
    changed = table.with_column("score", np.array([5.0, math.nan, 7.0]), np.array([False, True, True]))
    assert [dict(each.values) for each in changed] == [{"score": 1}, {}, {"score": 7.0}]
    assert type(changed[0].values["score"]) is int
    assert [dict(each.values) for each in table] == [{"score": 1}, {"score": 2}, {}]


def test_words_of_rows_that_are_gone_are_not_taken_over() -> None:
    table = RowTable.of([row(number) for number in range(4)]).select([3, 1])
    other = RowTable()
    other.extend(table)
    assert list(other.words["image"]) == other.used("image") == table.used("image") == ["3.png", "1.png"]
