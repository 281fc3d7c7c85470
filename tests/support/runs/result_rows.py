"""Constructed rows for the tests of what rows say together: every column of J is there, and each value can be set."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vaelab.results.records import Row
from vaelab.results.summary import Overview, summarize
from vaelab.settings import WEIGHT_NAMES

ONE = dict.fromkeys(WEIGHT_NAMES, 1.0)
BASE: dict[str, float] = {
    "lpips": 0.1,
    "gradient_energy_original": 100.0,
    "gradient_energy_reconstruction": 100.0,
    "gradient_ratio": 1.0,
    "colors_original": 1000.0,
    "colors_reconstruction": 1000.0,
    "color_ratio": 1.0,
    "psnr": 30.0,
    "drift_r": 0.0,
    "drift_g": 0.0,
    "drift_b": 0.0,
    "brightness_bias": 0.0,
    "contrast_gain": 1.0,
    "marker_white_original": 1.0,
    "marker_black_original": 0.0,
    "marker_white_reconstruction": 1.0,
    "marker_black_reconstruction": 0.0,
    "encode_ms": 10.0,
    "decode_ms": 30.0,
}
MARKER_COLUMNS = tuple(
    name for name in BASE if name.startswith(("drift", "brightness", "contrast", "marker"))
)


def make_row(image: str, vae: str, status: str = "ok", *, content: str = "", **values: Any) -> Row:
    """Return a row of a 100 × 50 image; a ratio that is given alone fills what it is the ratio of.

    Args:
        image: its name.
        vae: label.
        status: ``ok`` or ``failed``; a failed row has no values.
        content: what the file holds, for its hash; its name when not given.
        values: instead of those of ``BASE``.
    """
    digest = hashlib.sha256((content or image).encode()).hexdigest()
    if status != "ok":
        return Row(image, vae, 100, 50, "failed", note="it failed", image_sha256=digest)
    found: dict[str, Any] = {**BASE, **values}
    for ratio, above, below in (
        ("gradient_ratio", "gradient_energy_reconstruction", "gradient_energy_original"),
        ("color_ratio", "colors_reconstruction", "colors_original"),
    ):
        if ratio in values and above not in values:
            found[above] = None if values[ratio] is None else values[ratio] * found[below]
        elif above in values or below in values:
            found[ratio] = found[above] / found[below]
    return Row(image, vae, 100, 50, "ok", image_sha256=digest, values=found)


def rows_of(vae: str, lpips: npt.ArrayLike | Sequence[float], **values: Any) -> list[Row]:
    """Return a row per LPIPS, of the images ``0.png``, ``1.png`` …"""
    return [
        make_row(f"{place}.png", vae, lpips=float(value), **values)
        for place, value in enumerate(np.asarray(lpips))
    ]


def overview(rows: Sequence[Row], *labels: str, marker: bool = True, **options: Any) -> Overview:
    """Summarize rows, all weights 1, with fewer resamples than a real run."""
    return summarize(rows, labels, {}, ONE, marker=marker, **{"resamples": 2000, **options})


def comparison_of(found: Overview, a: str, b: str, metric: str = "J") -> dict[str, Any]:
    """Return the comparison of two VAEs in a metric."""
    (entry,) = [
        dict(item) for item in found.comparisons if (item["a"], item["b"], item["metric"]) == (a, b, metric)
    ]
    return entry


def letters_of(found: Overview, key: str = "letters") -> dict[str, str]:
    """Return each ranked VAE's letters, in order of J."""
    return {entry["vae"]: entry[key] for entry in found.ranking}
