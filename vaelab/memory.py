"""How much memory there is and how much is used: the machine's, this process's and, through NVIDIA's library, a GPU's. No torch.

The GPU's numbers need the optional package ``nvidia-ml-py`` (imported as ``pynvml``) and an NVIDIA GPU; where one is missing
they are None. Elsewhere nothing is guessed.
"""

from __future__ import annotations

import functools
import os
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class MemoryState:
    """Memory at one moment, in MB (10⁶ bytes).

    Attributes:
        ram_used_mb: of the machine, what could not be had without swapping.
        ram_total_mb: of the machine.
        process_mb: resident memory of this process.
        vram_used_mb, vram_total_mb: of the GPU, by all programs; None where that cannot be asked.
        device_name: the GPU's name, None where it cannot be asked.
    """

    ram_used_mb: float
    ram_total_mb: float
    process_mb: float
    vram_used_mb: float | None = None
    vram_total_mb: float | None = None
    device_name: str | None = None

    @property
    def ram_free_mb(self) -> float:
        """What the machine could still give."""
        return self.ram_total_mb - self.ram_used_mb

    @property
    def vram_free_mb(self) -> float | None:
        """What the GPU could still give."""
        if self.vram_used_mb is None or self.vram_total_mb is None:
            return None
        return self.vram_total_mb - self.vram_used_mb


def usable_cores() -> int:
    """Return how many cores this process may use, at least 1."""
    allowed = getattr(os, "sched_getaffinity", None)  # not on Windows and macOS
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def memory_state(device: str = "auto") -> MemoryState:
    """Ask the system; under a millisecond once NVIDIA's library is loaded.

    Args:
        device: ``cuda:N`` asks for that GPU, ``auto`` and ``cuda`` for the first; ``cpu`` and ``mps`` ask for none.
    """
    import psutil  # here, since the window imports this module before it needs it

    ram = psutil.virtual_memory()
    process = psutil.Process().memory_info().rss
    used, total, name = _gpu(device)
    return MemoryState(
        ram_used_mb=(ram.total - ram.available) / 1e6,
        ram_total_mb=ram.total / 1e6,
        process_mb=process / 1e6,
        vram_used_mb=used,
        vram_total_mb=total,
        device_name=name,
    )


def _gpu(device: str) -> tuple[float | None, float | None, str | None]:
    nothing = (None, None, None)
    nvml = _nvml() if device == "auto" or device.startswith("cuda") else None
    if nvml is None:
        return nothing
    try:
        handle = _handle(nvml, int(device.partition(":")[2] or 0))
        if handle is None:
            return nothing
        memory, name = nvml.nvmlDeviceGetMemoryInfo(handle), nvml.nvmlDeviceGetName(handle)
    except nvml.NVMLError:
        return nothing
    # Releases before 11.5 give bytes.
    return memory.used / 1e6, memory.total / 1e6, name if isinstance(name, str) else name.decode()


def _handle(nvml: Any, index: int) -> Any:
    """NVML counts every GPU of the machine, CUDA those that CUDA_VISIBLE_DEVICES leaves, by number or UUID."""
    visible = os.environ.get("CUDA_VISIBLE_DEVICES")
    if visible is None:
        return nvml.nvmlDeviceGetHandleByIndex(index) if index < nvml.nvmlDeviceGetCount() else None
    listed = [item.strip() for item in visible.split(",")]
    if index >= len(listed) or not listed[index]:
        return None
    if listed[index].isdecimal():
        return nvml.nvmlDeviceGetHandleByIndex(int(listed[index]))
    return nvml.nvmlDeviceGetHandleByUUID(listed[index]) if listed[index].startswith("GPU-") else None


@functools.cache
def _nvml() -> Any:
    """NVIDIA's management library, initialized for the life of the process; None without it."""
    try:
        import pynvml
    except ImportError:
        return None
    try:
        pynvml.nvmlInit()
    except pynvml.NVMLError:
        return None
    return pynvml
