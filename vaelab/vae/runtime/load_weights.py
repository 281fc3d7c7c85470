"""Build a detected VAE and fill it, strictly: every tensor of the model from the file, every tensor of the file used."""

from __future__ import annotations

from collections.abc import Container
from contextlib import ExitStack
from typing import BinaryIO

import numpy as np
import torch
from torch import Tensor, nn

from vaelab.device import torch_dtype
from vaelab.errors import VAEError
from vaelab.text import first_line
from vaelab.vae.base import Codec, CodecOptions, Padding, VAEInfo
from vaelab.vae.families.tensor_places import places
from vaelab.vae.files.ema_and_scales import Float8Scale
from vaelab.vae.files.float8 import scale_rows
from vaelab.vae.files.source import Source
from vaelab.vae.files.tensor_ref import ITEM_SIZES, TensorRef
from vaelab.vae.fit.build_network import build_network, structure_of_module
from vaelab.vae.fit.check import check_fit
from vaelab.vae.identity.latent_spaces import bridge, convention
from vaelab.vae.latent_units import Units
from vaelab.vae.located import LocatedVAE
from vaelab.vae.network import Network
from vaelab.vae.recognized import RecognizedVAE
from vaelab.vae.runtime.codec import TorchCodec, resolve_precision
from vaelab.vae.runtime.pair import PairedCodec


def load(
    found: LocatedVAE, info: VAEInfo, options: CodecOptions, padding: Padding | None = None
) -> TorchCodec:
    """The codec, ready to run.

    Args:
        found: what to load; of one side of a VAE, only that side.
        info: facts about it.
        options: how to run it.
        padding: what its convolutions see beyond the edge, None for what its class has.

    Raises:
        VAEError: the weights do not fit the model, the device does not work, or the padding cannot be chosen.
    """
    source, vae = found.source, found.vae
    notes = list(vae.notes)
    if source.inert:
        notes.append(
            f"the file also names Python objects, which were ignored and not run: {', '.join(source.inert)}"
        )
    try:
        device = torch.device(options.device)
        torch.empty(1, device=device)
    except (RuntimeError, AssertionError) as error:
        raise VAEError(
            f"The device {options.device} does not work here ({first_line(error)}): choose the device cpu."
        ) from error
    network = build_network(source, vae)
    check_fit(found, structure_of_module(network.module))
    flat = device.type == "cpu" and all(weight.ndim < 5 for weight in network.module.parameters())
    layout = torch.channels_last if flat else torch.contiguous_format
    if any(tensor.is_meta for tensor in network.module.state_dict().values()):
        if found.side != "both":
            _drop_unfilled(network.module, places(source, vae))
        notes += _fill(network, source, vae, torch_dtype(resolve_precision(options)), layout)
    if padding is not None:
        notes.append(_pad(network.module, padding, info))
    network.module.to(device)
    network.module.eval().requires_grad_(False)
    if flat:
        network.module.to(memory_format=torch.channels_last)
    identity = (
        None if info.sha256 is None else (info.sha256, vae.prefix, info.details.get("weights"), padding)
    )
    return TorchCodec(network, info, options, notes, identity, _own_units(network))


def load_pair(
    encoder: LocatedVAE,
    encoder_info: VAEInfo,
    decoder: LocatedVAE,
    info: VAEInfo,
    options: CodecOptions,
    padding: Padding | None = None,
) -> Codec:
    """The encoder of one VAE before the decoder of another, ready to run.

    Raises:
        VAEError: as for ``load``.
    """
    decodes = load(decoder, info, options, padding)
    try:
        encodes = load(encoder, encoder_info, options)
    except BaseException:
        decodes.close()
        raise
    between = bridge(
        convention(encoder, encoder_info.family, encodes.units),
        convention(decoder, info.family, decodes.units),
    )
    first = (
        f"encoded by {encoder_info.source} ({encoder_info.family}); an image is encoded once for all VAEs of a run with the "
        "same encoder, and its time counted for each"
    )
    return PairedCodec(encodes, decodes, between, info, (first, *between.notes))


def _drop_unfilled(module: nn.Module, filled: Container[str]) -> None:
    """Take out the parts none of whose tensors is going to be filled: those of the other side."""
    for name, child in list(module.named_children()):
        names = [f"{name}.{own}" for own in child.state_dict()]
        if names and not any(own in filled for own in names):
            module.register_module(name, None)


def _own_units(network: Network) -> Units | None:
    """The mean and standard deviation that a VAE's class or weights carry for its pipeline."""
    if network.units is not None:
        return network.units()
    config = getattr(network.module, "config", {})
    mean, std = config.get("latents_mean"), config.get("latents_std")
    if not mean or not std or len(mean) != config.get("z_dim"):
        return None
    means, stds = (np.array(values, np.float64).reshape(-1, 1, 1) for values in (mean, std))
    return Units(means, 1 / stds)


