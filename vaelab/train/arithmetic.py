"""Where a training computes, and in which precision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vaelab.device import resolve_device

TrainPrecision = Literal["auto", "fp32", "bf16"]

_BF16_SINCE = (8, 0)
"""NVIDIA's compute capability whose tensor cores multiply bfloat16 (Ampere); earlier GPUs emulate it."""


@dataclass(frozen=True)
class Arithmetic:
    """What a training computes with.

    Attributes:
        device: torch device string: ``cpu``, ``cuda:0``, ``mps``.
        precision: ``fp32``, or ``bf16``: torch's autocast around fp32 weights.
    """

    device: str
    precision: Literal["fp32", "bf16"]

    @property
    def kind(self) -> str:
        """The device without its number: ``cpu``, ``cuda``, ``mps``."""
        return self.device.partition(":")[0]


def resolve_arithmetic(device: str, precision: TrainPrecision) -> Arithmetic:
    """Turn ``auto`` into what is there and fastest.

    Raises:
        UsageError: the device is not there.
    """
    found = resolve_device(device)
    if precision == "auto":
        precision = "bf16" if bf16_pays(found) else "fp32"
    return Arithmetic(found, precision)


def bf16_pays(device: str) -> bool:
    """Say whether a training step takes less time in bf16 autocast than in fp32 on a device.

    On a CPU it does where the processor multiplies bfloat16 (measured on one core: 0.6 of the time), and nowhere else (2.4 times
    as long). On Apple's GPUs nobody has measured it.
    """
    import torch

    if device.startswith("cuda"):
        return torch.cuda.get_device_capability(device) >= _BF16_SINCE and torch.cuda.is_bf16_supported()
    # Private, and absent from older PyTorch; no public function tells. Processors with AMX have these units too.
    has_units = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    return device == "cpu" and has_units is not None and bool(has_units())
