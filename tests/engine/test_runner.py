"""The line as a whole, with codecs that behave and codecs that do not."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fakes import FakeCodec, darker, install
from PIL import Image

from vaelab.control import Control
from vaelab.engine.events import (
    RowDone,
    RunEvent,
    RunFinished,
    RunStarted,
    StageChanged,
    VAEFailed,
    VAELoaded,
)
from vaelab.engine.measure import Measurer
from vaelab.engine.runner import run
from vaelab.errors import ImageError, RunFolderError, UsageError, VAEError
from vaelab.run_folder.store import read_latents, read_rows, read_summary
from vaelab.settings import RunSettings
from vaelab.vae.base import LatentFacts, VAEInfo

FAST = {"metrics": "psnr,gradient,colors", "device": "cpu", "batch_size": 1}


def settings(folder: Path, out: Path, *vaes: str, **changes: Any) -> RunSettings:
    return RunSettings(
        images=(str(folder),), vaes=vaes or ("a=identity",), out=str(out), **{**FAST, **changes}
    )


def finish(events: list[RunEvent]) -> RunFinished:
    assert isinstance(events[-1], RunFinished)
    return events[-1]


def table(out: Path) -> list[tuple[str, str, str]]:
    return [(row.image, row.vae, row.status) for row in read_rows(out)]


def test_identity_is_perfect_and_a_baseline_is_not(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    events = list(run(settings(image_folder, out, "identity", "jpeg:30", metrics="default", size=176)))
    end = finish(events)
    assert end.exit_code == 0
    summary = read_summary(out)
    json.dumps(summary, allow_nan=False)
    assert summary["vaes"]["identity"]["J"] == 0
    assert summary["vaes"]["jpeg:30"]["J"] > 0
    assert [entry["vae"] for entry in summary["ranking"]] == ["identity", "jpeg:30"]
    assert [entry["rank"] for entry in summary["ranking"]] == [None, None]  # baselines
    assert (summary["schema_version"], summary["kind"], summary["state"]) == (2, "run", "finished")
    assert summary["protocol"]["statistics"]["resamples"] == 10_000
    assert {entry["image"] for entry in summary["inputs"]} == {"astronaut.png", "chelsea.png", "coffee.png"}
    assert (out / "report.html").read_text("utf-8").startswith("<!")
    row = read_rows(out)[0]
    assert {name: row.values[name] for name in ("lpips", "mae", "contrast_gain", "score")} == {
        "lpips": 0.0,
        "mae": 0.0,
        "contrast_gain": 1.0,
        "score": 0.0,
    }
    assert row.values["psnr"] == float("inf")


def test_events_come_in_input_order_and_tell_the_whole_story(image_folder: Path, tmp_path: Path) -> None:
    events = list(run(settings(image_folder, tmp_path / "run", "identity", "blur:1")))
    assert isinstance(events[0], RunStarted)
    assert (events[0].images, events[0].vaes) == (3, ("identity", "blur:1"))
    assert next(event.stage for event in events if isinstance(event, StageChanged)) == "Loading PyTorch"
    assert [event.label for event in events if isinstance(event, VAELoaded)] == ["identity", "blur:1"]
    rows = [event for event in events if isinstance(event, RowDone)]
    names = ["astronaut.png", "chelsea.png", "coffee.png"]
    assert [(e.row.image, e.row.vae) for e in rows] == [(n, v) for n in names for v in ("identity", "blur:1")]
    assert [event.finished for event in rows] == [1, 2, 3, 4, 5, 6]
    assert {event.total for event in rows} == {6}


def test_saved_pictures_are_what_was_measured(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    list(run(settings(image_folder, out, "contrast:0.8", save_images="all", marker="off")))
    for row in read_rows(out):
        x = np.asarray(Image.open(out / row.original_png), dtype=np.float64)
        y = np.asarray(Image.open(out / row.reconstruction_png), dtype=np.float64)
        mse = float(((x - y) ** 2).mean()) / 255**2
        assert row.values["psnr"] == pytest.approx(10 * np.log10(1 / mse), abs=1e-3)
        assert (row.height, row.width) == x.shape[:2]


def test_the_marker_does_not_colour_the_content(image_folder: Path, tmp_path: Path) -> None:
    # Only the marker is damaged: a codec that blackens pure colours and leaves photographs alone.
    def no_pure_white(images: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        changed = images.copy()
        changed[:, -32:, -160:] = 0
        return changed

    with pytest.MonkeyPatch.context() as patch:
        Image.fromarray(np.full((480, 512, 3), 90, np.uint8)).save(image_folder / "plain.png")
        install(patch, a=FakeCodec(no_pure_white))
        out = tmp_path / "run"
        list(run(settings(image_folder, out, fit="native", marker="embedded")))
        row = next(row for row in read_rows(out) if row.image == "plain.png")
    assert row.values["psnr"] == float("inf")
    assert row.values["contrast_gain"] == 0.0
    assert (row.values["marker_x"], row.values["marker_y"], row.values["marker_size"]) == (352, 448, 32)


def test_an_unreadable_image_is_one_failed_row_per_vae(image_folder: Path, tmp_path: Path) -> None:
    (image_folder / "broken.png").write_bytes(b"<html>not found</html>")
    out = tmp_path / "run"
    end = finish(list(run(settings(image_folder, out, "identity", "blur:1"))))
    assert end.exit_code == 1
    failed = [row for row in read_rows(out) if row.status == "failed"]
    assert [(row.image, row.vae) for row in failed] == [("broken.png", "identity"), ("broken.png", "blur:1")]
    assert "web page" in failed[0].note
    summary = read_summary(out)
    assert summary["vaes"]["identity"]["images_ok"] == 3
    assert summary["vaes"]["identity"]["metrics"]["psnr"]["n"] == 3
    assert len(summary["images_failed"]) == 2


def test_nan_is_never_scored(image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = FakeCodec()
    bad.nonfinite = 0.25
    install(monkeypatch, bad=bad, good=FakeCodec(darker))
    out = tmp_path / "run"
    end = finish(list(run(settings(image_folder, out, "bad=identity", "good=identity"))))
    assert end.exit_code == 3
    row = next(row for row in read_rows(out) if row.vae == "bad")
    assert row.status == "failed"
    assert row.values["nonfinite_fraction"] == 0.25
    assert "psnr" not in row.values
    assert "output became NaN in float32" in row.note
    assert read_summary(out)["vaes"]["good"]["images_ok"] == 3


def test_a_wrong_shape_ends_that_vae_alone(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    double = FakeCodec(lambda images: images.repeat(2, axis=1))
    install(monkeypatch, double=double, good=FakeCodec(darker))
    out = tmp_path / "run"
    events = list(run(settings(image_folder, out, "double=identity", "good=identity")))
    assert finish(events).exit_code == 3
    failures = [event for event in events if isinstance(event, VAEFailed)]
    assert [event.label for event in failures] == ["double"]
    assert "shape" in failures[0].message
    assert double.closed
    assert [vae for _, vae, status in table(out) if status == "ok"] == ["good"] * 3
    assert "shape" in read_summary(out)["vaes"]["double"]["error"]


def test_a_vae_that_cannot_be_loaded_does_not_keep_the_others(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, no=VAEError("it is a LoRA"), yes=FakeCodec(darker))
    end = finish(list(run(settings(image_folder, tmp_path / "run", "no=identity", "yes=identity"))))
    assert end.exit_code == 3
    assert end.summary["vaes"]["no"]["error"] == "it is a LoRA"
    assert end.summary["vaes"]["yes"]["images_ok"] == 3


def test_if_no_vae_is_left_the_run_ends(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, a=VAEError("no"))
    events = list(run(settings(image_folder, tmp_path / "run")))
    assert finish(events).exit_code == 3
    assert not [event for event in events if isinstance(event, RowDone)]


def test_one_image_that_a_vae_cannot_take_costs_that_row_only(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip_over_second(indices: Any) -> None:
        if 1 in indices:
            raise ValueError("odd size")

    install(monkeypatch, a=FakeCodec(darker, trip_over_second))
    out = tmp_path / "run"
    assert finish(list(run(settings(image_folder, out)))).exit_code == 1
    assert [status for _, _, status in table(out)] == ["ok", "failed", "ok"]
    assert "odd size" in read_rows(out)[1].note


def test_one_bad_image_does_not_spoil_its_batch(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip_over_second(indices: Any) -> None:
        if 1 in indices:
            raise ValueError("odd content")

    bad = FakeCodec(darker, trip_over_second)
    install(monkeypatch, bad=bad, good=FakeCodec(darker))
    out = tmp_path / "run"
    made = settings(
        image_folder,
        out,
        "bad=identity",
        "good=identity",
        batch_size=3,
        fit="stretch",
        size=64,
        save_images="all",
    )
    assert finish(list(run(made))).exit_code == 1
    assert bad.batches == [[0, 1, 2], [0], [1], [2]]
    rows = read_rows(out)
    assert [row.status for row in rows] == ["ok", "failed", "ok", "ok", "ok", "ok"]
    assert all((out / row.original_png).is_file() for row in rows if row.status == "ok")


def test_images_that_a_format_cannot_hold_do_not_break_the_codec(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(indices: Any) -> None:
        raise ImageError("too large for this format: use a smaller size")

    install(monkeypatch, a=FakeCodec(darker, refuse))
    out = tmp_path / "run"
    events = list(run(settings(image_folder, out)))
    assert not [event for event in events if isinstance(event, VAEFailed)]
    assert [row.note for row in read_rows(out)] == ["too large for this format: use a smaller size"] * 3


def test_out_of_memory_halves_the_batch_then_fails_that_vae(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_most(count: int) -> Any:
        def check(indices: Any) -> None:
            if len(indices) > count:
                raise RuntimeError("CUDA out of memory. Tried to allocate 9 GiB")

        return check

    small, none = FakeCodec(darker, at_most(1)), FakeCodec(darker, at_most(0))
    install(monkeypatch, small=small, none=none)
    out = tmp_path / "run"
    made = settings(
        image_folder, out, "small=identity", "none=identity", batch_size=3, fit="stretch", size=64
    )
    end = finish(list(run(made)))
    assert end.exit_code == 3
    assert small.batches == [[0, 1, 2], [0], [1, 2], [1], [2]]
    assert end.summary["vaes"]["small"]["images_ok"] == 3
    assert "batch split" in end.summary["vaes"]["small"]["notes"][0]
    assert "out of memory on a single 64×64 image" in end.summary["vaes"]["none"]["error"]


def test_only_images_of_equal_size_share_a_batch(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codec = FakeCodec(darker)
    install(monkeypatch, a=codec)
    list(run(settings(image_folder, tmp_path / "run", batch_size=8, fit="native", marker="off")))
    assert codec.batches == [[0, 2], [1]]


def test_stop_finishes_the_image_in_flight_and_leaves_a_report(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    control = Control()

    def stop_at_second(indices: Any) -> None:
        if 1 in indices:
            control.stop()

    install(monkeypatch, a=FakeCodec(darker, stop_at_second), b=FakeCodec(darker))
    out = tmp_path / "run"
    end = finish(list(run(settings(image_folder, out, "a=identity", "b=identity"), control)))
    assert end.exit_code == 130
    assert len(table(out)) == 4
    assert read_summary(out)["state"] == "stopped"
    assert (out / "report.html").exists()


def test_stop_now_takes_effect_inside_a_long_decode(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    control = Control()
    codec, ended = FakeCodec(darker), []
    # A stop at once also ends a measurement that is under way: the first row has to be there before it.
    measured, measure = threading.Event(), Measurer.rows

    def and_say(*arguments: Any, **named: Any) -> Any:
        row = measure(*arguments, **named)
        measured.set()
        return row

    monkeypatch.setattr(Measurer, "rows", and_say)

    def long_encode(indices: Any) -> None:
        if 1 in indices:
            assert codec.check is not None
            codec.check()
            assert measured.wait(60)
            other = threading.Thread(target=control.stop_now)
            other.start()
            other.join()
            codec.check()
            ended.append(True)

    codec._before = long_encode
    install(monkeypatch, a=codec)
    end = finish(list(run(settings(image_folder, tmp_path / "run"), control)))
    assert end.exit_code == 130
    assert not ended
    assert [image for image, _, _ in table(tmp_path / "run")] == ["astronaut.png"]


def test_pause_holds_and_resume_goes_on(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    control, held = Control(), threading.Event()
    wait = control.wait_while_paused

    def wait_while_paused() -> None:
        if control.paused:
            held.set()
        wait()

    monkeypatch.setattr(control, "wait_while_paused", wait_while_paused)
    install(monkeypatch, a=FakeCodec(darker, lambda indices: control.pause() if 0 in indices else None))
    events: list[RunEvent] = []
    worker = threading.Thread(
        target=lambda: events.extend(run(settings(image_folder, tmp_path / "run"), control))
    )
    worker.start()
    assert held.wait(60)
    assert not [event for event in events if isinstance(event, RunFinished)]
    control.resume()
    worker.join(timeout=20)
    assert finish(events).exit_code == 0


def test_an_abandoned_run_leaves_no_thread_and_can_be_continued(image_folder: Path, tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    vaes = ("identity", "jpeg:50", "linear")
    list(run(settings(image_folder, whole, *vaes, metrics="default")))
    events = run(settings(image_folder, cut, *vaes, metrics="default"))
    for event in events:
        if isinstance(event, RowDone) and event.finished == 4:
            break
    events.close()  # type: ignore[attr-defined]
    end = finish(list(run(settings(image_folder, cut, *vaes, metrics="default"), resume=True)))
    assert end.exit_code == 0
    timed = ("encode_ms", "decode_ms")
    for a, b in zip(read_rows(whole), read_rows(cut), strict=True):
        assert (a.key, a.note, a.image_sha256) == (b.key, b.note, b.image_sha256)
        assert {k: v for k, v in a.values.items() if k not in timed} == {
            k: v for k, v in b.values.items() if k not in timed
        }
    assert read_latents(whole) == read_latents(cut)
    first, second = read_summary(whole), read_summary(cut)
    assert [first["vaes"][v]["J_ci95"] for v in first["vaes"]] == [
        second["vaes"][v]["J_ci95"] for v in second["vaes"]
    ]


def test_resume_of_a_finished_run_measures_nothing_again(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = FakeCodec(darker), FakeCodec(darker)
    install(monkeypatch, a=first)
    list(run(settings(image_folder, tmp_path / "run")))
    install(monkeypatch, a=second)
    assert finish(list(run(settings(image_folder, tmp_path / "run"), resume=True))).exit_code == 0
    assert (len(first.batches), len(second.batches)) == (6, 0), (
        "each without and with the marker, and never again"
    )


def test_resume_reads_no_image_whose_rows_are_done(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(run(settings(image_folder, tmp_path / "run")))

    def refuse(*arguments: Any) -> None:
        raise AssertionError("a finished image was read again")

    monkeypatch.setattr("vaelab.engine.inputs.read_ahead.load_image", refuse)
    assert finish(list(run(settings(image_folder, tmp_path / "run"), resume=True))).exit_code == 0


def test_resume_in_the_middle_of_a_batch_writes_only_what_is_missing(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = settings(image_folder, tmp_path / "run", batch_size=3, fit="stretch", size=64)
    install(monkeypatch, a=FakeCodec(darker))
    events = run(made)
    next(event for event in events if isinstance(event, RowDone))
    events.close()  # type: ignore[attr-defined]
    assert len(read_rows(tmp_path / "run")) == 1
    again = FakeCodec(darker)
    install(monkeypatch, a=again)
    assert finish(list(run(made, resume=True))).exit_code == 0
    assert again.batches == [[0, 1, 2]]
    assert [image for image, _, _ in table(tmp_path / "run")] == [
        "astronaut.png",
        "chelsea.png",
        "coffee.png",
    ]


def test_why_an_image_failed_is_read_first(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codec = FakeCodec(darker)
    codec.nonfinite = 0.5
    install(monkeypatch, a=codec)
    # The first has no room for the marker, the others have.
    Image.new("RGB", (64, 64), "teal").save(image_folder / "astronaut.png")
    list(run(settings(image_folder, tmp_path / "run", precision="fp32")))
    note = read_rows(tmp_path / "run")[0].note
    assert 0 <= note.find("NaN") < note.find("; marker left out: five patches")


def test_a_latent_that_is_not_finite_has_no_moments(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codec = FakeCodec(darker)
    nan = LatentFacts(4, (float("nan"),), (1.0,))
    monkeypatch.setattr(codec, "latent_facts", lambda latents: (nan,) * latents.count)
    install(monkeypatch, a=codec)
    assert finish(list(run(settings(image_folder, tmp_path / "run")))).exit_code == 0
    assert read_latents(tmp_path / "run") == {}
    assert "latent_mean" not in read_rows(tmp_path / "run")[0].values


def test_a_device_that_is_not_there_leaves_no_run_behind(image_folder: Path, tmp_path: Path) -> None:
    """Else the same command with another device would be refused for the folder that this one left."""
    with pytest.raises(UsageError, match="cuda:77"):
        list(run(settings(image_folder, tmp_path / "run", device="cuda:77")))
    assert not (tmp_path / "run").exists()
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "mine.txt").touch()
    with pytest.raises(UsageError, match="cuda:77"):
        list(run(settings(image_folder, tmp_path / "run", device="cuda:77")))
    assert [path.name for path in (tmp_path / "run").iterdir()] == ["mine.txt"]


def test_other_settings_and_other_runs_are_refused(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    list(run(settings(image_folder, out)))
    before = (out / "per_image.csv").read_bytes()
    with pytest.raises(RunFolderError, match="already holds a run"):
        list(run(settings(image_folder, out)))
    with pytest.raises(RunFolderError, match="other settings.*size"):
        list(run(settings(image_folder, out, size=64), resume=True))
    assert (out / "per_image.csv").read_bytes() == before


def test_a_refused_resume_names_the_vaes_that_differ(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    list(run(settings(image_folder, out, "identity", "jpeg:50")))
    with pytest.raises(RunFolderError) as caught:
        list(run(settings(image_folder, out, "identity", "jpeg:75"), resume=True))
    assert "(vaes: jpeg:50 there, jpeg:75 here), so its rows would not be comparable" in str(caught.value)
    with pytest.raises(RunFolderError, match=r"\(vaes: identity, jpeg:50 there, jpeg:50, identity here\)"):
        list(run(settings(image_folder, out, "jpeg:50", "identity"), resume=True))


def begun(made: RunSettings) -> None:
    """Run until there are rows of the first two images of three."""
    events = run(made)
    for event in events:
        if isinstance(event, RowDone) and event.finished == 2 * len(made.vaes):
            break
    events.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("exchanged", ["weights", "encoder"])
def test_a_run_is_not_continued_with_another_file_of_the_same_name(
    exchanged: str, image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def install_with(weights: str, encoder: str) -> None:
        codec = FakeCodec(darker)
        codec.info = VAEInfo("vae.pt", "fake", 1, 1, sha256=weights, details={"encoder sha256": encoder})
        install(monkeypatch, a=codec, b=FakeCodec(darker))

    made = settings(image_folder, tmp_path / "run", "a=identity", "b=identity")
    install_with("old", "old")
    begun(made)
    before = (tmp_path / "run" / "per_image.csv").read_bytes()
    install_with(*(("new", "old") if exchanged == "weights" else ("old", "new")))
    with pytest.raises(RunFolderError, match="is another file than the one that .* was begun with.*two VAEs"):
        list(run(made, resume=True))
    assert (tmp_path / "run" / "per_image.csv").read_bytes() == before
    install_with("old", "old")
    assert finish(list(run(made, resume=True))).exit_code == 0


def test_an_image_that_was_exchanged_is_measured_again(image_folder: Path, tmp_path: Path) -> None:
    made = settings(image_folder, tmp_path / "run", "identity", "jpeg:50")
    events = run(made)
    next(event for event in events if isinstance(event, RowDone))
    events.close()  # type: ignore[attr-defined]
    shutil.copy(image_folder / "coffee.png", image_folder / "astronaut.png")
    assert finish(list(run(made, resume=True))).exit_code == 0
    rows = {row.key: row for row in read_rows(tmp_path / "run")}
    assert len(read_rows(tmp_path / "run")) == len(rows) == 6
    for vae in ("identity", "jpeg:50"):
        assert rows["astronaut.png", vae].image_sha256 == rows["coffee.png", vae].image_sha256
        assert rows["astronaut.png", vae].values["psnr"] == rows["coffee.png", vae].values["psnr"]


def test_an_image_that_is_exchanged_in_mid_run_gets_no_rows_of_two_pictures(
    image_folder: Path, tmp_path: Path
) -> None:
    """After the check that a resumed run begins with, and before the image is read."""
    made = settings(image_folder, tmp_path / "run", "identity", "jpeg:50")
    events = run(made)
    next(event for event in events if isinstance(event, RowDone))
    events.close()  # type: ignore[attr-defined]
    events = run(made, resume=True)
    next(event for event in events if isinstance(event, RunStarted))
    shutil.copy(image_folder / "coffee.png", image_folder / "astronaut.png")
    assert finish(list(events)).exit_code == 1
    rows = {row.key: row for row in read_rows(tmp_path / "run")}
    assert [rows["astronaut.png", vae].status for vae in ("identity", "jpeg:50")] == ["ok", "failed"]
    assert rows["astronaut.png", "jpeg:50"].note.startswith("the file was changed since the run began")
    # The next resume sees it, and measures it again.
    assert finish(list(run(made, resume=True))).exit_code == 0
    assert [row.status for row in read_rows(tmp_path / "run")] == ["ok"] * 6


def test_a_folder_that_vanishes_in_mid_run_loses_nothing(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        shutil.copy(image_folder / "coffee.png", image_folder / f"x{number:02d}.png")
    install(monkeypatch, a=FakeCodec(darker, lambda indices: shutil.rmtree(image_folder, ignore_errors=True)))
    out = tmp_path / "run"
    assert finish(list(run(settings(image_folder, out)))).exit_code == 1
    statuses = [status for _, _, status in table(out)]
    assert len(statuses) == 15
    assert statuses[0] == "ok"
    assert statuses[-1] == "failed"


def test_a_full_disk_ends_the_run_with_one_sentence(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vaelab.run_folder.store import RunFolder

    append = RunFolder.append

    def full_at_second(self: RunFolder, row: Any, latent: Any = None) -> None:
        if row.image == "chelsea.png":
            raise RunFolderError("no space left on device")
        append(self, row, latent)

    monkeypatch.setattr(RunFolder, "append", full_at_second)
    with pytest.raises(RunFolderError, match="no space left"):
        list(run(settings(image_folder, tmp_path / "run")))
    assert [image for image, _, _ in table(tmp_path / "run")] == ["astronaut.png"]


def test_equal_files_are_noted(image_folder: Path, tmp_path: Path) -> None:
    shutil.copy(image_folder / "astronaut.png", image_folder / "zcopy.png")
    list(run(settings(image_folder, tmp_path / "run")))
    notes = {row.image: row.note for row in read_rows(tmp_path / "run")}
    assert "same file content as 'astronaut.png'" in notes["zcopy.png"]
    assert "same file" not in notes["astronaut.png"]


def test_without_the_marker_nothing_is_pasted_and_nothing_read(image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    events = list(run(settings(image_folder, out, marker="off", metrics="default")))
    row = read_rows(out)[0]
    assert "marker_size" not in row.values
    assert row.values["score"] == 0.0
    done = next(event for event in events if isinstance(event, RowDone))
    assert done.original is not None
    assert np.array_equal(done.original, np.asarray(Image.open(image_folder / "astronaut.png")))
    assert set(read_summary(out)["vaes"]["a"]["J_terms"]) == {"lpips", "gradient", "color"}


def test_two_vaes_with_one_label_are_told_apart(image_folder: Path, tmp_path: Path) -> None:
    end = finish(list(run(settings(image_folder, tmp_path / "run", "x=identity", "x=blur:1"))))
    assert list(end.summary["vaes"]) == ["x", "x-2"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"images": ("/no/such/folder",)}, "folder"),
        ({"vaes": ("idnetity",)}, "identity"),
        ({"metrics": "psrn"}, "psnr"),
        ({"device": "cuda:99"}, "cuda"),
    ],
)
def test_unusable_input_is_refused_and_nothing_is_run(
    image_folder: Path, tmp_path: Path, change: dict[str, Any], words: str
) -> None:
    base: dict[str, Any] = {
        "images": (str(image_folder),),
        "vaes": ("identity",),
        "out": str(tmp_path / "run"),
        "device": "cpu",
    }
    with pytest.raises(UsageError, match=words):
        list(run(RunSettings(**{**base, **change})))
