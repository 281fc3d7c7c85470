"""Fill a network that is no VAE from a file of weights, strictly and without running anything in it."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn

from vaelab.errors import VAEError
from vaelab.vae.files.header import read_header
from vaelab.vae.runtime.load_weights import read_tensor

_COUNTER = "num_batches_tracked"
"""Of a batch norm: training alone needs it, and older files lack it."""


def fill_module(module: nn.Module, path: Path, what: str) -> None:
    """Give a module, made on the meta device, its tensors in float32, and make it ready to run.

    Args:
        module: every parameter and buffer of it must be in the file, in its shape, and nothing else.
        path: of a safetensors or PyTorch file; a pickle's tensors are read, its objects never built.
        what: the network, for the sentence.

    Raises:
        VAEError: the file cannot be read, is something else, or holds values that are not finite.
    """
    header = read_header(path)
    wanted = {name: tensor for name, tensor in module.state_dict().items() if not name.endswith(_COUNTER)}
    found = {name: place for name, place in header.tensors.items() if not name.endswith(_COUNTER)}
    found |= {name: header.ema[name] for name in wanted.keys() - found.keys() if name in header.ema}
    missing = sorted(wanted.keys() - found.keys())
    further = sorted(found.keys() - wanted.keys())
    other = [name for name in wanted if name in found and tuple(wanted[name].shape) != found[name].shape]
    if missing or further or other:
        first = (
            f"it lacks {len(missing)} tensors, the first is '{missing[0]}'"
            if missing
            else f"it has {len(further)} tensors more, the first is '{further[0]}'"
            if further
            else f"'{other[0]}' has the shape {list(found[other[0]].shape)}, not {list(wanted[other[0]].shape)}"
        )
        raise VAEError(f"'{path}' does not hold the weights of {what}: {first}")
    tensors = {}
    with path.open("rb") as file:
        for name in wanted:
            tensor = read_tensor(found[name], file).to(torch.float32).contiguous()
            if not torch.isfinite(tensor).all():
                raise VAEError(
                    f"'{path}' is damaged: '{name}' holds values that are not finite; download it again"
                )
            tensors[name] = tensor
    for name in module.state_dict():
        if name.endswith(_COUNTER):
            tensors[name] = torch.zeros((), dtype=torch.int64)
    module.load_state_dict(tensors, strict=True, assign=True)
    module.eval().requires_grad_(False)
