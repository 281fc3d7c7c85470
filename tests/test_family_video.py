"""Video autoencoders on still images: HunyuanVideo, HunyuanVideo 1.5, HunyuanImage's refiner, CogVideoX, EasyAnimate, Mochi, Cosmos, SVD."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import (
    AutoencoderKLCogVideoX,
    AutoencoderKLCosmos,
    AutoencoderKLHunyuanImageRefiner,
    AutoencoderKLHunyuanVideo,
    AutoencoderKLHunyuanVideo15,
    AutoencoderKLMagvit,
    AutoencoderKLMochi,
    AutoencoderKLTemporalDecoder,
)
from diffusers.models.autoencoders.autoencoder_kl_kvae_video import AutoencoderKLKVAEVideo
from family_cases import (
    Cases,
    Images,
    check_case,
    photographs,
    prepared,
    raw_class,
    round_trip,
    saved,
    to_pixels,
)
from test_family_published import source_of
from torch import Tensor
from vae_files import to_ldm

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.families.detect import detect
from vaelab.vae.files.source import open_source
from vaelab.vae.identity.latent_spaces import convention
from vaelab.vae.located import LocatedVAE
from vaelab.vae.spec.grammar import VAESpec


def still(images: Images, module: Any) -> Tensor:
    return raw_class(module, images, still=True)


def made(kind: Any, last: Any, run: Any = still, **arguments: Any) -> Any:
    torch.manual_seed(0)
    module = kind(**arguments)
    return prepared(module, last(module), run=lambda images: run(images, module))


def hunyuan(**changes: Any) -> Any:
    return made(
        AutoencoderKLHunyuanVideo, lambda module: module.decoder.conv_out.conv,
        **{"block_out_channels": (32, 32, 64), "down_block_types": ("HunyuanVideoDownBlock3D",) * 3,
           "up_block_types": ("HunyuanVideoUpBlock3D",) * 3, "layers_per_block": 1, "latent_channels": 4,
           "spatial_compression_ratio": 4, **changes},
    )  # fmt: skip


FOLDED: dict[str, Any] = {
    "block_out_channels": (16, 32, 64), "layers_per_block": 1, "latent_channels": 8,
    "spatial_compression_ratio": 4, "temporal_compression_ratio": 2,
}  # fmt: skip


def one_by_one(images: Images, module: Any) -> Tensor:
    """The class of HunyuanVideo 1.5 fails on a batch."""
    return torch.cat([still(image[None], module) for image in images])


def hunyuan15(**changes: Any) -> Any:
    return made(
        AutoencoderKLHunyuanVideo15,
        lambda module: module.decoder.conv_out.conv,
        one_by_one,
        **{**FOLDED, **changes},
    )


def refiner(**changes: Any) -> Any:
    return made(
        AutoencoderKLHunyuanImageRefiner, lambda module: module.decoder.conv_out.conv, **{**FOLDED, **changes}
    )


def cogvideox(**changes: Any) -> Any:
    return made(
        AutoencoderKLCogVideoX, lambda module: module.decoder.conv_out.conv,
        **{"block_out_channels": (32, 32, 64, 64), "layers_per_block": 1, "latent_channels": 4, **changes},
    )  # fmt: skip


def magvit() -> Any:
    return made(
        AutoencoderKLMagvit, lambda module: module.decoder.conv_out,
        block_out_channels=(32, 32, 64), latent_channels=4, layers_per_block=1,
        down_block_types=("SpatialDownBlock3D", *("SpatialTemporalDownBlock3D",) * 2),
        up_block_types=("SpatialUpBlock3D", *("SpatialTemporalUpBlock3D",) * 2),
    )  # fmt: skip


def kvae_video(**changes: Any) -> Any:
    return made(
        AutoencoderKLKVAEVideo, lambda module: module.decoder.conv_out.conv,
        **{"ch": 32, "ch_mult": (1, 1, 2), "num_res_blocks": 1, "z_channels": 4, "temporal_compress_times": 2, **changes},
    )  # fmt: skip


def mochi() -> Any:
    return made(
        AutoencoderKLMochi, lambda module: module.decoder.proj_out, encoder_block_out_channels=(32, 64, 32, 96),
        decoder_block_out_channels=(32, 64, 64, 32), latent_channels=4, layers_per_block=(1, 2, 1, 1, 1),
    )  # fmt: skip


def cosmos(**changes: Any) -> Any:
    return made(
        AutoencoderKLCosmos, lambda module: module.decoder.conv_out.conv_t,
        **{"encoder_block_out_channels": (16, 16, 32, 32), "decode_block_out_channels": (16, 32, 32, 16), "num_layers": 1,
           "latent_channels": 4, **changes},
    )  # fmt: skip


@torch.no_grad()
def frame_alone(images: Images, module: Any) -> Tensor:
    x = torch.from_numpy(images.copy()).permute(0, 3, 1, 2).float() / 255.0 * 2.0 - 1.0
    sample: Tensor = module.decode(module.encode(x).latent_dist.mode(), num_frames=1).sample
    return sample


def svd() -> Any:
    return made(
        AutoencoderKLTemporalDecoder, lambda module: module.decoder.conv_out, frame_alone,
        down_block_types=("DownEncoderBlock2D",) * 2, block_out_channels=(32, 64), layers_per_block=2,
    )  # fmt: skip


def to_comfy(state: dict[str, Tensor], wrapped: bool = True) -> dict[str, Tensor]:
    """LDM's names with wrapped convolutions, those of the attention too."""
    inner = ".conv" if wrapped else ""
    plain = {re.sub(r"\.conv\.(weight|bias)$", r".\1", name): name for name in state}
    result = {}
    renamed = to_ldm({short: torch.tensor(number) for number, short in enumerate(plain)}, 3)
    sources = list(plain.values())
    for name, number in renamed.items():
        tensor = state[sources[int(number)]]
        if ".attn_1." in name and ".norm." not in name:
            name = re.sub(r"\.(weight|bias)$", rf"{inner}.\1", name)
            tensor = tensor[..., None, None, None] if name.endswith("weight") else tensor
        elif sources[int(number)].endswith((".conv.weight", ".conv.bias")):
            name = re.sub(r"\.(weight|bias)$", r".conv.\1", name)
        result[name] = tensor
    return result


