"""The marker in a pass of its own: the picture is measured as without it, and every number can be had from the saved PNGs."""

from __future__ import annotations

import csv
import io
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from fakes import FakeCodec, darker, install
from metric_pairs import measured
from PIL import Image
from vae_files import random_kl

from vaelab.control import Control
from vaelab.engine.events import RowDone, RunFinished, VAEFailed, VAELoaded
from vaelab.engine.runner import run
from vaelab.errors import ImageError, RunFolderError
from vaelab.images.marker import MarkerSettings, Placement, cut, embed, inside_cut, measure, place, restore
from vaelab.metrics import registry
from vaelab.metrics.evaluate import Meter
from vaelab.metrics.registry import all_columns
from vaelab.report.run.data import RunData
from vaelab.report.words import protocol
from vaelab.run_folder.store import read_latents, read_rows, read_summary
from vaelab.settings import RunSettings, marker_mode
from vaelab.vae.base import CodecOptions, Latents
from vaelab.vae.spec.grammar import VAESpec

MARKER = {column.name for spec in registry.select("marker") for column in spec.columns}
TIMES = {"encode_ms", "decode_ms"}


@pytest.fixture
def folder(tmp_path: Path, photographs: dict[str, Any]) -> Path:
    """Two pictures of one size, one of another, and one in which no marker fits."""
    place_ = tmp_path / "images"
    place_.mkdir()
    parts = {
        "a": ("astronaut", 136, 248),
        "b": ("coffee", 136, 248),
        "c": ("chelsea", 120, 128),
        "d": ("rocket", 64, 96),
    }
    for name, (photo, height, width) in parts.items():
        Image.fromarray(photographs[photo][40 : 40 + height, 30 : 30 + width]).save(place_ / f"{name}.png")
    return place_


@pytest.fixture
def kl(tmp_path: Path) -> str:
    """A torch VAE whose attention and group norm let a marker colour the whole picture."""
    module = random_kl((32, 32, 64))
    module.save_pretrained(tmp_path / "kl")
    return f"kl={tmp_path / 'kl'}"


def made(folder: Path, out: Path, *vaes: str, **changes: Any) -> RunSettings:
    plain: dict[str, Any] = {
        "metrics": "psnr,ssim,mae,latent",
        "device": "cpu",
        "fit": "native",
        "batch_size": 2,
    }
    return RunSettings(
        images=(str(folder),), vaes=vaes or ("a=identity",), out=str(out), **{**plain, **changes}
    )


def finished(events: list[Any]) -> RunFinished:
    assert isinstance(events[-1], RunFinished)
    return events[-1]


def pixels(out: Path, place_: str) -> np.ndarray[Any, Any]:
    return np.asarray(Image.open(out / place_).convert("RGB"))


@pytest.mark.parametrize("latent", ["mode", "sample"])
def test_the_picture_is_measured_as_without_a_marker_bit_for_bit(
    folder: Path, kl: str, tmp_path: Path, latent: str
) -> None:
    runs = {}
    for mode in ("off", "separate", "embedded"):
        out = tmp_path / mode
        assert (
            finished(list(run(made(folder, out, kl, "jpeg:75", marker=mode, latent=latent)))).exit_code == 0
        )
        runs[mode] = read_rows(out)
    columns = {column.name for column in all_columns()} - MARKER - TIMES - {"score"}
    moved = 0
    for off, separate, embedded in zip(*runs.values(), strict=True):
        assert {name: off.values.get(name) for name in columns} == {
            name: separate.values.get(name) for name in columns
        }
        fits = off.image != "d.png"
        assert (set(separate.values) >= MARKER) is fits
        assert not MARKER & set(off.values)
        # Which columns a score lacks depends on its terms.
        own = ("marker left out", "score:")
        assert [part for part in separate.note.split("; ") if not part.startswith(own)] == [
            part for part in off.note.split("; ") if not part.startswith(own)
        ]
        moved += fits and off.values["mae"] != embedded.values["mae"]
    assert moved == 6, "the marker in the picture moves the numbers; in a pass of its own it does not"
    assert read_latents(tmp_path / "off") == read_latents(tmp_path / "separate")


