"""The run folder: what is written is read back, and a crash or a full disk costs at most one row."""

from __future__ import annotations

import csv
import errno
import io
import json
import math
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from vaelab.errors import RunFolderError
from vaelab.results.records import Row
from vaelab.run_folder.row_lines import header
from vaelab.run_folder.store import RunFolder, png_path, read_latents, read_rows, read_summary
from vaelab.settings import WEIGHT_NAMES
from vaelab.vae.base import LatentFacts


def row(image: str = "a.png", vae: str = "identity", **changes: Any) -> Row:
    values = {"psnr": math.inf, "lpips": 0.1 + 0.2, "colors_original": 12345, "ssim": None}
    facts: dict[str, Any] = {"note": "x", "values": values, **changes}
    return Row(image, vae, 8, 9, "ok", image_sha256="ab", **facts)


def test_rows_come_back_as_they_went(tmp_path: Path) -> None:
    folder = RunFolder.create(tmp_path / "run")
    hostile = row('li\nne, "quoted" 🎨.png', "a,b", note="first; second\r\nthird")
    folder.append(row())
    folder.append(hostile)
    folder.close()
    first, second = read_rows(tmp_path / "run")
    assert first.values == {"psnr": math.inf, "lpips": 0.1 + 0.2, "colors_original": 12345}
    assert isinstance(first.values["colors_original"], int)
    assert (second.image, second.vae, second.note) == (hostile.image, hostile.vae, hostile.note)


def test_the_table_is_rfc_4180_with_every_column_of_the_contract(tmp_path: Path) -> None:
    folder = RunFolder.create(tmp_path / "run")
    folder.append(row())
    folder.close()
    text = (tmp_path / "run" / "per_image.csv").read_bytes()
    assert text.count(b"\r\n") == 2
    lines = list(csv.reader(io.StringIO(text.decode(), newline="")))
    assert tuple(lines[0]) == header()
    contract = {
        "image",
        "vae",
        "width",
        "height",
        "status",
        "note",
        "original_png",
        "reconstruction_png",
        "lpips",
        "kl",
    }
    assert contract <= set(lines[0])
    cells = dict(zip(*lines, strict=True))
    assert cells["psnr"] == "inf"
    assert cells["ssim"] == ""
    assert cells["lpips"] == repr(0.1 + 0.2)


def test_every_row_is_on_disk_before_the_next(tmp_path: Path) -> None:
    folder = RunFolder.create(tmp_path / "run")
    for count in range(1, 4):
        folder.append(row(f"{count}.png"))
        assert len(read_rows(tmp_path / "run")) == count
    folder.close()


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_row_cut_off_by_a_crash_is_dropped_on_resume(tmp_path: Path, cut: int) -> None:
    folder = RunFolder.create(tmp_path / "run")
    folder.append(row("a.png"), LatentFacts(4, (0.0,), (1.0,)))
    folder.append(row("b.png", note="has a\r\nline break"), LatentFacts(4, (0.0,), (1.0,)))
    folder.close()
    path = tmp_path / "run" / "per_image.csv"
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    RunFolder.resume(tmp_path / "run").close()
    assert [found.image for found in read_rows(tmp_path / "run")] == ["a.png"]
    assert set(read_latents(tmp_path / "run")["identity"]) == {"a.png"}
    assert whole.startswith(path.read_bytes())


def test_an_existing_run_is_never_overwritten(tmp_path: Path) -> None:
    folder = RunFolder.create(tmp_path / "run")
    folder.append(row())
    folder.close()
    before = (tmp_path / "run" / "per_image.csv").read_bytes()
    with pytest.raises(RunFolderError, match="holds rows.*but no summary.json.*choose another output folder"):
        RunFolder.create(tmp_path / "run")
    (tmp_path / "run" / "summary.json").write_text("{}")
    with pytest.raises(RunFolderError, match="already holds a run.*--resume"):
        RunFolder.create(tmp_path / "run")
    assert (tmp_path / "run" / "per_image.csv").read_bytes() == before


def test_a_folder_of_other_files_keeps_them(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("precious")
    RunFolder.create(tmp_path).close()
    assert (tmp_path / "mine.txt").read_text() == "precious"


def test_a_file_in_the_way_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("a file")
    with pytest.raises(RunFolderError, match="cannot be written.*choose another output folder"):
        RunFolder.create(tmp_path / "run")


def test_a_full_disk_leaves_the_rows_before_it_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = RunFolder.create(tmp_path / "run")
    folder.append(row("a.png"))

    write, tried = os.write, []

    def full(descriptor: int, data: bytes) -> int:
        tried.append(data)
        if len(tried) > 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(descriptor, data[:10])  # a full disk takes a part

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(RunFolderError, match="no space left on device.*--resume"):
        folder.append(row("b.png"))
    monkeypatch.undo()
    folder.close()
    text = (tmp_path / "run" / "per_image.csv").read_bytes()
    assert text.endswith(b"\r\n")
    assert [found.image for found in read_rows(tmp_path / "run")] == ["a.png"]


def test_summary_is_strict_json_and_replaced_in_one_step(tmp_path: Path) -> None:
    folder = RunFolder.create(tmp_path / "run")
    whole = {
        "schema_version": 1,
        "settings": {"images": [], "vaes": [], "marker": "off", "weights": dict.fromkeys(WEIGHT_NAMES, 1.0)},
        "protocol": {},
        "vaes": {},
    }
    folder.write_summary({**whole, "x": 1})
    with pytest.raises(ValueError, match="JSON"):
        folder.write_summary({"schema_version": 1, "x": math.nan})
    folder.close()
    assert read_summary(tmp_path / "run")["x"] == 1
    assert not list((tmp_path / "run").glob(".*"))


@pytest.mark.parametrize("content", ["", "{", "[]", json.dumps({"schema_version": 99})])
def test_a_damaged_or_foreign_summary_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "summary.json").write_text(content)
    with pytest.raises(RunFolderError):
        read_summary(tmp_path)


def test_png_places_are_legal_unique_and_stay_inside() -> None:
    names = [
        "../../etc/passwd",
        "a" * 250 + ".png",
        "a" * 251 + ".png",
        "ü🎨\n.png",
        "CON.png",
        "x/y.png",
        "y.png",
    ]
    places = [png_path("../evil: vae", name) for name in names]
    assert len(set(places)) == len(places)
    for place in places:
        parts = place.split("/")
        assert parts[0] == "images"
        assert ".." not in parts
        assert all(len(part) < 100 and part.isascii() for part in parts)
    assert png_path("a/b", "x") != png_path("a_b", "x")


def test_latents_come_back(tmp_path: Path) -> None:
    folder = RunFolder.create(tmp_path / "run")
    facts = LatentFacts(64, (0.1, -0.2), (1.0, 2.0), (3.0, 4.0))
    folder.append(row(), facts)
    folder.close()
    assert read_latents(tmp_path / "run") == {"identity": {"a.png": facts}}


def test_a_signal_while_the_disk_thread_starts_leaves_a_folder_that_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: threading.Thread) -> None:
        raise KeyboardInterrupt

    folder = RunFolder.create(tmp_path / "run")
    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", interrupted)
        with pytest.raises(KeyboardInterrupt):
            folder.write_summary({})
    folder.close()
