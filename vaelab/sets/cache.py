"""Statistics of real sets that were computed before, kept by content: the same pictures in the same network are not taken twice."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import zipfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from vaelab.arrays import Array
from vaelab.sets.inception_score import ClassSums
from vaelab.sets.moments import Moments
from vaelab.sets.statistics import SetStatistics

MOST_KEPT = 8
"""Sets that are kept; the one that was not used for longest goes first."""
_VERSION = 1
_MOST_BYTES = 2**30


def key_of(identity: str, preparation: str, pictures: Iterable[str]) -> str:
    """Return what a set's statistics are kept under.

    Args:
        identity: of the loaded network.
        preparation: how the pictures are brought to size, in any words.
        pictures: SHA-256 of the files, in any order; twins count twice.
    """
    digest = hashlib.sha256(f"{_VERSION}\n{identity}\n{preparation}\n".encode())
    for picture in sorted(pictures):
        digest.update(f"{picture}\n".encode())
    return digest.hexdigest()


def find(folder: Path, key: str, width: int) -> SetStatistics | None:
    """Return what is kept under a key; None where nothing is, or nothing that can be read.

    Args:
        folder: of the cache.
        key: as :func:`key_of` made it.
        width: numbers of a vector.
    """
    path = folder / f"{key}.npz"
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        # Opened here: of a file that it cannot read, np.load leaves the handle open.
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
            found = _from_arrays({name: file[name] for name in file.files}, width)
        os.utime(path)
    # Somebody else's file, half a file, one of another version: it is made anew.
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    return found


def keep(folder: Path, key: str, statistics: SetStatistics) -> None:
    """Keep statistics, and forget those that were not used for longest; a full disk is no error, for they can be made again."""
    buffer = io.BytesIO()
    np.savez(buffer, **_to_arrays(statistics))  # type: ignore[arg-type]  # the stubs take its flag for one of the arrays
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f".{key}.{os.getpid()}.tmp"
        try:
            part.write_bytes(buffer.getvalue())
            part.replace(folder / f"{key}.npz")
        finally:
            part.unlink(missing_ok=True)
        kept = sorted(folder.glob("*.npz"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in kept[MOST_KEPT:]:
            old.unlink(missing_ok=True)


def _to_arrays(statistics: SetStatistics) -> dict[str, Array]:
    return {
        "counts": np.array([fold.count for fold in statistics.folds]),
        "means": np.stack([fold.mean for fold in statistics.folds]),
        "scatters": np.stack([fold.scatter for fold in statistics.folds]),
        "vectors": statistics.vectors,
        "names": np.array(statistics.names, dtype="U64"),
        "class_counts": np.array([part.count for part in statistics.classes]),
        "class_sums": np.array([part.classes for part in statistics.classes]),
        "negentropies": np.array([part.negentropy for part in statistics.classes]),
    }


def _from_arrays(arrays: dict[str, Array], width: int) -> SetStatistics:
    """The statistics.

    Raises:
        ValueError, KeyError: they are none.
    """
    counts, means, scatters = arrays["counts"], arrays["means"], arrays["scatters"]
    vectors, names = arrays["vectors"], arrays["names"]
    numbers = (means, scatters, vectors, arrays["class_sums"], arrays["negentropies"])
    fits = (
        means.shape == (len(counts), width)
        and scatters.shape == (len(counts), width, width)
        and vectors.shape == (len(names), width)
        and len(counts) > 0
        and len(arrays["class_counts"]) == len(arrays["class_sums"]) == len(arrays["negentropies"])
        and all(np.isfinite(each).all() for each in numbers)
    )
    if not fits:
        raise ValueError("these are no statistics of such a set")
    return SetStatistics(
        tuple(
            Moments(int(count), np.asarray(mean, np.float64), np.asarray(scatter, np.float64))
            for count, mean, scatter in zip(counts, means, scatters, strict=True)
        ),
        np.asarray(vectors, np.float32),
        tuple(map(str, names)),
        tuple(
            ClassSums(int(count), np.asarray(sums, np.float64), float(negentropy))
            for count, sums, negentropy in zip(
                arrays["class_counts"], arrays["class_sums"], arrays["negentropies"], strict=True
            )
        ),
    )
