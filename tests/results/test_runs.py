"""What real runs say together: a codec that fails on a picture, one picture alone, a black picture, a run under way."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from fakes import FakeCodec, darker, install
from PIL import Image
from runs.report_page import Page

from vaelab.cli.parser import main
from vaelab.engine.events import RowDone
from vaelab.engine.runner import run
from vaelab.report.formats.table import render
from vaelab.report.run.data import RunData
from vaelab.report.run.load import load_run
from vaelab.results.summary import with_results
from vaelab.run_folder.store import read_rows, read_summary
from vaelab.settings import RunSettings

Pixels = npt.NDArray[np.uint8]


def rough(seed: int, height: int, width: int) -> Pixels:
    rng = np.random.default_rng(seed)
    ramp = np.linspace(60, 190, height)[:, None, None]
    return np.clip(ramp + rng.normal(0, 6, (height, width, 3)), 0, 255).astype(np.uint8)


def measure(tmp_path: Path, pictures: dict[str, Pixels], *words: str) -> tuple[int, Path]:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name, pixels in pictures.items():
        Image.fromarray(pixels).save(folder / name)
    out = tmp_path / "run"
    return main(["run", str(folder), "--fit", "native", "--device", "cpu", "--out", str(out), *words]), out


def test_a_codec_that_fails_on_the_hard_picture_is_not_first_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """WebP cannot hold 16 400 px: it is compared on the picture that both finished."""
    pictures = {"easy.png": rough(1, 192, 192), "wide.png": rough(2, 16, 16_400)}
    words = ("--vae", "jpeg:75", "--vae", "webp:75", "--metrics", "gradient,colors,psnr", "--marker", "off")
    code, out = measure(tmp_path, pictures, *words)
    terminal = capsys.readouterr().out
    assert code == 1
    summary = read_summary(out)
    assert summary["common"]["n"] == 1
    for label, finished in (("jpeg:75", 2), ("webp:75", 1)):
        vae = summary["vaes"][label]
        assert (vae["images_ok"], vae["n"], vae["own"]["n"]) == (finished, 1, finished)
        (row,) = [row for row in read_rows(out) if (row.vae, row.image) == (label, "easy.png")]
        assert vae["metrics"]["psnr"]["mean"] == row.values["psnr"]
    said = "webp:75 failed on 1 image (wide.png)."
    for text in (terminal, *(render(load_run(out), fmt) for fmt in ("md", "bbcode", "tsv", "html"))):  # type: ignore[arg-type]
        assert said in " ".join(text.split())
    assert "n = 1 image: those that all VAEs finished, of 2." in " ".join(terminal.split())


def test_one_picture_decides_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    specs = ("jpeg:75", "jpeg:74", "jpeg:20")
    vaes = [word for spec in specs for word in ("--vae", spec)]
    code, out = measure(tmp_path, {"a.png": rough(3, 192, 192)}, *vaes)
    assert code == 0
    summary = read_summary(out)
    assert {item["verdict"] for item in summary["comparisons"]} == {"tie"}
    assert {item["p"] for item in summary["comparisons"]} == {1.0}
    assert not [item for item in summary["comparisons"] if item["ci95"]]
    assert {entry["letters_with_baselines"] for entry in summary["ranking"]} == {"a"}
    assert [entry["J"] for entry in summary["ranking"]] == sorted(entry["J"] for entry in summary["ranking"])
    for vae in summary["vaes"].values():
        assert {metric["std"] for metric in vae["metrics"].values()} == {None}
    terminal = " ".join(capsys.readouterr().out.split())
    assert "A verdict needs at least 7 images." in terminal
    assert "closest" not in terminal
    assert "**" not in render(load_run(out), "md")


def test_a_black_picture_does_not_make_every_psnr_infinite(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pictures = {
        "black.png": np.zeros((64, 64, 3), np.uint8),
        "a.png": rough(4, 64, 64),
        "b.png": rough(5, 64, 64),
    }
    words = ("--vae", "blur:1", "--vae", "blur:4", "--metrics", "psnr,mae", "--marker", "off")
    code, out = measure(tmp_path, pictures, *words)
    terminal = capsys.readouterr().out
    assert code == 0
    run_data = load_run(out)
    facts = json.loads(render(run_data, "json"))["vaes"]["blur:1"]["metrics"]["psnr"]
    finite = [
        row.values["psnr"] for row in read_rows(out) if row.vae == "blur:1" and row.image != "black.png"
    ]
    assert (facts["n"], facts["n_infinite"]) == (3, 1)
    assert facts["mean"] == pytest.approx(np.mean(finite))  # type: ignore[arg-type]
    shown = f"{facts['mean']:.1f} (∞ on 1 of 3)"
    assert shown in terminal
    assert shown in render(run_data, "md")
    assert shown in render(run_data, "bbcode")
    page = Page(render(run_data, "html"))
    assert any(f"{facts['mean']:.1f}∞ on 1 of 3" in cell for row in page.rows for cell in row)
    header, first, *_ = [line.split("\t") for line in render(run_data, "tsv").splitlines()]
    assert first[header.index("PSNR ∞ on")] == "1"
    assert float(first[header.index("PSNR")]) == facts["mean"]


def test_while_a_run_goes_on_equal_sets_are_compared_and_nothing_is_decided(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After each row every VAE is shown over the same images; what is on disk meanwhile says the same."""
    install(monkeypatch, a=FakeCodec(), b=FakeCodec(darker))
    out, counted = tmp_path / "run", []
    chosen = RunSettings(
        images=(str(image_folder),),
        vaes=("a=identity", "b=identity"),
        out=str(out),
        batch_size=2,
        device="cpu",
    )
    for event in run(chosen):
        if not isinstance(event, RowDone):
            continue
        on_disk = read_summary(out)
        now = with_results({**on_disk, "state": "running"}, read_rows(out), {}, 0, running=True)
        for summary in (now, on_disk):
            if summary["state"] == "running":
                assert summary["comparisons"] == []
                assert {vae["n"] for vae in summary["vaes"].values()} == {summary["common"]["n"]}
                assert not [entry for entry in summary["ranking"] if entry["letters"] or entry["rank"]]
                assert "**" not in render(RunData(out, summary, read_rows(out)), "md")
        counted.append((len(read_rows(out)), now["common"]["n"]))
    end = read_summary(out)
    assert end["state"] == "finished"
    assert end["comparisons"]
    assert len(counted) == 6
    assert counted[-1] == (6, 3)
    # A batch of two goes through a, then through b: a has two images before b has one.
    for rows, common in counted:
        done = [sum(row.vae == label for row in read_rows(out)[:rows]) for label in ("a", "b")]
        assert common == min(done)
