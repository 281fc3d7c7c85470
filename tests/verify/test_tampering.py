"""What was changed after it was measured is found: one pixel, one number, one word of the summary, one file that is gone."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from runs.verified_runs import edit_summary, measured_run, outside, verified

from vaelab.control import Control
from vaelab.errors import RunFolderError, Stopped, UsageError
from vaelab.run_folder.store import read_rows
from vaelab.verify.pictures import picture_columns
from vaelab.verify.verify import verify

_COLUMNS = "lpips,gradient,colors,pixel"


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory, photographs: dict[str, Any]) -> Path:
    """Eight pictures, enough for a verdict, through three VAEs."""
    folder = tmp_path_factory.mktemp("tampering")
    images = folder / "images"
    images.mkdir()
    for name, photo in photographs.items():
        for part in range(2):
            square = photo[60 + 90 * part : 180 + 90 * part, 60:184]
            Image.fromarray(np.ascontiguousarray(square)).save(images / f"{name}-{part}.png")
    return measured_run(images, folder / "run", "mini", "linear", "jpeg:30", metrics=_COLUMNS)


@pytest.fixture
def folder(measured: Path, tmp_path: Path) -> Path:
    """A copy that may be changed."""
    return Path(shutil.copytree(measured, tmp_path / "run"))


def edit_rows(folder: Path, change: Callable[[list[dict[str, str]]], object]) -> None:
    path = folder / "per_image.csv"
    reader = csv.DictReader(io.StringIO(path.read_bytes().decode(), newline=""))
    rows = list(reader)
    change(rows)
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(reader.fieldnames or ()))
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(buffer.getvalue().encode())


def test_an_untouched_run_is_verified(folder: Path) -> None:
    found = verified(folder)
    assert found.passed
    assert outside(found) == {}
    verdicts = {item["verdict"] for item in json.loads((folder / "summary.json").read_text())["comparisons"]}
    assert verdicts > {"tie"}, "otherwise no letter, no rank and no verdict was put to the test"


@pytest.mark.parametrize("column", ["original_png", "reconstruction_png"])
@pytest.mark.parametrize("by", [1, -1, 90])
def test_one_value_of_one_pixel_is_found(folder: Path, column: str, by: int) -> None:
    place = folder / getattr(read_rows(folder)[0], column)
    pixels = np.asarray(Image.open(place)).copy()
    y, x, channel = next(
        index
        for index in np.ndindex(*pixels.shape)
        if 0 <= int(pixels[index]) + by <= 255 and index > (50, 3, 1)
    )
    pixels[y, x, channel] = int(pixels[y, x, channel]) + by
    Image.fromarray(pixels).save(place)
    found = verified(folder)
    assert not found.passed
    assert f"bias_{'rgb'[channel]}" in outside(found)


def test_one_pixel_of_the_marker_is_found(folder: Path) -> None:
    row = read_rows(folder)[0]
    for place in (row.marker_original_png, row.marker_reconstruction_png):
        before = (folder / place).read_bytes()
        pixels = np.asarray(Image.open(folder / place)).copy()
        pixels[8 + 3, 8 + 2 * 8 + 3] ^= 1  # in the inner square of the red patch, 8 px wide
        Image.fromarray(pixels).save(folder / place)
        assert not verified(folder).passed, place
        (folder / place).write_bytes(before)


@pytest.mark.parametrize(
    "column", ["lpips", "gradient_ratio", "colors_original", "psnr", "mae_g", "marker_x", "contrast_gain", "drift_b", "score"]
)  # fmt: skip
def test_one_number_of_a_row_is_found(folder: Path, column: str) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        rows[4][column] = repr(float(rows[4][column]) * 1.01 + 0.001)

    edit_rows(folder, change)
    found = verified(folder)
    assert column in outside(found)
    worst = next(line.worst for line in found.columns if line.name == column)
    assert worst is not None
    assert worst.where == (read_rows(folder)[4].image, read_rows(folder)[4].vae)


def test_a_number_that_was_taken_away_and_one_that_was_put_in_are_found(folder: Path) -> None:
    edit_rows(folder, lambda rows: rows[0].update(lpips=""))
    assert outside(verified(folder))["lpips"] == 1
    edit_rows(folder, lambda rows: rows[1].update(ssim="0.9"))
    assert outside(verified(folder))["ssim"] == 1, "not measured, and yet a number"


def test_two_rows_that_were_exchanged_are_found(folder: Path) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        rows[0]["vae"], rows[1]["vae"] = rows[1]["vae"], rows[0]["vae"]

    edit_rows(folder, change)
    assert not verified(folder).passed


def test_a_time_that_was_changed_is_found_by_its_mean(folder: Path) -> None:
    """No picture shows it, but the summary's mean is of it."""
    edit_rows(folder, lambda rows: rows[-1].update(encode_ms="0.5"))
    assert "means and percentiles" in outside(verified(folder))


