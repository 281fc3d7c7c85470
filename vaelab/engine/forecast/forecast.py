"""What a run will take, before it starts: rows, time and memory. No torch, no image is opened.

Memory is the codec's activations, bytes = coefficient × H × W × bytes per number × batch (ComfyUI's estimators; measured for
the CPU by ``benchmarks/forecast.py``), the weights of all VAEs, for they are loaded together, and what the libraries and the
metrics hold. It leans to the generous side. Time follows what earlier runs on the same device took; what no run has shown
yet is taken from the prior of its family and flagged as rough.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from vaelab.device import largest_batch
from vaelab.memory import MemoryState
from vaelab.precisions import EXACT, PRECISIONS
from vaelab.results.records import Row
from vaelab.results.row_table import RowTable
from vaelab.settings import BatchSize, MarkerMode, Tiling
from vaelab.vae.base import VAEInfo
from vaelab.vae.families.family import Cost
from vaelab.vae.families.table import FAMILIES

_USUAL_BATCH: Final = 4
"""Images beyond which most VAEs gain little on a GPU; what is really taken is measured when the run begins."""
METRICS: Final = "metrics"
"""Stands where a family stands in the key of a speed, for measuring a row."""


@dataclass(frozen=True, slots=True)
class ForecastVAE:
    """A VAE of the run: its label, what its header says, and the precision asked for (``auto`` counts as fp32)."""

    label: str
    info: VAEInfo
    precision: str = "auto"

    @property
    def runs_in(self) -> str:
        """The precision as the summary will say it; empty for a baseline."""
        if self.info.baseline:
            return ""
        return EXACT if self.precision == "auto" else self.precision


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a run will take.

    Attributes:
        jobs: rows, images × VAEs.
        seconds: wall time, None where there is nothing to do.
        rough: whether the time of any part is a prior and not what an earlier run took.
        memory_mb: most memory on the device: of this process on the CPU, of the GPU's memory on a GPU.
        available_mb: what the device could give to this process, None where it cannot be asked.
        fits: whether it will fit as it is set, None where that cannot be said.
        largest: label of the VAE that takes the most.
        tiling_helps: whether it does not fit untiled and would in tiles. With ``tiling auto`` that is what will happen, and
            ``fits`` is then True.
    """

    jobs: int
    seconds: float | None
    rough: bool
    memory_mb: float
    available_mb: float | None
    fits: bool | None
    largest: str
    tiling_helps: bool


_COSTS: Final = {name: cost for family in FAMILIES for name, cost in family.costs.items()}
_UNKNOWN: Final = Cost(3300, 1900, 80_000)
_BASELINE: Final = Cost(0, 40, 150)
_LIBRARIES_MB: Final = {"cpu": 850.0, "cuda": 600.0, "mps": 850.0}
"""Of PyTorch, diffusers and LPIPS: resident on the CPU, context and workspaces on a GPU."""
_METRICS_BYTES: Final = {"cpu": 450.0, "cuda": 450.0, "mps": 450.0}
"""Bytes per pixel that measuring takes: images on their way, LPIPS and the intermediates of an original."""
_METRICS_MS: Final = 1200.0
_MARKED_BYTES: Final = 6.0
"""Bytes per pixel of a batch that a second pass holds beside the first: the marked images and what comes back of them."""
_WHOLE_IMAGE_BYTES: Final = 60.0
"""Bytes per pixel of the image itself, which stays whole when the network runs in tiles."""
_FASTER: Final = {"cpu": 1.0, "cuda": 60.0, "mps": 8.0}
"""How many times as fast as two cores a usual device is: a prior, no more."""
_LOAD_SECONDS: Final = 4.0
_LOAD_MB_PER_SECOND: Final = 400.0


