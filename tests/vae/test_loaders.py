"""Every way into a VAE that is on disk gives, pixel for pixel, what the reference class itself gives."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import AutoencoderKL, AutoencoderTiny
from project import ROOT
from safetensors.torch import save_file
from vae_files import (
    Images,
    random_kl,
    reference,
    save_pair,
    tiny_halves,
    tiny_reference,
    to_ldm,
    to_old_attention,
)

from vaelab.errors import VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, find_vaes, open_codec
from vaelab.vae.spec.grammar import VAESpec

REAL_WEIGHTS = ROOT.parent / "shared" / "weights"


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    """Networks this small are faster on one thread, and do not wait for each other on a busy machine."""
    number = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(number)


@pytest.fixture
def images(photographs: dict[str, Images]) -> Images:
    return np.stack([photographs["astronaut"][40:104, 180:260], photographs["coffee"][100:164, 200:280]])


def round_trip(what: Path | str, images: Images, **options: Any) -> Images:
    codec = open_codec(VAESpec("x", str(what)), CodecOptions(**options))
    try:
        return codec.decode(codec.encode(images, range(len(images)))).images
    finally:
        codec.close()


KL_SHAPES = {
    "small": random_kl,
    "three levels": lambda: random_kl((32, 64, 96), layers_per_block=2),
    "16 channels without quant": lambda: random_kl(
        (32, 64), latent_channels=16, use_quant_conv=False, use_post_quant_conv=False
    ),
    "no attention in the middle": lambda: random_kl((64, 32), mid_block_add_attention=False),
    "attention in every block": lambda: random_kl((32, 64), attention=True),
}


@pytest.mark.parametrize("shape", KL_SHAPES)
@pytest.mark.parametrize("layout", ["folder", "file", "ldm", "first_stage_model"])
def test_kl_of_any_shape_and_layout_equals_the_class(
    shape: str, layout: str, tmp_path: Path, images: Images
) -> None:
    module = KL_SHAPES[shape]()
    state = module.state_dict()
    path = tmp_path / "vae.safetensors"
    if layout == "folder":
        module.save_pretrained(tmp_path)
        path = tmp_path
    elif layout == "file":
        save_file(state, path)
    else:
        state = to_ldm(state, len(module.config.block_out_channels))
        if layout == "first_stage_model":
            state = {f"first_stage_model.{name}": tensor for name, tensor in state.items()}
            state["model.diffusion_model.input_blocks.0.0.weight"] = torch.zeros(4, 4)
        save_file({name: tensor.contiguous() for name, tensor in state.items()}, path)
    assert np.array_equal(round_trip(path, images), reference(module, images))


@pytest.mark.parametrize(
    "container", ["zip", "legacy", "nested", "bin folder", "sharded", "pipeline", "old names"]
)
def test_kl_of_any_container_equals_the_class(container: str, tmp_path: Path, images: Images) -> None:
    module = random_kl()
    state, path = module.state_dict(), tmp_path / "some.ckpt"
    if container == "zip":
        torch.save(state, path)
    elif container == "legacy":
        torch.save(state, path, _use_new_zipfile_serialization=False)
    elif container == "nested":
        torch.save({"epoch": 3, "state_dict": {**to_ldm(state, 2), "loss.logvar": torch.zeros(())}}, path)
    elif container == "bin folder":
        module.save_pretrained(tmp_path, safe_serialization=False)
        path = tmp_path
    elif container == "sharded":
        module.save_pretrained(tmp_path, max_shard_size="100KB")
        assert len(list(tmp_path.glob("*.safetensors"))) > 1
        path = tmp_path
    elif container == "pipeline":
        module.save_pretrained(tmp_path / "vae")
        (tmp_path / "model_index.json").write_text("{}")
        path = tmp_path
    else:
        save_file({k: v.contiguous() for k, v in to_old_attention(state).items()}, path)
    assert np.array_equal(round_trip(path, images), reference(module, images))


def test_default_memory_layout_differs_by_rounding_alone(tmp_path: Path, images: Images) -> None:
    """channels_last reorders additions: against the class's default layout at most one level, in few places."""
    module = random_kl()
    save_file(module.state_dict(), tmp_path / "a.safetensors")
    with torch.no_grad():
        x = torch.from_numpy(images).permute(0, 3, 1, 2).float().contiguous() / 255.0
        out = module.decode(module.encode(2 * x - 1).latent_dist.mode()).sample
    expected = ((out * 0.5 + 0.5).clamp(0, 1) * 255).round().permute(0, 2, 3, 1).numpy()
    difference = np.abs(round_trip(tmp_path / "a.safetensors", images).astype(int) - expected)
    assert difference.max() <= 1
    assert (difference > 0).mean() < 0.01


