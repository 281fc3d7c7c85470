"""The VAEs of LTX-Video and LTX-2 on still images, in diffusers' and in Lightricks' own layout."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import AutoencoderKLLTX2Video, AutoencoderKLLTXVideo
from family_cases import Cases, Images, check_case, photographs, prepared, round_trip, saved, to_pixels
from safetensors.torch import save_file
from torch import Tensor

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.spec.grammar import VAESpec

FIRST: dict[str, Any] = {
    "latent_channels": 8, "block_out_channels": (8, 16, 16, 16), "decoder_block_out_channels": (8, 16, 16, 16),
    "layers_per_block": (1, 2, 1, 1, 1), "decoder_layers_per_block": (1, 1, 2, 1, 1), "patch_size": 2,
}  # fmt: skip
"""As 0.9.0."""
TIMED: dict[str, Any] = {
    **FIRST, "decoder_block_out_channels": (16, 32, 64), "decoder_layers_per_block": (1, 1, 2, 1),
    "decoder_spatio_temporal_scaling": (True,) * 3, "decoder_inject_noise": (False,) * 4, "upsample_residual": (True,) * 3,
    "upsample_factor": (2,) * 3, "timestep_conditioning": True,
}  # fmt: skip
NOISY = {**TIMED, "decoder_inject_noise": (True, True, True, False)}
"""As 0.9.1."""
FOLDING: dict[str, Any] = {
    "block_out_channels": (8, 16, 32, 64, 64), "down_block_types": ("LTXVideo095DownBlock3D",) * 4,
    "layers_per_block": (1, 1, 2, 1, 1), "spatio_temporal_scaling": (True,) * 4,
    "downsample_type": ("spatial", "temporal", "spatiotemporal", "spatiotemporal"),
}  # fmt: skip
LATER = {**TIMED, **FOLDING, "spatial_compression_ratio": 16}
"""As 0.9.5 and 0.9.7."""
SECOND: dict[str, Any] = {
    "latent_channels": 8, "block_out_channels": (16, 32, 64, 64), "decoder_block_out_channels": (16, 32, 64),
    "layers_per_block": (1, 1, 2, 1, 1), "decoder_layers_per_block": (1, 1, 2, 1), "patch_size": 2,
    "spatial_compression_ratio": 16,
}  # fmt: skip
"""As LTX-2."""
THIRD: dict[str, Any] = {
    **SECOND, "decoder_block_out_channels": (16, 32, 32, 64), "decoder_layers_per_block": (1, 1, 2, 1, 1),
    "decoder_spatio_temporal_scaling": (True,) * 4, "decoder_inject_noise": (False,) * 5, "upsample_residual": (False,) * 4,
    "upsample_factor": (2, 2, 1, 2), "upsample_type": ("spatiotemporal", "spatiotemporal", "temporal", "spatial"),
    "decoder_spatial_padding_mode": "zeros",
}  # fmt: skip
"""As LTX-2.3."""
MODELS: dict[str, tuple[Any, dict[str, Any]]] = {
    "0.9.0": (AutoencoderKLLTXVideo, FIRST),
    "0.9.1": (AutoencoderKLLTXVideo, NOISY),
    "0.9.1 without noise": (AutoencoderKLLTXVideo, TIMED),
    "0.9.5": (AutoencoderKLLTXVideo, LATER),
    "LTX-2": (AutoencoderKLLTX2Video, SECOND),
    "LTX-2.3": (AutoencoderKLLTX2Video, THIRD),
}


@torch.no_grad()
def run(images: Images, module: Any, seed: int = 0) -> Tensor:
    """Image by image, at time step 0; what noise is drawn follows the image's own seed."""
    results = []
    for number, image in enumerate(images):
        x = torch.from_numpy(image.copy()).permute(2, 0, 1)[None, :, None].float() / 255.0 * 2.0 - 1.0
        z = module.encode(x).latent_dist.mode()
        torch.manual_seed(seed + number)
        timed = module.config.timestep_conditioning
        results.append(module.decode(z, torch.zeros(1) if timed else None).sample[:, :, 0])
    return torch.cat(results)


def make(name: str, **changes: Any) -> Any:
    torch.manual_seed(0)
    kind, arguments = MODELS[name]
    module = kind(**{**arguments, **changes})
    for key, parameter in module.named_parameters():
        if "per_channel_scale" in key:
            parameter.data.normal_()
    module.latents_mean.normal_()
    return prepared(module, module.decoder.conv_out.conv, run=lambda images: run(images, module))