def forecast(
    vaes: Sequence[ForecastVAE],
    sizes: Sequence[tuple[int, int]],
    *,
    batch_size: BatchSize = "auto",
    tiling: Tiling = "off",
    device: str = "auto",
    marker: MarkerMode = "off",
    speeds: Mapping[str, float] | None = None,
    memory: MemoryState,
) -> Forecast:
    """Say what a run will take.

    Args:
        vaes: those of the run.
        sizes: (width, height) as given to the codec, px, one for each image.
        batch_size: as in the settings.
        tiling: as in the settings.
        device: as in the settings.
        marker: as in the settings; in a pass of its own it doubles the VAEs' time.
        speeds: what earlier runs took, from ``speeds_of``; several may be merged, the last one wins.
        memory: of this machine, from ``memory_state``.
    """
    device = likely_device(device, memory)
    kind = device.partition(":")[0]
    available = memory.vram_free_mb if kind == "cuda" else memory.ram_free_mb + memory.process_mb
    largest, needed, fits, helps = "", 0.0, None, False
    if vaes and sizes:
        largest, needed, fits, helps = _fit(vaes, sizes, kind, batch_size, tiling, available, marker)
    seconds, rough = _time(vaes, sizes, device, speeds or {}, passes=2 if marker == "separate" else 1)
    return Forecast(len(vaes) * len(sizes), seconds, rough, needed, available, fits, largest, helps)


def speeds_of(summary: Mapping[str, Any], rows: Sequence[Row]) -> dict[str, float]:
    """What a run took, to be remembered for forecasts: milliseconds per megapixel by ``family|precision|device``.

    The median over the rows; a VAE's first row warms up and is left out where there are others. The time of measuring
    stands under ``metrics||device``.
    """
    device = summary.get("environment", {}).get("device")
    if not device:
        return {}
    table = RowTable.of(rows)
    found: dict[str, float] = {}
    for label, facts in summary.get("vaes", {}).items():
        own = [speed for row in table.of_vae(label) if (speed := _speed(row)) is not None]
        if own and facts.get("family"):
            found[speed_key(facts["family"], facts.get("precision", ""), device)] = median(own[1:] or own)
    measuring = (summary.get("timing") or {}).get("measure_ms_per_megapixel")
    return found | ({speed_key(METRICS, "", device): float(measuring)} if measuring else {})


def speed_key(family: str, precision: str, device: str) -> str:
    """The key of a speed."""
    return f"{family}|{precision}|{device}"


def likely_device(device: str, memory: MemoryState) -> str:
    """What ``auto`` will be, without asking torch: a GPU that can be seen, else the CPU; other names as they are."""
    if device == "auto":
        if memory.vram_total_mb is not None:
            return "cuda:0"
        return "mps" if (sys.platform, platform.machine()) == ("darwin", "arm64") else "cpu"
    return "cuda:0" if device == "cuda" else device


def activations_mb(vae: ForecastVAE, size: tuple[int, int], kind: str, batch: int, tiling: Tiling) -> float:
    """Most memory that encoding or decoding a batch takes beside the weights, MB.

    Args:
        vae: which.
        size: (width, height), px.
        kind: ``cpu``, ``cuda`` or ``mps``.
        batch: images at a time.
        tiling: ``off``, a side in px, or ``auto`` for the family's own side.
    """
    cost = _cost(vae.info)
    pixels = inside = size[0] * size[1]
    if tiling != "off" and cost.tile is not None:
        side = cost.tile if tiling == "auto" else int(tiling)
        inside = min(side, size[0]) * min(side, size[1])
    number = _bytes(vae)
    coefficient = (cost.cpu if kind == "cpu" else cost.gpu) * _width(vae.info)
    # On a CPU a half precision keeps some of its work in fp32.
    slack = 1.3 if kind == "cpu" and number < 4 else 1.0
    whole = _WHOLE_IMAGE_BYTES * pixels if inside < pixels else 0.0
    return batch * (coefficient * slack * inside * number + whole) / 1e6


def _bytes(vae: ForecastVAE) -> int:
    """Of one number while it runs; a baseline computes in 32 bits."""
    return PRECISIONS[vae.runs_in or EXACT].size


