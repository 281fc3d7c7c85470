"""Which device a run uses and what can be said of it. torch is imported inside, on first use."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import platform
import sys
from pathlib import Path
from typing import Any, Literal

from vaelab import __version__
from vaelab.arithmetic import has_rounded_products
from vaelab.errors import UsageError
from vaelab.precisions import PRECISIONS
from vaelab.text import brief

_PACKAGES = (
    "torch",
    "torchvision",
    "diffusers",
    "lpips",
    "numpy",
    "pillow",
    "safetensors",
    "PySide6-Essentials",
)

LARGEST_BATCH = 16
"""Images that a GPU takes at once at most, where the batch is chosen by measurement."""


def resolve_device(wanted: str) -> str:
    """Turn ``auto``, ``cuda`` … into a device that exists here.

    Raises:
        UsageError: when the device that was named is not there, or PyTorch cannot be loaded.
    """
    try:
        load_torch_libraries()
        import torch
    # A damaged installation, a library of another version, too little memory: an import may raise anything.
    except Exception as error:
        raise UsageError(
            f"PyTorch cannot be loaded ({type(error).__name__}: {brief(error)}): install it again, or give the process more memory"
        ) from error
    if wanted == "auto":
        if torch.cuda.is_available():
            return "cuda:0"
        return "mps" if torch.backends.mps.is_available() else "cpu"
    if wanted == "mps" and not torch.backends.mps.is_available():
        raise UsageError("The device mps is not available here: it needs an Apple GPU; choose auto")
    if wanted.startswith("cuda"):
        index = int(wanted.partition(":")[2] or 0)
        count = torch.cuda.device_count() if torch.cuda.is_available() else 0
        if index >= count:
            found = f"there are {count} CUDA devices" if count else "PyTorch sees no CUDA device"
            raise UsageError(f"The device {wanted} is not available here: {found}; choose auto")
        return f"cuda:{index}"
    return wanted


def load_torch_libraries() -> None:
    """Load PyTorch's shared libraries without Python's lock; ``import torch`` then finds them loaded.

    The import itself would hold the lock while the system links some hundred megabytes, and every other thread would stand
    still: a window for 0.2 s (measured on a CPU build; ``dlopen`` called as a foreign function: 2 to 6 ms). What cannot be
    loaded like this is left to the import, which says what is wrong.
    """
    found = None if "torch" in sys.modules or os.name != "posix" else importlib.util.find_spec("torch")
    if found is None or found.origin is None:
        return
    suffix = ".dylib" if sys.platform == "darwin" else ".so"
    folder = Path(found.origin).parent / "lib"
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.restype, dlopen.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    # In this order, and the first one for all to see, as PyTorch loads them itself.
    for name, flags in (("libtorch_global_deps", os.RTLD_GLOBAL), ("libtorch_python", os.RTLD_LOCAL)):
        dlopen(os.fsencode(folder / (name + suffix)), os.RTLD_NOW | flags)


def available_devices() -> list[str]:
    """Return every device that torch can compute on here, the one that ``auto`` takes first."""
    import torch

    found = (
        [f"cuda:{index}" for index in range(torch.cuda.device_count())] if torch.cuda.is_available() else []
    )
    return found + (["mps"] if torch.backends.mps.is_available() else []) + ["cpu"]


def runs(device: str, precision: str) -> bool:
    """Try whether a device does what the VAEs ask of it in a precision, and gives finite numbers.

    Convolutions in two and three dimensions, group norm, SiLU, nearest neighbours and attention: what one of them lacks,
    a VAE meets in its first image.
    """
    import torch
    from torch.nn import functional as F

    if PRECISIONS[precision].rounds_products and not has_rounded_products(device):
        return False
    dtype = torch_dtype(precision)
    try:
        with torch.inference_mode():
            x = torch.linspace(-1, 1, 768, device=device, dtype=dtype).reshape(1, 3, 16, 16)
            x = F.conv2d(x, torch.full((4, 3, 3, 3), 0.1, device=device, dtype=dtype), padding=1)
            x = F.interpolate(F.silu(F.group_norm(x, 2)), scale_factor=2.0, mode="nearest")
            x = F.conv3d(x.unsqueeze(2), torch.full((4, 4, 1, 3, 3), 0.1, device=device, dtype=dtype))[
                :, :, 0
            ]
            rows = x.flatten(2).transpose(1, 2)[:, None]
            x = F.scaled_dot_product_attention(rows, rows, rows)
        return bool(torch.isfinite(x).all())
    except (RuntimeError, NotImplementedError, TypeError):
        return False


def torch_dtype(precision: str) -> Any:
    """Return the ``torch.dtype`` of the numbers in a precision, by its name in ``PRECISIONS``."""
    import torch

    return getattr(torch, PRECISIONS[precision].dtype)


def largest_batch(wanted: int | Literal["auto"], device: str) -> int:
    """Return how many images are encoded together on a device at most: a GPU is kept busier by several, a CPU is not."""
    if wanted != "auto":
        return wanted
    return LARGEST_BATCH if device.startswith("cuda") else 1


def device_name(device: str) -> str:
    """Return the device's name as its maker gives it."""
    import torch

    if device.startswith("cuda"):
        return str(torch.cuda.get_device_name(device))
    return "Apple GPU" if device == "mps" else processor_name()