def to_lightricks(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """One row of blocks for each half, in the order they run."""
    places: dict[str, str] = {}
    number = 0
    for level in range(9):
        for inner in ("resnets", "downsamplers.0", "conv_out"):
            start = f"encoder.down_blocks.{level}.{inner}"
            if any(name.startswith(f"{start}.") for name in state):
                places[start] = f"encoder.down_blocks.{number}{'.res_blocks' if inner == 'resnets' else ''}"
                number += 1
    places["encoder.mid_block.resnets"] = f"encoder.down_blocks.{number}.res_blocks"
    places["decoder.mid_block.resnets"] = "decoder.up_blocks.0.res_blocks"
    places["decoder.mid_block.time_embedder"] = "decoder.up_blocks.0.time_embedder"
    number = 1
    for level in range(9):
        for inner in ("conv_in", "upsamplers.0", "resnets"):
            start = f"decoder.up_blocks.{level}.{inner}"
            if any(name.startswith(f"{start}.") for name in state):
                places[start] = f"decoder.up_blocks.{number}{'.res_blocks' if inner == 'resnets' else ''}"
                number += 1
        places[f"decoder.up_blocks.{level}.time_embedder"] = f"decoder.up_blocks.{number - 1}.time_embedder"
    result: dict[str, Tensor] = {}
    for name, tensor in state.items():
        start = next((start for start in places if name.startswith(f"{start}.")), None)
        if start is not None:
            name = places[start] + name.removeprefix(start)
        name = name.replace(".conv_shortcut.conv.", ".conv_shortcut.").replace(".norm3.", ".norm3.norm.")
        name = re.sub(r"^decoder\.(time_embedder|scale_shift_table)", r"decoder.last_\1", name)
        name = re.sub(r"^latents_(mean|std)$", r"per_channel_statistics.\1-of-means", name)
        result[name] = tensor
    assert len(result) == len(state)
    statistics = ("channel", "mean-of-stds", "mean-of-stds_over_std-of-means")
    return result | {f"per_channel_statistics.{name}": torch.ones(8) for name in statistics}


def folder(name: str) -> Any:
    def case(path: Path) -> Any:
        module = make(name)
        module.save_pretrained(path / "vae")
        return path / "vae", lambda images: to_pixels(run(images, module))

    return case


def original(name: str) -> Any:
    def case(path: Path) -> Any:
        module = make(name)
        state = {f"vae.{key}": tensor for key, tensor in to_lightricks(module.state_dict()).items()}
        state["model.diffusion_model.patchify_proj.weight"] = torch.zeros(2, 2)
        return saved(state, path / "a.safetensors"), lambda images: to_pixels(run(images, module))

    return case


VARIANTS: dict[str, tuple[str, Any]] = {
    f"{name}, {layout}": (name, maker(name))
    for name in MODELS
    for layout, maker in (("diffusers", folder), ("Lightricks", original))
}
CASES: Cases = {
    ("AutoencoderKLLTXVideo", "diffusers"): folder("0.9.0"),
    ("AutoencoderKLLTXVideo", "Lightricks"): original("0.9.0"),
    ("AutoencoderKLLTX2Video", "diffusers"): folder("LTX-2"),
    ("AutoencoderKLLTX2Video", "Lightricks"): original("LTX-2"),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_one_frame_equals_the_class(variant: str, tmp_path: Path) -> None:
    name, case = VARIANTS[variant]
    # A convolution of a batch may add in another order than of its images alone.
    check_case((MODELS[name][0].__name__, variant.rpartition(", ")[2]), case, tmp_path, levels=1, share=1e-3)


def test_noise_belongs_to_the_image_and_the_seed(tmp_path: Path) -> None:
    module = make("0.9.1")
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    state = torch.random.get_rng_state()
    codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
    alone = codec.decode(codec.encode(photographs()[1:], [1])).images
    both = codec.decode(codec.encode(photographs(), [0, 1])).images
    assert np.abs(alone[0].astype(int) - both[1]).max() <= 1
    assert np.abs(round_trip(path, photographs(), seed=7).astype(int) - both).mean() > 1
    assert any("draws noise" in note for note in codec.notes)
    assert any("runs at step 0" in note for note in codec.notes)
    assert torch.equal(torch.random.get_rng_state(), state), (
        "drawing leaves the program's own generator alone"
    )


def test_the_units_of_its_pipelines_are_in_its_file(tmp_path: Path) -> None:
    module = make("LTX-2")
    module.latents_std.uniform_(0.5, 2)
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    codec: Any = open_codec(VAESpec("x", str(path)), CodecOptions())
    assert np.allclose(codec.units.mean.ravel(), module.latents_mean)
    assert np.allclose(codec.units.scale.ravel(), 1 / module.latents_std)
    module.latents_std[3] = 0
    broken: Any = open_codec(
        VAESpec("x", str(saved(module.state_dict(), tmp_path / "b.safetensors"))), CodecOptions()
    )
    assert broken.units is None
    alone = saved(
        {name: tensor for name, tensor in module.state_dict().items() if not name.startswith("encoder.")},
        tmp_path / "decoder.safetensors",
    )
    codec = open_codec(VAESpec("x", str(alone), encoder=str(path)), CodecOptions())
    found = codec.decode(codec.encode(photographs(), [0, 1])).images
    assert np.array_equal(found, round_trip(path, photographs()))


@pytest.mark.parametrize("residual", [True, False])
def test_the_header_tells_what_weights_do_not(residual: bool, tmp_path: Path) -> None:
    """As Lightricks writes it: the decoder's blocks from the last to the first."""
    module = make("LTX-2", upsample_residual=(residual, True, False), decoder_spatial_padding_mode="zeros")
    blocks: list[Any] = [["res_x", {"num_layers": 1}]]
    for adds in (residual, True, False):
        blocks += [["compress_all", {"multiplier": 2, "residual": adds}], ["res_x", {"num_layers": 1}]]
    config = {"vae": {"decoder_blocks": blocks, "spatial_padding_mode": "zeros"}, "transformer": {}}
    state = {key: tensor.contiguous() for key, tensor in to_lightricks(module.state_dict()).items()}
    path = tmp_path / "a.safetensors"
    save_file(state, path, metadata={"config": json.dumps(config)})
    found = round_trip(path, photographs()).astype(int)
    assert np.abs(found - to_pixels(run(photographs(), module))).max() <= 1
    save_file(state, path)
    assert np.abs(round_trip(path, photographs()).astype(int) - found).mean() > 1
    config["vae"]["decoder_blocks"].pop(1)
    save_file(state, path, metadata={"config": json.dumps(config)})
    with pytest.raises(VAEError, match="header says that its decoder has 2 steps, its weights that it has 3"):
        describe(str(path))


@pytest.mark.parametrize("header", ["{", "[]", '{"vae": 3}', '{"vae": {"decoder_blocks": 7}}'])
def test_a_header_that_says_nothing_is_no_harm(header: str, tmp_path: Path) -> None:
    state = {key: tensor.contiguous() for key, tensor in make("0.9.0").state_dict().items()}
    save_file(state, tmp_path / "a.safetensors", metadata={"config": header})
    assert describe(str(tmp_path / "a.safetensors"), hash_files=False).factor == 16


@pytest.mark.parametrize("name", ["0.9.0", "LTX-2"])
def test_tiles_equal_the_class_own(name: str, tmp_path: Path) -> None:
    module = make(name)
    path = saved(module.state_dict(), tmp_path / "a.safetensors")
    images = np.tile(photographs(), (1, 2, 2, 1))[:, :128, :96]
    module.enable_tiling(
        tile_sample_min_height=64,
        tile_sample_min_width=64,
        tile_sample_stride_height=48,
        tile_sample_stride_width=48,
    )
    found = round_trip(path, images, tiling=64)
    assert np.abs(found.astype(int) - to_pixels(run(images, module))).max() <= 1
    assert not np.array_equal(found, round_trip(path, images))


def test_halves_of_other_factors_are_refused(tmp_path: Path) -> None:
    state = make("0.9.0").state_dict()
    state = {name: tensor for name, tensor in state.items() if ".up_blocks.3.upsamplers." not in name}
    with pytest.raises(VAEError, match="divides the size by 16, its decoder multiplies it by 8"):
        describe(str(saved(state, tmp_path / "a.safetensors")))


def test_a_block_out_of_its_row_is_named(tmp_path: Path) -> None:
    state = to_lightricks(make("0.9.0").state_dict())
    state["decoder.up_blocks.99.conv.conv.weight"] = torch.zeros(2, 2, 3, 3, 3)
    with pytest.raises(VAEError, match=r"unexpected 'decoder.up_blocks.99.conv.conv.weight'"):
        round_trip(saved(state, tmp_path / "a.safetensors"), photographs())
