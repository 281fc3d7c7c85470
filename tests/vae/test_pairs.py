"""Encode with one VAE, decode with another: pixel for pixel what the two reference classes make of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from families.flux2 import flux2, to_bfl
from families.vq import random_vq
from families.wan import random_wan, to_wan
from family_cases import saved, to_pixels
from project import ROOT
from torch import Tensor, nn
from vae_files import Images, random_kl, save_pair, tiny_halves, to_ldm

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, describe_spec, open_codec
from vaelab.vae.identity.latent_spaces import SPACES, Convention, bridge, doubt
from vaelab.vae.spec.grammar import parse_spec

REAL_WEIGHTS = ROOT.parent / "shared" / "weights"
F8 = (32, 32, 32, 32)
DECODES = ("decoder.", "post_quant_conv.", "quantize.")


@pytest.fixture
def images() -> Images:
    return np.random.default_rng(3).integers(0, 256, (2, 24, 40, 3)).astype(np.uint8)


def tensors(images: Images) -> Tensor:
    return torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0


def opened(spec: str, **options: Any) -> Any:
    return open_codec(parse_spec(spec), CodecOptions(**options))


def ran(spec: str, images: Images, **options: Any) -> Images:
    codec = opened(spec, **options)
    return codec.decode(codec.encode(images, range(len(images)))).images


@torch.no_grad()
def crossed(encoder: Any, decoder: Any, images: Images) -> Images:
    """The mode that one class makes of images, through the other class' decoder."""
    modules = [module.to(memory_format=torch.channels_last) for module in (encoder, decoder)]
    z = modules[0].encode(2.0 * tensors(images) - 1.0).latent_dist.mode()
    return to_pixels(modules[1].decode(z).sample)


def decoder_of(state: dict[str, Tensor], prefix: str = "") -> dict[str, Tensor]:
    return {prefix + name: tensor for name, tensor in state.items() if name.startswith(DECODES)}


# Two VAEs of one family


@pytest.mark.parametrize("layout", ["whole", "diffusers", "LDM", "LDM in a checkpoint"])
def test_an_encoder_of_one_file_and_a_decoder_of_another(layout: str, images: Images, tmp_path: Path) -> None:
    encoder, decoder = random_kl(seed=0), random_kl(seed=1)
    saved(encoder.state_dict(), tmp_path / "enc.safetensors")
    state = decoder.state_dict()
    if layout != "diffusers":
        state = to_ldm(state, 2)
    if layout != "whole":
        state = decoder_of(state, "first_stage_model." if "checkpoint" in layout else "")
    if "checkpoint" in layout:
        state["model.diffusion_model.out.2.bias"] = torch.zeros(4)
    saved(state, tmp_path / "dec.safetensors")
    spec = f"{tmp_path / 'dec.safetensors'},encoder={tmp_path / 'enc.safetensors'}"
    expected = crossed(encoder, decoder, images)
    assert np.array_equal(ran(spec, images), expected)
    alone = ran(str(tmp_path / "enc.safetensors"), images)
    assert not np.array_equal(alone, expected)
    info = describe_spec(parse_spec(spec))
    count = sum(tensor.numel() for tensor in decoder_of(decoder.state_dict()).values())
    count += sum(t.numel() for name, t in encoder.state_dict().items() if not name.startswith(DECODES))
    assert info.parameters == count
    assert info.details["encoder sha256"] == describe(str(tmp_path / "enc.safetensors")).sha256


def test_the_encoder_may_be_in_another_layout(images: Images, tmp_path: Path) -> None:
    encoder, decoder = random_kl(seed=0), random_kl(seed=1)
    state = {f"vae.{name}": tensor for name, tensor in to_ldm(encoder.state_dict(), 2).items()}
    saved(state, tmp_path / "enc.safetensors")
    saved(decoder_of(decoder.state_dict()), tmp_path / "dec.safetensors")
    spec = f"{tmp_path / 'dec.safetensors'},encoder={tmp_path / 'enc.safetensors'}"
    assert np.array_equal(ran(spec, images), crossed(encoder, decoder, images))


