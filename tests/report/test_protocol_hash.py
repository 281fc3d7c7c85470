"""The protocol's hash: every setting that changes numbers changes it, nothing else does, and equal digits mean comparable."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from runs.report_page import changed, random_run, with_settings, with_vae

from vaelab.report.compare_runs import compare_runs
from vaelab.report.formats.table import FORMATS, comparison, render
from vaelab.report.run.data import RunData
from vaelab.report.words.differences import protocol_differences
from vaelab.report.words.protocol import comparable, line, protocol_hash
from vaelab.settings import RunSettings

# What each setting is changed to, under which other settings it counts, and whether the hash follows.
_CHANGES: dict[str, tuple[Any, dict[str, Any], bool]] = {
    "images": (["another folder"], {}, False),
    "vaes": (["linear"], {}, False),
    "out": ("elsewhere", {}, False),
    "size": (256, {}, True),
    "fit": ("stretch", {}, True),
    "upscale": (True, {}, True),
    "recursive": (True, {}, False),
    "limit": (7, {}, False),
    "matte": ("#000000", {}, True),
    "marker": ("embedded", {}, True),
    "marker_preset": ("classic", {}, True),
    "marker_size": (16, {}, True),
    "marker_corner": ("top-left", {}, True),
    "device": ("cuda:1", {}, False),
    "precision": ("bf16", {}, True),
    "batch_size": (4, {}, False),
    "tiling": (512, {}, True),
    "latent": ("sample", {}, True),
    "seed": (3, {"latent": "sample"}, True),
    "metrics": ("lpips", {}, True),
    "sets": ("alexnet", {}, False),  # beside the rows: no number of a picture changes
    "inception": ("x.pth", {}, False),
    "clip": ("folder", {}, False),
    "charts": (True, {}, False),  # they are in no mean
    "generations": (4, {}, False),  # further passes change no number of the first; the metrics list them
    "weights": ({"lpips": 2.0}, {}, True),
    "save_images": ("all", {}, False),
    "trust_program": (("0" * 64,), {}, False),
}
"""A setting without a line here has nobody's decision: say whether two runs that differ in it may share a table."""

_WITHOUT_EFFECT: tuple[tuple[str, Any, dict[str, Any]], ...] = (
    ("seed", 3, {"latent": "mode"}),
    ("size", 256, {"fit": "native"}),
    ("upscale", True, {"fit": "native"}),
    ("marker_preset", "classic", {"marker": "off"}),
    ("marker_corner", "top-left", {"marker": "off"}),
    ("marker_size", 16, {"marker": "off"}),
    ("matte", "#FFFFFF", {"matte": "#ffffff"}),
    ("precision", "fp32", {"precision": "auto"}),
)
"""Settings that change nothing beside certain others."""


def run_with(settings: dict[str, Any]) -> RunData:
    """A run as it would be recorded: what the engine writes of its settings follows them."""
    run = random_run({"mini": 0.1, "linear": 0.2}, images=12)
    run = with_settings(run, **settings)
    facts = dict(run.summary["protocol"])
    marker = run.settings["marker"]
    if marker != "off":
        preset = "custom" if run.settings["marker_size"] else run.settings["marker_preset"]
        inner = "whole patch" if run.settings["marker_preset"] == "classic" else "inner half"
        facts["marker"] = {
            "preset": preset,
            "corner": run.settings["marker_corner"],
            "read": inner,
            "mode": marker,
        }
    facts["metrics"] = [run.settings["metrics"]]
    facts["latent"] = run.settings["latent"]
    asked = run.settings["precision"]
    ran_in = "fp32" if asked == "auto" else asked
    vaes = {label: {**each, "precision": ran_in} for label, each in run.summary["vaes"].items()}
    weights = dict(run.weights) | dict(run.settings["weights"])
    return changed(
        run, vaes=vaes, protocol=facts, weights=weights, settings={**run.settings, "weights": weights}
    )


def test_every_setting_has_a_decision() -> None:
    assert {field.name for field in dataclasses.fields(RunSettings)} == set(_CHANGES)


