"""The tensors of a model as they are written down, without building it. No torch here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

Structure = Mapping[str, tuple[tuple[int, ...], bool]]
"""Name of a tensor of the model to its shape, and whether it holds floating-point numbers."""
TensorEntry = tuple[str, tuple[tuple[int, ...], bool]]


def conv(name: str, inputs: int, outputs: int, side: int = 3, *, bias: bool = True) -> Iterator[TensorEntry]:
    """A square convolution."""
    yield f"{name}.weight", ((outputs, inputs, side, side), True)
    if bias:
        yield f"{name}.bias", ((outputs,), True)


def pair(name: str, *shape: int) -> Iterator[TensorEntry]:
    """A weight, and a bias as long as its first axis: norms and linear layers."""
    yield f"{name}.weight", (shape, True)
    yield f"{name}.bias", (shape[:1], True)


def tiny_block(name: str, inputs: int, outputs: int, frames: int = 1) -> Iterator[TensorEntry]:
    """A residual block of a tiny autoencoder; of a video, whose first convolution sees several frames."""
    yield from conv(f"{name}.conv.0", frames * inputs, outputs)
    yield from conv(f"{name}.conv.2", outputs, outputs)
    yield from conv(f"{name}.conv.4", outputs, outputs)
    if inputs != outputs:
        yield from conv(f"{name}.skip", inputs, outputs, 1, bias=False)