def test_half_precision_goes_through_both_halves(images: Images, tmp_path: Path) -> None:
    saved(random_kl(seed=0).state_dict(), tmp_path / "enc.safetensors")
    saved(random_kl(seed=1).state_dict(), tmp_path / "dec.safetensors")
    spec = f"{tmp_path / 'dec.safetensors'}@bf16,encoder={tmp_path / 'enc.safetensors'}"
    codec = opened(spec)
    assert codec.precision == "bf16"
    found = codec.decode(codec.encode(images, [0, 1])).images
    whole = np.abs(found.astype(int) - crossed(random_kl(seed=0), random_kl(seed=1), images))
    assert 0 < whole.mean() < 8
    # Networks that keep fp32 weights in half precision give and take other dtypes.
    for spec in ("mini@bf16,encoder=linear", "linear@bf16,encoder=mini"):
        assert ran(spec, images).shape == images.shape


def test_options_concern_the_decoder_and_its_averaged_weights(images: Images, tmp_path: Path) -> None:
    encoder, plain, averaged = (random_kl(seed=seed) for seed in range(3))
    saved(encoder.state_dict(), tmp_path / "enc.safetensors")
    state = decoder_of(plain.state_dict())
    copies = {f"model_ema.{name.replace('.', '')}": tensor for name, tensor in averaged.state_dict().items()}
    saved({**state, **copies}, tmp_path / "dec.safetensors")
    for layer in averaged.modules():
        if isinstance(layer, nn.Conv2d) and layer.padding != (0, 0):
            layer.padding_mode = "replicate"
    spec = (
        f"{tmp_path / 'dec.safetensors'},encoder={tmp_path / 'enc.safetensors'},padding=replicate,weights=ema"
    )
    assert np.array_equal(ran(spec, images), crossed(encoder, averaged, images))


@pytest.mark.parametrize("layout", ["diffusers", "BFL"])
def test_a_decoder_alone_of_flux2(layout: str, images: Images, tmp_path: Path) -> None:
    """The small decoder, whose file has the full encoder again only to be loadable at all."""
    encoder, decoder = flux2(), flux2(decoder_block_out_channels=(32, 96))
    saved(encoder.state_dict(), tmp_path / "enc.safetensors")
    state = decoder.state_dict() if layout == "diffusers" else to_bfl(decoder.state_dict())
    saved(decoder_of(state), tmp_path / "dec.safetensors")
    spec = f"{tmp_path / 'dec.safetensors'},encoder={tmp_path / 'enc.safetensors'}"
    assert np.array_equal(ran(spec, images), crossed(encoder, decoder, images))


def test_a_decoder_alone_of_wan(images: Images, tmp_path: Path) -> None:
    encoder, decoder = random_wan(), random_wan()
    with torch.no_grad():
        decoder.decoder.conv_in.weight.mul_(0.9)
    saved(to_wan(encoder.state_dict(), False), tmp_path / "enc.safetensors")
    state = to_wan(decoder.state_dict(), False)
    alone = {name: tensor for name, tensor in state.items() if name.startswith(("decoder.", "conv2."))}
    saved(alone, tmp_path / "dec.safetensors")
    saved(state, tmp_path / "whole.safetensors")
    spec = f"{{}},encoder={tmp_path / 'enc.safetensors'}"
    found = ran(spec.format(tmp_path / "dec.safetensors"), images)
    assert np.array_equal(found, ran(spec.format(tmp_path / "whole.safetensors"), images))
    assert not np.array_equal(found, ran(str(tmp_path / "enc.safetensors"), images))


# Units


@torch.no_grad()
def test_raw_latents_are_scaled_for_a_tiny_decoder_without_its_encoder(
    images: Images, tmp_path: Path
) -> None:
    kl, (_, decoder) = random_kl(F8), tiny_halves()
    saved(kl.state_dict(), tmp_path / "sdxl_vae.safetensors")
    torch.save(decoder.state_dict(), tmp_path / "taesdxl_decoder.pth")
    spec = f"{tmp_path / 'taesdxl_decoder.pth'},encoder={tmp_path / 'sdxl_vae.safetensors'}"
    z = kl.to(memory_format=torch.channels_last).encode(2.0 * tensors(images) - 1.0).latent_dist.mode()
    out = decoder.to(memory_format=torch.channels_last)(z * 0.13025)
    codec = opened(spec)
    assert np.array_equal(codec.decode(codec.encode(images, [0, 1])).images, to_pixels(2 * out - 1))
    assert any("normalized for the decoder (scale 0.13025, shift 0)" in note for note in codec.notes)
    assert not any("taken from whoever paired them" in note for note in codec.notes)


