"""Damaged and hostile run folders, and a watch on what is opened beside them."""

from __future__ import annotations

import ctypes
import json
import os
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from runs.strange_runs import change_summary, set_cell, table_of, write_table
from window.fakes import FakeEngine, picture

from vaelab.control import Control
from vaelab.settings import RunSettings

OUTSIDE, SECRET, LABEL = "outside", "secret.png", "blur:2"
UNC = f"\\\\host\\share\\{SECRET}"
ESCAPES = "\x1b]0;OWNED\x07\x1b[2J\x9b31m"
TURNED = "\u202egnp.exe\u2066\u200f"
_IN_OPEN = 0x20

Damage = Callable[[Path], object]


def make_run(folder: Path, outside: Path) -> Path:
    """A finished run of four images and two VAEs with its pictures; beside it a picture of the same size that is none of its own."""
    outside.mkdir()
    Image.fromarray(picture(48, 99)).save(outside / SECRET)
    settings = RunSettings(images=("x",), vaes=("identity", LABEL), out=str(folder), save_images="all")
    list(FakeEngine(images=4, row_seconds=0.0)(settings, Control()))
    return folder


def pipe(name: str) -> Damage:
    return lambda folder: ((folder / name).unlink(missing_ok=True), os.mkfifo(folder / name))


def device(name: str) -> Damage:
    return lambda folder: ((folder / name).unlink(), (folder / name).symlink_to("/dev/zero"))


def directory(name: str) -> Damage:
    return lambda folder: ((folder / name).unlink(), (folder / name).mkdir())


def missing(*names: str) -> Damage:
    return lambda folder: [(folder / name).unlink() for name in names]


def content(name: str, text: str) -> Damage:
    return lambda folder: (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))


def cell(column: str, text: str) -> Damage:
    return lambda folder: set_cell(folder, column, text)


def cells(**every: str) -> Damage:
    """The same in all rows."""

    def do(folder: Path) -> None:
        table = table_of(folder)
        for column, text in every.items():
            place = table[0].index(column)
            for line in table[1:]:
                line[place] = text
        write_table(folder, table)

    return do


def pictures(place: str) -> Damage:
    return cells(original_png=place, reconstruction_png=place)


def outside_picture(folder: Path) -> None:
    pictures(str((folder.parent / OUTSIDE / SECRET).absolute()))(folder)


def linked_picture(folder: Path) -> None:
    (folder / "linked").symlink_to(folder.parent / OUTSIDE)
    pictures(f"linked/{SECRET}")(folder)


def unc_picture(folder: Path) -> None:
    """On Windows the name of another computer, which would be sent the user's login; elsewhere a file's."""
    if os.name != "nt":
        Image.fromarray(picture(48, 99)).save(folder / UNC, format="PNG")
    pictures(UNC)(folder)


def piped_picture(folder: Path) -> None:
    os.mkfifo(folder / "pipe.png")
    pictures("pipe.png")(folder)


