"""A run whose images are all too small for the marker is a run without it: its rows have scores, and it is ranked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from vaelab.cli.parser import main
from vaelab.engine.inputs.marker_room import with_room
from vaelab.engine.plan import make_plan
from vaelab.errors import RunFolderError
from vaelab.images.image_file import ImageFile
from vaelab.report.run.load import load_run
from vaelab.report.words import protocol
from vaelab.report.words.differences import protocol_differences
from vaelab.settings import RunSettings

VAES = (
    "--vae",
    "identity",
    "--vae",
    "blur:1",
    "--metrics",
    "lpips,colors,gradient,marker",
    "--device",
    "cpu",
)


def icons(folder: Path, number: int = 3, side: int = 64) -> Path:
    folder.mkdir()
    random = np.random.default_rng(0)
    for place in range(number):
        pixels = random.integers(0, 256, (side, side, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / f"{place}.png")
    return folder


def settings(**chosen: Any) -> RunSettings:
    return RunSettings(images=("x",), vaes=("identity",), out="out", **chosen)


def test_icons_have_scores_and_ranks_and_it_is_said_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    assert main(["run", str(icons(tmp_path / "icons")), *VAES, "--out", str(out)]) == 0
    said = capsys.readouterr()
    assert (said.out + said.err).count("no image of this run has room for the marker") == 1
    run = load_run(out)
    assert all(row.values.get("score") is not None for row in run.rows)
    assert all("marker" not in row.note and "score" not in row.note for row in run.rows)
    assert [entry["vae"] for entry in run.summary["ranking"]] == ["identity", "blur:1"]
    assert protocol.line(run).count("no image has room for it") == 1
    assert "separate was asked for" in protocol.facts(run)["marker asked for"]
    off = tmp_path / "off"
    assert main(["run", str(tmp_path / "icons"), *VAES, "--marker", "off", "--out", str(off)]) == 0
    without = load_run(off)
    assert [row.values.get("score") for row in without.rows] == [row.values.get("score") for row in run.rows]
    assert not protocol_differences([run, without])


def test_it_is_continued_as_it_was_begun_by_either_setting(tmp_path: Path) -> None:
    folder, out = icons(tmp_path / "icons"), tmp_path / "run"
    begin = ["run", str(folder), *VAES, "--out", str(out)]
    assert main(begin) == 0
    # An image with room that comes later does not make it another run.
    Image.new("RGB", (300, 300), "teal").save(folder / "9.png")
    assert main([*begin, "--resume"]) == 0
    assert main([*begin, "--resume", "--marker", "off"]) == 0
    run = load_run(out)
    assert len(run.rows) == 8
    assert not any("marker_size" in row.values for row in run.rows)
    assert run.summary["protocol"]["marker_asked"] == "separate"
    other = replace(RunSettings.from_json(run.summary["settings"], out), marker="embedded")
    with pytest.raises(RunFolderError, match="marker"):
        make_plan(other, resume=True)


@pytest.mark.parametrize(
    ("sizes", "chosen", "marked"),
    [
        ([(64, 64), (64, 100)], {}, False),
        ([(64, 64), (512, 512)], {}, True),
        ([(64, 64)], {"upscale": True}, True),
        ([(512, 512)], {"size": 64}, False),
        ([(512, 512)], {"size": 64, "fit": "native"}, True),
        ([(119, 119)], {"fit": "native"}, False),
        ([(120, 8)], {"fit": "native"}, True),
        ([(8, 120)], {"fit": "native"}, True),  # it may be turned
    ],
)
def test_one_image_with_room_keeps_the_marker(
    tmp_path: Path, sizes: list[tuple[int, int]], chosen: dict[str, Any], marked: bool
) -> None:
    files = []
    for place, size in enumerate(sizes):
        path = tmp_path / f"{place}.png"
        Image.new("RGB", size).save(path)
        files.append(ImageFile(path, path.name))
    assert (with_room(settings(**chosen), files).marker == "separate") is marked


def test_a_header_that_says_nothing_may_have_room_where_the_size_does_not_forbid_it(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"nothing")
    assert with_room(settings(), [ImageFile(path, "a.png")]).marker == "separate"
    assert with_room(settings(size=96), [ImageFile(path, "a.png")]).marker == "off"
