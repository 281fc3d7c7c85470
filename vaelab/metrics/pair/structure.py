"""Structure: gradients, SSIM and MS-SSIM."""

from __future__ import annotations

import torch
from torch import Tensor

from vaelab.metrics.base import Undefined, Values
from vaelab.metrics.numerics import gaussian_window
from vaelab.metrics.numerics.gaussian_window import Scale
from vaelab.metrics.pictures import Pair

K1, K2 = 0.01, 0.03
C1, C2 = (K1 * 255) ** 2, (K2 * 255) ** 2
SCALE_WEIGHTS = (0.0448, 0.2856, 0.3001, 0.2363, 0.1333)
MS_SSIM_SIDE = (gaussian_window.WINDOW - 1) * 2 ** (len(SCALE_WEIGHTS) - 1) + 1
"""The shortest side for which the last scale still holds one window: 161 px."""


def gradient(pair: Pair) -> list[Values]:
    """Return the gradient energy G of both, mean dx² + mean dy² of luma in u8², and their ratio."""
    energies = zip(
        pair.original.gradient_energies.tolist(), pair.reconstruction.gradient_energies.tolist(), strict=True
    )
    return [
        {
            "gradient_energy_original": ours,
            "gradient_energy_reconstruction": theirs,
            "gradient_ratio": theirs / ours if ours > 0 else Undefined("the original has no gradients"),
        }
        for ours, theirs in energies
    ]


def ssim(pair: Pair) -> list[Values]:
    """Return the mean SSIM over the valid positions and the three channels (Wang et al. 2004, equation 13)."""
    if pair.shortest_side < gaussian_window.WINDOW:
        why = Undefined(f"the short side is under {gaussian_window.WINDOW} px, the window's")
        return [{"ssim": why}] * pair.original.count
    similarity, _ = pair.similarity(0, _similarity)
    return [{"ssim": value} for value in similarity.mean(1).tolist()]


def ms_ssim(pair: Pair) -> list[Values]:
    """Return MS-SSIM (Wang, Simoncelli, Bovik 2003, equation 7), mean of the three channels; a negative factor counts as 0."""
    if pair.shortest_side < MS_SSIM_SIDE:
        why = Undefined(f"the short side is under {MS_SSIM_SIDE} px, too small for five scales")
        return [{"ms_ssim": why}] * pair.original.count
    last = len(SCALE_WEIGHTS) - 1
    product = torch.ones((), dtype=torch.float64, device=pair.original.rgb.device)
    for scale, weight in enumerate(SCALE_WEIGHTS):
        similarity, contrast = pair.similarity(scale, _similarity)
        product = product * (similarity if scale == last else contrast).clamp_min(0.0) ** weight
    return [{"ms_ssim": value} for value in product.mean(1).tolist()]


def _similarity(ours: Scale, theirs: Scale) -> tuple[Tensor, Tensor]:
    """Mean SSIM and mean of its contrast and structure term (equation 12 without the luminance), per channel, (N, 3) float64."""
    sums = torch.zeros((2, *ours.planes.shape[:2]), dtype=torch.float64, device=ours.planes.device)
    for start in ours.strips:
        mean1, variance1 = ours.moments(start)
        if ours is theirs:
            mean2, variance2, covariance = mean1, variance1, variance1.clone()
        else:
            planes = theirs.under_window(start)
            mean2, variance2 = gaussian_window.local_moments(planes)
            covariance = gaussian_window.gaussian(ours.under_window(start) * planes)
            covariance.addcmul_(mean1, mean2, value=-1)
        contrast = covariance.mul_(2).add_(C2).div_((variance1 + variance2).add_(C2))
        level1, level2 = mean1 + ours.centre, mean2 + theirs.centre
        luminance = (level1 * level2).mul_(2).add_(C1)
        luminance /= level1.square_().addcmul_(level2, level2).add_(C1)
        luminance *= contrast
        for index, values in enumerate((luminance, contrast)):
            # Rows in float32, their sums in float64.
            sums[index] += values.sum(3).sum(2, dtype=torch.float64)
    similarity, contrast_mean = sums / ours.positions
    return similarity, contrast_mean


def ssim_parts(pair: Pair) -> list[Values]:
    """Return the means of SSIM's three factors over the valid positions and the channels (Wang et al. 2004, equations 6, 9, 10).

    C3 = C2 / 2 and all exponents 1, so that the product of the three maps is the map of ``ssim``.
    """
    names = ("ssim_luminance", "ssim_contrast", "ssim_structure")
    if pair.shortest_side < gaussian_window.WINDOW:
        why = Undefined(f"the short side is under {gaussian_window.WINDOW} px, the window's")
        return [dict.fromkeys(names, why)] * pair.original.count
    ours, theirs = pair.original.full_scale, pair.reconstruction.full_scale
    sums = torch.zeros((3, ours.planes.shape[0]), dtype=torch.float64, device=ours.planes.device)
    for start in ours.strips:
        (mean1, variance1), (mean2, variance2) = ours.moments(start), theirs.moments(start)
        # Rounding may leave a variance of a flat place a little below 0.
        variance1, variance2 = variance1.clamp_min(0), variance2.clamp_min(0)
        if ours is theirs:
            covariance = variance1
        else:
            covariance = gaussian_window.gaussian(ours.under_window(start) * theirs.under_window(start))
            covariance.addcmul_(mean1, mean2, value=-1)
        level1, level2 = mean1 + ours.centre, mean2 + theirs.centre
        deviations = (variance1 * variance2).sqrt_()
        parts = (
            (2 * level1 * level2 + C1) / (level1.square() + level2.square() + C1),
            (2 * deviations + C2) / (variance1 + variance2 + C2),
            (covariance + C2 / 2) / (deviations + C2 / 2),
        )
        for index, values in enumerate(parts):
            sums[index] += values.sum(3).sum((1, 2), dtype=torch.float64)
    means = sums / (3 * ours.positions)
    return [dict(zip(names, values, strict=True)) for values in means.T.tolist()]
