"""Stage A of Stable Cascade, and the consistency decoder, whose decoding draws noise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from families.stages import (
    consistency,
    consistency_folder,
    consistency_images,
    paella,
    to_authors,
)
from families.table import FamilyFiles
from family_cases import (
    check_pixels,
    photographs,
    round_trip,
    saved,
)
from vae_files import random_kl, to_ldm

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.spec.grammar import VAESpec

# The decoder's steps add up what a processor's convolutions round: where their order depends on the batch (some AMD
# processors), a value in thousands lands on the other side of a rounding.
ANOTHER_ORDER: dict[str, Any] = {"levels": 1, "share": 0.001}


def test_stage_a_is_described_with_its_unused_codebook(family_files: FamilyFiles) -> None:
    path = family_files.path(("PaellaVQModel", "Stable Cascade"))
    info = describe(str(path))
    assert (info.family, info.latent_channels, info.factor) == ("PaellaVQModel (stage A, 24×4, f8)", 4, 8)
    module = paella(levels=3, bottleneck_blocks=1)
    statistics = sum(tensor.numel() for name, tensor in module.named_buffers())
    assert info.parameters == sum(p.numel() for p in module.parameters()) + statistics
    codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
    assert any("without its codebook" in note for note in codec.notes)


def test_halves_of_other_depths_are_refused(tmp_path: Path) -> None:
    state = to_authors(paella().state_dict())
    state["down_blocks.1.weight"] = state["down_blocks.1.weight"][:, :, :1, :1]
    with pytest.raises(VAEError, match="halves the size 0 times, its decoder doubles it 1 times"):
        describe(str(saved(state, tmp_path / "a.safetensors")))


def test_noise_belongs_to_the_image_and_the_seed(tmp_path: Path) -> None:
    """Alone or in a batch an image comes out alike; with another seed or place in the run it does not."""
    path, expected = consistency_folder(tmp_path)
    images = photographs()
    codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
    alone = codec.decode(codec.encode(images[1:], [1])).images
    both = codec.decode(codec.encode(images, [0, 1])).images
    assert np.abs(alone[0].astype(int) - both[1]).max() <= 1
    other_place = codec.decode(codec.encode(images[1:], [2])).images
    assert np.abs(alone.astype(int) - other_place).mean() > 1
    assert not np.array_equal(round_trip(path, images, seed=7), expected(images))
    check_pixels(
        round_trip(path, images, seed=7), consistency_images(consistency(), 7)(images), **ANOTHER_ORDER
    )
    assert any("draws noise" in note for note in codec.notes)


def test_the_consistency_decoder_needs_no_config(tmp_path: Path) -> None:
    module = consistency()
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    check_pixels(round_trip(path, photographs()), consistency_images(module)(photographs()), **ANOTHER_ORDER)
    info = describe(str(path))
    assert info.family == "ConsistencyDecoderVAE (4 channels, 2×)"
    assert info.parameters == sum(p.numel() for p in module.parameters())


def test_the_consistency_decoder_runs_in_half_precision(tmp_path: Path) -> None:
    path, _ = consistency_folder(tmp_path)
    half = round_trip(path, photographs(), precision="bf16").astype(int)
    assert 0 < np.abs(half - round_trip(path, photographs())).mean() < 2


def test_the_consistency_decoder_without_its_encoder_is_named(tmp_path: Path) -> None:
    state = {name: tensor for name, tensor in consistency().state_dict().items() if "decoder_unet" in name}
    with pytest.raises(VAEError, match="the decoder of a consistency-decoder VAE without its encoder"):
        describe(str(saved(state, tmp_path / "a.safetensors")))


@pytest.mark.parametrize("layout", ["diffusers", "LDM"])
def test_the_consistency_decoder_decodes_what_another_vae_encoded(layout: str, tmp_path: Path) -> None:
    """Its file alone, with the encoder of an AutoencoderKL in either layout: the class with that encoder in it."""
    kl, module = random_kl(), consistency()
    state = to_ldm(kl.state_dict(), 2) if layout == "LDM" else kl.state_dict()
    alone = {name: tensor for name, tensor in module.state_dict().items() if "decoder_unet" in name}
    encoder = saved(state, tmp_path / "kl.safetensors")
    decoder = saved(alone, tmp_path / "decoder.safetensors")
    module.encoder.load_state_dict(kl.encoder.state_dict())
    module.quant_conv.load_state_dict(kl.quant_conv.state_dict())
    codec: Any = open_codec(VAESpec("x", str(decoder), encoder=str(encoder)), CodecOptions())
    found = codec.decode(codec.encode(photographs(), [0, 1])).images
    check_pixels(found, consistency_images(module)(photographs()), **ANOTHER_ORDER)
