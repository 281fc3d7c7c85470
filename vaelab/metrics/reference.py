"""The per-image columns a second time, by other libraries: scikit-image, piq, the ``lpips`` package, NumPy in float64.

Written from the definitions, plainly and slowly, and sharing no code with the metrics: tests and benchmarks compare
with it. It needs the ``test`` extra (scikit-image, piq).
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import lpips
import numpy as np
import piq
import torch
from safetensors.torch import load_file
from scipy import ndimage
from scipy.spatial import ConvexHull, QhullError
from skimage import color, metrics

from vaelab.arrays import Floats, Pixels
from vaelab.metrics.definitions import DEFINITIONS
from vaelab.resources import assets_folder

Reference = dict[str, float | None]
"""Column to value, None where there is none."""


def deviation(column: str, value: float | None, reference: float | None) -> float:
    """Return how far a value is from its reference, in tolerances: up to 1 is agreement; ``inf`` if only one is there."""
    if value is None or reference is None:
        return 0.0 if value is reference else math.inf
    if value == reference:
        return 0.0
    definition = DEFINITIONS[column]
    allowed = definition.absolute
    if allowed is None:
        if definition.relative is None:
            raise KeyError(f"{column} has no tolerance")
        allowed = definition.relative * abs(reference)
    return abs(value - reference) / allowed if allowed else math.inf


def perceptual(x: Pixels, y: Pixels) -> Reference:
    """LPIPS by the package."""
    first, second = (torch.from_numpy(image.transpose(2, 0, 1)[None] / 127.5 - 1).float() for image in (x, y))
    try:
        with torch.inference_mode():
            return {"lpips": float(_lpips()(first, second))}
    except RuntimeError:  # the image is too small for AlexNet's pooling
        return {"lpips": None}


@lru_cache(maxsize=1)
def _lpips() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        model = lpips.LPIPS(net="alex", pnet_rand=True, verbose=False)
    features = load_file(assets_folder() / "weights" / "lpips_alexnet" / "features.safetensors")
    convolutions: list[Any] = [layer for layer in model.net.modules() if isinstance(layer, torch.nn.Conv2d)]
    for layer, index in zip(convolutions, (0, 3, 6, 8, 10), strict=True):
        layer.weight.data = features[f"features.{index}.weight"]
        layer.bias.data = features[f"features.{index}.bias"]
    return model


def gradient(x: Pixels, y: Pixels) -> Reference:
    """Gradient energies."""
    ours, theirs = (_energy(_luma(image)) for image in (x, y))
    return {
        "gradient_energy_original": ours,
        "gradient_energy_reconstruction": theirs,
        "gradient_ratio": theirs / ours if ours > 1e-9 else None,
    }


def _luma(image: Pixels) -> Floats:
    return np.asarray(image.astype(np.float64) @ np.array([0.299, 0.587, 0.114]))


def _energy(luma: Floats) -> float:
    return sum(
        float(np.mean(d**2)) if d.size else 0.0 for d in (np.diff(luma, axis=1), np.diff(luma, axis=0))
    )


def colors(x: Pixels, y: Pixels) -> Reference:
    """Distinct colours."""
    ours, theirs = (len(np.unique(image.reshape(-1, 3), axis=0)) for image in (x, y))
    return {"colors_original": ours, "colors_reconstruction": theirs, "color_ratio": theirs / ours}


def color_entropy(x: Pixels, y: Pixels) -> Reference:
    """Entropies of the coarse histograms."""
    ours, theirs = (_entropy(image) for image in (x, y))
    return {"color_entropy_original": ours, "color_entropy_reconstruction": theirs}


def _entropy(image: Pixels) -> float:
    histogram, _ = np.histogramdd(
        image.reshape(-1, 3).astype(np.float64), bins=(32, 32, 32), range=[(0, 256)] * 3
    )
    share = histogram[histogram > 0] / histogram.sum()
    return float(-(share * np.log2(share)).sum())


def spectrum(x: Pixels, y: Pixels) -> Reference:
    """Similarities of the full spectra."""
    lumas = [_luma(image) for image in (x, y)]
    first, second = (np.fft.fft2(luma - luma.mean()).ravel()[1:] for luma in lumas)
    first, second = (np.where(abs(f) < 1e-9 * max(abs(f).max(initial=0), 1), 0, f) for f in (first, second))
    logs = [np.log1p(abs(f)) for f in (first, second)]
    correlates = first.size > 1 and all(log.std() > 1e-9 for log in logs)
    weight = float((abs(first) * abs(second)).sum())
    result: Reference = {
        "fft_magnitude_similarity": float(np.corrcoef(logs[0], logs[1])[0, 1]) if correlates else None,
        "fft_phase_similarity": float((first * second.conj()).real.sum()) / weight if weight else None,
    }
    height, width = lumas[0].shape
    radius = np.hypot(np.fft.fftfreq(height)[:, None], np.fft.fftfreq(width)[None, :]).ravel()[1:]
    edges = (0.0, 1 / 6 + 1e-12, 1 / 3 + 1e-12, 1.0)
    for name, low, high in zip(("low", "mid", "high"), edges[:-1], edges[1:], strict=True):
        band = (radius > low) & (radius <= high)
        ours, theirs = (float((abs(f[band]) ** 2).sum()) for f in (first, second))
        result[f"fft_{name}_ratio"] = theirs / ours if ours else None
    return result


def pixel(x: Pixels, y: Pixels) -> Reference:
    """Pixel errors; PSNR by scikit-image."""
    error = y / 255 - x / 255
    with np.errstate(divide="ignore"):
        psnr = float(metrics.peak_signal_noise_ratio(x, y, data_range=255))
    result: Reference = {"mae": float(abs(error).mean())}
    result |= {f"mae_{name}": float(abs(error[..., channel]).mean()) for channel, name in enumerate("rgb")}
    result |= {f"bias_{name}": float(error[..., channel].mean()) for channel, name in enumerate("rgb")}
    mse = float((error**2).mean())
    return result | {
        "mse": mse,
        "rmse": math.sqrt(mse),
        "max_abs_error": float(abs(error).max()),
        "psnr": psnr,
    }


def reconstruction_loss(x: Pixels, y: Pixels) -> Reference:
    """Squared error in [-1, 1] units."""
    return {"reconstruction_loss": float((((y / 127.5 - 1) - (x / 127.5 - 1)) ** 2).sum())}


def ssim(x: Pixels, y: Pixels) -> Reference:
    """SSIM by scikit-image."""
    if min(x.shape[:2]) < 11:
        return {"ssim": None}
    found = metrics.structural_similarity(
        x, y, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, channel_axis=2, data_range=255
    )
    return {"ssim": float(found)}


def ms_ssim(x: Pixels, y: Pixels) -> Reference:
    """MS-SSIM by piq."""
    first, second = (torch.from_numpy(image.transpose(2, 0, 1)[None].astype(np.float32)) for image in (x, y))
    try:
        return {"ms_ssim": float(piq.multi_scale_ssim(first, second, data_range=255))}
    except ValueError:  # the image is too small
        return {"ms_ssim": None}


def flip(x: Pixels, y: Pixels) -> Reference:
    """FLIP by its authors' package."""
    import flip_evaluator  # here, since it has no wheel for some platforms

    first, second = (np.ascontiguousarray(image / 255, dtype=np.float32) for image in (x, y))
    _, mean, _ = flip_evaluator.evaluate(first, second, "LDR", applyMagma=False, computeMeanError=True)
    return {"flip": float(mean)}


