"""A file of a run folder is opened only where it is a regular one inside of it, and only up to a size."""

from __future__ import annotations

import os
import socket
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from runs.report_runs import random_rows
from runs.strange_runs import write_run

from vaelab.cli.parser import main
from vaelab.errors import RunFolderError
from vaelab.gui.models import user_marks
from vaelab.gui.plots.spectra.of_run import _log_ratios
from vaelab.report.formats.sections.worst_images import cutout
from vaelab.run_files import VIEW
from vaelab.run_folder.read.files import MOST_PIXELS, open_file, png_bytes, read_bytes, read_png

FILES = ("summary.json", "per_image.csv", "latents.jsonl")
posix = pytest.mark.skipif(os.name == "nt", reason="such files do not exist there")


@pytest.mark.parametrize(
    "place",
    [
        "",
        "/etc/passwd",
        "../outside.txt",
        "images/../../outside.txt",
        "images/..",
        "C:\\x.png",
        "C:x.png",
        "\\\\host\\share\\x.png",
        "//host/share/x.png",
        "images\\..\\..\\x.png",
        "a.png:stream",
        "a\0b",
        "a\nb",
    ],
)
def test_a_path_that_leads_out_is_not_even_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """On Windows a look alone sends the user's login to another computer."""
    (tmp_path / "outside.txt").write_text("secret")
    (tmp_path / "run" / "images").mkdir(parents=True)

    def touched(*_: object, **__: object) -> None:
        raise AssertionError("the file system was asked")

    for name in ("resolve", "stat", "exists", "open"):
        monkeypatch.setattr(Path, name, touched)
    monkeypatch.setattr(os, "open", touched)
    with pytest.raises(RunFolderError, match="no path inside the run folder"):
        open_file(tmp_path / "run", place, 100)


@posix
def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_followed(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    (folder / "out").symlink_to(tmp_path / "secret")
    (folder / "up").symlink_to(tmp_path)
    (folder / "mine").write_bytes(b"mine")
    (folder / "in").symlink_to("mine")
    for place in ("out", "up/secret"):
        with pytest.raises(RunFolderError, match="a link that leads out"):
            read_bytes(folder, place, 100)
    assert read_bytes(folder, "in", 100) == b"mine"
    # The run folder itself may be reached by a link.
    (tmp_path / "link").symlink_to(folder)
    assert read_bytes(tmp_path / "link", "mine", 100) == b"mine"


@posix
def test_a_pipe_a_socket_and_a_folder_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    with socket.socket(socket.AF_UNIX) as listening:
        before = Path.cwd()
        os.chdir(tmp_path)  # the name of a socket is at most 108 bytes
        try:
            listening.bind("socket")
        finally:
            os.chdir(before)
        for place in ("pipe", "socket", "folder"):
            with pytest.raises(RunFolderError, match="not a regular file"):
                read_bytes(tmp_path, place, 100)


@posix
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_report_and_compare_refuse_a_strange_file_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, kind: str
) -> None:
    folder = write_run(tmp_path / "run", images=2)
    (folder / name).unlink()
    if kind == "pipe":
        os.mkfifo(folder / name)
    elif kind == "device":
        (folder / name).symlink_to("/dev/zero")
    else:
        (folder / name).mkdir()
    for command in (["report", str(folder)], ["compare", str(folder), str(folder)]):
        assert main(command) == 2
        error = capsys.readouterr().err
        assert name in error
        assert error.count("\n") == 1


@posix
def test_marks_that_are_a_pipe_or_nested_without_end_do_not_hold_the_window(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / VIEW)
    with pytest.raises(RunFolderError, match="flags and exclusions"):
        user_marks.read(tmp_path)
    (tmp_path / VIEW).unlink()
    for text in ("[" * 100_000, '{"schema_version": 1, "excluded": 5}', '{"schema_version": NaN}'):
        (tmp_path / VIEW).write_text(text)
        with pytest.raises(RunFolderError, match="flags and exclusions"):
            user_marks.read(tmp_path)


def test_a_file_larger_than_its_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(RunFolderError, match="more than the 0 MB"):
        read_bytes(tmp_path, "sparse", 1000)


def png_claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has so many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def test_a_picture_is_refused_by_what_it_claims_before_it_is_decoded(tmp_path: Path) -> None:
    (tmp_path / "bomb.png").write_bytes(png_claiming(13000, 13000))
    with pytest.raises(RunFolderError, match="13000×13000 px, more than"):
        read_png(tmp_path, "bomb.png")
    (tmp_path / "wide.png").write_bytes(png_claiming(MOST_PIXELS, 1))
    assert png_bytes(tmp_path, "wide.png")
    with pytest.raises(RunFolderError, match="its row says 512×512"):
        png_bytes(tmp_path, "wide.png", (512, 512))
    with pytest.raises(RunFolderError, match="damaged PNG"):
        read_png(tmp_path, "wide.png")
    Image.new("RGB", (8, 8)).save(tmp_path / "jpeg.png", "JPEG")
    with pytest.raises(RunFolderError, match="no PNG"):
        read_png(tmp_path, "jpeg.png")


def test_pixels_come_back_as_they_are(tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (9, 7, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "a.png")
    assert np.array_equal(read_png(tmp_path, "a.png", (7, 9)), pixels)


def test_neither_report_nor_spectra_show_a_picture_from_outside(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    Image.new("RGB", (512, 512), "red").save(tmp_path / "secret.png")
    Image.new("RGB", (512, 512), "blue").save(folder / "mine.png")
    (row, *_) = random_rows(1, {"one": 0.1})
    inside = replace(row, original_png="mine.png", reconstruction_png="mine.png")
    assert cutout(folder, inside, 10**6) is not None
    assert _log_ratios(folder, "mine.png", {"one": "mine.png"})
    for place in ("../secret.png", str(tmp_path / "secret.png")):
        assert cutout(folder, replace(inside, original_png=place), 10**6) is None
        with pytest.raises(RunFolderError):
            _log_ratios(folder, place, {"one": "mine.png"})


def test_a_row_of_another_size_than_its_picture_shows_none(tmp_path: Path) -> None:
    Image.new("RGB", (300, 300)).save(tmp_path / "a.png")
    (row, *_) = random_rows(1, {"one": 0.1})
    row = replace(row, original_png="a.png", reconstruction_png="a.png")
    assert cutout(tmp_path, row, 10**6) is None
    assert cutout(tmp_path, replace(row, width=300, height=300), 10**6) is not None


def test_a_report_that_is_a_link_does_not_write_through_it(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", images=2)
    (tmp_path / "victim").write_text("keep")
    (folder / "report.html").symlink_to(tmp_path / "victim")
    assert main(["report", str(folder)]) == 0
    assert (tmp_path / "victim").read_text() == "keep"
