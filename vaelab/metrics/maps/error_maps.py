"""What differs where: one value for every pixel of a pair, for the eye. The metrics have their own, exact means of these."""

from __future__ import annotations

import numpy as np

from vaelab.arrays import Pixels, Reals
from vaelab.metrics.numerics import cielab

_SIGMA, _RADIUS = 1.5, 5
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
_LUMA = np.array([0.299, 0.587, 0.114], dtype=np.float32)
_BLOCK = 1 << 18


def absolute_error(original: Pixels, reconstruction: Pixels) -> Reals:
    """Return the mean absolute error over the channels, 0 to 255, (H, W)."""
    return np.asarray(np.abs(reconstruction.astype(np.float32) - original.astype(np.float32)).mean(axis=-1))


def delta_e(original: Pixels, reconstruction: Pixels) -> Reals:
    """Return the CIEDE2000 difference of every pixel, (H, W)."""
    first, second = (cielab.LINEAR_LIGHT[pixels.reshape(-1, 3)].T for pixels in (original, reconstruction))
    result = np.empty(first.shape[1], dtype=np.float32)
    for strip in cielab.strips(len(result)):
        pair = (cielab.from_linear_light(each[:, strip]) for each in (first, second))
        result[strip] = cielab.ciede2000(*pair)
    return result.reshape(original.shape[:2])


def ssim_map(original: Pixels, reconstruction: Pixels) -> Reals:
    """Return SSIM around every pixel, mean of the channels, (H, W); borders are continued by mirroring.

    Wang et al. 2004 with the window of the metric; within 5 px of the border it is only for the eye.
    """
    result = np.zeros(original.shape[:2], dtype=np.float32)
    for channel in range(3):
        # Around mid-grey, since float32 keeps more digits of the variances there; only the means notice.
        x, y = (image[..., channel].astype(np.float32) - 128 for image in (original, reconstruction))
        mean_x, mean_y = _blur(x), _blur(y)
        var_x = _blur(x * x) - mean_x**2
        var_y = _blur(y * y) - mean_y**2
        covariance = _blur(x * y) - mean_x * mean_y
        mean_x += 128
        mean_y += 128
        top = (2 * mean_x * mean_y + _C1) * (2 * covariance + _C2)
        result += top / ((mean_x**2 + mean_y**2 + _C1) * (var_x + var_y + _C2))
    return result / 3


def log_spectrum(pixels: Pixels) -> Reals:
    """Return log1p of the magnitude of the luma's centred Fourier transform, mean removed, (H, W)."""
    from scipy import fft  # here, since the window imports this module before it needs it

    luma = pixels @ _LUMA
    return np.asarray(np.log1p(fft.fftshift(np.abs(fft.fft2(luma - luma.mean())))), dtype=np.float32)


def luma_histogram(pixels: Pixels) -> Reals:
    """Return the share of pixels at each of 256 luma values (Rec. 601, rounded), (256,)."""
    flat = np.ascontiguousarray(pixels).reshape(-1, 3)
    counts = np.zeros(256, dtype=np.int64)
    for start in range(0, len(flat), _BLOCK):
        luma = flat[start : start + _BLOCK] @ _LUMA
        luma += np.float32(0.5)
        counts += np.bincount(luma.astype(np.uint8), minlength=256)
    return np.asarray(counts / len(flat))


def _blur(plane: Reals) -> Reals:
    from scipy import ndimage

    return np.asarray(ndimage.gaussian_filter(plane, _SIGMA, mode="reflect", radius=_RADIUS))