def ssim_parts(x: Pixels, y: Pixels) -> Reference:
    """The factors of SSIM in float64, each map from its own moments."""
    names = ("ssim_luminance", "ssim_contrast", "ssim_structure")
    if min(x.shape[:2]) < 11:
        return dict.fromkeys(names)
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    sums = np.zeros(3)
    for channel in range(3):
        a, b = (image[..., channel].astype(np.float64) for image in (x, y))
        mean_a, mean_b = _window(a), _window(b)
        deviation_a, deviation_b = (
            np.sqrt(np.maximum(_window((values - values.mean()) ** 2) - (mean - values.mean()) ** 2, 0))
            for values, mean in ((a, mean_a), (b, mean_b))
        )
        covariance = _window((a - a.mean()) * (b - b.mean())) - (mean_a - a.mean()) * (mean_b - b.mean())
        luminance = (2 * mean_a * mean_b + c1) / (mean_a**2 + mean_b**2 + c1)
        spread = (2 * deviation_a * deviation_b + c2) / (deviation_a**2 + deviation_b**2 + c2)
        structure = (covariance + c2 / 2) / (deviation_a * deviation_b + c2 / 2)
        sums += [luminance.mean(), spread.mean(), structure.mean()]
    return dict(zip(names, (sums / 3).tolist(), strict=True))


def _window(plane: Floats) -> Floats:
    """Means under the Gaussian window at the valid positions."""
    blurred = ndimage.gaussian_filter(plane, 1.5, radius=5)
    return np.asarray(blurred[5:-5, 5:-5])


def card_ratios(x: Pixels, y: Pixels) -> Reference:
    """The ratios of community cards by scipy and scikit-image, the hull of all colours."""
    ours, theirs = (_card_quantities(image) for image in (x, y))
    return {
        f"{name}_ratio": theirs[name] / ours[name] if ours[name] > 1e-9 else None
        for name in ("laplacian", "edge_density", "saturation", "lab_volume")
    }


def _card_quantities(image: Pixels) -> dict[str, float]:
    luma = _luma(image)
    found = {"saturation": float(color.rgb2hsv(image)[..., 1].mean()), "laplacian": 0.0, "edge_density": 0.0}
    if min(luma.shape) >= 3:
        inside = (slice(1, -1), slice(1, -1))
        found["laplacian"] = float(ndimage.laplace(luma)[inside].var())
        magnitude = np.hypot(ndimage.sobel(luma, 0), ndimage.sobel(luma, 1))[inside]
        found["edge_density"] = float((magnitude > 50).mean())
    points = np.unique(color.rgb2lab(image).reshape(-1, 3), axis=0)
    try:
        volume = float(ConvexHull(points).volume) / 1000
        found["lab_volume"] = volume if volume > 1e-3 else 0.0
    except (QhullError, ValueError):
        found["lab_volume"] = 0.0
    return found


def delta_e(x: Pixels, y: Pixels) -> Reference:
    """CIEDE2000 by scikit-image."""
    difference = color.deltaE_ciede2000(color.rgb2lab(x), color.rgb2lab(y))
    return {"delta_e_mean": float(difference.mean()), "delta_e_p95": float(np.percentile(difference, 95))}


REFERENCES: Mapping[str, Callable[[Pixels, Pixels], Reference]] = {
    "lpips": perceptual,
    "gradient": gradient,
    "colors": colors,
    "color_entropy": color_entropy,
    "spectrum": spectrum,
    "pixel": pixel,
    "ssim": ssim,
    "ms_ssim": ms_ssim,
    "flip": flip,
    "ssim_parts": ssim_parts,
    "card_ratios": card_ratios,
    "delta_e": delta_e,
    "reconstruction_loss": reconstruction_loss,
}
"""Metric name, as in the registry, to its reference."""
