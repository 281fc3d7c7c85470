"""Whether two VAEs differ: the paired sign-flip permutation test (Fisher 1935), and Holm's correction (Holm 1979).

If two VAEs were equal, each image's difference could as well have the other sign. The p-value is the share of all sign
patterns whose mean is at least as far from 0 as the one that was observed.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

from vaelab.arrays import Float32, Floats
from vaelab.memory import usable_cores

ALPHA = 0.05
"""Two VAEs are apart where the corrected p-value is below this."""
DRAWS, SEED = 100_000, 0
ENOUGH = 10_000
"""Hits after which no more patterns are drawn: the p-value is at least 0.1 then, whatever the others would show."""
MOST_FOR_EXACT, MOST_FOR_DRAWS = 16, 500
# Patterns and columns at a time: as many as a core's cache holds, and the same whatever else is tested.
_PATTERNS, _WIDTH = 2048, 96


def p_values(differences: Sequence[Floats]) -> list[float]:
    """Return the two-sided p-value of each set of paired differences; 1 where there is nothing to tell apart.

    Exact up to 16 images, from 100 000 random sign patterns up to 500 (fixed seed; the observed one counts among them:
    Phipson and Smyth 2010; fewer where 10 000 of them reached the observed mean, so that p is at least 0.1: Besag and
    Clifford 1991), and the paired t test above, which then agrees. A p-value depends on the differences alone,
    neither on their order nor on which VAE comes first.

    Args:
        differences: each (n,) float64, finite.
    """
    found = [1.0] * len(differences)
    by_count: dict[int, list[int]] = {}
    for place, values in enumerate(differences):
        if len(values) and np.any(values):
            by_count.setdefault(len(values), []).append(place)
    for count, places in by_count.items():
        if count > MOST_FOR_DRAWS:
            for place in places:
                found[place] = _student(differences[place])
            continue
        # Sizes in descending order: which image has which, and which sign, does not matter then.
        sizes = np.stack([-np.sort(-np.abs(differences[place])) for place in places], axis=1)
        sums = np.array([abs(float(differences[place].sum())) for place in places])
        for place, p in zip(places, _shares(sizes, sums), strict=True):
            found[place] = p
    return found


def _shares(sizes: Floats, sums: Floats) -> list[float]:
    """Return the p-value of each column from the sizes of its differences, largest first, and their observed sums.

    Args:
        sizes: (n, columns).
        sums: (columns,), not negative.
    """
    count, number = sizes.shape
    scale = sizes.sum(axis=0)
    # Sums of the same sizes in another order differ by rounding; what is equal must count as equal.
    reached = _next_float32(sums / scale - 1e-6)
    relative = (sizes / scale).astype(np.float32)
    exact = count <= MOST_FOR_EXACT
    # A pattern and its mirror image are equally far from 0: half of the patterns are enough.
    patterns = 2 ** (count - 1) if exact else DRAWS
    generator = np.random.default_rng(SEED)
    hits = np.zeros(number, np.int64)
    tried = np.full(number, patterns)
    going_on = np.arange(number)
    blocks = _blocks(relative)
    with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(_threads(number)) as pool:
        for start in range(0, patterns, _PATTERNS):
            size = min(_PATTERNS, patterns - start)
            if exact:
                numbers = np.arange(start, start + size, dtype=np.int64)[:, None]
                bits = (numbers >> np.arange(count)) & 1
            else:
                bits = generator.integers(0, 2, (size, count), dtype=np.int8)
            signs = (1 - 2 * bits).astype(np.float32)
            found = pool.map(partial(_hits, signs), blocks, _split(reached[going_on]))
            hits[going_on] += np.concatenate(list(found))
            clear = hits[going_on] >= ENOUGH
            if not exact and clear.any():
                tried[going_on[clear]] = start + size
                going_on = going_on[~clear]
                if not len(going_on):
                    break
                blocks = _blocks(relative[:, going_on])
    if exact:
        return [float(each) / patterns for each in hits]
    return [(1.0 + float(each)) / (1.0 + of) for each, of in zip(hits, tried.tolist(), strict=True)]


def _threads(columns: int) -> int:
    """Threads are for many VAEs: while a run goes on, a codec has use for the other cores."""
    return usable_cores() if columns > 10 * _WIDTH else 1


def _blocks(relative: Float32) -> list[Float32]:
    """Columns in blocks of always as many: what a product rounds does not depend on how many others there are then."""
    count, number = relative.shape
    whole = np.zeros((count, -(-number // _WIDTH) * _WIDTH), np.float32)
    whole[:, :number] = relative
    return [np.ascontiguousarray(block) for block in np.split(whole, whole.shape[1] // _WIDTH, axis=1)]


def _split(values: Float32) -> list[Float32]:
    return [values[start : start + _WIDTH] for start in range(0, len(values), _WIDTH)]


def _hits(signs: Float32, block: Float32, reached: Float32) -> npt.NDArray[np.uint16]:
    """How many patterns take each column of a block at least as far from 0 as was observed."""
    flipped = signs @ block
    np.abs(flipped, out=flipped)
    hits: npt.NDArray[np.uint16] = (flipped[:, : len(reached)] >= reached).sum(axis=0, dtype=np.uint16)
    return hits


def _next_float32(values: Floats) -> Float32:
    """The least float32 that is not below each value."""
    found = values.astype(np.float32)
    below = found < values
    found[below] = np.nextafter(found[below], np.float32(np.inf))
    return found


def _student(values: Floats) -> float:
    from scipy.special import stdtr  # as in intervals: not with the window's start

    count = len(values)
    error = float(values.std(ddof=1)) / count**0.5
    if error == 0.0:
        return 0.0
    return float(2.0 * stdtr(count - 1, -abs(float(values.mean())) / error))


def sign_test(positive: int, negative: int) -> float:
    """Return the two-sided p-value of so many differences of either sign; 1 where there are none."""
    from scipy.special import bdtr  # as in intervals: not with the window's start

    count = positive + negative
    if not count:
        return 1.0
    return min(1.0, 2.0 * float(bdtr(min(positive, negative), count, 0.5)))


def holm(p: Sequence[float]) -> list[float]:
    """Return p-values corrected for being read together, in the order they came in: step-down, at most 1."""
    corrected = [1.0] * len(p)
    largest = 0.0
    for rank, place in enumerate(sorted(range(len(p)), key=lambda place: p[place])):
        largest = max(largest, min(1.0, (len(p) - rank) * p[place]))
        corrected[place] = largest
    return corrected


def fewest_images(pairs: int) -> int:
    """Return the least number of images at which anything can be decided among so many pairs: 2·pairs/2ⁿ < 0.05."""
    count = 1
    while 2.0 * max(pairs, 1) / 2.0**count >= ALPHA:
        count += 1
    return count