def _pad(module: nn.Module, padding: Padding, info: VAEInfo) -> str:
    """Let every padded convolution see this beyond the edge; say so.

    Raises:
        VAEError: there is none, or only some of its padding could be chosen.
    """
    if any(isinstance(layer, nn.Conv3d) for layer in module.modules()):
        raise VAEError(
            f"{info.source} ({info.family}) pads its convolutions over time and space by itself: leave out padding=."
        )
    padded = [
        layer
        for layer in module.modules()
        if isinstance(layer, nn.Conv2d) and layer.padding != "valid" and layer.padding != (0, 0)
    ]
    if not padded:
        raise VAEError(
            f"{info.source} ({info.family}) has no padded convolution, so there is no padding to choose: leave out padding=."
        )
    for layer in padded:
        layer.padding_mode = padding
    return f"padding={padding}: what its {len(padded)} padded convolutions see beyond the edge, chosen by the user"


def _fill(
    network: Network, source: Source, vae: RecognizedVAE, dtype: torch.dtype, layout: torch.memory_format
) -> list[str]:
    """Give the module its tensors, in one dtype; return notes on what is wrong with them."""
    expected = network.module.state_dict()
    found = places(source, vae)
    tensors: dict[str, Tensor] = {}
    broken: list[str] = []
    empty: list[str] = []
    with ExitStack() as stack:
        files = {path: stack.enter_context(path.open("rb")) for path in source.files}
        # One buffer for all: what were allotted and freed tensor by tensor would stay as holes between those that are kept.
        buffer = bytearray(max((_length(found[own][1]) for own in expected), default=0))
        # In the order in which they lie, so that a disk reads straight on.
        for own in sorted(expected, key=lambda key: found[key][1].offset):
            name, reference = found[own]
            tensor = read_tensor(reference, files[reference.path], buffer)
            if tensor.dtype.itemsize == 1 and tensor.is_floating_point():
                tensor = tensor.float()
            if name in source.scales:
                tensor = tensor * _scale(source.tensors[name], reference, source.scales[name])
            if not torch.isfinite(tensor).all():
                broken.append(name)
            if tensor.ndim > 1 and not tensor.any():
                empty.append(name)
            tensors[own] = _fitted(tensor, expected[own], dtype, layout)
    network.module.load_state_dict(tensors, strict=True, assign=True)
    if empty and len(empty) == sum(tensor.ndim > 1 for tensor in tensors.values()):
        raise VAEError(
            f"{source.path} holds nothing but zeros where the weights of {vae.label} belong: its download stopped before "
            "the data arrived, so download it again."
        )
    notes = []
    if broken:
        notes.append(
            f"{len(broken)} of its tensors hold NaN or infinity, the first is '{broken[0]}': the file is broken"
        )
    if empty:
        notes.append(
            f"{len(empty)} of its {len(tensors)} tensors hold nothing but zeros, the first is '{empty[0]}': part of the file may "
            "be missing"
        )
    return notes


def _length(reference: TensorRef) -> int:
    """Bytes from a tensor's first element to its last."""
    return reference.extent * ITEM_SIZES[reference.dtype]


def read_tensor(reference: TensorRef, file: BinaryIO, buffer: bytearray | None = None) -> Tensor:
    """One tensor from its place in an open file, in the dtype and shape that are stored.

    Args:
        reference: where it lies.
        file: open for reading.
        buffer: where its bytes go, if they need not last beyond the next tensor; of its length at least.

    Raises:
        VAEError: the file ends before the tensor does.
    """
    dtype: torch.dtype = getattr(torch, reference.dtype)
    if reference.extent == 0:
        return torch.empty(reference.shape, dtype=dtype)
    data = memoryview(bytearray(_length(reference)) if buffer is None else buffer)[: _length(reference)]
    file.seek(reference.offset)
    if file.readinto(data) != len(data):  # type: ignore[attr-defined]  # BufferedReader has it, BinaryIO does not say so
        raise VAEError(
            f"{reference.path} ends in the middle of a tensor: it is truncated, download it again."
        )
    return torch.frombuffer(data, dtype=dtype).as_strided(reference.shape, reference.strides)


def _scale(whole: TensorRef, part: TensorRef, scale: Float8Scale) -> Tensor:
    """What a weight in float8 is to be multiplied by, in float32; of a part of it, the part's."""
    with scale.reference.path.open("rb") as file:
        factors = read_tensor(scale.reference, file).float().reshape(-1)
    if len(factors) > 1:
        factors = factors[scale_rows(whole, part)]
    return factors.reshape(-1, *[1] * (len(part.shape) - 1)) if part.shape else factors.reshape(())


def _fitted(tensor: Tensor, expected: Tensor, dtype: torch.dtype, layout: torch.memory_format) -> Tensor:
    """A copy of a tensor in the model's own shape, number format and memory layout."""
    kept = torch.empty(
        expected.shape,
        dtype=dtype if expected.is_floating_point() else expected.dtype,
        memory_format=layout if expected.ndim == 4 else torch.contiguous_format,
    )
    # An attention's weights are stored as matrices or as 1×1 convolutions.
    return kept.copy_(tensor.reshape(expected.shape))