def test_norm_groups_and_activation_come_from_the_config(tmp_path: Path, images: Images) -> None:
    """They leave no trace in the weights."""
    module = random_kl((24, 48), norm_num_groups=8, act_fn="relu")
    module.save_pretrained(tmp_path)
    assert np.array_equal(round_trip(tmp_path, images), reference(module, images))
    (tmp_path / "config.json").unlink()
    with pytest.raises(VAEError, match=r"24 is no multiple of 32 .* config\.json has norm_num_groups"):
        round_trip(tmp_path / "diffusion_pytorch_model.safetensors", images)


def test_half_precision_files_load_as_fp32_of_the_stored_numbers(tmp_path: Path, images: Images) -> None:
    module = random_kl().to(torch.bfloat16)
    save_file(module.state_dict(), tmp_path / "a.safetensors")
    assert describe(str(tmp_path / "a.safetensors")).stored_dtype == "bf16"
    assert np.array_equal(round_trip(tmp_path / "a.safetensors", images), reference(module.float(), images))


@pytest.mark.parametrize(
    "variant",
    [{"latent_channels": 4}, {"latent_channels": 16}, {"latent_channels": 32, "pool": True},
     {"latent_channels": 32, "f32": True}],
    ids=["TAESD", "TAEF1", "TAEF2", "TAESANA"],
)  # fmt: skip
@pytest.mark.parametrize("layout", ["pair", "from decoder", "merged"])
def test_tiny_layouts_equal_the_original_sequences(
    variant: dict[str, Any], layout: str, tmp_path: Path, images: Images
) -> None:
    halves = tiny_halves(**variant)
    path = save_pair(tmp_path, halves)
    if layout == "from decoder":
        path = tmp_path / "taesd_decoder.pth"
    elif layout == "merged":
        path = tmp_path / "merged.safetensors"
        merged = {
            f"taesd_{name}.{key}": tensor
            for name, half in zip(("encoder", "decoder"), halves, strict=True)
            for key, tensor in half.state_dict().items()
        }
        save_file({**merged, "vae_scale": torch.tensor(1.0), "vae_shift": torch.tensor(0.0)}, path)
    images = np.pad(images, ((0, 0), (0, 0), (0, 16), (0, 0)), mode="reflect")  # 64×96: multiples of 32
    expected = tiny_reference(halves, images)
    assert expected.std() > 10
    assert np.array_equal(round_trip(path, images), expected)
    info = describe(str(path))
    assert (info.latent_channels, info.factor) == (variant["latent_channels"], 32 if "f32" in variant else 8)
    assert info.parameters == sum(p.numel() for half in halves for p in half.parameters())


def test_diffusers_autoencoder_tiny_equals_the_class(tmp_path: Path, images: Images) -> None:
    """Folder and file; the class maps [-1, 1] to [0, 1] inside, so that a rounding may fall on the other side."""
    torch.manual_seed(0)
    module = AutoencoderTiny().eval().requires_grad_(False)
    module.decoder.layers[-1].weight.mul_(20)
    module.decoder.layers[-1].bias.fill_(0.5)
    module.save_pretrained(tmp_path / "folder")
    save_file(module.state_dict(), tmp_path / "file.safetensors")
    module = module.to(memory_format=torch.channels_last)
    x = torch.from_numpy(images).permute(0, 3, 1, 2).float() / 255.0
    out = module.decode(module.encode(2 * x - 1).latents).sample
    expected = ((out * 0.5 + 0.5).clamp(0, 1) * 255).round().permute(0, 2, 3, 1).numpy()
    assert expected.std() > 10
    for path in (tmp_path / "folder", tmp_path / "file.safetensors"):
        difference = np.abs(round_trip(path, images).astype(int) - expected)
        assert difference.max() <= 1
        assert (difference > 0).mean() < 1e-3


def test_taef2_with_its_real_weights(photographs: dict[str, Images]) -> None:
    """The published weights reconstruct a photograph at 31.2 dB."""
    if not (REAL_WEIGHTS / "taef2_encoder.pth").is_file():
        pytest.skip("the published TAEF2 weights are not on this machine")
    image = photographs["astronaut"][None]
    output = round_trip(REAL_WEIGHTS / "taef2_encoder.pth", image)
    error = np.mean((output.astype(float) - image) ** 2)
    assert 10 * np.log10(255**2 / error) == pytest.approx(31.18, abs=0.02)
    info = describe(str(REAL_WEIGHTS / "taef2_decoder.pth"))
    assert (info.family, info.stored_dtype, info.parameters) == ("TAEF2", "fp16", 2677027)