@pytest.mark.parametrize("mode", ["separate", "embedded"])
def test_every_number_can_be_had_from_the_saved_pngs(
    folder: Path, kl: str, tmp_path: Path, mode: str
) -> None:
    out = tmp_path / "run"
    chosen = made(folder, out, kl, "jpeg:75", marker=mode, save_images="all", metrics="default", limit=3)
    assert finished(list(run(chosen))).exit_code == 0
    specs = registry.select("default")
    meter = Meter(specs, "cpu")
    meter.load()
    rows = read_rows(out)
    assert len(rows) == 6
    for row in rows:
        original, decoded = pixels(out, row.original_png), pixels(out, row.reconstruction_png)
        source = np.asarray(Image.open(folder / row.image))
        assert (original == source).all(), "the saved original is the unmarked one"
        placement = place(row.width or 0, row.height or 0, MarkerSettings.of())
        assert isinstance(placement, Placement)
        assert (placement.x, placement.y, placement.size) == tuple(
            row.values[f"marker_{name}"] for name in ("x", "y", "size")
        )
        content = restore(decoded, original, placement) if mode == "embedded" else decoded
        found = measured(meter, original, content)
        assert found
        for name, value in found.items():
            if isinstance(value, float | int) and not math.isnan(value):
                assert row.values[name] == value, name
        marked, back = pixels(out, row.marker_original_png), pixels(out, row.marker_reconstruction_png)
        side = placement.size
        assert marked.shape == back.shape == (2 * side, 6 * side, 3), (
            "the row and one patch around it, within the image"
        )
        read = measure(marked, back, inside_cut(placement), MarkerSettings.of())
        for name in MARKER - {"marker_x", "marker_y"}:
            assert row.values[name] == read[name], name
        assert (marked == cut(embed(source, placement), placement)).all()
        if mode == "embedded":
            assert (back == cut(decoded, placement)).all()


