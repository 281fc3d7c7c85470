"""Settings are checked as a whole and survive the way through JSON."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from vaelab.errors import UsageError
from vaelab.settings import RunSettings, options, parse_weights

GOOD = {"images": ("a",), "vaes": ("identity",), "out": "o"}


def test_defaults_are_those_of_the_contract() -> None:
    settings = RunSettings(**GOOD)
    assert (settings.size, settings.fit, settings.marker, settings.latent, settings.seed) == (
        512,
        "crop",
        "separate",
        "mode",
        0,
    )
    assert set(settings.weights.values()) == {1.0}


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("size", -5, "Size -5 is out of range"),
        ("size", 0, "out of range"),
        ("fit", "crob", "Did you mean 'crop'"),
        ("device", "gpu", "Device 'gpu'"),
        ("device", "cuda:x", "Device"),
        ("precision", "fp8", "Precision"),
        ("batch_size", 0, "Batch size"),
        ("tiling", 3, "Tiling"),
        ("limit", 0, "Limit"),
        ("matte", "white", "Matte"),
        ("seed", -1, "Seed"),
        ("marker_size", 0, "Patch side"),
        ("weights", {"lpips": float("nan")}, "finite"),
        ("weights", {"lpisp": 1.0}, "Did you mean 'lpips'"),
        ("images", (), "no image"),
        ("vaes", (), "no VAE"),
    ],
)
def test_each_bad_setting_is_named(field: str, value: object, word: str) -> None:
    with pytest.raises(UsageError, match=word.replace("(", r"\(")):
        RunSettings(**{**GOOD, field: value})


def test_all_problems_are_named_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        RunSettings(**{**GOOD, "size": -1, "fit": "x", "images": ()})
    assert all(word in str(caught.value) for word in ("Size", "Fit", "no image"))


def test_json_round_trip_and_differences() -> None:
    settings = RunSettings(**{**GOOD, "size": 256, "weights": {"lpips": 2.0}})
    again = RunSettings.from_json(settings.to_json(), Path("o"))
    assert again == settings
    assert settings.differences(again) == []
    other = dataclasses.replace(settings, size=128, out="elsewhere")
    assert settings.differences(other) == ["size: 128 there, 256 here"]


def test_every_shown_option_is_explained() -> None:
    for name, option in options().items():
        assert option.label, name
        assert option.help.endswith("."), name


def test_weights_are_parsed() -> None:
    assert parse_weights("lpips=2, color=0")["lpips"] == 2.0
    assert parse_weights("lpips=2, color=0")["color"] == 0.0
    assert parse_weights("lpips=2")["drift"] == 1.0
    with pytest.raises(UsageError, match="NAME=NUMBER"):
        parse_weights("lpips")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("lpips=-20", "zero or more"),
        ("lpips=nan", "finite"),
        ("lpips=1e400", "finite"),
        ("lpips=1,lpips=2", "twice"),
        ("lpips=0,gradient=0,color=0,drift=0,brightness=0,contrast=0", "all weights are 0"),
    ],
)
def test_weights_by_which_nothing_can_be_ranked_are_refused(text: str, why: str) -> None:
    """Also where a report is made anew by other weights: a negative one would put the worst first."""
    with pytest.raises(UsageError, match=why):
        parse_weights(text)
