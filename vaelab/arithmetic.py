"""How CUDA multiplies float32: exactly and repeatably, or with factors rounded to TF32. torch is imported inside.

PyTorch keeps this in flags of the process, and reads them when an operation is sent to the device. A run has two threads that
send, the codec's and the metrics': a lock keeps a VAE that runs in TF32 from rounding the metrics' products.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

_SENDING = threading.RLock()


def use_exact_arithmetic() -> None:
    """Let CUDA compute fp32 as fp32 (no TF32) and repeatably, unless ``float32_products`` says otherwise for a while."""
    import torch

    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False
    with _SENDING:
        _round(False)


@contextlib.contextmanager
def float32_products(*, rounded: bool) -> Iterator[None]:
    """Have what is sent inside multiplied exactly, or with factors rounded to TF32, whatever other threads send.

    Without a CUDA device nothing is rounded, and nobody waits for anybody.
    """
    import torch

    if not torch.cuda.is_available():
        yield
        return
    with _SENDING:
        _round(rounded)
        try:
            yield
        finally:
            _round(False)


def has_rounded_products(device: str) -> bool:
    """Say whether a device multiplies in TF32: NVIDIA's do from compute capability 8.0 (2020) on."""
    import torch

    return device.startswith("cuda") and torch.cuda.get_device_capability(device) >= (8, 0)


def _round(rounded: bool) -> None:
    import torch

    torch.backends.cudnn.allow_tf32 = rounded
    torch.backends.cuda.matmul.allow_tf32 = rounded