def _nudge(holder: Any, key: Any, share: float = 1e-3) -> None:
    holder[key] = holder[key] * (1 + share) + 1e-6


def _nudge_p(summary: Any) -> None:
    item = next(each for each in summary["comparisons"] if 0.001 < each["p"] < 0.9)
    item["p"] *= 1.02


def _another_verdict(summary: Any) -> None:
    item = next(each for each in summary["comparisons"] if each["verdict"] == "a" and each["metric"] != "J")
    item["verdict"] = "tie"


_CHANGES: dict[str, tuple[Callable[[Any], object], str]] = {
    "a mean": (lambda s: _nudge(s["vaes"]["mini"]["metrics"]["lpips"], "mean", 1e-6), "means and percentiles"),
    "a percentile": (lambda s: _nudge(s["vaes"]["linear"]["metrics"]["psnr"], "p95"), "means and percentiles"),
    "an own mean": (lambda s: _nudge(s["vaes"]["linear"]["own"]["metrics"], "mae"), "means and percentiles"),
    "an interval": (lambda s: _nudge(s["vaes"]["mini"]["metrics"]["mae"]["ci95"], 0), "intervals of means"),
    "J": (lambda s: _nudge(s["vaes"]["mini"], "J", 1e-6), "J and its terms"),
    "a term": (lambda s: _nudge(s["vaes"]["mini"]["J_terms"], "drift"), "J and its terms"),
    "gamma": (lambda s: _nudge(s["vaes"]["jpeg:30"], "gamma"), "J and its terms"),
    "delta": (lambda s: _nudge(s["vaes"]["mini"]["delta"], 1), "J and its terms"),
    "the interval of J": (lambda s: _nudge(s["vaes"]["mini"]["J_ci95"], 1), "intervals of J and its terms"),
    "that of rho": (lambda s: _nudge(s["vaes"]["mini"]["quantities_ci95"]["rho_G"], 0), "intervals of J and its terms"),
    "a difference": (lambda s: _nudge(s["comparisons"][5], "mean_difference"), "differences"),
    "its interval": (lambda s: _nudge(s["comparisons"][0]["ci95"], 1), "intervals of differences"),
    "wins": (lambda s: s["comparisons"][0].update(a_better=1), "differences"),
    "p": (_nudge_p, "p-values"),
    "a verdict": (_another_verdict, "verdicts"),
    "a comparison that is gone": (lambda s: s["comparisons"].pop(), "verdicts"),
    "letters": (lambda s: s["ranking"][-1].update(letters=s["ranking"][-2]["letters"]), "ranks and letters"),
    "an order": (lambda s: s["ranking"].reverse(), "ranks and letters"),
    "a rank": (lambda s: s["ranking"][1].update(rank=3), "ranks and letters"),
    "n": (lambda s: s["common"].update(n=9), "common images"),
    "how many failed": (lambda s: s["vaes"]["mini"].update(images_failed=1), "common images"),
    "weights of J": (lambda s: s["weights"].update(lpips=2.0), "common images"),
    "a hash of an input": (lambda s: s["inputs"][0].update(sha256="0" * 64), "common images"),
    "a setting": (lambda s: s["settings"].update(size=1024, fit="crop"), "protocol hash"),
}  # fmt: skip