def _fit(
    vaes: Sequence[ForecastVAE],
    sizes: Sequence[tuple[int, int]],
    kind: str,
    wanted: BatchSize,
    tiling: Tiling,
    available: float | None,
    marker: MarkerMode,
) -> tuple[str, float, bool | None, bool]:
    """The VAE that takes the most, the memory of the whole run, whether it fits, whether tiling makes it fit."""
    largest_image = max(sizes, key=lambda size: size[0] * size[1])
    pixels = largest_image[0] * largest_image[1]
    weights = sum(vae.info.parameters * _bytes(vae) for vae in vaes) / 1e6
    standing = _LIBRARIES_MB.get(kind, 850.0) + weights + _METRICS_BYTES.get(kind, 450.0) * pixels / 1e6

    def total(how: Tiling, batch: int) -> tuple[str, float]:
        each = {vae.label: activations_mb(vae, largest_image, kind, batch, how) for vae in vaes}
        worst = max(each, key=lambda label: each[label])
        # On a GPU they wait on the host.
        marked = _MARKED_BYTES * batch * pixels / 1e6 if marker == "separate" and kind != "cuda" else 0.0
        return worst, standing + each[worst] + marked

    untiled: Tiling = "off" if tiling == "auto" else tiling
    largest = largest_batch(wanted, kind)
    batch = min(largest if wanted != "auto" else min(largest, _USUAL_BATCH), len(sizes))
    # Batches are halved when memory runs out; a size that was named is a wish to see it fit.
    while wanted == "auto" and available is not None and batch > 1 and total(untiled, batch)[1] > available:
        batch //= 2
    label, needed = total(untiled, batch)
    if available is None:
        return label, needed, None, False
    tiled = total("auto", batch)[1]
    helps = needed > available >= tiled
    return label, needed, needed <= available or (tiling == "auto" and helps), helps


def _time(
    vaes: Sequence[ForecastVAE],
    sizes: Sequence[tuple[int, int]],
    device: str,
    speeds: Mapping[str, float],
    *,
    passes: int,
) -> tuple[float | None, bool]:
    if not vaes or not sizes:
        return None, False
    kind = device.partition(":")[0]
    cores = max(os.cpu_count() or 2, 1) if kind == "cpu" else 2
    megapixels = sum(width * height for width, height in sizes) / 1e6
    codec, rough = 0.0, False
    for vae in vaes:
        known = speeds.get(speed_key(vae.info.family, vae.runs_in, device))
        if known is None:
            rough = True
            known = _cost(vae.info).ms * _width(vae.info) ** 2 * 2 / cores / _FASTER.get(kind, 1.0)
        codec += passes * known * megapixels / 1000
    measuring = speeds.get(speed_key(METRICS, "", device))
    rough = rough or measuring is None
    metrics = (measuring or _METRICS_MS) * megapixels * len(vaes) / 1000
    weights = sum(vae.info.parameters * 4 for vae in vaes) / 1e6
    # A row is measured while the codec works on the next: the slower of the two sets the pace.
    return _LOAD_SECONDS + weights / _LOAD_MB_PER_SECOND + max(codec, metrics), rough


def _cost(info: VAEInfo) -> Cost:
    if info.baseline:
        return _BASELINE
    name = info.family.partition(" ")[0]
    return _COSTS.get(f"{name} f{info.factor}") or _COSTS.get(name, _UNKNOWN)


def _width(info: VAEInfo) -> float:
    """How wide it is, against the width that its costs belong to; 1 where they do not grow with it."""
    widths, usual = info.details.get("block_out_channels"), _cost(info).width
    return float(widths[0]) / usual if usual and isinstance(widths, list | tuple) and widths else 1.0


def _speed(row: Row) -> float | None:
    """Milliseconds per megapixel of one row."""
    encode, decode = row.values.get("encode_ms"), row.values.get("decode_ms")
    if row.status != "ok" or encode is None or decode is None or not row.width or not row.height:
        return None
    return 1e6 * (encode + decode) / (row.width * row.height)
