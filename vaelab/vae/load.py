"""Build a detected VAE and fill it, strictly: every tensor of the model from the file, every tensor of the file used."""

from __future__ import annotations

from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

import torch
from torch import Tensor

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions, VAEInfo
from vaelab.vae.places import places, without_trailing_ones
from vaelab.vae.sources import Source
from vaelab.vae.tensor_header import ITEM_SIZES, TensorRef
from vaelab.vae.torch_codec import DTYPES, Network, TorchCodec, resolve_precision
from vaelab.vae.verdict import FAMILIES, Verdict


def load(source: Source, verdict: Verdict, info: VAEInfo, options: CodecOptions) -> TorchCodec:
    """The codec, ready to run.

    Raises:
        VAEError: the weights do not fit the model, or the device does not work.
    """
    notes = list(verdict.notes)
    if source.inert:
        notes.append(
            f"the file also names Python objects, which were ignored and not run: {', '.join(source.inert)}"
        )
    try:
        device = torch.device(options.device)
        torch.empty(1, device=device)
    except (RuntimeError, AssertionError) as error:
        raise VAEError(
            f"The device {options.device} does not work here ({_first_line(error)}): use --device cpu."
        ) from error
    module_name, function = FAMILIES[verdict.family].split(":")
    try:
        network: Network = getattr(import_module(module_name), function)(verdict, source.files)
    except ImportError as error:
        raise VAEError(
            f"{source.path} is {verdict.label}, which the installed diffusers does not have ({_first_line(error)}): "
            "update it with 'pip install -U diffusers'."
        ) from error
    except (
        ValueError,
        TypeError,
        LookupError,
        ArithmeticError,
        AttributeError,
        AssertionError,
        RuntimeError,
    ) as error:
        raise VAEError(f"{source.path} cannot be built as {verdict.label}: {_first_line(error)}.") from error
    if any(tensor.is_meta for tensor in network.module.state_dict().values()):
        notes += _fill(network, source, verdict, DTYPES[resolve_precision(options)])
    network.module.to(device)
    network.module.eval().requires_grad_(False)
    if device.type == "cpu" and all(weight.ndim < 5 for weight in network.module.parameters()):
        network.module.to(memory_format=torch.channels_last)
    return TorchCodec(network, info, options, notes)


def _fill(network: Network, source: Source, verdict: Verdict, dtype: torch.dtype) -> list[str]:
    """Give the module its tensors, in one dtype; return notes on what is wrong with them."""
    expected = network.module.state_dict()
    found = places(source, verdict)
    missing = [own for own in expected if own not in found]
    unexpected = [name for own, (name, _) in found.items() if own not in expected]
    if missing or unexpected:
        raise VAEError(f"{source.path} does not fit {verdict.label}: {_difference(missing, unexpected)}.")
    tensors: dict[str, Tensor] = {}
    broken: list[str] = []
    with ExitStack() as stack:
        files = {path: stack.enter_context(path.open("rb")) for path in source.files}
        # In the order in which they lie, so that a disk reads straight on.
        for own in sorted(expected, key=lambda key: found[key][1].offset):
            name, reference = found[own]
            tensor = read_tensor(reference, files[reference.path])
            if not torch.isfinite(tensor).all():
                broken.append(name)
            tensors[own] = _fitted(tensor, expected[own], name, source.path, dtype)
    network.module.load_state_dict(tensors, strict=True, assign=True)
    if broken:
        return [
            f"{len(broken)} of its tensors hold NaN or infinity, the first is '{broken[0]}': the file is broken"
        ]
    return []


def read_tensor(reference: TensorRef, file: BinaryIO) -> Tensor:
    """One tensor from its place in an open file, in the dtype and shape that are stored.

    Raises:
        VAEError: the file ends before the tensor does.
    """
    dtype: torch.dtype = getattr(torch, reference.dtype)
    if reference.extent == 0:
        return torch.empty(reference.shape, dtype=dtype)
    data = bytearray(reference.extent * ITEM_SIZES[reference.dtype])
    file.seek(reference.offset)
    if file.readinto(data) != len(data):  # type: ignore[attr-defined]  # BufferedReader has it, BinaryIO does not say so
        raise VAEError(
            f"{reference.path} ends in the middle of a tensor: it is truncated, download it again."
        )
    return torch.frombuffer(data, dtype=dtype).as_strided(reference.shape, reference.strides)


def _fitted(tensor: Tensor, expected: Tensor, name: str, path: Path, dtype: torch.dtype) -> Tensor:
    if tensor.shape != expected.shape:
        if without_trailing_ones(tuple(tensor.shape)) != without_trailing_ones(tuple(expected.shape)):
            raise VAEError(
                f"{path}: '{name}' has the shape {tuple(tensor.shape)} where {tuple(expected.shape)} belongs."
            )
        tensor = tensor.reshape(expected.shape)
    return tensor.to(dtype if expected.is_floating_point() else expected.dtype).contiguous()


def _difference(missing: list[str], unexpected: list[str]) -> str:
    parts = []
    for word, names in (("it lacks", missing), ("it has the unexpected", unexpected)):
        if names:
            more = f" and {len(names) - 1} more" if len(names) > 1 else ""
            parts.append(f"{word} '{names[0]}'{more}")
    return " and ".join(parts)


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
