"""The columns of the summary table: one row, and it is in the page, the pasted tables, the terminal and the CSV."""

from __future__ import annotations

import csv
import io

from vaelab.report.formats.table import render
from vaelab.report.formats.terminal import outcome_table
from vaelab.report.quantities import NARROW, PUBLISHED, QUANTITIES
from vaelab.report.run.data import RunData


def test_every_row_stands_in_every_format(photo_run: RunData, photo_page: str) -> None:
    header = next(csv.reader(io.StringIO(render(photo_run, "csv"))))
    markdown, pasted = render(photo_run, "md").splitlines()[0], render(photo_run, "tsv").splitlines()[0]
    for quantity in QUANTITIES:
        label = quantity.column.label
        assert label.replace("_", "\\_") in markdown
        assert label in pasted.split("\t")
        assert quantity.column.description.split("'")[0] in photo_page
        assert all(header.count(name) == 1 for name in quantity.csv({}))
    titles = " ".join(str(column.header) for column in outcome_table(photo_run.summary).columns)
    assert all(
        (quantity in NARROW) == (quantity.column.label + " " in f"{titles} ") for quantity in QUANTITIES[3:]
    )


def test_a_pasted_table_begins_with_the_headlines_in_their_order() -> None:
    places = [quantity.headline for quantity in PUBLISHED]
    ranked = [place for place in places if place]
    assert ranked == sorted(ranked)
    assert not any(places[len(ranked) :])
    assert set(PUBLISHED) == set(QUANTITIES)
    assert [quantity.column.name for quantity in PUBLISHED] == [
        "J", "L_perc", "psnr", "ssim", "rho_G", "rho_C", "gamma", "b", "delta_norm", "ms",
    ]  # fmt: skip
