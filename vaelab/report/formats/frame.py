"""The rows of a run as a pandas frame, for users and for the writers of Parquet and XLSX. pandas is imported when one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from vaelab import __version__
from vaelab.metrics.registry import all_columns
from vaelab.report.run.data import RunData
from vaelab.results.row_table import SIDES, TEXTS, RowTable, in_order
from vaelab.run_folder.row_lines import header

if TYPE_CHECKING:
    import pandas

_CATEGORIES = ("image", "vae", "note")


def frame_of(run: RunData) -> pandas.DataFrame:
    """Return the rows of a run as a frame: one row an image × VAE, the columns of ``per_image.csv`` in their order.

    ``image``, ``vae``, ``status`` and ``note`` are categories, ``width`` and ``height`` are ``Int32`` (px, none where an image
    could not be read), paths and the hash are text, empty where there is none, and every other column is float64, NaN where
    there is no value. ``attrs`` says ``version``, ``weights`` (λ of J, by which ``score`` is), and for each measured column
    its unit, direction and ideal: ``units``, ``directions``, ``ideals``.
    """
    import pandas

    table = run.table
    frame = pandas.DataFrame({name: _column(table, name) for name in header()})
    columns = all_columns()
    frame.attrs = {
        "version": __version__,
        "weights": dict(run.weights),
        "units": {column.name: column.unit for column in columns},
        "directions": {column.name: column.better for column in columns},
        "ideals": {column.name: column.ideal for column in columns},
    }
    return frame


def _column(table: RowTable, name: str) -> Any:
    import pandas

    if name == "status":
        return pandas.Categorical.from_codes(table.failed().astype(np.int8), categories=["ok", "failed"])
    if name in _CATEGORIES:
        used, which = in_order(table.codes(name))
        return pandas.Categorical.from_codes(
            which, categories=[table.words[name].list[code] for code in used]
        )
    if name in TEXTS:
        return pandas.array(table.texts(name), dtype="string")
    if name in SIDES:
        sides = table.codes(name)
        return pandas.arrays.IntegerArray(sides.copy(), sides < 0)
    return table.column(name)
