"""Tiny video autoencoders on still images, against their author's way of running them: frame by frame, with memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from family_cases import Cases, Images, check_case, photographs, round_trip, saved
from torch import Tensor, nn
from torch.nn import functional as F

from vaelab.errors import VAEError
from vaelab.vae.catalog import describe


class MemBlock(nn.Module):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            conv(2 * inputs, outputs), nn.ReLU(), conv(outputs, outputs), nn.ReLU(), conv(outputs, outputs)
        )
        self.skip = nn.Conv2d(inputs, outputs, 1, bias=False) if inputs != outputs else nn.Identity()


class Merge(nn.Module):
    def __init__(self, width: int, frames: int) -> None:
        super().__init__()
        self.frames, self.conv = frames, nn.Conv2d(width * frames, width, 1, bias=False)


class Make(nn.Module):
    def __init__(self, width: int, frames: int) -> None:
        super().__init__()
        self.frames, self.conv = frames, nn.Conv2d(width, width * frames, 1, bias=False)


class Clamp(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return torch.tanh(x / 3) * 3


def conv(inputs: int, outputs: int, **changes: Any) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, 3, padding=1, **changes)


def taehv(latent: int = 16, fold: int = 1) -> nn.ModuleDict:
    """The layers, in the order in which the author's network lists them; widths smaller than published."""
    torch.manual_seed(0)
    w, (a, b, c) = 16, (32, 24, 16)
    encoder = nn.Sequential(
        conv(3 * fold**2, w), nn.ReLU(),
        *[layer for frames in (2, 2, 1) for layer in
          (Merge(w, frames), conv(w, w, stride=2, bias=False), *(MemBlock(w, w) for _ in range(3)))],
        conv(w, latent),
    )  # fmt: skip
    decoder = nn.Sequential(
        Clamp(), conv(latent, a), nn.ReLU(),
        *[layer for width, after, frames in ((a, b, 1), (b, c, 2), (c, c, 2)) for layer in
          (*(MemBlock(width, width) for _ in range(3)), nn.Upsample(scale_factor=2), Make(width, frames),
           conv(width, after, bias=False))],
        nn.ReLU(), conv(c, 3 * fold**2),
    )  # fmt: skip
    decoder[-1].weight.data.mul_(60)
    decoder[-1].bias.data.fill_(0.5)
    return nn.ModuleDict({"encoder": encoder, "decoder": decoder}).eval().requires_grad_(False)


def one_by_one(layers: nn.Sequential, frames: list[Tensor]) -> list[Tensor]:
    """Every layer over the frames in their order, a block remembering the frame before."""
    for layer in layers:
        if isinstance(layer, MemBlock):
            before = [torch.zeros_like(frames[0]), *frames[:-1]]
            frames = [
                F.relu(layer.conv(torch.cat([x, past], 1)) + layer.skip(x))
                for x, past in zip(frames, before, strict=True)
            ]
        elif isinstance(layer, Merge):
            groups = [frames[i : i + layer.frames] for i in range(0, len(frames), layer.frames)]
            frames = [layer.conv(torch.cat(group, 1)) for group in groups]
        elif isinstance(layer, Make):
            frames = [part for x in frames for part in layer.conv(x).chunk(layer.frames, 1)]
        else:
            frames = [layer(x) for x in frames]
    return frames


def reference(module: nn.ModuleDict, fold: int) -> Any:
    @torch.no_grad()
    def run(images: Images) -> Images:
        halves = module.to(memory_format=torch.channels_last)
        x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0
        results = []
        for image in x.split(1):
            (latent,) = one_by_one(halves["encoder"], [F.pixel_unshuffle(image, fold)] * 4)
            *start, last = one_by_one(halves["decoder"], [latent])
            assert len(start) == 3
            results.append(F.pixel_shuffle(last, fold))
        out = torch.cat(results).clamp(0, 1).permute(0, 2, 3, 1).numpy()
        return np.asarray((out * 255).round(), np.uint8)

    return run


def case(latent: int, fold: int) -> Any:
    def make(folder: Path) -> Any:
        module = taehv(latent, fold)
        torch.save(module.state_dict(), folder / "taew.pth")
        return folder / "taew.pth", reference(module, fold)

    return make


CASES: Cases = {("TAEHV", "taehv"): case(16, 1)}


@pytest.mark.parametrize("variant", [(16, 1), (48, 2)], ids=["Wan 2.1", "Wan 2.2"])
def test_a_still_image_equals_the_frame_by_frame_run(variant: tuple[int, int], tmp_path: Path) -> None:
    check_case(("TAEHV", "taehv"), case(*variant), tmp_path)
    info = describe(str(tmp_path / "taew.pth"))
    assert (info.latent_channels, info.factor) == (variant[0], 8 * variant[1])
    assert info.parameters == sum(p.numel() for p in taehv(*variant).parameters())


def test_the_memory_counts(tmp_path: Path) -> None:
    """A block that forgot the frame before would give another image."""
    module = taehv()
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    before = round_trip(path, photographs())
    for layer in module.modules():
        if isinstance(layer, MemBlock):
            layer.conv[0].weight[:, layer.conv[0].weight.shape[1] // 2 :] = 0
    saved(module.state_dict(), path)
    assert not np.array_equal(round_trip(path, photographs()), before)


def test_an_unknown_activation_is_refused(tmp_path: Path) -> None:
    path = saved(taehv(32, 2).state_dict(), tmp_path / "taehv1_5.safetensors")
    with pytest.raises(VAEError, match="of 32 latent channels, whose activation its weights do not tell"):
        describe(str(path))


def test_halves_of_other_frames_are_refused(tmp_path: Path) -> None:
    state = taehv().state_dict()
    name = next(name for name in state if name.startswith("decoder.19."))
    state[name] = state[name][:16]
    with pytest.raises(VAEError, match="of 4 frames, its decoder .* makes 2"):
        describe(str(saved(state, tmp_path / "a.safetensors")))