@pytest.mark.parametrize("name", _CHANGES)
def test_a_setting_that_changes_numbers_changes_the_hash_and_no_other_does(name: str) -> None:
    value, beside, counts = _CHANGES[name]
    before, after = run_with(beside), run_with({**beside, name: value})
    assert before.settings.get(name) != after.settings.get(name)
    assert (protocol_hash(before) != protocol_hash(after)) == counts
    assert bool(protocol_differences([before, after])) == counts, (
        "equal hash, comparable; and the other way round"
    )


@pytest.mark.parametrize(("name", "value", "beside"), _WITHOUT_EFFECT)
def test_a_setting_without_effect_changes_nothing(name: str, value: Any, beside: dict[str, Any]) -> None:
    before, after = run_with(beside), run_with({**beside, name: value})
    assert before.settings[name] != value
    assert protocol_hash(before) == protocol_hash(after)
    assert protocol_differences([before, after]) == []


def test_what_else_a_run_records_and_numbers_depend_on_is_in_it() -> None:
    run = run_with({})
    facts = run.summary["protocol"]
    for other in (
        changed(run, protocol={**facts, "lpips": "v0.1, VGG16"}),
        changed(run, protocol={**facts, "resize": "bicubic"}),
        changed(run, vaelab_version="9"),
        changed(run, weights={**run.weights, "lpips": 1 + 1e-12}),
    ):
        assert protocol_hash(other) != protocol_hash(run)
        assert protocol_differences([run, other])


def test_a_precision_counts_however_it_was_asked_for() -> None:
    """By ``--precision bf16`` and by ``mini@bf16`` the same numbers come about."""
    by_setting, by_name = run_with({"precision": "bf16"}), run_with({})
    for label in by_name.vaes:
        by_name = with_vae(by_name, label, precision="bf16")
    assert protocol_hash(by_setting) == protocol_hash(by_name) != protocol_hash(run_with({}))
    assert protocol_differences([by_setting, by_name]) == []


def test_names_places_times_and_a_vaes_own_line_are_not() -> None:
    run = run_with({})
    for other in (
        replace(run, folder=Path("another")),
        changed(run, created="2020-01-01", updated="2020-01-01", environment={"device_name": "another"}),
        with_vae(run, "mini", tiled=True, source="elsewhere/mini.safetensors"),
        changed(run, vaes={f"my {label}": facts for label, facts in run.vaes.items()}),
        changed(run, inputs=[]),
        changed(run, protocol={**run.summary["protocol"], "statistics": {"resamples": 1}}),
    ):
        assert protocol_hash(other) == protocol_hash(run)


def test_it_is_twelve_digits_of_canonical_json() -> None:
    import hashlib

    run = run_with({})
    plain = json.dumps(comparable(run), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert protocol_hash(run) == hashlib.sha256(plain.encode()).hexdigest()[:12]
    assert json.loads(plain) == comparable(run), "nothing in it that JSON would lose"


def test_every_report_every_copied_table_and_compare_say_it_and_the_csv_stays_pure() -> None:
    run = run_with({})
    digits = protocol_hash(run)
    assert line(run).endswith(f"protocol {digits}")
    for row in FORMATS:
        text = render(run, row.name)
        assert (digits in text) == (row.name != "csv"), row.name
        if row.comparison:
            both = comparison([replace(run, folder=Path("a")), replace(run, folder=Path("b"))], row.name)
            assert (digits in both) == (row.name != "csv"), row.name
    found = json.loads(render(changed(run, protocol_hash="0" * 12), "json"))
    assert found["protocol_hash"] == digits, "of what is shown, not of what a file says"
    assert found["protocol_line"] == line(run)


def test_an_older_run_without_one_gets_it_from_what_it_records() -> None:
    run = run_with({"precision": "fp32"})
    settings = {name: value for name, value in run.settings.items() if name not in ("tiling", "precision")}
    assert len(protocol_hash(changed(run, settings=settings))) == 12
    assert compare_runs([run, replace(run, folder=Path("b"))], ["a", "b"]).merged is not None
