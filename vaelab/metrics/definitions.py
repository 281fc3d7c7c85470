"""What every column is, exactly: formula, what it is checked against, what moves it, what it cannot tell. No torch here.

One literal table beside the registry, which has name, unit, direction and ideal. ``docs/metrics.md`` is written from both by
``python -m vaelab.metrics.page``; a test holds the tolerances against those that the agreement tests assert.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vaelab.metrics.probe_columns import DISTURBANCES, GENERATIONS, TRANSFORMS
from vaelab.score_terms import FORMULA


@dataclass(frozen=True, slots=True)
class Definition:
    """What stands of a column, or of a quantity over the set, in the page of metrics.

    Attributes:
        formula: in the symbols of the page, with where it is empty.
        moves: what moves it.
        silent: what it cannot tell.
        reference: what the tests check it against; empty where there is no second implementation.
        absolute: how far it may be from the reference, 0 for exactly equal; None where the tolerance is relative.
        relative: the same as a share of the reference.
    """

    formula: str
    moves: str
    silent: str
    reference: str = ""
    absolute: float | None = None
    relative: float | None = None


_NUMPY, _SKIMAGE, _BY_HAND = "float64 NumPy", "scikit-image", "values worked out by hand"
_LITE = "`efficientnet-lite-pytorch`, with the same weights"
_DIFFUSERS = "diffusers' DiagonalGaussianDistribution"

_GRADIENT_MOVES = "Blur lowers it, noise, ringing and sharpening raise it; contrast times γ makes γ² of it; texture that is lost in one place and invented in another cancels."
_GRADIENT_SILENT = "Whether the detail is the original's or invented, and blur from a loss of contrast: divide ρ_G by γ² for that. A single edge of high contrast can outweigh a whole texture."
_COLOR_MOVES = "Noise and dithering raise it, posterizing and clipping lower it, blur can do either; it grows with the number of pixels and saturates at it."
_COLOR_SILENT = "Which colours they are, and whether they are right: noise of one level makes thousands of colours. Images of different size cannot be compared."
_ENTROPY_MOVES = "How evenly the colours fill the cube: fading to grey lowers it, noise and colour casts over several bins raise it."
_ENTROPY_SILENT = "Where the colours are in the picture, and any change within a bin of 8 levels. It has no direction: only its distance from the original's says something."
_BAND_MOVES = "Blur takes the high band first; JPEG, ringing, noise and invented texture add to it; contrast times γ makes γ² of all three."
_BAND_SILENT = "Whether the power sits in the right place (see the phase). Luma only: a loss of colour detail is not seen. The high band of a smooth picture holds little but noise."
_MAE_MOVES = "Every difference in proportion to its size: brightness and colour casts, noise, blur at edges, a shift by a pixel."
_ERROR_SILENT = "What a person sees: a shift of one pixel, noise and blur of equal error look quite different. A mean over the picture hides small places that are wrong."
_BIAS_MOVES = "A cast or a change of brightness, in proportion; errors of both signs cancel."
_BIAS_SILENT = (
    "Any error that has no mean: blur, noise, and a cast of the shadows against that of the lights."
)
_CLASS_MOVES = "Loss of what tells things apart: texture of fur, letters, small parts; in a picture of no class, anything."
_CLASS_SILENT = "How the picture looks. A picture of nothing in ImageNet has a class by chance; only the centre is seen, at 224 px, so that fine detail of a large image does not count."
_TEXT_MOVES = "Blur, ringing and invented strokes, small text first: a VAE that shrinks eight times has few numbers for a letter of 10 px."
_TEXT_SILENT = "Whether a person could still read it, or reads what the OCR does not; text that the OCR is not sure of in the original; colour and place. Few lines make it coarse: look at the mean over many pictures."
_RAPIDOCR = "its definition, a second time, on an OCR that says what it is told"
_LATENT_MOVES = "The scale that the VAE was trained with, and the picture's content."
_LATENT_SILENT = "Whether it is a good latent: the scale is arbitrary, and a scaling factor cancels it."
_CODE_MOVES = (
    "More varied content uses more entries; a small image cannot use more entries than it has positions."
)
_CODE_SILENT = (
    "Whether unused entries are dead: other pictures may use them (see the latent health over the set)."
)
_MARKER_MOVES = "What the VAE does to flat areas of full black, white and pure colours."
_MARKER_SILENT = "What it does to mid-tones and textures: patches lie at the ends of the range, where outputs are clipped. With preset classic (8 px, read whole) also blur across the edges; such values compare with classic ones only."
_DRIFT_SILENT = (
    _MARKER_SILENT
    + " It is never above 0, since the patch is at the end of the range: too much of a colour is clipped away."
)
_MARKER_PLACE = "The image's size, the corner and the patch side of the settings: a patch shrinks to the largest multiple of 8 px at which five fit into a third of the width."
_MARKER_PLACE_SILENT = (
    "Anything of the VAE. Empty where the image has no marker, with the reason in the note."
)
_TIME_MOVES = "Device, precision, batch, tiling, image size, and whatever else the machine does; the first images also warm up. On a GPU the metrics of the batch before run beside it."
_TIME_SILENT = "Times of different machines or settings cannot be compared; it has no reference."


def _generations() -> dict[str, Definition]:
    found = {}
    moves = "What a VAE changes a little each time adds up: colour casts, blur, a grid."
    silent = "How it fares with a picture that something else has changed in between."
    for count in GENERATIONS:
        what = f"x_{count} = R({f'x_{count - 1}' if count > 1 else 'x'}), 8-bit pixels in between"
        if count > 1:
            found[f"generation_{count}_psnr"] = Definition(
                f"PSNR of x_{count} against x, {what}.", moves, silent, _BY_HAND, absolute=1e-3
            )
            found[f"generation_{count}_lpips"] = Definition(
                f"LPIPS of x_{count} against x, {what}.", moves, silent, _BY_HAND, absolute=1e-4
            )
        found[f"generation_{count}_drift"] = Definition(
            f"‖E(x_{count}) − E(x)‖ / ‖E(x)‖ of the posterior's mode, {what}. Empty without a latent.",
            moves,
            "Whether the drift is seen.",
            _BY_HAND,
            relative=1e-5,
        )
    return found


def _equivariance() -> dict[str, Definition]:
    found = {}
    for name, words in TRANSFORMS.items():
        found[f"equivariance_{name}_latent"] = Definition(
            f"‖E(τx) − τE(x)‖ / ‖E(x)‖, τ: {words} (arXiv 2502.09509). Empty where places of the latent are not those of the picture.",
            "How far an encoder treats a moved picture alike.",
            "Whether the decoder minds: see the LPIPS beside it.",
            _BY_HAND,
            relative=1e-5,
        )
        found[f"equivariance_{name}_lpips"] = Definition(
            f"LPIPS of D(τE(x)) against τx, τ: {words}.",
            "Latents that mean something else once they are moved.",
            "How good the VAE is at pictures as they are.",
            _BY_HAND,
            absolute=1e-4,
        )
    return found


def _robustness() -> dict[str, Definition]:
    found = {}
    moves, silent = (
        "How steeply the decoder answers.",
        "What a diffusion model's errors look like: they are no white noise.",
    )
    for percent in DISTURBANCES:
        noise = f"σ = {percent / 100:g}, s the standard deviation of the image's latent, ε normal, from seed and place of the image"
        found[f"robustness_{percent}_psnr"] = Definition(
            f"PSNR of D(z + σ·s·ε) against D(z), {noise}.", moves, silent, _BY_HAND, absolute=1e-3
        )
        found[f"robustness_{percent}_lpips"] = Definition(
            f"LPIPS of D(z + σ·s·ε) against D(z), {noise}.", moves, silent, _BY_HAND, absolute=1e-4
        )
    return found


# fmt: off
DEFINITIONS: Mapping[str, Definition] = {
    "lpips": Definition(
        "LPIPS v0.1, AlexNet: with images scaled to [-1, 1], f_l the features of layer l = 1 … 5 divided by their length over the channels and w_l the published calibration, Σ_l mean over positions of Σ_c w_lc (f_lc(x) − f_lc(x̂))². Empty under 31 px on the short side.",
        "Blur, missing or invented texture, blocking and ringing; changes of colour and brightness much less.",
        "What is wrong, and where. It saturates: 0.4 and 0.6 both mean another picture. Faces and letters count no more than grass. Values of other versions or backbones, or of images resized otherwise, cannot be compared.",
        "the `lpips` package, with the same weights", absolute=1e-4),
    "gradient_energy_original": Definition("G(x) = mean of dx² over all valid positions + mean of dy² over all valid positions, forward differences of Y.", _GRADIENT_MOVES, _GRADIENT_SILENT, _NUMPY, relative=1e-4),
    "gradient_energy_reconstruction": Definition("G(x̂), as of the original.", _GRADIENT_MOVES, _GRADIENT_SILENT, _NUMPY, relative=1e-4),
    "gradient_ratio": Definition("G(x̂) / G(x) of this image. Empty where G(x) = 0. Over the set ρ_G is a ratio of means and not the mean of this column: see below.", _GRADIENT_MOVES, _GRADIENT_SILENT, _NUMPY, relative=1e-4),
    "colors_original": Definition("C(x) = number of distinct RGB triples.", _COLOR_MOVES, _COLOR_SILENT, _NUMPY, absolute=0.0),
    "colors_reconstruction": Definition("C(x̂).", _COLOR_MOVES, _COLOR_SILENT, _NUMPY, absolute=0.0),
    "color_ratio": Definition("C(x̂) / C(x) of this image. Over the set ρ_C is a ratio of means and not the mean of this column: see below.", _COLOR_MOVES, _COLOR_SILENT, _NUMPY, absolute=0.0),
    "color_entropy_original": Definition("−Σ p log2 p of the RGB histogram of x with 32 bins per channel (u8 >> 3), 32 768 bins.", _ENTROPY_MOVES, _ENTROPY_SILENT, _NUMPY, absolute=1e-4),
    "color_entropy_reconstruction": Definition("The same of x̂.", _ENTROPY_MOVES, _ENTROPY_SILENT, _NUMPY, absolute=1e-4),
    "fft_magnitude_similarity": Definition("Pearson correlation of log1p|F(x)| and log1p|F(x̂)| over the full spectra. Empty where all magnitudes of one are equal.", "Blur, noise and blocking, by the shape of the spectrum.", "Where anything is: a mirrored picture has the same magnitudes. Contrast hardly moves it.", _NUMPY, absolute=1e-4),
    "fft_phase_similarity": Definition("Σ Re(F(x) · conj F(x̂)) / Σ |F(x)| · |F(x̂)|. Empty where the two have no frequency in common.", "Shifts and distortions, structure in another place; strong frequencies count most.", "A loss of contrast or sharpness that leaves everything in its place.", _NUMPY, absolute=1e-4),
    "fft_low_ratio": Definition("P(x̂) / P(x), P the sum of |F|² over 0 < radius ≤ 1/6 cycles per pixel. Empty where x has no power there.", _BAND_MOVES, _BAND_SILENT, _NUMPY, relative=1e-3),
    "fft_mid_ratio": Definition("The same over 1/6 < radius ≤ 1/3.", _BAND_MOVES, _BAND_SILENT, _NUMPY, relative=1e-3),
    "fft_high_ratio": Definition("The same over radius > 1/3.", _BAND_MOVES, _BAND_SILENT, _NUMPY, relative=1e-3),
    "mae": Definition("Mean of |x̂ − x| over pixels and channels, values in [0, 1].", _MAE_MOVES, _ERROR_SILENT, _NUMPY, absolute=1e-6),
    "mae_r": Definition("The same over the red channel.", _MAE_MOVES, _ERROR_SILENT, _NUMPY, absolute=1e-6),
    "mae_g": Definition("The same over the green channel.", _MAE_MOVES, _ERROR_SILENT, _NUMPY, absolute=1e-6),
    "mae_b": Definition("The same over the blue channel.", _MAE_MOVES, _ERROR_SILENT, _NUMPY, absolute=1e-6),
    "bias_r": Definition("Mean of x̂ − x over the red channel, values in [0, 1].", _BIAS_MOVES, _BIAS_SILENT, _NUMPY, absolute=1e-6),
    "bias_g": Definition("The same over the green channel.", _BIAS_MOVES, _BIAS_SILENT, _NUMPY, absolute=1e-6),
    "bias_b": Definition("The same over the blue channel.", _BIAS_MOVES, _BIAS_SILENT, _NUMPY, absolute=1e-6),
    "mse": Definition("Mean of (x̂ − x)² over pixels and channels, values in [0, 1].", "As the mean absolute error, large differences with their square.", _ERROR_SILENT, _NUMPY, absolute=1e-6),
    "rmse": Definition("√mse.", "As the mean squared error.", _ERROR_SILENT, _NUMPY, absolute=1e-6),
    "max_abs_error": Definition("Largest |x̂ − x| of any pixel and channel, values in [0, 1].", "A single pixel.", "Everything but that pixel.", _NUMPY, absolute=1e-6),
    "psnr": Definition("10 · log10(1 / mse); ∞ for identical images. Over the set see below.", "As the mean squared error, on a scale where halving the error adds 6 dB.", _ERROR_SILENT, _SKIMAGE, absolute=1e-3),
    "ssim": Definition("Wang et al. 2004: mean over the valid positions and the three channels of (2 μ_x μ_x̂ + C1)(2 σ_xx̂ + C2) / ((μ_x² + μ_x̂² + C1)(σ_x² + σ_x̂² + C2)), window Gaussian, 11×11, σ = 1.5, biased covariance, K1 = 0.01, K2 = 0.03, C = (K · 255)², no downsampling. Empty under 11 px on the short side.", "Blur and noise, most in flat areas; a loss of local contrast.", "Colour as people see it (it is a mean of channels), shifts of a pixel from damage. Flat, dark and noisy pictures cannot be compared with each other.", "scikit-image (`structural_similarity`, Gaussian weights, σ = 1.5, no sample covariance)", absolute=1e-4),
    "ms_ssim": Definition("Wang et al. 2003: Π over five scales of the mean contrast-structure term, at the last with luminance, to the powers 0.0448, 0.2856, 0.3001, 0.2363, 0.1333; negative factors count as 0; mean of the three channels. Empty under 161 px on the short side.", "As SSIM, seen from several distances: what is left at a half to an eighth of the size counts most, the finest detail least.", "As SSIM; and small differences between good VAEs, which all lie near 1.", "`piq.multi_scale_ssim`", absolute=1e-3),
    "flip": Definition("Mean over pixels of LDR-FLIP (Andersson et al. 2020) at 67.02 pixels per degree: a 0.7 m wide monitor of 3840 px, seen from 0.7 m.", "Colour and brightness where they are seen, edges and points that are lost or invented; noise finer than the eye resolves counts little.", "What is wrong, and where: the viewer's map shows that. It holds for one distance of viewing; a viewer who zooms in sees more.", "flip-evaluator (NVIDIA)", absolute=2e-3),
    "ssim_luminance": Definition("Mean over valid positions and channels of l = (2 μ_x μ_x̂ + C1) / (μ_x² + μ_x̂² + C1), window and constants as `ssim`.", "Local brightness.", "Detail of any kind.", _NUMPY, absolute=1e-4),
    "ssim_contrast": Definition("Mean of c = (2 σ_x σ_x̂ + C2) / (σ_x² + σ_x̂² + C2).", "Blur and sharpening, alike in both directions.", "Whether the detail is in its place: noise of the same strength as the texture that it replaces scores 1.", _NUMPY, absolute=1e-4),
    "ssim_structure": Definition("Mean of s = (σ_xx̂ + C3) / (σ_x σ_x̂ + C3), C3 = C2 / 2. The product of the three maps averages to `ssim`; the product of the three means does not.", "Detail that is elsewhere, or another.", "How strong the detail is.", _NUMPY, absolute=1e-3),
    "shift_x": Definition("Place of the peak of the phase correlation of the two lumas, Hann window, Gaussian low-pass of 1 px, parabola through the logarithms, px; right is positive. Empty under 16 px and for flat images.", "A decoder whose grid is off by a part of a pixel, a resize with other corners.", "Any change that moves nothing; a picture of which parts move differently.", "known shifts; scikit-image", absolute=0.05),
    "shift_y": Definition("The same, down is positive.", "As `shift_x`.", "As `shift_x`.", "known shifts; scikit-image", absolute=0.05),
    "laplacian_ratio": Definition("Var(∇²Y(x̂)) / Var(∇²Y(x)), 4-neighbour Laplacian at the pixels that have all neighbours. Empty where the original has none.", _GRADIENT_MOVES, _GRADIENT_SILENT, "scipy", relative=1e-3),
    "edge_density_ratio": Definition("Share of pixels with |Sobel Y| > 50 of x̂ over that of x. Empty where the original has none.", "Blur lowers it, sharpening and ringing raise it.", "How strong an edge is beyond the threshold; a pixel just below it counts as none.", "scipy", relative=1e-2),
    "saturation_ratio": Definition("Mean of (max − min) / max of R, G, B of x̂ over that of x. Empty where the original has no colour.", "Desaturation, colour casts of greys.", "Hue; dark pixels count as much as light ones.", "scikit-image", relative=1e-4),
    "lab_volume_ratio": Definition("Volume of the convex hull of the colours in L*a*b* (outermost points of a 32³ grid) of x̂ over that of x. Empty where the original's colours lie in a plane.", "A few pixels of an extreme colour.", "How many pixels have a colour: one is enough.", "scipy, all points", relative=2e-2),
    "delta_e_mean": Definition("Mean over pixels of CIEDE2000 between x and x̂ in L*a*b* (D65, 2° observer), kL = kC = kH = 1.", "Casts, desaturation, brightness; about 1 is just noticeable on large patches side by side.", "Where it is: pixels are compared one by one, with no regard to texture, so noise counts as colour. Made for patches, not for pictures.", "scikit-image (`deltaE_ciede2000`); the formula also against the 34 pairs of Sharma, Wu, Dalal 2005, 1e-4", absolute=1e-2),
    "delta_e_p95": Definition("95th percentile over pixels of the same, linear interpolation.", "The worst twentieth of the picture: edges, saturated places.", "As the mean; and what the best 95 % look like.", "scikit-image (`deltaE_ciede2000`)", absolute=1e-2),
    "kl": Definition("Σ over all latent elements of ½ (μ² + σ² − 1 − ln σ²): KL(q(z|x) ‖ N(0, I)), log variance clamped to [−30, 20]. Empty without a posterior (tiny autoencoders, VQ, deterministic).", "How narrow the posterior is and how far its mean from 0: the weight of the KL term in training. It grows with the number of latent elements.", "Whether those nats say something that the decoder uses. Large for most latent-diffusion VAEs, which are trained with a tiny weight.", _DIFFUSERS + "`.kl()`", relative=1e-4),
    "kl_per_dim": Definition("kl / number of latent elements.", "As `kl`, whatever the size.", "Which channels it is in: one rich channel hides collapsed ones (see the latent health).", _BY_HAND, absolute=0.0),
    "latent_mean": Definition("Mean of the posterior's mode over the image's latent, all channels together.", _LATENT_MOVES, _LATENT_SILENT, _DIFFUSERS + "`.mode()`, per channel", absolute=1e-5),
    "latent_std": Definition("Standard deviation (n) of the posterior's mode over the image's latent, all channels together.", _LATENT_MOVES, _LATENT_SILENT, _DIFFUSERS + "`.mode()`, the mean square per channel", relative=1e-4),
    "posterior_variance": Definition("Mean of σ² over the image's latent. Empty without a posterior.", _LATENT_MOVES, "Whether it is much: it has to be held against the spread of the mean, since the scale is arbitrary.", _DIFFUSERS + "`.var`", relative=1e-6),
    "codebook_usage": Definition("Entries that the image uses at least once / entries, of all codebooks together. Empty without a codebook.", _CODE_MOVES, _CODE_SILENT, "NumPy, from the model's own indices", absolute=0.0),
    "code_entropy": Definition("−Σ p log2 p of how often each entry is used; over several codebooks the mean over all indices.", _CODE_MOVES, _CODE_SILENT, "NumPy, from the model's own indices", relative=1e-9),
    "code_perplexity": Definition("2 to the power of the code entropy.", _CODE_MOVES, _CODE_SILENT, "NumPy, from the model's own indices", relative=1e-9),
    "bits_per_pixel": Definition("VQ: Σ over codebooks of codes · log2(entries), KL: `kl` / ln 2, over the image's pixels. Empty where there is neither.", "The size of the latent, and of a posterior its sharpness.", "What a real coder would need; the two kinds are not the same quantity: codes are counted, a KL divergence is what an ideal coder needs on average.", _BY_HAND, relative=1e-9),
    "bits_per_pixel_entropy": Definition("VQ: Σ over codebooks of codes · code entropy of this image, over its pixels.", _CODE_MOVES, "What the codebook's own prior would need: an image with few codes looks cheap.", _BY_HAND, relative=1e-9),
    "reconstruction_loss": Definition("Σ over pixels and channels of (x̂ − x)², values in [-1, 1]: −2 ln p(x|z) of a unit Gaussian, up to constants.", "As the mean squared error, times the number of values: 12 · H · W · mse.", "As the mean squared error; images of different size cannot be compared.", _NUMPY, relative=1e-6),
    "total_loss": Definition("`reconstruction_loss` + `kl`: −ELBO of a unit Gaussian and β = 1, up to constants. Empty without a posterior.", "As its two parts.", "How a VAE was trained: most weigh KL by 1e-6, and few train squared error alone.", _BY_HAND, absolute=0.0),
    "seam": Definition("Mean |step| of the luma of x̂ − x between neighbours across a border of tiles, over that between all others. Borders lie where a tile's blend begins, every ¾ of its side, and where the tile before it ends, a quarter further. Empty where the VAE does not run in tiles, or the image is no larger than one.", "Tiles that differ in brightness or colour where they meet.", "Seams inside of a blend that is itself smooth; borders that happen to lie on edges of the picture raise it in a single image: look at the mean over many.", "float64 NumPy", absolute=1e-9),
    **_generations(),
    **_equivariance(),
    **_robustness(),
    "class_agreement": Definition("1 where argmax p(x̂) = argmax p(x), else 0; p from EfficientNet-Lite0 (ImageNet, 1 000 classes) on the centre 224 px of the image brought to 256 px (bicubic, antialiased), (u8 − 127) / 128.", _CLASS_MOVES, _CLASS_SILENT, _LITE, absolute=0.0),
    "class_agreement_top5": Definition("1 where argmax p(x) is among the five largest of p(x̂), else 0.", _CLASS_MOVES, _CLASS_SILENT, _LITE, absolute=0.0),
    "class_kl": Definition("Σ p(x) ln (p(x) / p(x̂)) over the classes.", _CLASS_MOVES, _CLASS_SILENT, _LITE, absolute=1e-4),
    "text_cer": Definition("Σ Levenshtein distance of OCR(x̂) to OCR(x) over Σ characters of OCR(x), spaces left out, over the lines that RapidOCR finds in x and reads with a confidence of 0.9 or more; each line is cut out of both pictures by its box in x, brought to 48 px and read. It can exceed 1. Empty where x has no such line.", _TEXT_MOVES, _TEXT_SILENT, _RAPIDOCR, absolute=0.0),
    "text_cer_under_12": Definition("The same over the lines whose box in x is lower than 12 px; a box is a little higher than its letters. Empty where there are none.", _TEXT_MOVES, _TEXT_SILENT, _RAPIDOCR, absolute=0.0),
    "text_cer_12_to_20": Definition("The same, 12 ≤ height < 20 px.", _TEXT_MOVES, _TEXT_SILENT, _RAPIDOCR, absolute=0.0),
    "text_cer_20_to_32": Definition("The same, 20 ≤ height < 32 px.", _TEXT_MOVES, _TEXT_SILENT, _RAPIDOCR, absolute=0.0),
    "text_cer_over_32": Definition("The same, height ≥ 32 px.", _TEXT_MOVES, _TEXT_SILENT, _RAPIDOCR, absolute=0.0),
    "clip_similarity": Definition("E(x) · E(x̂) / (‖E(x)‖ ‖E(x̂)‖), E the image embedding of a CLIP model of the user's, which the report names, on the picture as the model's own preprocessor_config.json prepares it.", "What a picture shows, as captions would say it: a thing that is lost or becomes another.", "Sharpness, colour and small detail: good VAEs all lie near 1, where only differences between them say something. Another model gives another scale; most see a centre square of 224 px.", "transformers called by hand", absolute=1e-5),
    "nonfinite_fraction": Definition("Share of the decoder's output elements that are NaN or Inf. Above 0 the image counts as failed and nothing is scored.", "Half precision that overflows, damaged weights.", "Why it happened.", _BY_HAND, absolute=0.0),
    "clipped_fraction": Definition("Share of the decoder's output elements outside [0, 1] before the clamp.", "Overshoot at edges, lifted contrast, saturated pictures.", "How far outside they were: a hair over 1 counts as much as 2.", _BY_HAND, relative=1e-6),
    "encode_ms": Definition("Wall time of encoding, device synchronized, divided by the number of images in the batch.", _TIME_MOVES, _TIME_SILENT),
    "decode_ms": Definition("Wall time of decoding, device synchronized, divided by the number of images in the batch.", _TIME_MOVES, _TIME_SILENT),
    "marker_x": Definition("Left edge of the row of five patches.", _MARKER_PLACE, _MARKER_PLACE_SILENT, _BY_HAND, absolute=0.0),
    "marker_y": Definition("Top edge of the row of five patches.", _MARKER_PLACE, _MARKER_PLACE_SILENT, _BY_HAND, absolute=0.0),
    "marker_size": Definition("Side of a patch.", _MARKER_PLACE, _MARKER_PLACE_SILENT, _BY_HAND, absolute=0.0),
    "marker_black_original": Definition("m_black(x): mean over pixels and channels of the black patch, in [0, 1]; 0 by construction.", "Nothing: it is pasted.", "Anything of the VAE.", _BY_HAND, absolute=0.0),
    "marker_black_reconstruction": Definition("m_black(x̂).", _MARKER_MOVES, _MARKER_SILENT, _BY_HAND, absolute=1e-12),
    "marker_white_original": Definition("m_white(x): the same of the white patch; 1 by construction.", "Nothing: it is pasted.", "Anything of the VAE.", _BY_HAND, absolute=0.0),
    "marker_white_reconstruction": Definition("m_white(x̂).", _MARKER_MOVES, _MARKER_SILENT, _BY_HAND, absolute=1e-12),
    "marker_red_original": Definition("r(x): mean of the red channel over the red patch; 1 by construction.", "Nothing: it is pasted.", "Anything of the VAE.", _BY_HAND, absolute=0.0),
    "marker_red_reconstruction": Definition("r(x̂).", _MARKER_MOVES, _MARKER_SILENT, _BY_HAND, absolute=1e-12),
    "marker_green_original": Definition("g(x): mean of the green channel over the green patch; 1 by construction.", "Nothing: it is pasted.", "Anything of the VAE.", _BY_HAND, absolute=0.0),
    "marker_green_reconstruction": Definition("g(x̂).", _MARKER_MOVES, _MARKER_SILENT, _BY_HAND, absolute=1e-12),
    "marker_blue_original": Definition("b(x): mean of the blue channel over the blue patch; 1 by construction.", "Nothing: it is pasted.", "Anything of the VAE.", _BY_HAND, absolute=0.0),
    "marker_blue_reconstruction": Definition("b(x̂).", _MARKER_MOVES, _MARKER_SILENT, _BY_HAND, absolute=1e-12),
    "brightness_bias": Definition("m_black(x̂) − m_black(x).", "Lifted blacks.", _MARKER_SILENT + " Blacks that would fall below 0 are clipped: it is never negative for a black of 0.", _BY_HAND, absolute=1e-12),
    "contrast_gain": Definition("(m_white(x̂) − m_black(x̂)) / (m_white(x) − m_black(x)) of this image.", "Contrast, between full black and full white.", _MARKER_SILENT + " It is never above 1, since both patches lie at the ends of the range.", _BY_HAND, absolute=1e-12),
    "drift_r": Definition("r(x̂) − r(x).", "A loss of saturated red.", _DRIFT_SILENT, _BY_HAND, absolute=1e-12),
    "drift_g": Definition("g(x̂) − g(x).", "A loss of saturated green.", _DRIFT_SILENT, _BY_HAND, absolute=1e-12),
    "drift_b": Definition("b(x̂) − b(x).", "A loss of saturated blue.", _DRIFT_SILENT, _BY_HAND, absolute=1e-12),
    "score": Definition("J(x): the formula of J below on the image's own values, the gradient and the colour term each at most 1 (100 % off), so that one chart with 40 colours cannot outweigh a hundred photographs; terms that were cut are named in the note. Empty where one of its columns is.", "Each of its terms, by its weight λ.", "Which term it is: read them beside it. Its weights are a choice, not a law of vision. Scores with and without the marker's terms are never ranked together.", _BY_HAND, absolute=1e-12),
}
"""Column to its definition: every column of the registry, and no other."""

OVER_THE_SET: Mapping[str, Definition] = {
    "L_perc": Definition("Mean of `lpips`.", "As `lpips`.", "As `lpips`."),
    "ρ_G": Definition("mean G(x̂) / mean G(x): a ratio of means, as community tables publish mean gradients. The mean of the ratios per image stays in `metrics` as `gradient_ratio`: there every image counts the same, here images with much detail count more.", _GRADIENT_MOVES, _GRADIENT_SILENT),
    "ρ_C": Definition("mean C(x̂) / mean C(x), a ratio of means; the mean of the ratios per image stays in `metrics` as `color_ratio`.", _COLOR_MOVES, _COLOR_SILENT),
    "b": Definition("Mean of `brightness_bias`.", "Lifted blacks.", _MARKER_SILENT),
    "γ": Definition("mean(m_white(x̂) − m_black(x̂)) / mean(m_white(x) − m_black(x)).", "Contrast, between full black and full white.", _MARKER_SILENT),
    "δ": Definition("(mean of `drift_r`, mean of `drift_g`, mean of `drift_b`).", "A loss of saturated colours.", _MARKER_SILENT),
    "J": Definition(f"{FORMULA}, all λ = 1 unless set otherwise. With the marker off the last three terms are left out, and the report says so. Lower is better, 0 is perfect.", "Each of its terms; each one's share of J is shown.", "Which term it is. Its weights are a choice, not a law of vision. A J with the marker's terms and one without are never ranked together."),
    "PSNR over the set": Definition("Mean over the images whose PSNR is finite, with “∞ on k of n” beside it where k of n images came back exactly. Comparisons use the pairs in which both are finite; on the others an exact VAE beats an inexact one (sign test).", "As `psnr`; the mean of decibels is not the PSNR of the mean error: images that are already good count more.", "How near to exact the finite ones are."),
}
"""Quantities over the images of a run, by their symbol."""
# fmt: on
