"""Noise is the image's: the same in every batch, in every precision, on every device."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from families.ltx import make
from families.stages import consistency
from family_cases import photographs, round_trip, saved
from vae_files import random_kl

from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import open_codec
from vaelab.vae.noise import CPUNoise, generator, seeded_noise
from vaelab.vae.spec.grammar import VAESpec

SHAPE = (4, 5, 3)


def stream(seed: int, count: int) -> list[torch.Tensor]:
    """What PyTorch draws on the CPU in float32, one after the other."""
    own = torch.Generator().manual_seed(seed)
    return [torch.randn(SHAPE, generator=own) for _ in range(count)]


def test_noise_is_the_generators_of_each_seed() -> None:
    found = seeded_noise(SHAPE, [7, 8], torch.zeros(1))
    assert torch.equal(found, torch.stack([stream(7, 1)[0], stream(8, 1)[0]]))
    assert torch.equal(seeded_noise(SHAPE, [8], torch.zeros(1))[0], found[1])


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16, torch.float64])
def test_a_precision_rounds_the_noise_and_draws_no_other(dtype: torch.dtype) -> None:
    found = seeded_noise(SHAPE, [7], torch.zeros(1, dtype=dtype))[0]
    assert torch.equal(found, stream(7, 1)[0].to(dtype))
    with CPUNoise(7):
        assert torch.equal(torch.randn(SHAPE, dtype=dtype), stream(7, 1)[0].to(dtype))


def test_a_device_gets_noise_that_the_cpu_drew() -> None:
    """On the device "meta", which draws nothing, the CPU's generator has moved on by one draw."""
    there = torch.zeros(1, device="meta", dtype=torch.bfloat16)
    assert (found := seeded_noise(SHAPE, [7], there)).device.type == "meta"
    assert found.dtype == torch.bfloat16
    first, second = stream(7, 2)
    with CPUNoise(7):
        elsewhere = torch.randn(SHAPE, device="meta", dtype=torch.bfloat16)
        assert (elsewhere.device.type, elsewhere.dtype) == ("meta", torch.bfloat16)
        assert torch.equal(torch.randn(*SHAPE), second)
        # A generator that the call brings goes first, as in diffusers' randn_tensor.
        assert torch.equal(torch.randn(SHAPE, generator=generator(7)), first)


def test_the_programs_own_generator_is_left_alone() -> None:
    before = torch.random.get_rng_state()
    with CPUNoise(7):
        torch.randn(SHAPE)
    seeded_noise(SHAPE, [7], torch.zeros(1))
    assert torch.equal(torch.random.get_rng_state(), before)


MAKERS: dict[str, tuple[Any, dict[str, Any]]] = {
    "consistency decoder": (consistency, {}),
    "LTX": (lambda: make("0.9.1"), {}),
    "a sampled latent": (random_kl, {"latent": "sample"}),
}


@pytest.mark.parametrize("name", MAKERS)
def test_three_images_together_are_three_alone(name: str, tmp_path: Path) -> None:
    maker, options = MAKERS[name]
    path = saved(maker().state_dict(), tmp_path / "a.safetensors")
    # Twice the same picture, so that its place alone tells the two apart.
    images = photographs()[[0, 1, 0]]
    together = round_trip(path, images, **options).astype(int)
    codec = open_codec(VAESpec("x", str(path)), CodecOptions(**options))
    alone = [codec.decode(codec.encode(images[[place]], [place])).images[0] for place in range(3)]
    assert np.abs(together - alone).max() <= 1
    assert np.abs(together[0] - together[2]).max() > 1


@pytest.mark.parametrize("name", ["consistency decoder", "LTX"])
@pytest.mark.parametrize("precision", ["bf16", "fp16"])
def test_a_half_precision_differs_by_its_rounding_alone(name: str, precision: str, tmp_path: Path) -> None:
    """A size that 16 does not divide: there PyTorch's own noise is another in each precision, on a CPU too."""
    maker, options = MAKERS[name]
    path = saved(maker().state_dict(), tmp_path / "a.safetensors")
    images = photographs()[:, :62, :46]
    whole = round_trip(path, images, **options).astype(int)
    half = round_trip(path, images, precision=precision, **options)
    assert np.abs(whole - half).max() <= 6
    other = round_trip(path, images, seed=1, **options)
    assert np.abs(whole - other).max() > 20
