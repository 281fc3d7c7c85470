"""The table of metrics: complete, in order, torch-free, and selected by name."""

from __future__ import annotations

import importlib.util

import pytest

from vaelab.errors import UsageError
from vaelab.metrics import registry
from vaelab.metrics.marker_columns import COLUMNS as MARKER_COLUMNS
from vaelab.metrics.probe_columns import EQUIVARIANCE_COLUMNS, GENERATION_COLUMNS, ROBUSTNESS_COLUMNS

# The per-image table of the definitions, row by row; what the text around it adds stands where the comment says.
BEFORE_OUTPUT = [
    "lpips",
    "gradient_energy_original",
    "gradient_energy_reconstruction",
    "gradient_ratio",
    "colors_original",
    "colors_reconstruction",
    "color_ratio",
    "color_entropy_original",
    "color_entropy_reconstruction",
    "fft_magnitude_similarity",
    "fft_phase_similarity",
    "fft_low_ratio",
    "fft_mid_ratio",
    "fft_high_ratio",
    "mae",
    "mae_r",
    "mae_g",
    "mae_b",
    "bias_r",
    "bias_g",
    "bias_b",
    "mse",
    "rmse",
    "max_abs_error",
    "psnr",
    "ssim",
    "ms_ssim",
    "flip",
    "ssim_luminance",
    "ssim_contrast",
    "ssim_structure",
    "shift_x",
    "shift_y",
    "laplacian_ratio",
    "edge_density_ratio",
    "saturation_ratio",
    "lab_volume_ratio",
    "delta_e_mean",
    "delta_e_p95",
    "kl",
    "kl_per_dim",
    "latent_mean",
    "latent_std",
    "posterior_variance",
    "codebook_usage",
    "code_entropy",
    "code_perplexity",
    "bits_per_pixel",
    "bits_per_pixel_entropy",
    "reconstruction_loss",
    "total_loss",
]
TASKS = [
    "class_agreement",
    "class_agreement_top5",
    "class_kl",
    "text_cer",
    "text_cer_under_12",
    "text_cer_12_to_20",
    "text_cer_20_to_32",
    "text_cer_over_32",
    "clip_similarity",
]
OUTPUT = ["nonfinite_fraction", "clipped_fraction"]
SPEED = ["encode_ms", "decode_ms"]


def test_every_column_stands_once_and_in_order() -> None:
    """The CSV's metric columns are those of the definitions, in their order."""
    marker = [column.name for column in MARKER_COLUMNS]
    names = [column.name for column in registry.all_columns()]
    further = (*GENERATION_COLUMNS, *EQUIVARIANCE_COLUMNS, *ROBUSTNESS_COLUMNS)
    probes = ["seam", *(column.name for column in further)]
    assert names == [*BEFORE_OUTPUT, *probes, *TASKS, *OUTPUT, *SPEED, *marker, "score"]
    assert len(set(names)) == len(names)


def test_every_column_can_be_explained() -> None:
    """Each has a label and a sentence; an ideal where the direction needs one."""
    for column in registry.all_columns():
        assert column.label, column.name
        assert column.description, column.name
        assert column.better != "ideal" or column.ideal is not None, column.name


def test_column_finds_by_name_and_suggests() -> None:
    """A known name gives its column, a misspelt one an error that names the nearest."""
    assert registry.column("psnr").unit == "dB"
    with pytest.raises(UsageError, match="'psnr'"):
        registry.column("pnsr")


def test_select_default_and_all() -> None:
    """By default those are left out that are asked for as metrics of their own; no metric comes twice."""
    installed = tuple(spec for spec in registry.METRICS if not spec.lacking and not spec.model)
    assert registry.select("all, default,lpips") == installed
    asked_for = {spec.name for spec in set(registry.METRICS) - set(registry.select("default"))}
    assert asked_for == {
        "ssim_parts",
        "shift",
        "card_ratios",
        "seam",
        "generations",
        "equivariance",
        "robustness",
        "classes",
        "text",
        "clip",
    }


def test_a_metric_whose_package_is_missing_says_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """By name it is an error in one sentence; everything is everything that is there."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install vaelab\[classes\]"):
        registry.select("class_kl")
    assert "classes" not in [spec.name for spec in registry.select("all")]
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: object())
    assert "classes" in [spec.name for spec in registry.select("all")]
    assert "classes" not in [spec.name for spec in registry.select("default")]
    assert "clip" not in [spec.name for spec in registry.select("all")], (
        "its model is the user's: asked for by name"
    )
    assert [spec.name for spec in registry.select("clip_similarity,text_cer")] == ["text", "clip"]
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "onnxruntime" else object())
    with pytest.raises(UsageError, match=r"needs the package onnxruntime, .*pip install vaelab\[text\]"):
        registry.select("text")


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ("lpips", ["lpips"]),
        ("ssim,gradient", ["gradient", "ssim"]),
        ("psnr", ["pixel"]),
        (" psnr , mae,fft_low_ratio", ["spectrum", "pixel"]),
        ("ms_ssim", ["ms_ssim"]),
        ("drift_r", ["marker"]),
    ],
)
def test_select_takes_names_of_metrics_and_columns(names: str, found: list[str]) -> None:
    """A column brings its metric; the order is the table's."""
    assert [spec.name for spec in registry.select(names)] == found


@pytest.mark.parametrize("names", ["", " , ", "lpisp", "lpips,sssim"])
def test_select_refuses_what_it_does_not_know(names: str) -> None:
    """An unknown or empty selection is a usage error."""
    with pytest.raises(UsageError):
        registry.select(names)


def test_select_suggests_the_nearest_name() -> None:
    """A misspelt metric is answered with the right one."""
    with pytest.raises(UsageError, match=r"Did you mean 'lpips'\?"):
        registry.select("lpisp")
