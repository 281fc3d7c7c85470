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
    "delta_e": delta_e,
    "reconstruction_loss": reconstruction_loss,
}
"""Metric name, as in the registry, to its reference."""