def test_halves_of_different_vaes_are_refused(tmp_path: Path) -> None:
    save_pair(tmp_path, tiny_halves(4))
    torch.save(tiny_halves(16)[1].state_dict(), tmp_path / "taesd_decoder.pth")
    with pytest.raises(VAEError, match="makes 4 channels at 1/8, its decoder takes 16 at 1/8"):
        describe(str(tmp_path / "taesd_encoder.pth"))


def test_a_missing_half_is_named(tmp_path: Path) -> None:
    save_pair(tmp_path, tiny_halves())
    (tmp_path / "taesd_decoder.pth").rename(tmp_path / "other.pth")
    with pytest.raises(VAEError, match=r"its decoder taesd_decoder\.pth is missing"):
        describe(str(tmp_path / "taesd_encoder.pth"))
    with pytest.raises(VAEError, match="its name does not say where the encoder is"):
        describe(str(tmp_path / "other.pth"))


def test_one_missing_and_one_unexpected_tensor_are_named(tmp_path: Path) -> None:
    state = random_kl().state_dict()
    state["decoder.extra.weight"] = state.pop("encoder.conv_out.bias")
    save_file(state, tmp_path / "a.safetensors")
    with pytest.raises(
        VAEError, match=r"lacks 'encoder\.conv_out\.bias' and it has the unexpected 'decoder\.extra\.weight'"
    ):
        open_codec(VAESpec("x", str(tmp_path / "a.safetensors")), CodecOptions())


def test_a_config_of_other_weights_is_refused(tmp_path: Path) -> None:
    random_kl().save_pretrained(tmp_path)
    config = json.loads((tmp_path / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps({**config, "latent_channels": 16}))
    with pytest.raises(VAEError, match=r"latent_channels = 16, its weights say 4"):
        describe(str(tmp_path))
    (tmp_path / "config.json").write_text(json.dumps({**config, "_class_name": "VQModel"}))
    with pytest.raises(VAEError, match="config.json of VQModel but weights of AutoencoderKL"):
        describe(str(tmp_path))


def test_hash_is_of_the_file_or_of_sorted_lines(tmp_path: Path) -> None:
    import hashlib

    path = save_pair(tmp_path, tiny_halves())
    lines = "".join(
        f"taesd_{half}.pth:{hashlib.sha256((tmp_path / f'taesd_{half}.pth').read_bytes()).hexdigest()}\n"
        for half in ("decoder", "encoder")
    )
    assert describe(str(path)).sha256 == hashlib.sha256(lines.encode()).hexdigest()
    save_file(random_kl().state_dict(), tmp_path / "a.safetensors")
    single = hashlib.sha256((tmp_path / "a.safetensors").read_bytes()).hexdigest()
    assert describe(str(tmp_path / "a.safetensors")).sha256 == single


def test_everything_below_a_folder_is_found_once(tmp_path: Path) -> None:
    save_pair(tmp_path, tiny_halves())
    random_kl().save_pretrained(tmp_path / "sharded", max_shard_size="100KB")
    (tmp_path / "broken.safetensors").write_bytes(b"")
    found = list(find_vaes(tmp_path))
    errors = [entry for entry in found if isinstance(entry, VAEError)]
    families = sorted(entry.family for entry in found if not isinstance(entry, VAEError))
    assert families == ["AutoencoderKL (4 channels, 2×)", "TAESD"]
    assert len(errors) == 1
    assert "is empty" in str(errors[0])


def test_local_files_never_open_a_socket(
    tmp_path: Path, images: Images, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    module = random_kl()
    module.save_pretrained(tmp_path)
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert np.array_equal(round_trip(tmp_path, images), reference(module, images))
    with pytest.raises(VAEError, match="vaelab fetch some-org/some-vae"):
        describe("some-org/some-vae")


def test_a_hub_id_is_served_from_the_cache(
    tmp_path: Path, images: Images, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The layout of the Hugging Face cache: refs/main names the snapshot."""
    from huggingface_hub import constants

    module = random_kl()
    root = tmp_path / "models--org--name"
    module.save_pretrained(root / "snapshots" / "abc" / "vae")
    (root / "refs").mkdir()
    (root / "refs" / "main").write_text("abc")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    for hub_id in ("org/name", "org/name:vae"):
        assert np.array_equal(round_trip(hub_id, images), reference(module, images))


def test_the_reference_is_not_trivial(images: Images) -> None:
    """The comparisons above would mean little on flat or saturated output."""
    for make in KL_SHAPES.values():
        module: AutoencoderKL = make()
        output = reference(module, images)
        assert output.std() > 10
        assert len(np.unique(output)) > 100