def bomb(side: int) -> Damage:
    """A PNG of some hundred bytes that says it has so many pixels a side, as its rows do."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 9999))

    def do(folder: Path) -> None:
        (folder / "bomb.png").write_bytes(data + chunk(b"IEND", b""))
        cells(width=str(side), height=str(side))(folder)
        pictures("bomb.png")(folder)

    return do


def endless_cell(folder: Path) -> None:
    """A cell that begins and goes on for 256 MB of nothing, which takes no room on the disk."""
    path = folder / "per_image.csv"
    with path.open("ab") as file:
        file.write(b'"endless')
    os.truncate(path, 2**28)


def renamed(label: str) -> Damage:
    """A VAE, its images and its notes have this name, in the rows and in the summary."""

    def do(folder: Path) -> None:
        path = folder / "summary.json"
        text = path.read_text("utf-8").replace(json.dumps(LABEL), json.dumps(label))
        path.write_text(text.replace("image-00", json.dumps(label)[1:-1] + "image-00"), "utf-8")
        table = table_of(folder)
        image, vae, note = (table[0].index(name) for name in ("image", "vae", "note"))
        for line in table[1:]:
            line[image], line[note] = label + line[image], label
            line[vae] = label if line[vae] == LABEL else line[vae]
        write_table(folder, table)

    return do


def summary(path: str, value: Any) -> Damage:
    return lambda folder: change_summary(folder, path.split("."), value)


def summary_text(change: Callable[[str], str]) -> Damage:
    def do(folder: Path) -> None:
        path = folder / "summary.json"
        before = path.read_text("utf-8")
        after = change(before)
        assert after != before
        path.write_text(after, "utf-8")

    return do


REFUSED: Mapping[str, tuple[Damage, str]] = {
    "a pipe as table": (pipe("per_image.csv"), "not a regular file"),
    "a pipe as summary": (pipe("summary.json"), "not a regular file"),
    "a pipe as latents": (pipe("latents.jsonl"), "not a regular file"),
    "a folder as summary": (directory("summary.json"), "not a regular file"),
    "a device as table": (device("per_image.csv"), "leads out of the run folder"),
    "nothing at all": (missing("per_image.csv", "summary.json"), "is not a run folder"),
    "no summary": (missing("summary.json"), "is not a run folder"),
    "no table": (missing("per_image.csv"), "is not a run folder"),
    "deep JSON": (content("summary.json", "[" * 100_000), "nested too deeply"),
    "deep JSON of few bytes": (content("summary.json", '{"a":' * 60 + "1" + "}" * 60), "nested too deeply"),
    "NaN in the summary": (summary_text(lambda text: text.replace('"psnr"', '"psnr": NaN, "x"', 1)), "NaN"),
    "a number beyond all floats": (
        summary_text(lambda text: text.replace('"lpips"', '"y": 1e400, "lpips"', 1)),
        "beyond all floats",
    ),
    "a number of 10 000 digits": (
        summary_text(lambda text: text.replace('"lpips"', f'"y": {"9" * 10_000}, "lpips"', 1)),
        "too long",
    ),
    "text for weights": (summary("settings.weights", "x"), "settings.weights"),
    "a list for VAEs": (summary("vaes", []), "vaes"),
}
"""Folders that are refused: how they are made, and a part of the sentence."""

READABLE: Mapping[str, Damage] = {
    "a pipe for marks": pipe("view.json"),
    "marks of other types": content("view.json", '{"schema_version": 1, "flagged": 5, "excluded": {"a": 1}}'),
    "deep marks": content("view.json", "[" * 100_000),
    "marks of half letters": content("view.json", '{"schema_version": 1, "excluded": ["\ud800"]}'),
    "pictures above the folder": pictures(f"../{OUTSIDE}/{SECRET}"),
    "pictures at an absolute place": outside_picture,
    "pictures behind a link": linked_picture,
    "pictures on another computer": unc_picture,
    "a pipe as picture": piped_picture,
    "a picture of 900 megapixels": bomb(30_000),
    "a picture that is shorter than it says": bomb(2_000),
    "a cell of 256 megabytes": endless_cell,
    "escape sequences in names": renamed(ESCAPES),
    "names that turn what is read": renamed(TURNED),
    "names of 20 000 letters": renamed("a" * 20_000),
    "names that are formulas": renamed("=cmd|' /C calc'!A0"),
    "numbers that are none": cells(psnr="nan", lpips="1e400", width="9" * 5000),
    "one number that is none": cell("lpips", "1e400"),
    "markers beyond all pictures": cells(marker_x="1000000000", marker_y="7", marker_size="1000000000"),
    "rows of other VAEs": summary_text(lambda text: text.replace(json.dumps(LABEL), '"stranger"')),
    "no VAEs": summary("vaes", {}),
    "no rows": lambda folder: write_table(folder, table_of(folder)[:1]),
}
"""Folders that are shown as far as they can be."""


def picture_tag(outside: Path) -> str:
    """A name that, where it is taken for HTML, shows a file of the user's."""
    return f'<img src="file://{(outside / SECRET).absolute()}"><b>bold</b>'


@contextmanager
def opened(*folders: Path) -> Iterator[list[str]]:
    """Collect the names of the files in these folders that this process or another opens, from Python or not (Linux)."""
    libc = ctypes.CDLL(None, use_errno=True)
    number = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    assert number >= 0, os.strerror(ctypes.get_errno())
    names: list[str] = []
    try:
        for folder in folders:
            assert libc.inotify_add_watch(number, os.fsencode(folder), _IN_OPEN) >= 0
        yield names
        while True:
            try:
                data = os.read(number, 2**16)
            except BlockingIOError:
                break
            while data:
                (length,) = struct.unpack_from("I", data, 12)
                names.append(os.fsdecode(data[16 : 16 + length].rstrip(b"\0")))
                data = data[16 + length :]
    finally:
        os.close(number)
