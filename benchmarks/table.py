"""The table of images with 100 000 rows: sorting, filtering, scrolling, against QSortFilterProxyModel over the same model.

Wanted: a sort under 100 ms, a filter expression under 200 ms. The proxy is timed on fewer rows, since on all of them it takes
minutes, and scaled up: its sort by n·log n, its filter by n.

    python benchmarks/table.py [--rows 100000] [--proxy-rows 5000]
"""

from __future__ import annotations

import argparse
import math
import os
import time
from collections.abc import Callable

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt

from vaelab.gui.app import make_application
from vaelab.gui.models.roles import NUMBER_ROLE
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.results.images.filters import parse
from vaelab.gui.results.images.tab import ImagesTab
from vaelab.gui.style import theme
from vaelab.metrics.registry import all_columns
from vaelab.results.records import Row

FILTER = 'lpips > 0.05 and vae == "two"'
LABELS = ("one", "two", "three")


class Proxy(QSortFilterProxyModel):
    """The filter expression by hand, a row at a time."""

    def __init__(self, lpips: int, vae: int) -> None:
        super().__init__()
        self._lpips, self._vae, self.on = lpips, vae, False

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        if not self.on:
            return True
        model = self.sourceModel()
        value = model.data(model.index(row, self._lpips), NUMBER_ROLE)
        return value is not None and value > 0.05 and model.data(model.index(row, self._vae)) == "two"


def made_up(number: int) -> list[Row]:
    rng = np.random.default_rng(0)
    names = [column.name for column in all_columns()]
    table = rng.uniform(0.0, 1.0, (number, len(names))).tolist()
    return [
        Row(f"{i // 3:06d}.png", LABELS[i % 3], 8, 8, "ok", values=dict(zip(names, values, strict=True)))
        for i, values in enumerate(table)
    ]


def best(work: Callable[[int], object], times: int) -> float:
    """The shortest of several runs, ms."""
    found = []
    for number in range(times):
        start = time.perf_counter()
        work(number)
        found.append(1000 * (time.perf_counter() - start))
    return min(found)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--proxy-rows", type=int, default=5_000)
    chosen = parser.parse_args()
    app = make_application([])
    theme.apply(app, "light")
    rows = made_up(chosen.rows)

    model = RowsModel(all_columns())
    tab = ImagesTab(model)
    tab.resize(700, 800)
    tab.show()
    start = time.perf_counter()
    model.append(rows)
    print(f"{chosen.rows} rows taken in: {1000 * (time.perf_counter() - start):.0f} ms at once")
    app.processEvents()
    viewport, bar = tab.table.viewport(), tab.table.verticalScrollBar()

    def sort(number: int) -> None:
        model.sort_by(model.column_of("lpips"), descending=bool(number % 2))

    def sort_and_paint(number: int) -> None:
        sort(number)
        viewport.repaint()

    def keep(_: int) -> None:
        model.set_filter(parse(FILTER, model))
        viewport.repaint()

    def by_image(number: int) -> None:
        model.sort_by(model.column_of("image"), descending=bool(number % 2))

    def scroll(number: int) -> None:
        bar.setValue((number * 7919 * 31) % max(bar.maximum(), 1))
        viewport.repaint()

    ours = best(sort, 7)
    verdict(f"sort by LPIPS: {ours:.1f} ms, and repaint {best(sort_and_paint, 7):.1f} ms", ours < 100)
    words = best(by_image, 3)
    verdict(f"sort by image name: {words:.1f} ms", words < 100)
    filtering = best(keep, 5)
    verdict(
        f"filter {FILTER!r} and repaint: {filtering:.1f} ms, {model.rowCount()} rows stay", filtering < 200
    )
    model.set_filter(None)
    jumps = [best(scroll, 1) for _ in range(5)] + [best(lambda _, n=n: scroll(n), 1) for n in range(60)]
    p50, p99 = np.percentile(jumps[5:], (50, 99))
    verdict(f"scroll to anywhere and repaint: p50 {p50:.1f} ms, p99 {p99:.1f} ms", p50 < 1000 / 60)

    few = RowsModel(all_columns())
    few.append(rows[: chosen.proxy_rows])
    proxy = Proxy(few.column_of("lpips"), few.column_of("vae"))
    proxy.setSortRole(NUMBER_ROLE)
    proxy.setSourceModel(few)
    proxy_sort = best(lambda number: proxy.sort(few.column_of("lpips"), list(Qt.SortOrder)[number % 2]), 2)

    def filter_by_proxy(number: int) -> None:
        proxy.on = not number % 2
        proxy.invalidateFilter() if not hasattr(proxy, "endFilterChange") else _refilter(proxy)

    proxy.sort(-1)
    proxy_filter = best(filter_by_proxy, 1)
    scale = chosen.rows / chosen.proxy_rows
    sort_scale = scale * math.log(chosen.rows) / math.log(chosen.proxy_rows)
    print(
        f"QSortFilterProxyModel, {chosen.proxy_rows} rows: sort {proxy_sort:.0f} ms, filter {proxy_filter:.0f} ms; "
        f"scaled to {chosen.rows}: {proxy_sort * sort_scale / 1000:.1f} s and {proxy_filter * scale / 1000:.1f} s"
    )
    print(
        f"ratio: sort {proxy_sort * sort_scale / ours:.0f}×, filter {proxy_filter * scale / filtering:.0f}×"
    )
    tab.hide()


def _refilter(proxy: QSortFilterProxyModel) -> None:
    proxy.beginFilterChange()
    proxy.endFilterChange()


def verdict(text: str, met: bool) -> None:
    print(text + ("" if met else "  target missed"))


if __name__ == "__main__":
    main()