def to_tencent(state: dict[str, Tensor], bare: bool = False) -> dict[str, Tensor]:
    """The authors' names: LDM's, the decoder's levels in the order they run."""
    rules = [
        (r"mid_block\.resnets\.0", "mid.block_1"),
        (r"mid_block\.resnets\.1", "mid.block_2"),
        (r"mid_block\.attentions\.0\.to_([qkv])", r"mid.attn_1.\1"),
        (r"mid_block\.attentions\.0", "mid.attn_1"),
        (r"(down|up)_blocks\.(\d+)\.resnets\.(\d+)", r"\1.\2.block.\3"),
        (r"(down|up)_blocks\.(\d+)\.\w+samplers\.0", r"\1.\2.\1sample"),
        (r"conv_shortcut", "nin_shortcut"),
    ]
    result = {}
    for name, tensor in state.items():
        for pattern, replacement in rules:
            name = re.sub(pattern, replacement, name)
        if bare:
            name = re.sub(r"\.conv\.(weight|bias)$", r".\1", name)
        result[name] = tensor
    assert len(result) == len(state)
    return result


def test_comfyui_may_leave_the_attention_unwrapped(tmp_path: Path) -> None:
    module = hunyuan()
    path = saved(to_comfy(module.state_dict(), wrapped=False), tmp_path / "a.safetensors")
    assert np.array_equal(round_trip(path, photographs()), to_pixels(still(photographs(), module)))


def folder(make: Any, run: Any = still) -> Any:
    def case(path: Path) -> Any:
        module = make()
        module.save_pretrained(path / "vae")
        return path / "vae", lambda images: to_pixels(run(images, module))

    return case


def original(make: Any, rename: Any, run: Any = still, **how: bool) -> Any:
    def case(path: Path) -> Any:
        module = make()
        state = {f"vae.{name}": tensor for name, tensor in rename(module.state_dict(), **how).items()}
        return saved(state, path / "a.safetensors"), lambda images: to_pixels(run(images, module))

    return case


