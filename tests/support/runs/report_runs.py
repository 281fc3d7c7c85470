"""Runs for the report's tests: photographs through simple codecs, the other columns drawn around plausible values."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter
from skimage.metrics import structural_similarity

from vaelab.report.run.data import RunData
from vaelab.results.records import Row
from vaelab.results.summary import rescored, with_results
from vaelab.run_folder.store import SCHEMA_VERSION
from vaelab.settings import WEIGHT_NAMES
from vaelab.vae.base import LatentFacts

WEIGHTS = dict.fromkeys(WEIGHT_NAMES, 1.0)
SIDE = 192
RESAMPLES = 400


def codec(label: str, image: Image.Image) -> Image.Image:
    """Return what a codec of this label makes of an image; unknown labels are JPEG 60."""
    if label == "identity":
        return image
    if label == "blur:2":
        return image.filter(ImageFilter.GaussianBlur(2))
    buffer = io.BytesIO()
    quality = {"mini": 80, "linear": 78, "jpeg:25": 25}.get(label, 60)
    image.save(buffer, "JPEG", quality=quality, subsampling=0)
    return Image.open(buffer).convert("RGB")


def measured(
    original: npt.NDArray[np.uint8], rebuilt: npt.NDArray[np.uint8], random: np.random.Generator
) -> dict[str, Any]:
    """Return a row's values: pixel errors for real, LPIPS and the marker as a function of them with some noise."""
    x, y = original / 255.0, rebuilt / 255.0
    mse = float(((x - y) ** 2).mean())
    rmse = mse**0.5
    energy = [
        float(sum((np.diff(plane.mean(axis=2) * 255, axis=axis) ** 2).mean() for axis in (0, 1)))
        for plane in (x, y)
    ]
    colors = [len(np.unique(plane @ np.array([1, 256, 65536]))) for plane in (original, rebuilt)]
    wobble = random.normal(1, 0.08, 6) if mse else np.ones(6)
    drift = rmse * 0.4 * (wobble[:3] - 0.8) if mse else np.zeros(3)
    black, white = 0.3 * rmse * wobble[3], 1 - 0.8 * rmse * wobble[4]
    values: dict[str, Any] = {
        "lpips": 4 * rmse**1.5 * wobble[5] if mse else 0.0,
        "gradient_energy_original": energy[0], "gradient_energy_reconstruction": energy[1],
        "gradient_ratio": energy[1] / energy[0],
        "colors_original": colors[0], "colors_reconstruction": colors[1],
        "color_ratio": colors[1] / colors[0],
        "mse": mse,
        "mae": float(np.abs(x - y).mean()),
        "psnr": float(10 * np.log10(1 / mse)) if mse else float("inf"),
        "ssim": float(structural_similarity(original, rebuilt, channel_axis=2)) if mse else 1.0,
        "delta_e_mean": 60 * rmse,
        "marker_x": SIDE - 5 * 16, "marker_y": SIDE - 16, "marker_size": 16,
        "brightness_bias": black, "contrast_gain": white - black,
        "drift_r": float(drift[0]), "drift_g": float(-drift[1]), "drift_b": float(drift[2]),
        "marker_white_original": 1.0, "marker_black_original": 0.0,
        "marker_white_reconstruction": white, "marker_black_reconstruction": black,
        "encode_ms": float(random.uniform(20, 25)), "decode_ms": float(random.uniform(40, 50)),
    }  # fmt: skip
    return values


def photographs_run(
    folder: Path,
    pictures: dict[str, npt.NDArray[np.uint8]],
    labels: Sequence[str],
    *,
    save: bool = True,
    crops: int = 3,
) -> RunData:
    """Return a run over ``crops`` squares of each photograph, its PNGs in ``folder`` when ``save``."""
    random = np.random.default_rng(7)
    rows = []
    for name, picture in pictures.items():
        for index in range(crops):
            top = random.integers(0, picture.shape[0] - SIDE + 1)
            left = random.integers(0, picture.shape[1] - SIDE + 1)
            image = f"{name}-{index}.png"
            square = np.ascontiguousarray(picture[top : top + SIDE, left : left + SIDE])
            original = Image.fromarray(square)
            places = dict.fromkeys((*labels, ""), "")
            if save:
                places = {
                    label: f"images/{index}-{name}-{number}.png" for number, label in enumerate((*labels, ""))
                }
                (folder / "images").mkdir(parents=True, exist_ok=True)
                original.save(folder / places[""])
            digest = hashlib.sha256(square.tobytes()).hexdigest()
            for label in labels:
                rebuilt = codec(label, original)
                if save:
                    rebuilt.save(folder / places[label])
                values = measured(square, np.asarray(rebuilt), random)
                rows.append(
                    Row(image, label, SIDE, SIDE, "ok", "", places[""], places[label], digest, values)
                )
    return run_of(rows, labels, folder=folder if save else None)


