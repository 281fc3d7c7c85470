"""A contact sheet shows the saved pictures, pixel for pixel where they are not made smaller, originals above reconstructions."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from runs.report_runs import codec, photographs_run, random_rows, run_of

from vaelab.cli.parser import main
from vaelab.errors import UsageError
from vaelab.report.formats.contact_sheet import contact_sheet, sheet_lines
from vaelab.report.run.data import RunData


def pixels(png: bytes) -> npt.NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(png)))


def place_of(part: npt.NDArray[np.uint8], whole: npt.NDArray[np.uint8]) -> tuple[int, int] | None:
    """Top and left of a picture in another, None where it is not in it."""
    height, width = part.shape[:2]
    for top, left in np.argwhere((whole == part[0, 0]).all(axis=2)):
        if np.array_equal(whole[top : top + height, left : left + width], part):
            return int(top), int(left)
    return None


def test_originals_stand_above_their_reconstructions(photo_run: RunData) -> None:
    sheet = contact_sheet(photo_run, ("originals", "mini", "blur:2"), 4)
    assert len(sheet.images) == 4
    assert sheet.tile == 160
    whole = pixels(sheet.png)
    for image in sheet.images:
        row = next(row for row in photo_run.rows if row.image == image)
        assert photo_run.folder is not None
        original = Image.open(photo_run.folder / row.original_png)
        places = []
        for picture in (original, codec("mini", original), codec("blur:2", original)):
            picture = picture.copy()
            picture.thumbnail((160, 160), Image.Resampling.LANCZOS, reducing_gap=None)
            place = place_of(np.asarray(picture), whole)
            assert place is not None
            places.append(place)
        assert len({left for _, left in places}) == 1
        assert np.diff([top for top, _ in places]).tolist() == [164, 164]


def test_small_pictures_are_not_enlarged_and_all_lines_are_the_default(
    tmp_path: Path, photographs: dict[str, npt.NDArray[np.uint8]]
) -> None:
    images = tmp_path / "images"
    images.mkdir()
    for number in range(3):
        Image.fromarray(photographs["astronaut"][number : number + 48, :48]).save(images / f"{number}.png")
    out = tmp_path / "run"
    settings = ["--metrics", "pixel", "--device", "cpu", "--save-images", "all", "--out", str(out)]
    assert main(["run", str(images), "--vae", "identity", "--vae", "blur:1", *settings]) == 0
    assert main(["report", str(out), "--sheet"]) == 0
    with Image.open(out / "sheet.png") as sheet:
        assert "no image has room for it" in sheet.info["Description"]
        whole = np.asarray(sheet)
    assert place_of(photographs["astronaut"][:48, :48], whole) is not None
    assert (
        main(
            [
                "report",
                str(out),
                "--sheet",
                "originals,blur:1",
                "--count",
                "2",
                "--out",
                str(tmp_path / "x.png"),
            ]
        )
        == 0
    )
    assert pixels((tmp_path / "x.png").read_bytes()).shape[0] < whole.shape[0]


def test_what_cannot_be_shown_is_one_sentence(photo_run: RunData, tmp_path: Path) -> None:
    assert sheet_lines(photo_run, "") == ("originals", "identity", "mini", "linear", "blur:2")
    with pytest.raises(UsageError, match="Did you mean 'mini'"):
        sheet_lines(photo_run, "originals,mimi")
    with pytest.raises(UsageError, match="twice"):
        sheet_lines(photo_run, "mini,mini")
    with pytest.raises(UsageError, match="count of 1"):
        contact_sheet(photo_run, count=0)
    with pytest.raises(UsageError, match="saved pictures"):
        contact_sheet(run_of(random_rows(3, {"mini": 0.1}), ("mini",)))


def test_a_label_with_a_comma_is_one_line() -> None:
    run = run_of(random_rows(3, {"a,b": 0.1, "a": 0.1}), ("a,b", "a"))
    assert sheet_lines(run, "originals,a,b,a") == ("originals", "a,b", "a")


def test_an_image_whose_picture_is_gone_is_left_out(
    tmp_path: Path, photographs: dict[str, npt.NDArray[np.uint8]]
) -> None:
    run = photographs_run(tmp_path, photographs, ("mini",), crops=1)
    gone = run.rows[0]
    (tmp_path / gone.reconstruction_png).unlink()
    assert gone.image not in contact_sheet(run).images
    assert len(contact_sheet(run).images) == len(run.table.used("image")) - 1
