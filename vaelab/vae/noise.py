"""Draws the noise of sampling and of decoders that draw: the same numbers whatever the device, the precision and the batch.

PyTorch draws other numbers on a GPU than on the CPU, and in half precisions other ones than in float32 (on the CPU it depends on
the count of values and on the processor). Here all noise is drawn on the CPU in float32, from a generator of the image's own, and
then moved and cast.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode


def generator(seed: int) -> torch.Generator:
    """A generator on the CPU that starts from the seed."""
    return torch.Generator().manual_seed(seed)


def seeded_noise(shape: Sequence[int], seeds: Sequence[int], like: Tensor) -> Tensor:
    """Standard normal noise for each image.

    Args:
        shape: of one image's noise.
        seeds: one for each image; at least one.
        like: its device and dtype are those of the result.

    Returns:
        (len(seeds), *shape).
    """
    size = tuple(shape)
    drawn = [
        torch.randn(size, generator=generator(seed), device="cpu", dtype=torch.float32) for seed in seeds
    ]
    return torch.stack(drawn).to(device=like.device, dtype=like.dtype)


class CPUNoise(TorchFunctionMode):
    """As a context: each ``torch.randn`` that this thread calls draws on the CPU in float32, then moves and casts.

    For classes of libraries that draw inside, in the device and dtype that they compute in. A call that brings no generator takes
    that of the context; the program's own is left alone.
    """

    def __init__(self, seed: int | None = None) -> None:
        """Draw with a new generator of this seed where a call brings none; None leaves such calls to the program's own."""
        super().__init__()
        self._generator = None if seed is None else generator(seed)

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Sequence[type],
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        """Change ``torch.randn``, and nothing else."""
        options = dict(kwargs or {})
        if func is not torch.randn:
            return func(*args, **options)
        place = {"device": options.pop("device", None), "dtype": options.pop("dtype", None)}
        if options.get("generator") is None:
            options["generator"] = self._generator
        return func(*args, **options, device="cpu", dtype=torch.float32).to(**place)
