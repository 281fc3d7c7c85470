"""How long the statistics of a large run take: 10 000 images × 5 VAEs, 10 000 resamples, every two VAEs compared.

The named alternative is a bootstrap that resamples one column at a time with NumPy; it is timed on one column and multiplied.

    python benchmarks/summary.py [--images 10000] [--vaes 5]
"""

from __future__ import annotations

import argparse
import time

import numpy as np

from vaelab.metrics.registry import all_columns
from vaelab.records import Row
from vaelab.results.summary import summarize
from vaelab.settings import WEIGHT_NAMES


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--images", type=int, default=10_000)
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

    start = time.perf_counter()
    found = summarize(rows, labels, {}, dict.fromkeys(WEIGHT_NAMES, 1.0), marker=True)
    ours = time.perf_counter() - start

    column = rng.uniform(0.5, 1.5, chosen.images)
    start = time.perf_counter()
    for _ in range(1000):
        column[rng.integers(0, chosen.images, chosen.images)].mean()
    one = 10 * (time.perf_counter() - start)
    columns = len(labels) * len(names) + len(found.comparisons)
    print(
        f"{len(rows)} rows: {ours:.1f} s; one column at a time: {columns} × {one:.2f} s = {columns * one:.0f} s"
    )
    print(f"ratio: {columns * one / ours:.0f}×")


if __name__ == "__main__":
    main()
