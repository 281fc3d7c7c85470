"""How long the statistics of a large run take: intervals of 10 000 resamples, every two VAEs compared in every column.

Seconds of one core, so that what else the machine does counts little. The named alternative is a bootstrap-t that resamples
one column at a time with NumPy; it is timed on one column and multiplied by their number.

    python benchmarks/summary.py [--images 2000] [--vaes 5]
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from vaelab.metrics.registry import all_columns
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable
from vaelab.results.summary import summarize
from vaelab.settings import WEIGHT_NAMES


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--images", type=int, default=2000)
    parser.add_argument("--vaes", type=int, default=5)
    chosen = parser.parse_args()
    rng = np.random.default_rng(0)
    names = [column.name for column in all_columns()]
    labels = [f"vae{number}" for number in range(chosen.vaes)]
    rows = []
    for image in range(chosen.images):
        for label in labels:
            values = dict(zip(names, rng.uniform(0.5, 1.5, len(names)).tolist(), strict=True))
            rows.append(Row(f"{image}.png", label, 512, 512, "ok", values=values))

    # As the reader of a run folder and a run that goes on have them.
    rows = RowTable.of(rows)
    start = time.process_time()
    found = summarize(rows, labels, {}, dict.fromkeys(WEIGHT_NAMES, 1.0), marker=True)
    ours = time.process_time() - start

    column = rng.uniform(0.5, 1.5, chosen.images)
    start = time.process_time()
    for _ in range(1000):
        sample = column[rng.integers(0, chosen.images, chosen.images)]
        (sample.mean() - column.mean()) / (sample.std(ddof=1) / chosen.images**0.5)
    one = 10 * (time.process_time() - start)
    columns = len(labels) * len(names) + len(found.comparisons)
    print(f"{chosen.vaes} VAEs × {chosen.images} images, {len(found.comparisons)} comparisons: {ours:.1f} s")
    print(
        f"one column at a time: {columns} × {one:.2f} s = {columns * one:.0f} s, {columns * one / ours:.0f}×"
    )


if __name__ == "__main__":
    main()
