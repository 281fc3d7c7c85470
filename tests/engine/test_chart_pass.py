"""The test charts of a run: measured beside its images, in no row, no mean and no J; resumed, stopped, and without codecs that fail."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fakes import FakeCodec, darker
from PIL import Image

from vaelab.charts.figures import FIGURES, MEASURED
from vaelab.charts.measure import measure
from vaelab.charts.text import installed_reader
from vaelab.control import Control
from vaelab.engine.chart_pass import STAGE
from vaelab.engine.events import RunEvent, RunFinished, StageChanged
from vaelab.engine.runner import run
from vaelab.errors import ExitCode, RunFolderError
from vaelab.images import list_images
from vaelab.images.charts.charts import CHARTS
from vaelab.metrics.base import Undefined
from vaelab.report.run.load import load_run
from vaelab.run_files import CHARTS as RECORD
from vaelab.run_folder.read.charts import charts_to_json, read_charts
from vaelab.run_folder.read.files import read_png
from vaelab.settings import RunSettings
from vaelab.vae.base import CodecOptions
from vaelab.vae.runtime import baselines
from vaelab.vae.spec.grammar import VAESpec


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "a.png"
    path.parent.mkdir()
    noise = np.random.RandomState(3).randint(0, 256, (96, 128, 3))
    Image.fromarray(noise.astype(np.uint8)).save(path)
    return path


def _settings(picture: Path, out: Path, **more: Any) -> RunSettings:
    chosen: dict[str, Any] = {"vaes": ("identity", "jpeg:20"), "device": "cpu", "metrics": "pixel", **more}
    return RunSettings(images=(str(picture.parent),), out=str(out), **chosen)


def _end(events: Iterator[RunEvent]) -> RunFinished:
    last = list(events)[-1]
    assert isinstance(last, RunFinished)
    return last


def _rows_without_times(folder: Path) -> list[str]:
    frame = load_run(folder).rows
    timed = ("encode_ms", "decode_ms")
    return [
        f"{row.key} {row.status} { {name: value for name, value in row.values.items() if name not in timed} }"
        for row in frame
    ]


def test_charts_change_no_row_and_no_mean(picture: Path, tmp_path: Path) -> None:
    plain = _end(run(_settings(picture, tmp_path / "plain")))
    charted = _end(run(_settings(picture, tmp_path / "charted", charts=True)))
    assert charted.exit_code == plain.exit_code == ExitCode.OK
    assert not (tmp_path / "plain" / RECORD).exists()
    assert _rows_without_times(tmp_path / "charted") == _rows_without_times(tmp_path / "plain")
    times = ("encode_ms", "decode_ms", "total_ms")
    untimed = [
        [item for item in end.summary["comparisons"] if item["metric"] not in times]
        for end in (plain, charted)
    ]
    assert untimed[0] == untimed[1]
    for key in ("common", "inputs", "images"):
        assert charted.summary[key] == plain.summary[key], key
    for label, facts in plain.summary["vaes"].items():
        for key in ("n", "images_ok", "J", "precision", "notes", "tiled"):
            assert charted.summary["vaes"][label].get(key) == facts.get(key), (label, key)


def test_every_figure_can_be_made_again_from_the_pngs(picture: Path, tmp_path: Path) -> None:
    _end(run(_settings(picture, tmp_path / "run", charts=True)))
    record = read_charts(tmp_path / "run")
    assert record is not None
    assert list(record.vaes) == ["identity", "jpeg:20"]
    for reading in (record.original, *record.vaes.values()):
        assert list(reading.pictures) == list(CHARTS)
        found: dict[str, float] = {}
        for name in MEASURED:
            given = read_png(tmp_path / "run", record.original.pictures[name])
            np.testing.assert_array_equal(given, CHARTS[name]())
            back = read_png(tmp_path / "run", reading.pictures[name])
            values = measure(name, given, back, installed_reader()).values
            found |= {key: value for key, value in values.items() if not isinstance(value, Undefined)}
        assert reading.values == pytest.approx(found)
        named = {figure.column.name for figure in FIGURES}
        assert set(reading.values) | set(reading.reasons) == named
    assert record.vaes["identity"].values == record.original.values
    assert record.vaes["jpeg:20"].values["ramp_steps_grey"] < 256


def test_the_runs_size_marker_and_tiles_do_not_concern_the_charts(picture: Path, tmp_path: Path) -> None:
    small = _settings(
        picture, tmp_path / "small", charts=True, size=64, marker="embedded", save_images="none"
    )
    _end(run(small))
    _end(run(_settings(picture, tmp_path / "large", charts=True, size=512, marker="off")))
    first, second = read_charts(tmp_path / "small"), read_charts(tmp_path / "large")
    assert first == second
    assert first is not None
    assert read_png(tmp_path / "small", first.vaes["jpeg:20"].pictures["chart-05-text"]).shape == (
        512,
        512,
        3,
    )


def test_a_stop_between_two_vaes_is_resumed_with_the_one_that_is_left(picture: Path, tmp_path: Path) -> None:
    settings, control = _settings(picture, tmp_path / "run", charts=True), Control()
    stages = []
    for event in run(settings, control):
        if isinstance(event, StageChanged) and event.stage == STAGE:
            stages.append(event.label)
            if event.vae == 2:
                control.stop_now()
        if isinstance(event, RunFinished):
            assert event.exit_code == ExitCode.STOPPED
    assert stages == ["identity", "jpeg:20"]
    half = read_charts(tmp_path / "run")
    assert half is not None
    assert list(half.vaes) == ["identity"]
    again = list(run(settings, resume=True))
    assert [e.label for e in again if isinstance(e, StageChanged) and e.stage == STAGE] == ["jpeg:20"]
    whole = read_charts(tmp_path / "run")
    assert whole is not None
    assert list(whole.vaes) == ["identity", "jpeg:20"]
    assert whole.vaes["identity"] == half.vaes["identity"]


def test_a_resume_measures_again_what_was_lost_or_damaged(picture: Path, tmp_path: Path) -> None:
    settings = _settings(picture, tmp_path / "run", charts=True)
    _end(run(settings))
    wanted = read_charts(tmp_path / "run")
    assert wanted is not None
    (tmp_path / "run" / wanted.vaes["jpeg:20"].pictures["chart-05-text"]).unlink()
    again = list(run(settings, resume=True))
    assert [e.label for e in again if isinstance(e, StageChanged) and e.stage == STAGE] == ["jpeg:20"]
    assert read_charts(tmp_path / "run") == wanted
    other = replace(
        wanted, vaes={**wanted.vaes, "jpeg:20": replace(wanted.vaes["jpeg:20"], weights="of another file")}
    )
    (tmp_path / "run" / RECORD).write_text(charts_to_json(other))
    again = list(run(settings, resume=True))
    assert [e.label for e in again if isinstance(e, StageChanged) and e.stage == STAGE] == ["jpeg:20"]
    assert read_charts(tmp_path / "run") == wanted
    (tmp_path / "run" / RECORD).write_text('{"version": 1, "original": []}')
    with pytest.raises(RunFolderError, match="damaged"):
        read_charts(tmp_path / "run")
    _end(run(settings, resume=True))
    assert read_charts(tmp_path / "run") == wanted


def test_what_a_vae_cannot_take_costs_its_figures_alone(
    picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decode = baselines.Baseline.decode

    def breaks(self: baselines.Baseline, latents: Any) -> Any:
        found = decode(self, latents)
        if found.images.shape[1] == 512 and self.info.source != "identity":
            raise RuntimeError("no such luck")
        return found

    monkeypatch.setattr(baselines.Baseline, "decode", breaks)
    end = _end(run(_settings(picture, tmp_path / "run", charts=True)))
    assert end.exit_code == ExitCode.OK
    record = read_charts(tmp_path / "run")
    assert record is not None
    broken = record.vaes["jpeg:20"]
    assert not broken.values
    assert all("no such luck" in reason for reason in broken.reasons.values())
    assert record.vaes["identity"].values


def test_a_strangers_record_is_data(picture: Path, tmp_path: Path) -> None:
    _end(run(_settings(picture, tmp_path / "run", charts=True)))
    path = tmp_path / "run" / RECORD
    plain = json.loads(path.read_text("utf-8"))
    plain["vaes"]["identity"]["values"]["not_ours"] = 1.0
    plain["vaes"]["identity"]["curves"]["grey"] = [1.0]
    path.write_text(json.dumps(plain), "utf-8")
    record = read_charts(tmp_path / "run")
    assert record is not None
    assert "not_ours" not in record.vaes["identity"].values
    assert "grey" not in record.vaes["identity"].curves
    for spoilt, what in (
        ({**plain, "version": 2}, "version 2"),
        ({**plain, "vaes": {"identity": {"values": {"mtf50_grey": "x"}}}}, "text"),
        ({**plain, "charts": None}, "table"),
    ):
        path.write_text(json.dumps(spoilt), "utf-8")
        with pytest.raises(RunFolderError, match=what):
            read_charts(tmp_path / "run")


class _Overflows(FakeCodec):
    """NaN on every chart in fp16."""

    def __init__(self, precision: str) -> None:
        super().__init__(darker, self._look)
        self.precision = precision

    def _look(self, indices: Sequence[int]) -> None:
        is_chart = any(index > 1_000_000 for index in indices)
        self.nonfinite = 0.5 if is_chart and self.precision == "fp16" else 0.0


@pytest.mark.parametrize("chosen", ["auto", "fp16"])
def test_a_chart_that_overflows_is_retried_wider_and_the_runs_own_precision_stays(
    chosen: str, picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_fake(spec: VAESpec, options: CodecOptions) -> Any:
        return _Overflows("fp16" if options.precision == "auto" else options.precision)

    monkeypatch.setattr("vaelab.engine.vaes.loaded_vae.open_codec", open_fake)
    settings = _settings(picture, tmp_path / "run", vaes=("a=identity",), charts=True, precision=chosen)
    facts = _end(run(settings)).summary["vaes"]["a"]
    assert (facts["precision"], facts["notes"], facts["images_ok"]) == ("fp16", [], 1)
    record = read_charts(tmp_path / "run")
    assert record is not None
    reading = record.vaes["a"]
    if chosen == "fp16":  # the user's word: nothing wider is tried
        assert not reading.values
        assert all("NaN" in reason for reason in reading.reasons.values())
    else:
        assert reading.precision == "bf16"
        assert any("bf16" in note for note in reading.notes)
        assert reading.values["patch_brightness"] < record.original.values["patch_brightness"]
        assert reading.patches


def test_a_list_of_images_takes_no_charts_of_a_run_in_its_folder(picture: Path) -> None:
    _end(run(_settings(picture, picture.parent, vaes=("identity",), charts=True)))
    found = list_images([picture.parent], recursive=True)
    assert [file.name for file in found.images] == ["a.png"]
    assert any("no inputs" in skipped.reason for skipped in found.skipped)
