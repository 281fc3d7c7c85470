"""Structure: gradients, SSIM and MS-SSIM."""

from __future__ import annotations

import numpy as np

from vaelab.metrics.base import Undefined, Values
from vaelab.metrics.numerics import gaussian_window
from vaelab.metrics.picture import Picture

K1, K2 = 0.01, 0.03
C1, C2 = (K1 * 255) ** 2, (K2 * 255) ** 2
SCALE_WEIGHTS = (0.0448, 0.2856, 0.3001, 0.2363, 0.1333)
MS_SSIM_SIDE = (gaussian_window.WINDOW - 1) * 2 ** (len(SCALE_WEIGHTS) - 1) + 1
"""The shortest side for which the last scale still holds one window: 161 px."""

PerChannel = tuple[tuple[float, ...], tuple[float, ...]]


def gradient(original: Picture, reconstruction: Picture) -> Values:
    """Return the gradient energy G of both, mean dx² + mean dy² of luma in u8², and their ratio."""
    ours, theirs = original.gradient_energy, reconstruction.gradient_energy
    ratio = theirs / ours if ours > 0 else Undefined("the original has no gradients")
    return {
        "gradient_energy_original": ours,
        "gradient_energy_reconstruction": theirs,
        "gradient_ratio": ratio,
    }


def ssim(original: Picture, reconstruction: Picture) -> Values:
    """Return the mean SSIM over the valid positions and the three channels (Wang et al. 2004, equation 13)."""
    if min(original.height, original.width) < gaussian_window.WINDOW:
        return {"ssim": Undefined(f"the short side is under {gaussian_window.WINDOW} px, the window's")}
    similarity, _ = _at_scale(original, reconstruction, 0)
    return {"ssim": sum(similarity) / 3}


def ms_ssim(original: Picture, reconstruction: Picture) -> Values:
    """Return MS-SSIM (Wang, Simoncelli, Bovik 2003, equation 7), mean of the three channels; a negative factor counts as 0."""
    if min(original.height, original.width) < MS_SSIM_SIDE:
        return {"ms_ssim": Undefined(f"the short side is under {MS_SSIM_SIDE} px, too small for five scales")}
    product = [1.0, 1.0, 1.0]
    last = len(SCALE_WEIGHTS) - 1
    for scale, weight in enumerate(SCALE_WEIGHTS):
        similarity, contrast = _at_scale(original, reconstruction, scale)
        for channel, factor in enumerate(similarity if scale == last else contrast):
            product[channel] *= max(factor, 0.0) ** weight
    return {"ms_ssim": sum(product) / 3}


def _at_scale(original: Picture, reconstruction: Picture, scale: int) -> PerChannel:
    """Mean SSIM and mean of its contrast and structure term (equation 12 without the luminance), per channel."""

    def compute() -> PerChannel:
        return _similarity(original.scale(scale), reconstruction.scale(scale))

    return reconstruction.shared(original, f"ssim at scale {scale}", compute)


def _similarity(ours: gaussian_window.ScaleMoments, theirs: gaussian_window.ScaleMoments) -> PerChannel:
    """In place where it can be: at these sizes the memory is slower than the arithmetic."""
    sums = np.zeros((2, 3))
    for start in ours.strips:
        mean1, variance1 = ours.moments(start)
        if ours is theirs:
            mean2, variance2, covariance = mean1, variance1, variance1.copy()
        else:
            rows = theirs.under_window(start)
            mean2, variance2 = gaussian_window.local_moments(rows)
            covariance = gaussian_window.gaussian(ours.under_window(start) * rows)
            covariance -= mean1 * mean2
        contrast = covariance
        contrast *= 2
        contrast += C2
        spread = variance1 + variance2
        spread += C2
        contrast /= spread
        level1, level2 = mean1 + ours.centre, mean2 + theirs.centre
        luminance = level1 * level2
        luminance *= 2
        luminance += C1
        level1 *= level1
        level2 *= level2
        level1 += level2
        level1 += C1
        luminance /= level1
        luminance *= contrast
        for index, values in enumerate((luminance, contrast)):
            # Rows in float32, which NumPy adds pairwise, their sums in float64.
            sums[index] += values.sum(axis=2).sum(axis=0, dtype=np.float64)
    similarity, contrast_mean = (sums / ours.positions).tolist()
    return tuple(similarity), tuple(contrast_mean)
