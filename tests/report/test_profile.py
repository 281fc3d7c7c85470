"""The words of a profile: on real codecs and photographs, at the thresholds, and where little was measured."""

from __future__ import annotations

from typing import Any

import pytest
from metric_pairs import photograph
from PIL import Image

from vaelab.cli.parser import main
from vaelab.report.formats.table import render
from vaelab.report.run.data import RunData
from vaelab.report.run.load import load_run
from vaelab.report.summary_table import run_table
from vaelab.report.words.profile import ASPECTS, HEADS, judge, judge_heads, phrases


def words(entry: dict[str, Any]) -> dict[str, str]:
    return dict(str(phrase).split(" ", 1) for phrase in phrases({"metrics": {}, **entry}))


def bands(high: float, low: float) -> dict[str, Any]:
    return {"metrics": {"fft_high_ratio": {"mean": high, "n": 3}, "fft_low_ratio": {"mean": low, "n": 3}}}


@pytest.fixture(scope="module", params=["on", "off"])
def measured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a run on photographs, with the marker or without, says of a codec that lowers contrast and of one that blurs."""
    folder = tmp_path_factory.mktemp("pictures")
    for name in ("astronaut", "coffee", "chelsea"):
        Image.fromarray(photograph(name, 200, 240)).save(folder / f"{name}.png")
    out = tmp_path_factory.mktemp("run") / "run"
    vaes = ["--vae", "contrast:0.8", "--vae", "blur:2", "--vae", "identity"]
    settings = [
        "--device",
        "cpu",
        "--fit",
        "native",
        "--metrics",
        "lpips,colors,gradient,spectrum,delta_e,marker",
        "--marker",
        request.param,
    ]
    assert main(["run", str(folder), *vaes, *settings, "--out", str(out)]) == 0
    return {label: {**words(dict(vae)), "marker": request.param} for label, vae in load_run(out).vaes.items()}


def test_less_contrast_is_not_called_blur(measured: dict[str, Any]) -> None:
    found = measured["contrast:0.8"]
    assert found["sharpness"] == "excellent"
    assert found.get("contrast") == ("weak" if found["marker"] == "on" else None)


def test_blur_is_called_unsharp_and_keeps_its_contrast(measured: dict[str, Any]) -> None:
    found = measured["blur:2"]
    assert found["sharpness"] == "poor"
    assert found.get("contrast") == ("excellent" if found["marker"] == "on" else None)
    assert measured["identity"]["sharpness"] == "excellent"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        # The published verdicts of 150 photographs, each quantity alone.
        ({"L_perc": 0.041}, {"fidelity": "very good"}),
        ({"L_perc": 0.055}, {"fidelity": "good"}),
        ({"rho_G": 0.889, "gamma": 1.0}, {"sharpness": "moderate", "contrast": "excellent"}),
        ({"rho_G": 0.587, "gamma": 1.0}, {"sharpness": "poor", "contrast": "excellent"}),
        ({"gamma": 0.814}, {"contrast": "weak"}),
        # Half the contrast: a quarter of the gradient energy.
        ({"rho_G": 0.25, "gamma": 0.5}, {"sharpness": "excellent", "contrast": "poor"}),
        # Gradients that stay although contrast goes were sharpened: too sharp is as far as too soft.
        ({"rho_G": 1.0, "gamma": 0.8}, {"sharpness": "poor", "contrast": "weak"}),
        ({"rho_G": 1.111, "gamma": 1.0}, {"sharpness": "moderate", "contrast": "excellent"}),
        # Without the marker, the spectrum; contrast cancels.
        (bands(0.64, 0.64), {"sharpness": "excellent"}),
        (bands(0.4, 1.0), {"sharpness": "poor"}),
        (bands(1.2, 1.0), {"sharpness": "moderate"}),
        # Neither: gradients alone cannot tell blur from less contrast, so nothing is said.
        ({"rho_G": 0.64}, {}),
        ({"rho_G": 0.64, "gamma": 0.0}, {"contrast": "poor"}),
        (bands(0.4, 0.0), {}),
        ({}, {}),
    ],
)
def test_words_at_known_values(entry: dict[str, Any], said: dict[str, str]) -> None:
    assert words(entry) == said


def test_the_bound_itself_is_still_inside() -> None:
    """And the next float is outside, on every scale."""
    assert [str(each.aspect.name) for each in judge({"L_perc": 0.02})] == ["fidelity"]
    for bound, word, next_word in zip(
        ASPECTS[0].measures[0].bounds,
        ("excellent", "very good", "good", "moderate", "weak"),
        ("very good", "good", "moderate", "weak", "poor"),
        strict=True,
    ):
        assert words({"L_perc": bound})["fidelity"] == word
        assert words({"L_perc": bound * (1 + 1e-12)})["fidelity"] == next_word
    for aspect in ASPECTS:
        for measure in aspect.measures:
            assert list(measure.bounds) == sorted(measure.bounds)


def test_every_word_can_be_translated() -> None:
    (phrase,) = phrases({"L_perc": 0.5})
    assert (
        phrase.say({"{0} {1}": "{1} {0}", "fidelity": "Treue", "poor": "schlecht"}.__getitem__)
        == "schlecht Treue"
    )


def test_every_aspect_stands_under_one_head_and_heads_say_their_numbers() -> None:
    under = [aspect for head in HEADS for aspect in head.aspects]
    assert sorted(map(id, under)) == sorted(map(id, ASPECTS))
    assert [str(head.name) for head in HEADS] == [
        "Reconstruction quality", "Colour fidelity", "Structural accuracy", "Calibration stability",
    ]  # fmt: skip
    entry = {"L_perc": 0.041, "gamma": 0.814, "rho_G": 0.6, "metrics": {"psnr": {"mean": 31.25, "n": 3}}}
    found = {str(head.name): (said, known) for head, said, known in judge_heads(entry)}
    said, known = found["Reconstruction quality"]
    assert [str(each.words) for each in said] == ["fidelity very good"]
    assert known == (("LPIPS", 0.041), ("PSNR", 31.25))
    assert found["Colour fidelity"] == ((), ())
    assert [str(each.words) for each in found["Calibration stability"][0]] == ["contrast weak"]


def test_the_report_and_markdown_have_the_heads(photo_run: RunData) -> None:
    for text in (render(photo_run, "md"), render(photo_run, "html")):
        for head in HEADS:
            assert str(head.name) in text
        for line in run_table(photo_run).lines:
            for phrase in phrases(line.vae):
                assert str(phrase) in text
