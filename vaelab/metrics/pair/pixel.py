"""Errors of single pixels: MAE, bias, MSE, PSNR.

All follow from sums of whole numbers, so they are exact up to the last division.
"""

from __future__ import annotations

import math

from vaelab.metrics.base import Value, Values
from vaelab.metrics.pictures import Pair


def pixel(pair: Pair) -> list[Values]:
    """Return MAE and bias (per channel), MSE, RMSE, the largest error, all in [0, 1], and the PSNR in dB (or inf)."""
    differences = pair.differences
    pixels = differences.shape[2]
    magnitudes = differences.abs()
    absolute, signed = (each.double().sum(2).tolist() for each in (magnitudes, differences))
    largest = magnitudes.amax((1, 2)).tolist()
    squared = pair.squared_errors.sum(1).tolist()
    return [_values(pixels, *sums) for sums in zip(absolute, signed, squared, largest, strict=True)]


def _values(
    pixels: int, absolute: list[float], signed: list[float], squared: float, largest: float
) -> Values:
    mse = squared / (3 * pixels * 255**2)
    values: dict[str, Value] = {"mae": sum(absolute) / (3 * pixels * 255)}
    for name, error in zip("rgb", absolute, strict=True):
        values[f"mae_{name}"] = error / (pixels * 255)
    for name, error in zip("rgb", signed, strict=True):
        values[f"bias_{name}"] = error / (pixels * 255)
    values["mse"] = mse
    values["rmse"] = math.sqrt(mse)
    values["max_abs_error"] = largest / 255
    values["psnr"] = math.inf if mse == 0 else 10 * math.log10(1 / mse)
    return values


def reconstruction_loss(pair: Pair) -> list[Values]:
    """Return the squared error summed over the image, values in [-1, 1]: -2 log p(x|z) of a unit Gaussian, less a constant."""
    return [
        {"reconstruction_loss": squared * (2 / 255) ** 2} for squared in pair.squared_errors.sum(1).tolist()
    ]
