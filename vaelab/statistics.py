"""Means with intervals, and paired comparisons, over the images of a run: vectorized, with a fixed seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

Floats = npt.NDArray[np.float64]
Weights = npt.NDArray[np.float32]

RESAMPLES = 10_000
SEED = 0
# About 16 MB of counts at a time, so that memory does not grow with the number of images.
_CHUNK_ELEMENTS = 1_000_000


@dataclass(frozen=True)
class Bootstrap:
    """Bootstrapped means of many columns at once (Efron 1979), all from the same resamples of images.

    Every resample draws n images with replacement; a column's mean in it is taken over the drawn images that have a value
    (not NaN). Since all columns share the draws, differences between them are paired.

    Attributes:
        means: column name to its bootstrapped means, (resamples,) float64.
    """

    means: Mapping[str, Floats]

    @classmethod
    def of(cls, columns: Mapping[str, Floats], resamples: int = RESAMPLES, seed: int = SEED) -> Bootstrap:
        """Resample.

        Args:
            columns: name to (n,) float64 with NaN where an image has no value; all of one length, no infinity.
            resamples: how often to draw.
            seed: of the generator.
        """
        names = list(columns)
        if not names or not len(columns[names[0]]):
            return cls({name: np.empty(0) for name in names})
        data = np.stack([columns[name] for name in names], axis=1)
        present = ~np.isnan(data)
        # Centred and scaled, so that float32 products keep six digits of the spread and not of the value.
        centre = np.where(
            present.any(axis=0), np.nanmean(np.where(present.any(axis=0), data, 0.0), axis=0), 0.0
        )
        spread = np.where(present, np.abs(np.nan_to_num(data - centre)), 0.0).max(axis=0)
        spread[spread == 0] = 1.0
        scaled = np.where(present, np.nan_to_num((data - centre) / spread), 0.0).astype(np.float32)
        # Most columns have values for the same images: each pattern of missing values is counted once.
        patterns: dict[bytes, int] = {}
        which = [patterns.setdefault(column.tobytes(), len(patterns)) for column in present.T]
        masks = np.stack([np.frombuffer(pattern, dtype=bool) for pattern in patterns], axis=1)
        # While a codec keeps all cores busy, a second BLAS thread waits for its turn at every product: 25 times as long.
        with threadpool_limits(1, user_api="blas"):
            sums, counts = _weighted_sums(scaled, masks.astype(np.float32), resamples, seed)
        with np.errstate(invalid="ignore", divide="ignore"):
            means = centre + spread * (sums / counts[:, which])
        return cls({name: means[:, index] for index, name in enumerate(names)})


def _weighted_sums(data: Weights, masks: Weights, resamples: int, seed: int) -> tuple[Floats, Floats]:
    count = len(data)
    generator = np.random.default_rng(seed)
    step = max(1, min(resamples, _CHUNK_ELEMENTS // count))
    sums, counts = [], []
    for start in range(0, resamples, step):
        size = min(step, resamples - start)
        drawn = generator.integers(0, count, size=(size, count), dtype=np.int32)
        drawn += np.arange(size, dtype=np.int32)[:, None] * np.int32(count)
        weights = np.bincount(drawn.ravel(), minlength=size * count).reshape(size, count).astype(np.float32)
        sums.append((weights @ data).astype(np.float64))
        counts.append((weights @ masks).astype(np.float64))
    return np.concatenate(sums), np.concatenate(counts)


def interval(samples: Floats) -> list[float] | None:
    """Return the central 95 % of bootstrapped values, None where there are none."""
    finite = samples[np.isfinite(samples)]
    if not len(finite):
        return None
    low, high = np.percentile(finite, (2.5, 97.5))
    return [float(low), float(high)]


def describe(values: Floats, boot: Floats) -> dict[str, Any] | None:
    """Return mean, std, median, min, max, p05, p95, ci95, n, n_infinite of one column; None where it has no value.

    Infinite values (the PSNR of identical images) count in ``n`` and ``n_infinite``; whatever they make infinite is
    None, since JSON has no word for it. ``std`` is that of the sample (n − 1), 0 for a single image.

    Args:
        values: (n,) float64, NaN where an image has no value.
        boot: the column's bootstrapped means; ignored where a value is infinite.
    """
    known = values[~np.isnan(values)]
    if not len(known):
        return None
    infinite = int(np.isinf(known).sum())
    # "lower" and "higher" neighbours of an infinite percentile would make NaN; the nearest value does not.
    method = "linear" if not infinite else "inverted_cdf"
    p05, median, p95 = np.percentile(known, (5, 50, 95), method=method)  # type: ignore[call-overload]
    return {
        "mean": None if infinite else float(known.mean()),
        "std": None if infinite else float(known.std(ddof=1)) if len(known) > 1 else 0.0,
        "median": _finite(median),
        "min": _finite(known.min()),
        "max": _finite(known.max()),
        "p05": _finite(p05),
        "p95": _finite(p95),
        "ci95": None if infinite else interval(boot),
        "n": len(known),
        "n_infinite": infinite,
    }


def _finite(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