def random_rows(images: int, centers: dict[str, float], seed: int = 1) -> list[Row]:
    """Return rows without pictures: per VAE, LPIPS around a center and everything else in proportion to it."""
    random = np.random.default_rng(seed)
    rows = []
    for index in range(images):
        difficulty = random.lognormal(0, 0.3)
        for label, center in centers.items():
            error = center * difficulty * random.lognormal(0, 0.03)
            values: dict[str, Any] = {
                "lpips": error, "gradient_ratio": 1 - error, "color_ratio": 1 - 2 * error, "mse": error**2,
                "gradient_energy_original": 100.0, "gradient_energy_reconstruction": 100.0 * (1 - error),
                "colors_original": 1000.0, "colors_reconstruction": 1000.0 * (1 - 2 * error),
                "psnr": float(-20 * np.log10(error)) if error else float("inf"), "ssim": 1 - error,
                "drift_r": 0.1 * error, "drift_g": -0.2 * error, "drift_b": 0.0, "brightness_bias": 0.1 * error,
                "contrast_gain": 1 - 0.3 * error, "marker_white_original": 1.0, "marker_black_original": 0.0,
                "marker_white_reconstruction": 1 - 0.2 * error, "marker_black_reconstruction": 0.1 * error,
                "encode_ms": 10.0, "decode_ms": 20.0,
                "marker_x": 352, "marker_y": 480, "marker_size": 32,
            }  # fmt: skip
            digest = hashlib.sha256(str(index).encode()).hexdigest()
            rows.append(Row(f"image {index}.png", label, 512, 512, "ok", image_sha256=digest, values=values))
    return rows


def run_of(
    rows: Sequence[Row],
    labels: Sequence[str],
    *,
    folder: Path | None = None,
    marker: bool = True,
    baselines: Sequence[str] = ("identity", "blur:2", "jpeg:25"),
    **settings: Any,
) -> RunData:
    """Return the run that has these rows, its summary made as that of a real one."""
    latents = {
        label: {
            row.image: LatentFacts(
                1024, (0.1, -0.2, 0.0, 0.3), (1.1, 0.9, 1.3, 0.8), (900.0, 800.0, 1000.0, 700.0)
            )
            for row in rows
            if row.vae == label
        }
        for label in labels
        if label not in baselines
    }
    vaes = {
        label: {
            "source": label if label in baselines else f"models/{label}.safetensors",
            "family": "baseline" if label in baselines else "AutoencoderKL (SD1/SDXL-type)",
            "sha256": None if label in baselines else hashlib.sha256(label.encode()).hexdigest(),
            "parameters": 0 if label in baselines else 83_653_863,
            "latent_channels": None if label in baselines else 4,
            "factor": None if label in baselines else 8,
            "precision": "fp32", "stored_dtype": "" if label in baselines else "fp16",
            "baseline": label in baselines, "notes": [], "error": None,
        }
        for label in labels
    }  # fmt: skip
    frame = {
        "schema_version": SCHEMA_VERSION, "vaelab_version": "0.1.0", "state": "finished",
        "created": "2026-11-21T10:00:00+00:00", "updated": "2026-11-21T10:01:00+00:00",
        "settings": {
            "images": ["photos"], "vaes": [f"{label}={vae['source']}" for label, vae in vaes.items()],
            "size": 512, "fit": "crop", "upscale": False, "recursive": False, "limit": None, "matte": "#ffffff",
            "marker": "separate" if marker else "off", "marker_preset": "robust", "marker_size": None,
            "marker_corner": "bottom-right",
            "device": "cpu", "precision": "fp32", "batch_size": 1, "tiling": "off", "latent": "mode", "seed": 0,
            "metrics": "default", "weights": WEIGHTS, "save_images": "all" if folder else "none",
        } | settings,
        "protocol": {
            "resize": "Lanczos, antialiased (Pillow)", "lpips": "v0.1 AlexNet", "pixels": "8-bit sRGB", "latent": settings.get("latent", "mode"), "metrics": ["lpips", "gradient", "psnr"],
            "marker": {"preset": "robust", "size": 32, "corner": "bottom-right", "read": "inner half"} if marker else None,
        },
        "environment": {"python": "3.12.1", "torch": "2.9.0", "device_name": "some CPU", "threads": 2},
        "images": {"listed": len({row.image for row in rows}), "skipped": []},
        "vaes": vaes,
    }  # fmt: skip
    # Through JSON and back, as a run folder is read: a NaN or Infinity would be refused here.
    summary = json.loads(json.dumps(with_results(frame, rows, latents, RESAMPLES), allow_nan=False))
    return RunData(folder, summary, rescored(rows, summary))