@torch.no_grad()
def test_scaled_latents_are_restored_for_a_raw_decoder(images: Images, tmp_path: Path) -> None:
    kl = random_kl(F8, latent_channels=16, use_quant_conv=False, use_post_quant_conv=False)
    saved(kl.state_dict(), tmp_path / "ae.safetensors")
    halves = tiny_halves(16)
    save_pair(tmp_path, halves, "taef1")
    z = halves[0].to(memory_format=torch.channels_last)(tensors(images)) / 0.3611 + 0.1159
    expected = to_pixels(kl.to(memory_format=torch.channels_last).decode(z).sample)
    spec = f"{tmp_path / 'ae.safetensors'},encoder={tmp_path / 'taef1_encoder.pth'}"
    assert np.abs(ran(spec, images).astype(int) - expected).max() <= 1
    assert (ran(spec, images) != expected).mean() < 0.01


@torch.no_grad()
def test_flux2_is_normalized_by_its_own_statistics_for_the_real_taef2(images: Images, tmp_path: Path) -> None:
    if not (REAL_WEIGHTS / "taef2_decoder.pth").is_file():
        pytest.skip("the weights of TAEF2 are not here")
    kl = flux2(block_out_channels=F8, down_block_types=("DownEncoderBlock2D",) * 4,
               up_block_types=("UpDecoderBlock2D",) * 4, latent_channels=32)  # fmt: skip
    kl.bn.running_mean.normal_(0, 0.3)
    kl.bn.running_var.uniform_(0.5, 2)
    saved(kl.state_dict(), tmp_path / "flux2-vae.safetensors")
    tiny = opened(f"{REAL_WEIGHTS / 'taef2_decoder.pth'},encoder={tmp_path / 'flux2-vae.safetensors'}")
    found = tiny.decode(tiny.encode(images, [0, 1])).images

    # As diffusers' pipeline packs and normalizes; 24 × 40 px are 3 × 5 positions, so a row and a column are added.
    z = kl.to(memory_format=torch.channels_last).encode(2.0 * tensors(images) - 1.0).latent_dist.mode()
    packed = nn.functional.pixel_unshuffle(nn.functional.pad(z, (0, 1, 0, 1)), 2)
    std = torch.sqrt(kl.bn.running_var.view(1, -1, 1, 1) + kl.config.batch_norm_eps)
    normal = (packed - kl.bn.running_mean.view(1, -1, 1, 1)) / std
    own = opened(str(REAL_WEIGHTS / "taef2_decoder.pth"))
    latents = own.encode(images, [0, 1])
    given = nn.functional.pixel_shuffle(normal, 2)[:, :, :3, :5].contiguous(memory_format=torch.channels_last)
    object.__setattr__(latents.data, "z", given)
    assert np.abs(found.astype(int) - own.decode(latents).images).max() <= 1
    assert any("mean and standard deviation of each of 128 channels" in note for note in tiny.notes)
    assert not any("shared" in note or "whoever" in note for note in tiny.notes)


def test_what_is_not_known_of_the_units_is_said() -> None:
    def kl(space: str) -> Convention:
        return Convention(space, normalized=False, units=SPACES.get(space))

    def tiny(space: str) -> Convention:
        return Convention(space, normalized=True, units=SPACES.get(space))

    assert bridge(kl("SDXL"), kl("SDXL")).notes == ()
    assert bridge(kl("SDXL"), kl("SDXL")).step == ""
    assert "latent space of SD1, the decoder in that of SDXL: these are different" in doubt(
        kl("SD1"), kl("SDXL")
    )
    assert bridge(kl("SD1"), kl("SDXL")).step == ""
    (shared, units) = bridge(kl(""), tiny("")).notes
    assert "only the number of channels" in shared
    assert "the decoder works in normalized latents, and nothing says" in units
    assert bridge(kl(""), tiny("SDXL")).units is SPACES["SDXL"]
    # Each side has units of its own: what was raw in the encoder's is normalized by the encoder's.
    assert bridge(kl("SD1"), tiny("SDXL")).units is SPACES["SD1"]
    assert bridge(tiny("SD1"), kl("SDXL")).units is SPACES["SDXL"]
    assert bridge(tiny("SD1"), kl("SDXL")).step == "restore"


