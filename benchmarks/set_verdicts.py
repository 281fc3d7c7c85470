"""How often the verdict "memorised" is right: honest generators and copiers, simulated. ``python benchmarks/set_verdicts.py``."""

from __future__ import annotations

import argparse
import sys

import numpy as np

from vaelab.report.words.sets import UNAUTHENTIC, is_memorised
from vaelab.sets.compare import Reference
from vaelab.sets.statistics import statistics_of
from vaelab.sets.table import network


def authenticity(seed: int, directions: int, n: int, copied: float) -> dict[str, float]:
    """The entry of a generator that draws from the real distribution, ``copied`` of whose pictures are real ones with noise."""
    generator = np.random.default_rng(seed)
    real, other = (np.zeros((n, 256), np.float32) for _ in range(2))
    real[:, :directions], other[:, :directions] = generator.normal(size=(2, n, directions))
    some = generator.random(n) < copied
    other[some] = real[generator.integers(0, n, some.sum())]
    other[some, :directions] += 0.01 * generator.normal(size=(some.sum(), directions))
    names = [f"{number:064x}" for number in range(n)]
    reference = Reference(network("alexnet"), statistics_of(real, names), lambda: None)
    return reference.compare(statistics_of(other, names), paired=False)[0]["authenticity_alexnet"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=40)
    repeats = parser.parse_args().repeats
    print("directions |   n | copied | authenticity | under 0.5 | said to be memorised")
    for directions in (2, 4, 16, 64):
        for n in (80, 300):
            for copied in (0.0, 0.3, 0.8):
                found = [authenticity(seed, directions, n, copied) for seed in range(repeats)]
                mean = np.mean([entry["value"] for entry in found])
                under = np.mean([entry["value"] < UNAUTHENTIC for entry in found])
                said = np.mean([is_memorised(entry) for entry in found])
                print(f"{directions:10} | {n:3} | {copied:6.0%} | {mean:12.2f} | {under:9.0%} | {said:.0%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