def test_reconstructions_alone_are_saved_with_their_marker(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    list(run(made(folder, out, "a=jpeg:50", save_images="reconstructions")))
    first, *_, last = read_rows(out)
    assert (first.original_png, first.marker_original_png) == ("", "")
    assert (out / first.marker_reconstruction_png).is_file()
    assert (last.image, last.marker_reconstruction_png) == ("d.png", "")
    list(run(made(folder, tmp_path / "none")))
    assert {row.marker_reconstruction_png for row in read_rows(tmp_path / "none")} == {""}


class Timed(FakeCodec):
    """Says how long encoding took: a second without the marker, a hundred with it."""

    def encode(self, images: Any, indices: Any) -> Latents:
        made_ = super().encode(images, indices)
        seconds = 100.0 if has_marker(images) else 1.0
        return Latents(made_.data, made_.size, made_.count, seconds=seconds)


def has_marker(images: Any) -> bool:
    """Whether the bottom right of the first image is pure blue."""
    return bool((images[0, -4:, -4:] == (0, 0, 255)).all())


def test_the_second_pass_takes_the_same_places_and_no_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codec = Timed(darker)
    install(monkeypatch, a=codec)
    list(run(made(folder, tmp_path / "run")))
    assert codec.batches == [[0, 1], [0, 1], [2], [2], [3]], "what has no marker goes through once"
    assert [row.values["encode_ms"] for row in read_rows(tmp_path / "run")] == [500.0, 500.0, 1000.0, 1000.0]


def test_events_carry_the_unmarked_pair_and_the_markers(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, a=FakeCodec(darker))
    for mode in ("separate", "embedded", "off"):
        events = list(run(made(folder, tmp_path / mode, marker=mode, limit=1)))
        done = next(event for event in events if isinstance(event, RowDone))
        source = np.asarray(Image.open(folder / "a.png"))
        assert done.original is not None
        assert done.reconstruction is not None
        assert (done.original == source).all()
        assert (done.reconstruction == source // 2).all() is np.bool_(mode != "embedded")
        if mode == "off":
            assert done.marker_original is None
            assert done.marker_reconstruction is None
        else:
            assert done.marker_original is not None
            assert done.marker_reconstruction is not None
            assert (done.marker_original[-1, -1] == (0, 0, 255)).all()
            assert (done.marker_reconstruction == done.marker_original // 2).all()


class Spoiled(FakeCodec):
    """Spoils the images with a marker at some places of the run, and leaves the others alone."""

    def __init__(self, places: set[int], how: str) -> None:
        super().__init__(darker)
        self._places, self._how = places, how

    def encode(self, images: Any, indices: Any) -> Latents:
        found = super().encode(images, indices)
        spoiled = bool(has_marker(images) and self._places & set(indices))
        self.nonfinite = 0.25 if spoiled and self._how == "nan" else 0.0
        if spoiled and self._how == "memory":
            raise torch.OutOfMemoryError("Tried to allocate 9.00 GiB")
        if spoiled and self._how == "error":
            raise ImageError("the picture is too colourful")
        if spoiled and self._how == "bug":
            raise ZeroDivisionError("division by zero")
        return found


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("nan", "no marker columns: the decoder's output is NaN or Inf in 25.000% of its elements"),
        ("memory", "no marker columns: out of memory on a single 248×136 image"),
        ("error", "no marker columns: the picture is too colourful"),
        ("bug", "no marker columns: a failed on the marked image with ZeroDivisionError: division by zero"),
    ],
)
def test_a_marked_image_that_fails_leaves_its_columns_empty_and_the_row_ok(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, reason: str
) -> None:
    out = tmp_path / "run"
    install(monkeypatch, a=Spoiled({1}, how))
    end = finished(list(run(made(folder, out, save_images="all"))))
    assert end.exit_code == 0
    rows = {row.image: row for row in read_rows(out)}
    assert {row.status for row in rows.values()} == {"ok"}
    spoiled = rows["b.png"]
    assert reason in spoiled.note
    assert not MARKER & set(spoiled.values)
    assert (spoiled.marker_original_png, spoiled.marker_reconstruction_png) == ("", "")
    assert spoiled.values["psnr"] is not None
    if how != "nan":  # the fake codec spoils a whole batch
        assert set(rows["a.png"].values) >= MARKER
        assert "no marker columns" not in rows["a.png"].note


class Climbing(FakeCodec):
    """Overflows in fp16, on images with a marker only; runs out of memory on them too, until it is tiled."""

    def __init__(self, precision: str, hungry: bool) -> None:
        super().__init__(darker)
        self.precision, self._hungry = precision, hungry
        self.can_tile = hungry
        self.given: list[tuple[str, bool, bool]] = []

    def encode(self, images: Any, indices: Any) -> Latents:
        found = super().encode(images, indices)
        marked = has_marker(images)
        self.given.append((self.precision, marked, self.can_tile))
        self.nonfinite = 0.5 if marked and self.precision == "fp16" and not self._hungry else 0.0
        if marked and self._hungry and self.can_tile:
            raise torch.OutOfMemoryError("Tried to allocate 9.00 GiB")
        return found


@pytest.mark.parametrize("hungry", [False, True])
def test_what_the_marked_image_needs_is_not_kept_for_the_next_picture(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hungry: bool
) -> None:
    given: list[tuple[str, bool, bool]] = []

    def open_fake(spec: VAESpec, options: CodecOptions) -> Any:
        codec = Climbing("fp16" if options.precision == "auto" else options.precision, hungry)
        codec.given = given
        return codec

    monkeypatch.setattr("vaelab.engine.vaes.loaded_vae.open_codec", open_fake)
    out = tmp_path / "run"
    events = list(run(made(folder, out, tiling="auto", batch_size=1, limit=2)))
    end = finished(events)
    assert end.exit_code == 0
    unmarked = [(precision, can_tile) for precision, marked, can_tile in given if not marked]
    assert unmarked == [("fp16", hungry)] * 2, "the second picture goes through as the first did"
    note = "in tiles, for lack of memory" if hungry else "retried in bf16 after NaN in fp16"
    for row in read_rows(out):
        assert set(row.values) >= MARKER
        assert f"with the marker: {note}" in row.note.split("; ")
        assert note not in row.note.split("; ")
    facts = end.summary["vaes"]["a"]
    assert (facts["precision"], facts["tiled"]) == ("fp16", False)
    assert any(text.startswith(f"with the marker: {note}") for text in facts["notes"])
    # A resumed run goes on as this one would have: with what the picture alone needs.
    given.clear()
    list(run(made(folder, out, tiling="auto", batch_size=1, limit=2), resume=True))
    again = [event.precision for event in events if isinstance(event, VAELoaded)]
    assert again[0] == again[-1] == "fp16"
    assert read_summary(out)["vaes"]["a"]["precision"] == "fp16"


def test_a_vae_that_cannot_be_loaded_again_keeps_the_row_and_fails(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_fake(spec: VAESpec, options: CodecOptions) -> Any:
        if options.precision != "auto":
            raise OSError("the disk is gone")
        return Climbing("fp16", False)

    monkeypatch.setattr("vaelab.engine.vaes.loaded_vae.open_codec", open_fake)
    events = list(run(made(folder, tmp_path / "run", batch_size=1)))
    assert finished(events).exit_code == 3
    assert [event.label for event in events if isinstance(event, VAEFailed)] == ["a"]
    (row,) = read_rows(tmp_path / "run")
    assert (row.status, row.image) == ("ok", "a.png")
    assert "no marker columns: it could not be loaded again in bf16 (OSError: the disk is gone)" in row.note


def test_a_stop_between_the_passes_is_prompt(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    control = Control()
    codec = FakeCodec(darker, lambda indices: control.stop_now())
    install(monkeypatch, a=codec)
    assert finished(list(run(made(folder, tmp_path / "run"), control))).exit_code == 130
    assert codec.batches == [[0, 1]], "the marked images are not begun"


def test_a_resumed_run_has_the_rows_of_an_uninterrupted_one(folder: Path, kl: str, tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    list(run(made(folder, whole, kl, save_images="all")))
    events = run(made(folder, parts, kl, save_images="all"))
    for event in events:
        if isinstance(event, RowDone):
            break
    events.close()  # type: ignore[attr-defined]
    assert 0 < len(read_rows(parts)) < 4
    list(run(made(folder, parts, kl, save_images="all"), resume=True))
    untimed = [
        [
            (row.key, row.note, {k: v for k, v in row.values.items() if k not in TIMES})
            for row in read_rows(out)
        ]
        for out in (whole, parts)
    ]
    assert untimed[0] == untimed[1]
    assert [row.marker_original_png for row in read_rows(whole)] == [
        row.marker_original_png for row in read_rows(parts)
    ]


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("separate", "marker in a pass of its own"),
        ("embedded", "marker in the picture: content metrics carry its influence"),
        ("off", "no marker"),
    ],
)
def test_the_report_says_how_the_marker_was_measured_and_repeats_it(
    folder: Path, tmp_path: Path, mode: str, words: str
) -> None:
    out = tmp_path / "run"
    list(run(made(folder, out, marker=mode, limit=1)))
    found = RunData(out, read_summary(out), read_rows(out))
    facts = found.summary["protocol"]["marker"]
    assert (facts and facts["mode"]) == (None if mode == "off" else mode)
    assert words in protocol.marker(found)
    assert words in (out / "report.html").read_text("utf-8")
    assert f"--marker {mode}" in protocol.command(found)
    assert protocol.has_marker(found) is (mode != "off")


@pytest.mark.parametrize(("old", "words"), [(True, "in the picture"), (False, "no marker")])
def test_an_old_run_says_that_its_marker_was_in_the_picture(old: bool, words: str) -> None:
    look = {"preset": "robust", "size": 32, "corner": "bottom-right", "read": "inner half"}
    found = RunData(None, {"settings": {"marker": old}, "protocol": {"marker": look if old else None}}, ())
    assert words in protocol.marker(found)
    assert f"--marker {'embedded' if old else 'off'}" in protocol.command(found)


@pytest.mark.parametrize(("old", "mode"), [(True, "embedded"), (False, "off")])
def test_a_run_of_before_is_read_as_it_was_measured_and_not_mixed_with_todays_rows(
    folder: Path, tmp_path: Path, old: bool, mode: Any
) -> None:
    assert marker_mode(old) == mode
    out = tmp_path / "run"
    events = run(made(folder, out, "jpeg:75", marker=mode))
    for event in events:
        if isinstance(event, RowDone):
            break
    events.close()  # type: ignore[attr-defined]
    # As an earlier version left it: a truth value, and no columns for the marker's pictures.
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    summary["settings"]["marker"] = old
    summary["schema_version"] = 1
    (out / "summary.json").write_text(json.dumps(summary), "utf-8")
    lines = list(csv.DictReader(io.StringIO((out / "per_image.csv").read_bytes().decode(), newline="")))
    names = [name for name in lines[0] if name not in ("marker_original_png", "marker_reconstruction_png")]
    with (out / "per_image.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(lines)
    assert read_rows(out)[0].marker_original_png == ""
    assert RunSettings.from_json(summary["settings"], out).marker == mode
    # Its rows have the marker's influence and the old colour differences: they are not mixed with today's.
    with pytest.raises(RunFolderError, match="was begun under schema 1"):
        list(run(made(folder, out, "jpeg:75", marker=mode), resume=True))
    assert len(read_rows(out)) == 1