# What cannot be paired


def test_pairs_that_share_no_latent_space_are_refused(tmp_path: Path) -> None:
    four, sixteen = tmp_path / "four.safetensors", tmp_path / "sixteen.safetensors"
    fine = saved(random_kl((32,)).state_dict(), tmp_path / "fine.safetensors")
    saved(random_kl().state_dict(), four)
    saved(random_kl(latent_channels=16).state_dict(), sixteen)
    for spec, sizes in (
        (f"{sixteen},encoder={four}", "4 channels at 1/2 of the size and .* 16 channels at 1/2"),
        (f"{four},encoder={fine}", "4 channels at 1/1 of the size and .* 4 channels at 1/2"),
    ):
        for ask in (opened, lambda spec: describe_spec(parse_spec(spec))):
            with pytest.raises(VAEError, match=sizes + ".*they share no latent space"):
                ask(spec)


def test_a_decoder_alone_says_what_to_do_and_is_never_filled_with_another_ones_numbers(
    tmp_path: Path,
) -> None:
    whole = saved(random_kl().state_dict(), tmp_path / "enc.safetensors")
    state = decoder_of(random_kl(seed=1).state_dict())
    alone = saved(state, tmp_path / "dec.safetensors")
    with pytest.raises(VAEError, match=r"only the decoder of a VAE.*add ',encoder=FILE'"):
        describe(str(alone))
    with pytest.raises(VAEError, match="only the decoder"):
        opened(f"{whole},encoder={alone}")
    del state["decoder.conv_out.bias"]
    saved(state, alone)
    with pytest.raises(VAEError, match=r"it lacks 'decoder.conv_out.bias'"):
        opened(f"{alone},encoder={whole}")
    saved({**state, "decoder.strange": torch.zeros(1)}, alone)
    with pytest.raises(VAEError, match=r"it has the unexpected 'decoder.strange'"):
        opened(f"{alone},encoder={whole}")
    torch.save(tiny_halves()[1].state_dict(), tmp_path / "taesd_decoder.pth")
    with pytest.raises(VAEError, match=r"taesd_encoder.pth is missing.*add ',encoder=FILE'"):
        describe(str(tmp_path / "taesd_decoder.pth"))


def test_a_decoder_alone_needs_an_encoder_of_its_family(tmp_path: Path) -> None:
    saved(decoder_of(random_kl(F8).state_dict()), tmp_path / "dec.safetensors")
    pair = save_pair(tmp_path, tiny_halves())
    with pytest.raises(
        VAEError, match=r"holds a decoder alone, and with the encoder of .*taesd_encoder.pth \(TAESD\)"
    ):
        opened(f"{tmp_path / 'dec.safetensors'},encoder={pair}")


# Codebooks


def test_the_codes_of_a_pair_are_those_of_its_decoder(images: Images, tmp_path: Path) -> None:
    encoder, decoder = random_vq(), random_vq(num_vq_embeddings=16)
    kl = saved(random_kl().state_dict(), tmp_path / "kl.safetensors")
    saved(encoder.state_dict(), tmp_path / "enc.safetensors")
    saved(decoder.state_dict(), tmp_path / "dec.safetensors")
    codec = opened(f"{tmp_path / 'dec.safetensors'},encoder={tmp_path / 'enc.safetensors'}")
    latents = codec.encode(images, [0, 1])
    with torch.no_grad():
        z = encoder.to(memory_format=torch.channels_last).encode(2.0 * tensors(images) - 1.0).latents
        indices = decoder.quantize(z)[2][2].reshape(2, -1)
    for facts, own in zip(codec.latent_facts(latents), indices, strict=True):
        assert facts.codes[0].counts.tolist() == torch.bincount(own, minlength=16).tolist()
        assert facts.kl is None
    mixed = opened(f"{tmp_path / 'dec.safetensors'},encoder={kl}")
    (facts, _) = mixed.latent_facts(mixed.encode(images, [0, 1]))
    assert facts.kl is not None
    assert facts.codes[0].size == 16
