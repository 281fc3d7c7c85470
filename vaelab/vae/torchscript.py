"""A pair of TorchScript programs as a network: the files' own graphs are run, by PyTorch's interpreter of them.

Such a program cannot call Python. What it could do beside arithmetic is refused twice: by its text before it is loaded
(``script_notes``), and here by the operations that the loaded graph is made of, before it runs for the first time.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from vaelab.errors import VAEError
from vaelab.vae.torch_codec import Network
from vaelab.vae.verdict import Verdict

_REFUSED = {"aten::save", "aten::load", "aten::from_file", "aten::_print"}
_CONTROL = {
    "prim::Constant", "prim::GetAttr", "prim::SetAttr", "prim::ListConstruct", "prim::ListUnpack",
    "prim::TupleConstruct", "prim::TupleUnpack", "prim::TupleIndex", "prim::TupleSlice",
    "prim::DictConstruct", "prim::If", "prim::Loop", "prim::NumToTensor", "prim::RaiseException",
    "prim::Uninitialized", "prim::unchecked_cast", "prim::data", "prim::dtype", "prim::device",
    "prim::layout", "prim::shape", "prim::is_cuda", "prim::isinstance", "prim::requires_grad", "prim::min",
    "prim::max", "prim::abs", "prim::tolist", "prim::Print", "prim::EnumName", "prim::EnumValue",
    "prim::rangelist", "prim::unchecked_unwrap_optional",
}  # fmt: skip
"""What directs the arithmetic; everything else of this kind starts tasks, makes objects or calls other processes."""


class ScriptPair(nn.Module):
    """Encoder and decoder."""

    def __init__(self, encoder: nn.Module, decoder: nn.Module) -> None:
        """Take two loaded programs."""
        super().__init__()
        self.encoder, self.decoder = encoder, decoder


def build(verdict: Verdict, files: Sequence[Path]) -> Network:
    """Both programs, loaded, checked and tried on one black image.

    Raises:
        VAEError: a program asks for more than arithmetic, or the two do not make and take one latent.
    """
    halves = {half: _loaded(_file(files, half)) for half in ("encoder", "decoder")}
    module = ScriptPair(halves["encoder"], halves["decoder"]).float().eval()
    levels = _levels(module.encoder) if verdict.arguments["discrete"] else None

    def run(half: Any, x: Tensor) -> list[Tensor]:
        weight = next(module.parameters(), x)
        if weight.dtype != x.dtype and x.is_floating_point():
            module.to(x.dtype)
        # Unoptimized, a program computes alike in its first run and in its third.
        with torch.jit.optimized_execution(False):  # type: ignore[attr-defined]
            result = half(x)
        return list(result) if isinstance(result, tuple | list) else [result]

    def encode(x: Tensor) -> tuple[Tensor, Tensor | None]:
        first, *more = run(module.encoder, x)
        if levels is not None:
            # The indices come first, then the vectors that they name.
            return more[0].to(x.dtype), None
        if first.shape[1] == 2 * verdict.latent_channels:
            mean, logvar = first.chunk(2, 1)
            return mean, logvar
        return first, None

    def decode(z: Tensor) -> Tensor:
        return run(module.decoder, z if levels is None else _indices(z, levels).int())[0]

    def codes(z: Tensor) -> tuple[tuple[Tensor, int]]:
        assert levels is not None
        return ((_indices(z, levels).long(), int(levels.prod())),)

    _try(encode, decode, verdict, files)
    return Network(module, encode, decode, low=-1.0, codes=None if levels is None else codes)


def _file(files: Sequence[Path], half: str) -> Path:
    from vaelab.vae.containers import read_header
    from vaelab.vae.torchscript_layout import script_half

    return next(
        path
        for path in files
        if script_half({name: ref.shape for name, ref in read_header(path).tensors.items()}, path) == half
    )


def _loaded(path: Path) -> Any:
    with warnings.catch_warnings():
        # PyTorch advises authors to export otherwise; files that exist are as they are.
        warnings.filterwarnings("ignore", message=r"`torch\.jit\.\w+` is deprecated")
        program = torch.jit.load(str(path), map_location="cpu")  # type: ignore[no-untyped-call]
    odd = sorted({kind for kind in _operations(program.inlined_graph) if not _is_arithmetic(kind)})
    if odd:
        raise VAEError(
            f"{path} is a TorchScript program that asks for more than arithmetic ('{odd[0]}'), so it is not run: pass the "
            "weights as safetensors or .pth."
        )
    return program


def _is_arithmetic(kind: str) -> bool:
    return kind in _CONTROL or (kind.startswith("aten::") and kind not in _REFUSED)


def _operations(block: Any) -> Iterator[str]:
    """The kinds of all operations of a graph, branches and loops included."""
    for node in block.nodes():
        yield node.kind()
        for inner in node.blocks():
            yield from _operations(inner)


def _levels(encoder: Any) -> Tensor:
    """To how many values the quantizer rounds each channel."""
    found = dict(encoder.named_buffers()) | dict(encoder.named_parameters())
    levels: Tensor = next(tensor for name, tensor in found.items() if name.endswith("quantizer._levels"))
    return levels.long()


def _indices(z: Tensor, levels: Tensor) -> Tensor:
    """The number that the decoder knows a vector by: its rounded channels as digits (arXiv 2309.15505)."""
    levels = levels.to(z.device)
    half = (levels // 2).view(1, -1, 1, 1)
    digits = (z.float() * half + half).round().long()
    places = torch.cat([levels.new_ones(1), levels[:-1].cumprod(0)]).view(1, -1, 1, 1)
    return (digits * places).sum(1)


@torch.inference_mode()
def _try(encode: Any, decode: Any, verdict: Verdict, files: Sequence[Path]) -> None:
    """One black image of four latent positions a side, through both."""
    side, positions = 4 * verdict.factor, 4
    names = " and ".join(map(str, files))
    try:
        z, _ = encode(torch.full((1, 3, side, side), -1.0))
        images = decode(z) if tuple(z.shape) == (1, verdict.latent_channels, positions, positions) else z
    except (RuntimeError, IndexError, TypeError, AttributeError) as error:
        first = (str(error).strip() or type(error).__name__).splitlines()[-1]
        if re.search("cuda|nvidia", first, re.IGNORECASE):
            # Its graph names the device that it was traced on: on this one it can be tried by running it alone.
            return
        raise VAEError(
            f"{names} do not run on an image of {side} px ({first}): they are no pair for images."
        ) from error
    if tuple(images.shape) != (1, 3, side, side):
        raise VAEError(
            f"{names} make {tuple(images.shape)} of an image of {side} px where {(1, 3, side, side)} was "
            "expected: they are no pair for images."
        )
