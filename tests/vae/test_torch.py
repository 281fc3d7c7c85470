"""What the codec adds around a network: padding, posterior, precision, stopping, tiling, NaN."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from diffusers.models.autoencoders.vae import DiagonalGaussianDistribution
from safetensors.torch import save_file
from vae_files import Images, random_kl, reference, save_pair, tiny_halves

from vaelab.errors import Stopped, VAEError
from vaelab.resources import assets_folder
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, open_codec
from vaelab.vae.families.vaelab.linear import fit_linear
from vaelab.vae.families.vaelab.mini import MiniVAE
from vaelab.vae.runtime.codec import TorchCodec
from vaelab.vae.spec.grammar import VAESpec, parse_spec


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    """Networks this small are faster on one thread, and do not wait for each other on a busy machine."""
    number = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(number)


@pytest.fixture
def kl_file(tmp_path: Path) -> Path:
    path = tmp_path / "vae.safetensors"
    save_file(random_kl((32, 64, 64)).state_dict(), path)
    return path


@pytest.fixture
def image(photographs: dict[str, Images]) -> Images:
    return photographs["astronaut"][40:104, 180:244]


def codec_of(path: Path | str, options: CodecOptions | None = None) -> TorchCodec:
    codec = open_codec(VAESpec("x", str(path)), options or CodecOptions())
    assert isinstance(codec, TorchCodec)
    return codec


@pytest.mark.parametrize("size", [(1, 1), (7, 13), (60, 65), (2, 64)])
def test_odd_sizes_are_reflected_and_cropped_back(
    size: tuple[int, int], kl_file: Path, image: Images, photographs: dict[str, Images]
) -> None:
    """As if the user had padded by reflection to a multiple of the factor and cut the result."""
    height, width = size
    part = photographs["coffee"][100 : 100 + height, 100 : 100 + width]
    codec = codec_of(kl_file)
    decoded = codec.decode(codec.encode(part[None], [0])).images
    padded = np.pad(part, ((0, -height % 4), (0, -width % 4), (0, 0)), mode="reflect")
    assert decoded.shape == (1, height, width, 3)
    assert np.array_equal(decoded[0], reference(random_kl((32, 64, 64)), padded[None])[0, :height, :width])


def test_fractions_count_the_original_area_alone(tmp_path: Path) -> None:
    """A decoder that returns 2 on the left and 0.5 elsewhere: the share does not depend on the padding."""
    encoder, decoder = tiny_halves()
    for parameter in decoder.parameters():
        parameter.data.zero_()
    decoder[-1].bias.data.copy_(torch.tensor([2.0, 0.5, float("nan")]))
    codec = codec_of(save_pair(tmp_path, (encoder, decoder)))
    decoded = codec.decode(codec.encode(np.zeros((2, 9, 11, 3), np.uint8), [0, 1]))
    assert decoded.clipped_fraction == (1 / 3, 1 / 3)
    assert decoded.nonfinite_fraction == (1 / 3, 1 / 3)
    assert (decoded.images == [255, 128, 0]).all()


def test_nan_weights_are_noted_and_counted(tmp_path: Path, image: Images) -> None:
    state = random_kl().state_dict()
    state["decoder.conv_out.bias"][:] = float("nan")
    save_file(state, tmp_path / "a.safetensors")
    codec = codec_of(tmp_path / "a.safetensors")
    decoded = codec.decode(codec.encode(image[None], [0]))
    assert decoded.nonfinite_fraction == (1.0,)
    assert (decoded.images == 0).all()
    assert any("'decoder.conv_out.bias'" in note and "NaN" in note for note in codec.notes)


def test_moments_and_kl_agree_with_diffusers(kl_file: Path, image: Images) -> None:
    module = random_kl((32, 64, 64))
    images = np.stack([image, image[::-1]])
    x = torch.from_numpy(images).permute(0, 3, 1, 2).float() / 127.5 - 1
    with torch.no_grad():
        posterior: DiagonalGaussianDistribution = module.encode(x).latent_dist
    codec = codec_of(kl_file)
    facts = codec.latent_facts(codec.encode(images, [0, 1]))
    for place, fact in enumerate(facts):
        assert fact.kl is not None
        assert fact.positions == 16 * 16
        assert sum(fact.kl) == pytest.approx(float(posterior.kl()[place]), rel=1e-4)
        mode = posterior.mode()[place].double().flatten(1)
        assert fact.mean == pytest.approx(mode.mean(1).tolist(), abs=1e-5)
        assert fact.mean_square == pytest.approx(mode.square().mean(1).tolist(), rel=1e-4)


def test_log_variance_is_clamped_as_in_diffusers(tmp_path: Path, image: Images) -> None:
    """Without the clamp this KL would be infinite."""
    module = random_kl(use_quant_conv=False)
    module.encoder.conv_out.weight[4:] = 0
    module.encoder.conv_out.bias[4:] = torch.tensor([1000.0, -1000.0, 0.0, 0.0])
    save_file(module.state_dict(), tmp_path / "a.safetensors")
    codec = codec_of(tmp_path / "a.safetensors")
    (fact,) = codec.latent_facts(codec.encode(image[None], [0]))
    assert fact.kl is not None
    per_position = [
        value / fact.positions - mean / 2 for value, mean in zip(fact.kl, fact.mean_square, strict=True)
    ]
    expected = [0.5 * (np.exp(20) - 21), 0.5 * (np.exp(-30) + 29), 0.0, 0.0]
    assert per_position == pytest.approx(expected, rel=1e-6, abs=1e-6)


def test_a_tiny_autoencoder_has_a_latent_but_no_kl(tmp_path: Path, image: Images) -> None:
    codec = codec_of(save_pair(tmp_path, tiny_halves()))
    (fact,) = codec.latent_facts(codec.encode(image[None], [0]))
    assert fact.kl is None
    assert len(fact.mean) == 4


def test_a_sample_depends_on_seed_and_place_not_on_the_batch(kl_file: Path, image: Images) -> None:
    images = np.stack([image, image[::-1], image[:, ::-1]])
    codec = codec_of(kl_file, CodecOptions(latent="sample", seed=5))
    together = codec.encode(images, [4, 5, 9]).data.z
    alone = codec.encode(images[2:], [9]).data
    assert torch.allclose(together[2], alone.z[0], atol=1e-3)
    noise = torch.randn(alone.z.shape[1:], generator=torch.Generator().manual_seed(5 + 9))
    assert torch.allclose(alone.z[0], alone.mean[0] + torch.exp(0.5 * alone.logvar[0]) * noise, atol=1e-6)
    other = codec_of(kl_file, CodecOptions(latent="sample", seed=6)).encode(images[2:], [9]).data.z
    assert not torch.allclose(other, alone.z)
    mode = codec_of(kl_file).encode(images[2:], [9]).data
    assert torch.equal(mode.z, mode.mean)


@pytest.mark.parametrize("stage", ["encode", "decode"])
def test_a_stop_takes_effect_inside_the_network(stage: str, kl_file: Path, image: Images) -> None:
    """The check is asked before every layer, and what it raises comes out."""
    codec = codec_of(kl_file)
    latents = codec.encode(image[None], [0])
    asked = 0

    def check() -> None:
        nonlocal asked
        asked += 1
        if asked == 10:
            raise Stopped

    codec.check = check
    with pytest.raises(Stopped):
        codec.encode(image[None], [0]) if stage == "encode" else codec.decode(latents)
    assert asked == 10
    codec.check = None
    codec.decode(latents)


@pytest.mark.parametrize("precision", ["fp16", "bf16"])
def test_half_precision_runs_near_fp32(precision: str, kl_file: Path, image: Images) -> None:
    exact, half = codec_of(kl_file), open_codec(VAESpec("x", str(kl_file), precision), CodecOptions())  # type: ignore[arg-type]
    assert (exact.precision, half.precision) == ("fp32", precision)
    outputs = [codec.decode(codec.encode(image[None], [0])).images.astype(int) for codec in (exact, half)]
    difference = np.abs(outputs[0] - outputs[1])
    assert 0 < difference.mean() < 3


def test_auto_precision_is_fp32_whatever_is_stored(tmp_path: Path) -> None:
    save_file(random_kl().half().state_dict(), tmp_path / "a.safetensors")
    assert codec_of(tmp_path / "a.safetensors").precision == "fp32"
    assert codec_of(tmp_path / "a.safetensors", CodecOptions(precision="bf16")).precision == "bf16"


def test_tiling_is_diffusers_own_and_is_noted(tmp_path: Path, photographs: dict[str, Images]) -> None:
    module = random_kl()
    save_file(module.state_dict(), tmp_path / "a.safetensors")
    images = photographs["coffee"][None, :96, :128]
    codec = codec_of(tmp_path / "a.safetensors", CodecOptions(tiling=64))
    assert any("tiles of 64 px" in note for note in codec.notes)
    module.enable_tiling()  # its sample_size is 64
    assert np.array_equal(codec.decode(codec.encode(images, [0])).images, reference(module, images))
    module.disable_tiling()
    assert not np.array_equal(codec.decode(codec.encode(images, [0])).images, reference(module, images))


def test_impossible_tiling_is_refused_by_name(tmp_path: Path, kl_file: Path) -> None:
    with pytest.raises(VAEError, match=r"A tile of 100 px .* multiples of 16 px"):
        codec_of(kl_file, CodecOptions(tiling=100))
    tiny = save_pair(tmp_path, tiny_halves())
    with pytest.raises(VAEError, match=r"\(TAESD\) cannot be tiled"):
        codec_of(tiny, CodecOptions(tiling=64))
    assert codec_of(tiny, CodecOptions(tiling="auto")).notes == ()


def test_a_decoder_of_another_size_fails_by_name(tmp_path: Path, image: Images) -> None:
    """An upscaling decoder must not be cropped into a wrong comparison."""
    codec = codec_of(save_pair(tmp_path, tiny_halves()))
    latents = codec.encode(image[None], [0])
    network = codec._network
    assert network is not None
    network.module.decoder.append(torch.nn.Upsample(scale_factor=2))
    with pytest.raises(VAEError, match=r"\(1, 3, 128, 128\) where \(1, 3, 64, 64\)"):
        codec.decode(latents)


def test_an_absent_device_is_one_sentence(kl_file: Path) -> None:
    with pytest.raises(VAEError, match=r"The device cuda:7 does not work here"):
        codec_of(kl_file, CodecOptions(device="cuda:7"))


def test_a_closed_codec_frees_its_weights(kl_file: Path, image: Images) -> None:
    import weakref

    codec = codec_of(kl_file)
    assert codec._network is not None
    weights = weakref.ref(codec._network.module)
    codec.close()
    assert weights() is None
    with pytest.raises(VAEError, match="was closed"):
        codec.encode(image[None], [0])


@pytest.mark.parametrize("kind", ["linear", "mini"])
def test_a_file_that_vaelab_trained_loads_by_its_metadata(
    kind: str, tmp_path: Path, photographs: dict[str, Images]
) -> None:
    """Whatever its name; the round trip is the module's own, and the KL that of its posterior."""
    linear = fit_linear([photographs["coffee"]])
    model = linear if kind == "linear" else MiniVAE(linear).eval()
    model.save(tmp_path / "some name.safetensors")
    info = describe(str(tmp_path / "some name.safetensors"))
    assert (info.latent_channels, info.factor) == (16, 8)
    codec = codec_of(tmp_path / "some name.safetensors")
    part = photographs["astronaut"][None, :96, :64]
    latents = codec.encode(part, [0])
    with torch.no_grad():
        x = torch.from_numpy(part).permute(0, 3, 1, 2).float() / 127.5 - 1
        mean, logvar = model.encode(x)
        out = ((model.decode(mean) * 0.5 + 0.5).clamp(0, 1) * 255).round().permute(0, 2, 3, 1)
    difference = np.abs(codec.decode(latents).images - out.numpy())
    assert difference.max() <= 1
    assert (difference > 0).mean() < 0.001
    (fact,) = codec.latent_facts(latents)
    assert fact.kl is not None
    expected = float((mean.square() + logvar.exp() - 1 - logvar).sum()) / 2
    assert sum(fact.kl) == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize("name", ["linear", "mini"])
def test_built_in_vaes_run_with_a_posterior(name: str, photographs: dict[str, Images]) -> None:
    """Their weights ship with VAELab: 8×, 16 channels, a finite positive KL, a recognizable picture at any size."""
    if not (assets_folder() / "weights" / f"{name}.safetensors").is_file():
        pytest.skip(f"the weights of {name} are not built yet")
    info = describe(name)
    assert (info.latent_channels, info.factor, info.baseline) == (16, 8, False)
    assert info.parameters > 5000
    codec = open_codec(parse_spec(name), CodecOptions())
    part = photographs["astronaut"][None, :130, :99]
    latents = codec.encode(part, [0])
    facts = codec.latent_facts(latents)
    assert facts is not None
    assert facts[0].kl is not None
    assert 0 < sum(facts[0].kl) < 1e6
    error = np.mean((codec.decode(latents).images.astype(float) - part) ** 2)
    assert 10 * np.log10(255**2 / error) > 23
    half = open_codec(parse_spec(f"{name}@bf16"), CodecOptions())
    output = half.decode(half.encode(part, [0])).images
    assert 0 < np.abs(output.astype(int) - codec.decode(latents).images).mean() < 2