@pytest.mark.parametrize("name", _CHANGES)
def test_one_word_of_the_summary_is_found(folder: Path, name: str) -> None:
    change, part = _CHANGES[name]
    edit_summary(folder, change)
    assert part in outside(only_summary(folder))


def only_summary(folder: Path) -> Any:
    """The verification of the summary, the rows' pictures aside, which the other tests look at."""
    from vaelab.verify.findings import Verification
    from vaelab.verify.pictures.picture_columns import RowComparer

    kept = RowComparer.finished
    try:
        RowComparer.finished = lambda self, row: iter(())  # type: ignore[method-assign]
        *_, found = verify(folder)
    finally:
        RowComparer.finished = kept  # type: ignore[method-assign]
    assert isinstance(found, Verification)
    return found


def test_a_picture_that_is_gone_leads_out_or_is_no_picture_is_named(folder: Path, tmp_path: Path) -> None:
    rows = read_rows(folder)
    (folder / rows[0].reconstruction_png).unlink()
    (folder / rows[1].reconstruction_png).write_bytes(b"no PNG")
    outer = tmp_path / "outside.png"
    shutil.copy(folder / rows[2].reconstruction_png, outer)
    edit_rows(folder, lambda every: every[2].update(reconstruction_png="../outside.png"))
    edit_rows(folder, lambda every: every[3].update(reconstruction_png=""))
    found = verified(folder)
    assert not found.passed
    faults = {each.what: str(each.reason) for each in found.not_recomputed if each.is_fault}
    assert set(faults) == {f"{row.image} × {row.vae}" for row in rows[:4]}
    assert "no path inside the run folder" in faults[f"{rows[2].image} × {rows[2].vae}"]
    assert found.recomputed == len(rows) - 4


def test_a_damaged_line_is_named(folder: Path) -> None:
    path = folder / "per_image.csv"
    lines = path.read_bytes().split(b"\r\n")
    path.write_bytes(b"\r\n".join([*lines[:3], b"rubbish", *lines[4:]]))
    found = verified(folder)
    assert not found.passed
    assert any(each.reason == "it is no whole row" and each.is_fault for each in found.not_recomputed)


def test_a_run_without_pictures_is_not_verified(tmp_path: Path, measured: Path) -> None:
    bare = measured_run(
        measured.parent / "images", tmp_path / "bare", "jpeg:30", metrics="pixel", save_images="reconstructions", limit=2, marker="off",
    )  # fmt: skip
    found = verified(bare)
    assert not found.passed
    assert [str(each.reason) for each in found.not_recomputed if " × " in each.what] == [
        "its pictures were not saved"
    ] * 2
    assert outside(found) == {}


def test_it_stops_when_it_is_told_to(folder: Path) -> None:
    control = Control()
    events = verify(folder, control)
    next(events)
    control.stop()
    with pytest.raises(Stopped):
        list(events)


def test_a_run_that_is_changed_meanwhile_is_refused(folder: Path) -> None:
    events = verify(folder)
    for _ in range(4):
        next(events)
    place = folder / read_rows(folder)[0].original_png
    place.write_bytes(place.read_bytes() + b"\0")
    with pytest.raises(RunFolderError, match="changed while it was verified"):
        list(events)


def test_a_missing_library_is_named_with_the_extra(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "piq", None)
    monkeypatch.delitem(sys.modules, "vaelab.metrics.reference", raising=False)
    import vaelab.metrics as metrics

    monkeypatch.delattr(metrics, "reference", raising=False)
    with pytest.raises(UsageError, match=r"piq is not installed.*vaelab\[verify\]"):
        picture_columns.references()


def test_a_run_that_goes_on_has_no_summary_to_verify(folder: Path) -> None:
    edit_summary(folder, lambda summary: summary.update(state="running"))
    found = only_summary(folder)
    assert not found.passed
    assert found.summary == ()
    assert any(each.what == "summary" and each.is_fault for each in found.not_recomputed)