def instructions() -> str:
    """Return the widest vector instructions that torch uses on this CPU (``AVX512``): the last bits of results depend on them."""
    import torch

    return str(torch.backends.cpu.get_cpu_capability())


def threads() -> int:
    """Return how many threads torch computes with on the CPU."""
    import torch

    return int(torch.get_num_threads())


def file_threads() -> int:
    """Return how many threads read images, and how many write PNGs, beside the codec: half the cores, from 2 to 8."""
    return max(2, min(8, (os.cpu_count() or 2) // 2))


def use_threads(count: int) -> None:
    """Let torch compute with so many threads when it is called from this thread, and from threads that are new to it."""
    import torch

    # A thread takes over the process's number when it first asks torch anything: ask before setting, or it undoes this later.
    torch.get_num_threads()
    torch.set_num_threads(count)


def reset_peak_memory(device: str) -> None:
    """Start a new measurement of the device's peak memory, where it can be measured."""
    if device.startswith("cuda"):
        import torch

        torch.cuda.reset_peak_memory_stats(device)


def peak_memory_mb(device: str) -> float | None:
    """Return the most memory that tensors took on the device since the last reset, MB; None on CPU and MPS."""
    if not device.startswith("cuda"):
        return None
    import torch

    return float(torch.cuda.max_memory_allocated(device)) / 1e6


def free_memory() -> None:
    """Give cached blocks back after a failed allocation; without a GPU there is nothing to give."""
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_available():
        torch.cuda.empty_cache()


def lacks_operation(error: BaseException) -> bool:
    """Say whether an exception means that the device has no such operation, or not in this number format."""
    text = str(error)
    return isinstance(error, NotImplementedError) or (
        isinstance(error, RuntimeError | TypeError)
        and (
            "not implemented for" in text
            or ("MPS" in text and ("not supported" in text or "doesn't support" in text))
        )
    )


def is_out_of_memory(error: BaseException) -> bool:
    """Say whether an exception means that the device, or the machine, has no memory left."""
    torch = sys.modules.get("torch")
    text = str(error).lower()
    kinds = (MemoryError,) if torch is None else (MemoryError, torch.cuda.OutOfMemoryError)
    return isinstance(error, kinds) or (
        isinstance(error, RuntimeError)
        and ("out of memory" in text or "not enough memory" in text or "can't allocate memory" in text)
    )


def environment() -> dict[str, Any]:
    """Return what is needed to repeat a run on another machine: versions and the machine's kind, without torch."""
    return {
        "vaelab": __version__,
        "python": platform.python_version(),
        **{name.lower(): version for name in _PACKAGES if (version := _version(name))},
        "platform": platform.platform(),
        "processor": processor_name(),
        "cores": os.cpu_count(),
    }


def processor_name() -> str:
    """Return the processor's name, as far as the system tells."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:  # noqa: PTH123 - a pseudo file of Linux
            for line in file:
                if line.startswith("model name") and (name := line.partition(":")[2].strip()):
                    return name
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _version(package: str) -> str:
    # Here, since it brings the e-mail parser along, and the window imports this module.
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
