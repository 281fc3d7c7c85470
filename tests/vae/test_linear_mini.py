"""The linear and the mini VAE: against independent algebra, against each other, and the shipped weights against their bar."""

from __future__ import annotations

import hashlib
import importlib.util
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import torch
from safetensors import safe_open
from safetensors.numpy import load_file

from vaelab.resources import assets_folder
from vaelab.train.loop import evaluate, kl_divergence, to_tensor
from vaelab.train.perceptual import PerceptualLoss
from vaelab.vae.families.vaelab.linear import LinearVAE, fit_linear, patches_of
from vaelab.vae.families.vaelab.mini import MiniVAE

Pixels = npt.NDArray[np.uint8]
WEIGHTS = assets_folder() / "weights"
FEATURES = WEIGHTS / "lpips_alexnet" / "features.safetensors"


@pytest.fixture(scope="module")
def images(photographs: dict[str, Pixels]) -> list[Pixels]:
    return [photographs["coffee"][:256, :256], photographs["chelsea"][:200, :304]]


@pytest.fixture(scope="module")
def linear(images: list[Pixels]) -> LinearVAE:
    return fit_linear(images)


def as_patches(image: Pixels) -> npt.NDArray[np.float64]:
    """8×8 patches in [-1, 1], cut out one by one."""
    cut = [
        image[y : y + 8, x : x + 8].transpose(2, 0, 1).ravel() / 127.5 - 1
        for y in range(0, image.shape[0] // 8 * 8, 8)
        for x in range(0, image.shape[1] // 8 * 8, 8)
    ]
    return np.array(cut)


def latents_as_rows(z: torch.Tensor) -> npt.NDArray[np.float64]:
    """(1, C, h, w) to (h·w, C)."""
    return np.asarray(z[0].flatten(1).T.double().numpy())


def test_patches_come_in_reading_order(images: list[Pixels]) -> None:
    for image in (images[0], images[1][:203, :301]):
        np.testing.assert_allclose(patches_of(image), as_patches(image), atol=1e-6)


def test_posterior_is_that_of_tipping_and_bishop(images: list[Pixels], linear: LinearVAE) -> None:
    patches = np.concatenate([as_patches(image) for image in images])
    centre = patches.mean(axis=0)
    _, singular, rows = np.linalg.svd(patches - centre, full_matrices=False)
    variances = singular**2 / len(patches)
    noise = variances[16:].mean()
    loading = rows[:16].T * np.sqrt(variances[:16] - noise)
    inverse = np.linalg.inv(loading.T @ loading + noise * np.eye(16))

    one = as_patches(images[0])
    expected = (one - centre) @ (inverse @ loading.T).T
    mean, logvar = linear.encode(to_tensor(images[0][None]))
    found = latents_as_rows(mean)
    signs = np.sign((found * expected).sum(axis=0))  # an eigenvector has no sign of its own
    np.testing.assert_allclose(found * signs, expected, atol=2e-4)
    covariance = noise * inverse
    np.testing.assert_allclose(
        np.exp(latents_as_rows(logvar)), np.tile(np.diag(covariance), (1024, 1)), rtol=1e-4
    )


def test_aggregate_posterior_is_the_prior(images: list[Pixels], linear: LinearVAE) -> None:
    # At the maximum of the likelihood, covariance of the means + posterior covariance = identity.
    rows = np.concatenate([latents_as_rows(linear.encode(to_tensor(image[None]))[0]) for image in images])
    total = np.cov(rows.T, bias=True) + np.diag(linear.logvar.double().exp().numpy())
    np.testing.assert_allclose(total, np.eye(16), atol=1e-3)
    np.testing.assert_allclose(rows.mean(axis=0), 0, atol=1e-3)


def test_reconstruction_is_the_orthogonal_projection(images: list[Pixels], linear: LinearVAE) -> None:
    patches = np.concatenate([as_patches(image) for image in images])
    centre = patches.mean(axis=0)
    basis = np.linalg.svd(patches - centre, full_matrices=False)[2][:16]
    expected = centre + (as_patches(images[0]) - centre) @ basis.T @ basis
    x = to_tensor(images[0][None])
    found = linear(x)
    as_image = found[0].permute(1, 2, 0).double().numpy()
    rows = as_image.reshape(32, 8, 32, 8, 3).transpose(0, 2, 4, 1, 3).reshape(1024, 192)
    np.testing.assert_allclose(rows, expected, atol=2e-5)
    torch.testing.assert_close(linear(found), found, atol=1e-4, rtol=0)  # a projection repeats itself


def test_fit_takes_patches_as_well_as_images(images: list[Pixels], linear: LinearVAE) -> None:
    patches = np.concatenate([as_patches(image) for image in images])
    again = fit_linear(patches)
    torch.testing.assert_close(again.encoder_weight, linear.encoder_weight, atol=1e-4, rtol=1e-4)


def test_fit_refuses_what_cannot_be_fitted() -> None:
    with pytest.raises(ValueError, match="too few"):
        fit_linear([np.zeros((8, 8, 3), np.uint8)])
    with pytest.raises(ValueError, match="192"):
        fit_linear([np.zeros((64, 64, 3), np.uint8)], channels=192)


def test_fit_of_a_flat_picture_is_finite() -> None:
    model = fit_linear([np.full((64, 64, 3), 90, np.uint8)])
    x = to_tensor(np.full((1, 16, 16, 3), 90, np.uint8))
    assert all(value.isfinite().all() for value in model.state_dict().values())
    torch.testing.assert_close(model(x), x, atol=1e-3, rtol=0)


def test_kl_equals_diffusers(images: list[Pixels], linear: LinearVAE) -> None:
    from diffusers.models.autoencoders.vae import DiagonalGaussianDistribution

    mean, logvar = linear.encode(to_tensor(images[0][None]))
    theirs = DiagonalGaussianDistribution(torch.cat([mean, logvar], dim=1)).kl()
    ours = kl_divergence(mean, logvar).sum(dim=(1, 2, 3))
    torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=0)
    assert ours.item() > 1000


def test_mini_starts_as_the_linear_vae(images: list[Pixels], linear: LinearVAE) -> None:
    mini = MiniVAE(linear)
    x = to_tensor(images[1][None, :, :, :])
    with torch.no_grad():
        for ours, theirs in zip(mini.encode(x), linear.encode(x), strict=True):
            torch.testing.assert_close(ours, theirs, atol=0, rtol=0)
        torch.testing.assert_close(mini(x), linear(x), atol=0, rtol=0)
    assert not any(name.startswith("linear.") for name, _ in mini.named_parameters()), (
        "the linear path is fixed"
    )


def awake(linear: LinearVAE) -> MiniVAE:
    """A mini VAE whose zero layers have been filled, so that its network has a say."""
    torch.manual_seed(3)
    mini = MiniVAE(linear, quarter=16, eighth=24, encoder_blocks=(1, 2), decoder_blocks=(2, 1)).eval()
    with torch.no_grad():
        for value in mini.parameters():
            if not value.any():
                value.normal_(std=0.03)
    return mini


def test_mini_sees_only_its_neighbourhood(photographs: dict[str, Pixels], linear: LinearVAE) -> None:
    """No statistics over the whole picture: what lies far away changes nothing."""
    mini = awake(linear)
    x = to_tensor(photographs["astronaut"][None, :256, :256])
    far = x.clone()
    far[..., 160:] = -1.0
    with torch.no_grad():
        for ours, theirs in zip(mini.encode(x), mini.encode(far), strict=True):
            torch.testing.assert_close(ours[..., :8], theirs[..., :8], atol=1e-5, rtol=0)
        torch.testing.assert_close(mini(x)[..., :40], mini(far)[..., :40], atol=1e-5, rtol=0)
        assert not torch.allclose(mini.encode(x)[0][..., 19], mini.encode(far)[0][..., 19], atol=1e-2)


@pytest.mark.parametrize("kind", ["linear", "mini"])
def test_saved_weights_come_back(tmp_path: Path, images: list[Pixels], linear: LinearVAE, kind: str) -> None:
    path = tmp_path / "weights.safetensors"
    model = linear if kind == "linear" else awake(linear)
    model.save(path, {"steps": "7", "kind": "nonsense"})
    loaded = type(model).load(path)
    x = to_tensor(images[0][None])
    with torch.no_grad():
        torch.testing.assert_close(loaded(x), model(x), atol=0 if kind == "linear" else 0.01, rtol=0)
    with safe_open(path, framework="np") as file:
        metadata = file.metadata()
    assert metadata | {"format": ""} == {
        "kind": kind,
        "factor": "8",
        "latent_channels": "16",
        "steps": "7",
        "format": "",
    }
    other = MiniVAE if kind == "linear" else LinearVAE
    with pytest.raises(ValueError, match=f"holds {kind}"):
        other.load(path)


def six_photographs() -> dict[str, Pixels]:
    """Top-left squares of scikit-image's photographs, up to 512 px, cut to a multiple of 8; in no training."""
    from skimage import data

    full = {
        "astronaut": data.astronaut(),
        "coffee": data.coffee(),
        "chelsea": data.chelsea(),
        "rocket": data.rocket(),
        "motorcycle_left": data.stereo_motorcycle()[0],
        "hubble_deep_field": data.hubble_deep_field(),
    }
    sides = {name: min(512, *image.shape[:2]) // 8 * 8 for name, image in full.items()}
    return {name: image[: sides[name], : sides[name], :3].copy() for name, image in full.items()}


def test_shipped_weights_reach_their_bar() -> None:
    mini_path = WEIGHTS / "mini.safetensors"
    assert mini_path.stat().st_size <= 8_000_000
    linear, mini = LinearVAE.load(WEIGHTS / "linear.safetensors"), MiniVAE.load(mini_path)
    perceptual = PerceptualLoss(FEATURES)
    pictures = [to_tensor(image[None]) for image in six_photographs().values()]
    floor = np.array([evaluate(linear, perceptual, picture)[:2] for picture in pictures])
    reached = np.array([evaluate(mini, perceptual, picture)[:2] for picture in pictures])
    # What the model card says.
    for measured, psnr, lpips in ((floor, 28.89, 0.1370), (reached, 29.67, 0.0542)):
        assert measured[:, 0].mean() == pytest.approx(psnr, abs=0.02)
        assert measured[:, 1].mean() == pytest.approx(lpips, abs=0.001)
    assert reached[:, 1].mean() <= 0.08
    assert reached[:, 0].mean() >= floor[:, 0].mean()


def test_shipped_mini_keeps_flat_colours() -> None:
    """The calibration marker's squares and greys come back near their colour, in the middle of the square."""
    mini = MiniVAE.load(WEIGHTS / "mini.safetensors")
    for colour in [(0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255), (128, 128, 128)]:
        x = to_tensor(np.full((1, 64, 64, 3), colour, np.uint8))
        with torch.no_grad():
            y = mini(x).clamp(-1, 1)
        assert ((y - x)[..., 16:48, 16:48].abs() * 127.5).mean().item() < 3.0, colour


def test_converted_features_are_what_the_notice_says() -> None:
    notice = (FEATURES.parent / "NOTICE.md").read_text(encoding="utf-8")
    assert hashlib.sha256(FEATURES.read_bytes()).hexdigest() in notice
    shapes = {name: value.shape for name, value in load_file(FEATURES).items()}
    assert shapes["features.0.weight"] == (64, 3, 11, 11)
    assert shapes["features.10.weight"] == (256, 256, 3, 3)
    assert len(shapes) == 10


@pytest.fixture(scope="module")
def convert() -> Any:
    spec = importlib.util.spec_from_file_location("convert", FEATURES.with_name("convert.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_conversion_turns_kernels_and_keeps_values(convert: Any, tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    layers = {
        f"Conv_{index}": {
            "kernel": random.normal(size=(3, 5, 2, 4)).astype(np.float32),
            "bias": random.normal(size=4).astype(np.float32),
        }
        for index in range(5)
    }
    path = tmp_path / "alexnet.ckpt"
    path.write_bytes(pickle.dumps({"AlexNet_0": layers}, protocol=3))
    tensors = convert.features(convert.read_checkpoint(path))
    assert tensors["features.8.weight"].shape == (4, 2, 3, 5)
    assert tensors["features.8.weight"][1, 0, 2, 4] == layers["Conv_3"]["kernel"][2, 4, 0, 1]
    np.testing.assert_array_equal(tensors["features.10.bias"], layers["Conv_4"]["bias"])


def test_conversion_runs_no_code_from_the_pickle(convert: Any, tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            return Path.touch, (tmp_path / "ran",)

    path = tmp_path / "alexnet.ckpt"
    path.write_bytes(pickle.dumps({"AlexNet_0": Evil()}))
    with pytest.raises(pickle.UnpicklingError, match="only NumPy arrays"):
        convert.read_checkpoint(path)
    assert not (tmp_path / "ran").exists()