CASES: Cases = {
    ("AutoencoderKLHunyuanVideo", "diffusers"): folder(hunyuan),
    ("AutoencoderKLHunyuanVideo", "LDM"): original(hunyuan, to_comfy),
    ("AutoencoderKLHunyuanVideo15", "diffusers"): folder(hunyuan15, one_by_one),
    ("AutoencoderKLHunyuanVideo15", "Tencent"): original(hunyuan15, to_tencent, one_by_one),
    ("AutoencoderKLHunyuanImageRefiner", "diffusers"): folder(refiner),
    ("AutoencoderKLHunyuanImageRefiner", "Tencent"): original(refiner, to_tencent, bare=True),
    ("AutoencoderKLCogVideoX", "diffusers"): folder(cogvideox),
    ("AutoencoderKLMagvit", "diffusers"): folder(magvit),
    ("AutoencoderKLKVAEVideo", "diffusers"): folder(kvae_video),
    ("AutoencoderKLMochi", "diffusers"): folder(mochi),
    ("AutoencoderKLCosmos", "diffusers"): folder(cosmos),
    ("AutoencoderKLTemporalDecoder", "diffusers"): folder(svd, frame_alone),
}


@pytest.mark.parametrize("key", CASES, ids=" ".join)
def test_one_frame_equals_the_class(key: tuple[str, str], tmp_path: Path) -> None:
    check_case(key, CASES[key], tmp_path)


MAKERS: dict[str, tuple[Any, Any]] = {
    "HunyuanVideo": (hunyuan, still),
    "HunyuanVideo 1.5": (hunyuan15, one_by_one),
    "CogVideoX": (cogvideox, still),
    "EasyAnimate": (magvit, still),
    "K-VAE": (kvae_video, still),
    "Mochi": (mochi, still),
    "Cosmos": (cosmos, still),
    "Cosmos CV4x8x8": (lambda: cosmos(temporal_compression_ratio=4), still),
    "SVD": (svd, frame_alone),
}


@pytest.mark.parametrize("name", MAKERS)
def test_no_config_is_needed(name: str, tmp_path: Path) -> None:
    make, run = MAKERS[name]
    module = make()
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    assert np.array_equal(round_trip(path, photographs()), to_pixels(run(photographs(), module)))
    info = describe(str(path), hash_files=False)
    assert info.parameters == sum(p.numel() for p in module.parameters())


def test_on_one_frame_the_two_classes_are_one(tmp_path: Path) -> None:
    """Without a config HunyuanVideo 1.5 and HunyuanImage's refiner need not be told apart."""
    module = refiner()
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    assert "HunyuanVideo 1.5/HunyuanImage refiner-type" in describe(str(path)).family
    found = round_trip(path, photographs()).astype(int)
    difference = np.abs(found - to_pixels(still(photographs(), module)))
    assert difference.max() <= 1
    assert (difference > 0).mean() < 1e-3


@pytest.mark.parametrize("make", [hunyuan, magvit, mochi])
def test_tiles_equal_the_class_own(make: Any, tmp_path: Path) -> None:
    module = make()
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    module.enable_tiling(
        tile_sample_min_height=32,
        tile_sample_min_width=32,
        tile_sample_stride_height=24,
        tile_sample_stride_width=24,
    )
    found = round_trip(path, photographs(), tiling=32)
    assert np.array_equal(found, to_pixels(still(photographs(), module)))
    assert not np.array_equal(found, round_trip(path, photographs()))


@pytest.mark.parametrize("make", [hunyuan15, cogvideox, cosmos, svd])
def test_what_is_not_tiled_says_so(make: Any, tmp_path: Path) -> None:
    path = saved(make().state_dict(), tmp_path / "a.safetensors")
    with pytest.raises(VAEError, match="cannot be tiled"):
        round_trip(path, photographs(), tiling=64)


@pytest.mark.parametrize("make", [hunyuan, refiner, svd])
def test_they_run_in_half_precision(make: Any, tmp_path: Path) -> None:
    path = saved(make().state_dict(), tmp_path / "a.safetensors")
    half = round_trip(path, photographs(), precision="bf16").astype(int)
    assert 0 < np.abs(half - round_trip(path, photographs())).mean() < 8


