"""How a run was measured, in words, and what sets two runs apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from runs import report_runs
from runs.report_page import changed, random_run, with_settings, with_vae

from vaelab.report.formats.table import comparison
from vaelab.report.run.data import RunData
from vaelab.report.words.differences import image_differences, protocol_differences
from vaelab.report.words.protocol import command
from vaelab.settings import options


def test_equal_runs_have_no_differences(photo_run: RunData) -> None:
    """Where everything is the same, nothing is named; another device is no difference of protocol."""
    other = changed(photo_run, environment={"device_name": "another CPU"})
    assert protocol_differences([photo_run, other]) == []
    text = comparison([photo_run, other], "md")
    assert "different devices" in text
    assert "Not comparable" not in text


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"size": 1024}, "Working size: 512 px crop (run-a); 1024 px crop (run-b)"),
        ({"fit": "stretch"}, "512 px stretch"),
        ({"marker": "off"}, "no marker"),
        ({"latent": "sample", "seed": 3}, "posterior sample, seed 3"),
        ({"tiling": 512}, "Tiling:"),
        ({"matte": "#000000"}, "#000000"),
    ],
)  # fmt: skip
def test_each_setting_that_changes_numbers_is_named(settings: dict[str, Any], words: str) -> None:
    """One changed setting gives exactly one difference, in words and with both runs."""
    a = replace(random_run({"mini": 0.1}), folder=Path("run-a"))
    b = replace(with_settings(a, **settings), folder=Path("run-b"))
    (found,) = protocol_differences([a, b])
    assert words in found
    assert "run-a" in found
    assert "run-b" in found


def test_runs_shown_by_other_weights_are_two_things() -> None:
    """What counts is the J that is shown: the same run by two weightings is not one table."""
    a = replace(random_run({"mini": 0.1}), folder=Path("run-a"))
    b = replace(changed(a, weights={**report_runs.WEIGHTS, "lpips": 2}), folder=Path("run-b"))
    (found,) = protocol_differences([a, b])
    assert found.startswith("Weights of J: all 1 (run-a); lpips 2, gradient 1")


def test_other_differences_are_named() -> None:
    """Image set by content, LPIPS network, VAELab's version, precision."""
    a = replace(random_run({"mini": 0.1}, 40), folder=Path("run-a"))
    fewer = replace(random_run({"mini": 0.1}, 30), folder=Path("run-b"))
    assert protocol_differences([a, fewer]) == []
    assert image_differences([a, fewer]) == ["Images: 30 in common, 10 more in run-a"]
    others = replace(changed(a, inputs=[{"image": "x", "sha256": "0" * 64}]), folder=Path("run-b"))
    assert protocol_differences([a, others]) == ["Images: none in common"]
    b = replace(a, folder=Path("run-b"))
    assert "LPIPS: v0.1 AlexNet (run-a); v0.1 VGG16 (run-b)" in protocol_differences(
        [a, changed(b, protocol={**a.summary["protocol"], "lpips": "v0.1 VGG16"})]
    )
    classic = {"preset": "classic", "size": 8, "corner": "bottom-right", "read": "whole patch"}
    for part, words in (
        ({"marker": classic}, "classic marker, 32 px patches, bottom right, whole patch read"),
        ({"metrics": ["lpips"]}, "lpips (run-b)"),
    ):
        (found,) = protocol_differences([a, changed(b, protocol={**a.summary["protocol"], **part})])
        assert words in found
    assert protocol_differences([a, changed(b, vaelab_version="9")]) == [
        "VAELab version: 0.1.0 (run-a); 9 (run-b)"
    ]
    bf16 = with_vae(with_settings(b, precision="bf16"), "mini", precision="bf16")
    assert protocol_differences([a, bf16]) == ["Precision: fp32 (run-a); bf16 (run-b)"]
    assert protocol_differences([a, with_settings(b, precision="auto")]) == []


def test_command_repeats_the_run_through_the_shell() -> None:
    """Every setting is there, quoted so that a shell reads it back."""
    import shlex

    run = with_settings(random_run({"mini": 0.1}), images=["my photos; rm -rf"], upscale=True, limit=5)
    words = shlex.split(command(run))
    assert words[:3] == ["vaelab", "run", "my photos; rm -rf"]
    for flag, value in {
        "--size": "512",
        "--limit": "5",
        "--marker-preset": "robust",
        "--latent": "mode",
    }.items():
        assert words[words.index(flag) + 1] == value
    assert "--upscale" in words
    assert "--recursive" not in words
    assert words[words.index("--vae") + 1] == "mini=models/mini.safetensors"


def test_command_says_every_option_and_reads_back_to_the_same_settings() -> None:
    """A new option is in the command without a line here: its value comes from the table of options."""
    import shlex

    from vaelab.cli.parser import build_parser

    chosen: dict[str, Any] = {
        "upscale": True,
        "recursive": True,
        "charts": True,
        "sets": "alexnet",
        "inception": "weights.pth",
        "clip": "a folder",
        "limit": 5,
        "marker_size": 16,
        "device": "cpu",
    }
    for name, option in options().items():
        if name not in chosen:
            chosen[name] = option.choices[-1] if option.choices else option.minimum
    chosen |= {"matte": "#102030", "metrics": "psnr,ssim", "marker": "embedded"}
    assert not [name for name, value in chosen.items() if value is None], "a value for each"
    run = with_settings(random_run({"mini": 0.1}), images=["a folder"], **chosen)
    words = shlex.split(command(run))
    assert words[words.index("--seed") + 1] == "0", "nothing is no number"
    read = build_parser().parse_args(words[1:])
    assert {name: getattr(read, name) for name in options()} == chosen
