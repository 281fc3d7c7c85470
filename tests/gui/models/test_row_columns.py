"""The columns before the metrics: one row, and it has a header, a cell, an order, room and a word in filters."""

from __future__ import annotations

import numpy as np
import pytest

from vaelab.gui.models.row_columns import LEADING_COLUMNS, LeadingColumn, state_icons
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.results.images.filters import parse
from vaelab.gui.style.icons import pixmap
from vaelab.metrics.registry import all_columns
from vaelab.results.records import Row

ROWS = [
    Row("b.png", "x", 8, 8, "ok"),
    Row("a.png", "y", 8, 8, "failed", note="it broke"),
    Row("c.png", "x", 8, 8, "ok", note="resized"),
]
CELLS = {
    "number": ["1", "2", "3"],
    "image": ["b.png", "a.png", "c.png"],
    "vae": ["x", "y", "x"],
    "status": ["ok", "failed", "note"],
}
ORDER = {"number": [0, 1, 2], "image": [1, 0, 2], "vae": [0, 2, 1], "status": [1, 2, 0]}


@pytest.mark.parametrize("column", LEADING_COLUMNS, ids=lambda column: column.name)
def test_a_row_is_a_whole_column(column: LeadingColumn, qapp: object) -> None:
    model = RowsModel(all_columns())
    model.append(ROWS)
    place = model.column_of(column.name)
    assert model.index(0, place).data() == CELLS[column.name][0]
    assert [column.text(model, where) for where in range(3)] == CELLS[column.name]
    assert np.argsort(column.keys(model), kind="stable").tolist() == ORDER[column.name]
    assert column.width > 0
    assert RowsModel.is_right(place) == column.right
    if column.word:
        own = str(getattr(ROWS[1], column.name))
        keep = parse(f'{column.name} == "{own}"', model)
        assert keep is not None
        assert keep(model).tolist() == [False, True, False]


def test_the_signs_of_a_state_are_drawn_and_no_letter_of_a_font(qapp: object) -> None:
    model = RowsModel(all_columns())
    model.append(ROWS)
    assert [state_icons(model, where) for where in range(3)] == [(), ("warning",), ("info",)]
    model.toggle_excluded("c.png")
    model.toggle_flag("c.png")
    model.toggle_flag("b.png")
    assert [state_icons(model, where) for where in range(3)] == [
        ("flag",),
        ("warning",),
        ("flag", "excluded"),
    ]
    status = model.column_of("status")
    assert [model.text(line, status) for line in range(3)] == ["flagged", "failed", "excluded"]
    for name in ("flag", "warning", "excluded", "info"):
        drawn = pixmap(name, "#ff0000", 16, 1.0).toImage()
        assert any(drawn.pixelColor(x, y).alpha() > 0 for x in range(16) for y in range(16)), name
