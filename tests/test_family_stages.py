"""Stage A of Stable Cascade, and the consistency decoder, whose decoding draws noise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import ConsistencyDecoderVAE
from diffusers.pipelines.deprecated.wuerstchen.modeling_paella_vq_model import PaellaVQModel
from family_cases import (
    Cases,
    Images,
    check_case,
    check_pixels,
    photographs,
    prepared,
    round_trip,
    saved,
    to_pixels,
)
from torch import Tensor
from vae_files import random_kl, to_ldm

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.spec.grammar import VAESpec


@torch.no_grad()
def run_paella(module: Any, images: Images) -> Tensor:
    """Images in [0, 1], latents not quantized; as [-1, 1], which the shared helpers expect."""
    module = module.to(memory_format=torch.channels_last)
    x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0
    return module.decode(module.encode(x).latents).sample * 2.0 - 1.0


def paella(**changes: Any) -> Any:
    torch.manual_seed(0)
    module = PaellaVQModel(
        **{"embed_dim": 32, "bottleneck_blocks": 2, "num_vq_embeddings": 24, "latent_channels": 4, **changes}
    ).eval()
    for name, weight in module.named_parameters():
        if name.endswith("gammas"):
            weight.data.uniform_(-0.5, 0.5)
    last = module.out_block[0]
    module = prepared(module, last, run=lambda images: run_paella(module, images))
    last.bias.fill_(0.5)
    return module


def paella_images(module: Any) -> Any:
    return lambda images: to_pixels(run_paella(module, images))


def paella_folder(folder: Path) -> Any:
    module = paella()
    module.save_pretrained(folder / "vae")
    return folder / "vae", paella_images(module)


def to_authors(state: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name.replace("vquantizer.embedding.", "vquantizer.codebook."): v for name, v in state.items()}


def stage_a(folder: Path) -> Any:
    module = paella(levels=3, bottleneck_blocks=1)
    return saved(to_authors(module.state_dict()), folder / "stage_a.safetensors"), paella_images(module)


def consistency() -> Any:
    torch.manual_seed(0)
    return ConsistencyDecoderVAE(
        encoder_block_out_channels=(32, 64),
        encoder_down_block_types=("DownEncoderBlock2D",) * 2,
        encoder_layers_per_block=1,
        decoder_block_out_channels=(32, 64),
        decoder_down_block_types=("ResnetDownsampleBlock2D",) * 2,
        decoder_up_block_types=("ResnetUpsampleBlock2D",) * 2,
        decoder_layers_per_block=1,
        decoder_num_train_timesteps=1024,
    ).eval()  # fmt: skip


def consistency_images(module: Any, seed: int = 0) -> Any:
    @torch.no_grad()
    def run(images: Images) -> Images:
        """Image by image, each with its own generator."""
        module.to(memory_format=torch.channels_last)
        results = []
        for number, image in enumerate(images):
            x = torch.from_numpy(image.copy()).permute(2, 0, 1)[None].float() / 255.0 * 2.0 - 1.0
            z = module.encode(x.contiguous(memory_format=torch.channels_last)).latent_dist.mode()
            generator = torch.Generator().manual_seed(seed + number)
            results.append(to_pixels(module.decode(z, generator=generator).sample))
        return np.concatenate(results)

    return run


def consistency_folder(folder: Path) -> Any:
    module = consistency()
    module.save_pretrained(folder / "vae")
    return folder / "vae", consistency_images(module)


CASES: Cases = {
    ("PaellaVQModel", "diffusers"): paella_folder,
    ("PaellaVQModel", "Stable Cascade"): stage_a,
    ("ConsistencyDecoderVAE", "diffusers"): consistency_folder,
}


# The decoder's steps add up what a processor's convolutions round: where their order depends on the batch (some AMD
# processors), a value in thousands lands on the other side of a rounding.
ANOTHER_ORDER: dict[str, Any] = {"levels": 1, "share": 0.001}


@pytest.mark.parametrize("key", CASES)
def test_it_equals_the_class(key: tuple[str, str], tmp_path: Path) -> None:
    check_case(key, CASES[key], tmp_path, **(ANOTHER_ORDER if key[0] == "ConsistencyDecoderVAE" else {}))


def test_stage_a_is_described_with_its_unused_codebook(tmp_path: Path) -> None:
    path, _ = stage_a(tmp_path)
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
    assert 0 < np.abs(half - round_trip(path, photographs())).mean() < 8


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
