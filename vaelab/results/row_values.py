"""The numbers of many rows column by column, and one row of them seen as a mapping: 8 bytes a number, where a dictionary takes 50."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from vaelab.results.records import Row

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

LARGEST_INT = 2**53 - 1
"""The largest whole number that a float64 tells from the next one."""


@dataclass(frozen=True, slots=True, eq=False)
class ValueTable:
    """Numbers of many rows.

    Attributes:
        columns: name to (rows,) float64, NaN where a row has no value.
        whole: name to (rows,) bool: which of these were written as whole numbers; columns without any are left out.
    """

    columns: Mapping[str, Floats]
    whole: Mapping[str, Mask]

    def with_column(self, name: str, values: Floats) -> ValueTable:
        """Return the same with one column replaced, or added; (rows,) float64."""
        whole = {key: mask for key, mask in self.whole.items() if key != name}
        return ValueTable({**self.columns, name: values}, whole)


class RowValues(Mapping[str, float | int]):
    """One row of a table, as ``Row.values``: the columns that have a value."""

    __slots__ = ("place", "table")

    def __init__(self, table: ValueTable, place: int) -> None:
        self.table = table
        self.place = place

    def __getitem__(self, name: str) -> float | int:
        value = self.table.columns[name].item(self.place)
        if value != value:
            raise KeyError(name)
        whole = self.table.whole.get(name)
        return int(value) if whole is not None and whole[self.place] else float(value)

    def __iter__(self) -> Iterator[str]:
        place = self.place
        return (name for name, values in self.table.columns.items() if not math.isnan(values.item(place)))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return repr(dict(self))


def columns_of(rows: Sequence[Row], names: Sequence[str]) -> dict[str, Floats]:
    """Return columns of rows by name, each (rows,) float64, NaN where there is no value."""
    return dict(each_column(rows, names))


def each_column(rows: Sequence[Row], names: Sequence[str]) -> Iterator[tuple[str, Floats]]:
    """Yield columns of rows, one after another, so that not all of a large run are held twice.

    Rows that were read from one file have them in one table, so that nothing is looked up row by row.

    Yields:
        Name and (rows,) float64, NaN where there is no value.
    """
    table = table_of(rows)
    if table is not None:
        places = places_in_table(rows)
        for name in names:
            values = table.columns.get(name)
            yield name, np.full(len(rows), math.nan) if values is None else values[places]
        return
    found = np.full((len(names), len(rows)), math.nan)
    for place, row in enumerate(rows):
        get = row.values.get
        found[:, place] = [math.nan if (value := get(name)) is None else value for name in names]
    yield from zip(names, found, strict=True)


def table_of(rows: Sequence[Row]) -> ValueTable | None:
    """Return the one table that the values of all rows are in; None where there is no such."""
    first = rows[0].values if rows else None
    if not isinstance(first, RowValues):
        return None
    table = first.table
    same = all(isinstance(row.values, RowValues) and row.values.table is table for row in rows)
    return table if same else None


def places_in_table(rows: Sequence[Row]) -> npt.NDArray[np.intp]:
    """Return where the values of each row are in their table, (rows,); only for rows that :func:`table_of` knows one of."""
    return np.fromiter((row.values.place for row in rows), np.intp, len(rows))  # type: ignore[attr-defined]


def with_values(rows: Sequence[Row], name: str, values: Floats, changed: Mask) -> tuple[Row, ...]:
    """Return rows with one column replaced where it changed; the others are the same objects.

    Args:
        rows: any.
        name: of the column.
        values: (rows,) float64; NaN takes the value away.
        changed: (rows,) which rows to replace.
    """
    where: list[int] = np.flatnonzero(changed).tolist()
    found = list(rows)
    table = table_of(rows)
    if table is not None:
        # One more column for all of them, in a table of its own; the rows that stay keep theirs.
        size = max((len(values) for values in table.columns.values()), default=0)
        column = table.columns.get(name, np.full(size, math.nan)).copy()
        column[places_in_table([rows[place] for place in where])] = values[where]
        new = table.with_column(name, column)
        for place in where:
            found[place] = replace(rows[place], values=RowValues(new, rows[place].values.place))  # type: ignore[attr-defined]
        return tuple(found)
    for place in where:
        value = float(values[place])
        found[place] = replace(
            rows[place], values={**rows[place].values, name: None if math.isnan(value) else value}
        )
    return tuple(found)