def test_a_posterior_is_measured_where_there_is_one(tmp_path: Path) -> None:
    for make, has in ((hunyuan, True), (cosmos, False)):
        path = saved(make().state_dict(), tmp_path / "a.safetensors")
        codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
        (facts, _) = codec.latent_facts(codec.encode(photographs(), [0, 1]))
        assert (facts.kl is not None) == has


@pytest.mark.parametrize(
    ("change", "wrong", "sentence"),
    [
        (
            {"encoder.conv_out.conv.weight": (6, 64, 3, 3, 3)},
            hunyuan,
            "returns 6 channels where its decoder takes 4",
        ),
        (
            {"decoder.conv_out.conv.weight": (12, 32, 3, 3, 3)},
            hunyuan,
            "takes 3 channels and returns 12 where 3",
        ),
        (
            {"decoder.up_blocks.0.resnets.0.conv1.conv.weight": (32, 64, 3, 3, 3)},
            cogvideox,
            "Its encoder has the widths",
        ),
        ({"encoder.down_blocks.1.resnets.0.conv1.weight": (96, 32, 3, 3)}, svd, "Its encoder has the widths"),
        ({"encoder.conv_in.conv_s.weight": (16, 100, 1, 3, 3)}, cosmos, "no cubes of RGB"),
    ],
)
def test_what_cannot_be_run_is_refused(
    change: dict[str, tuple[int, ...]], wrong: Any, sentence: str, tmp_path: Path
) -> None:
    state = wrong().state_dict() | {name: torch.zeros(shape) for name, shape in change.items()}
    with pytest.raises(VAEError, match=sentence) as caught:
        describe(str(saved(state, tmp_path / "a.safetensors")))
    assert "\n" not in str(caught.value)


def test_a_decoder_of_hunyuan_video_decodes_for_another_encoder(tmp_path: Path) -> None:
    """And the tiny one of the same space is given what its pipelines would give it."""
    path = saved(hunyuan().state_dict(), tmp_path / "a.safetensors")
    codec: Any = open_codec(VAESpec("x", str(path), encoder=str(path)), CodecOptions())
    found = codec.decode(codec.encode(photographs(), [0, 1])).images
    assert np.array_equal(found, round_trip(path, photographs()))
    assert not any("is taken from whoever paired them" in note for note in codec.notes)
    for make, space in ((hunyuan, "HunyuanVideo"), (hunyuan15, ""), (refiner, "")):
        saved(make().state_dict(), path)
        source = open_source(path)
        told = LocatedVAE(source, detect(source))
        assert convention(told, describe(str(path)).family).space == space


def test_a_config_of_other_weights_is_refused(tmp_path: Path) -> None:
    hunyuan().save_pretrained(tmp_path)
    config = tmp_path / "config.json"
    config.write_text(config.read_text().replace('"latent_channels": 4', '"latent_channels": 16'))
    with pytest.raises(VAEError, match="says latent_channels = 16, its weights say 4"):
        describe(str(tmp_path))


def test_a_missing_tensor_is_named(tmp_path: Path) -> None:
    state = hunyuan().state_dict()
    del state["decoder.mid_block.resnets.1.conv2.conv.bias"]
    with pytest.raises(VAEError, match=r"lacks 'decoder.mid_block.resnets.1.conv2.conv.bias'"):
        round_trip(saved(state, tmp_path / "a.safetensors"), photographs())


@pytest.mark.parametrize(
    ("place", "name", "sentence"),
    [
        ("minimax_h3", "MiniMaxH3", "MiniMax H3, whose decoder works on clips of 22 frames"),
        ("allegro", "Allegro", "Allegro, which works on clips of 24 frames alone"),
    ],
)
def test_what_makes_no_single_image_is_refused(place: str, name: str, sentence: str) -> None:
    from importlib import import_module

    source = import_module(f"diffusers.models.autoencoders.autoencoder_kl_{place}")
    with torch.device("meta"):
        state = getattr(source, f"AutoencoderKL{name}")().state_dict()
    with pytest.raises(VAEError, match=sentence) as caught:
        detect(source_of(state))
    assert "\n" not in str(caught.value)
