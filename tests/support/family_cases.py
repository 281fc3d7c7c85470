"""What the family tests share: run a reference class, and compare a file of its weights with it, pixel for pixel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import save_file
from skimage import data
from torch import Tensor, nn

from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.files.source import Source
from vaelab.vae.files.tensor_ref import TensorRef, contiguous
from vaelab.vae.spec.grammar import VAESpec

Images = npt.NDArray[np.uint8]
Reference = Callable[[Images], Images]
Maker = Callable[[Path], tuple[Path, Reference]]
"""Writes a tiny random model below a folder; returns where, and what its reference class makes of images."""
Run = Callable[[Any, Images], Tensor]
"""What a module makes of images, before rounding."""
Key = tuple[str, str]
Cases = Mapping[Key, Maker]
"""(family, layout) as in ``vaelab.vae.families.support`` to its maker."""
Further = Mapping[str, tuple[Key, Maker]]
"""Further models of those lines, by name."""


def photographs() -> Images:
    return np.stack([data.astronaut()[40:104, 180:228], data.coffee()[100:164, 200:248]])


def prepared(module: nn.Module, last: nn.Module, run: Run | None = None) -> Any:
    """The module in evaluation, its last layer amplified so that images come out neither flat nor saturated."""
    module = module.eval().requires_grad_(False)
    for norm in module.modules():
        if isinstance(norm, nn.BatchNorm2d) and norm.track_running_stats:
            norm.running_mean.uniform_(-0.2, 0.2)
            norm.running_var.uniform_(0.5, 1.5)
    out = (run or raw_class)(module, photographs()[:1])
    last.weight.mul_(0.4 / float(out.std()))
    if getattr(last, "bias", None) is not None:
        last.bias.zero_()
    return module


@torch.no_grad()
def raw_class(module: Any, images: Images, *, still: bool = False, alpha: bool = False) -> Tensor:
    """What a diffusers class makes of images, before rounding: the posterior's mode, decoded.

    In the memory layout that VAELab runs in on a CPU; the order of additions depends on it.
    """
    if all(weight.ndim < 5 for weight in module.parameters()):
        module = module.to(memory_format=torch.channels_last)
    x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0 * 2.0 - 1.0
    if alpha:
        x = torch.cat([x, torch.ones_like(x[:, :1])], 1)
    encoded = module.encode(x.unsqueeze(2) if still else x)
    if hasattr(encoded, "latent_dist"):
        z = encoded.latent_dist.mode()
    else:
        z = encoded.latents if hasattr(encoded, "latents") else encoded.latent
    out = module.decode(z).sample
    return out[:, :3, 0] if still else out[:, :3]


def to_pixels(out: Tensor) -> Images:
    out = (out * 0.5 + 0.5).clamp(0, 1).permute(0, 2, 3, 1).numpy()
    return np.asarray((out * 255).round(), np.uint8)


still = partial(raw_class, still=True)
"""One frame of a class for videos."""


def one_by_one(module: Any, images: Images) -> Tensor:
    """One frame of each, for a class that fails on a batch."""
    return torch.cat([still(module, image[None]) for image in images])


def by_class(module: Any, run: Run = raw_class) -> Reference:
    return lambda images: to_pixels(run(module, images))


def folder(make: Callable[[], Any], run: Run = raw_class) -> Maker:
    """A folder as diffusers writes it."""

    def written(path: Path) -> tuple[Path, Reference]:
        module = make()
        module.save_pretrained(path / "vae")
        return path / "vae", by_class(module, run)

    return written


def file(
    make: Callable[[], Any],
    rename: Callable[[dict[str, Tensor]], Any] = dict,
    run: Run = raw_class,
    name: str = "a.safetensors",
) -> Maker:
    """One file of its weights, under other names if asked to; a pickle unless it is named safetensors."""

    def written(path: Path) -> tuple[Path, Reference]:
        module = make()
        state = rename(module.state_dict())
        if name.endswith(".safetensors"):
            saved(state, path / name)
        else:
            torch.save(state, path / name)
        return path / name, by_class(module, run)

    return written


def under(
    prefix: str, rename: Callable[..., dict[str, Tensor]], **how: Any
) -> Callable[..., dict[str, Tensor]]:
    """The same renaming, below a prefix."""
    return lambda state: {f"{prefix}{name}": tensor for name, tensor in rename(state, **how).items()}


def saved(state: Mapping[str, Tensor], path: Path) -> Path:
    save_file({name: tensor.contiguous().clone() for name, tensor in state.items()}, path)
    return path


def round_trip(path: Path, images: Images, **options: Any) -> Images:
    codec = open_codec(VAESpec("x", str(path)), CodecOptions(**options))
    try:
        return codec.decode(codec.encode(images, range(len(images)))).images
    finally:
        codec.close()


def check_case(key: Key, path: Path, expected: Reference, *, levels: int = 0, share: float = 0.0) -> None:
    """The file's own round trip equals the class's, every value; the description says this line of the table.

    Where no class exists the reference may add in another order: then a ``share`` of the values may differ by ``levels``.
    """
    info = describe(str(path), hash_files=False)
    assert (info.family.split(" ")[0], info.details["layout"]) == key
    assert info.factor is not None
    images = photographs()
    height, width = images.shape[1:3]
    down, right = -height % info.factor, -width % info.factor
    wanted = expected(np.pad(images, ((0, 0), (0, down), (0, right), (0, 0)), mode="reflect"))
    wanted = wanted[:, :height, :width]
    assert wanted.std() > 10, "a flat result compares nothing"
    found = round_trip(path, images)
    check_pixels(found, wanted, levels=levels, share=share)


def check_pixels(found: Images, wanted: Images, *, levels: int = 0, share: float = 0.0) -> None:
    """Two results are equal, or a ``share`` of their values differs by ``levels`` at most."""
    difference = np.abs(found.astype(int) - wanted)
    seen = f"{difference.max()} levels, {(difference > 0).mean():.3%} of the values"
    assert difference.max() <= levels, seen
    assert (difference > 0).mean() <= share, seen


def source_of(state: dict[str, Tensor]) -> Source:
    path = Path("a.safetensors")
    shapes = {name: tuple(tensor.shape) for name, tensor in state.items()}
    tensors = {n: TensorRef(path, "float32", s, 0, contiguous(s)) for n, s in shapes.items()}
    return Source(path, (path,), tensors, "safetensors")


def weights_below(path: Path) -> list[Path]:
    """The weight files of a case, in its own folder."""
    folder = path if path.is_dir() else path.parent
    return sorted(
        file for file in folder.rglob("*") if file.suffix in (".safetensors", ".pth", ".pt", ".ckpt")
    )
