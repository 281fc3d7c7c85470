"""docs/python.md: its code runs on a real run and prints what it says, its table names the frame's columns, and rows leave as files."""

from __future__ import annotations

import csv
import math
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from runs.report_runs import random_rows
from runs.strange_runs import set_cell, table_of, write_run

import vaelab
from vaelab.cli.parser import main
from vaelab.errors import RunFolderError
from vaelab.metrics.registry import all_columns
from vaelab.report.formats.rows import ROW_FORMATS
from vaelab.results.records import Row
from vaelab.run_folder.row_lines import header
from vaelab.run_folder.store import read_rows

PAGE = (Path(__file__).parents[2] / "docs" / "python.md").read_text("utf-8")
RUN = "photos-run"


@pytest.fixture(scope="module")
def real_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("python")
    (place / "photos").mkdir()
    for number in range(2):
        pixels = np.random.default_rng(number).integers(0, 256, (48, 48, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(place / "photos" / f"{number}.png")
    arguments = ["--vae", "identity", "--vae", "blur:2", "--save-images", "all", "--metrics", "pixel"]
    arguments += ["--device", "cpu"]
    assert main(["run", str(place / "photos"), *arguments, "--out", str(place / RUN)]) == 0
    return place


def test_the_pages_code_runs(
    real_run: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(real_run)
    code = "\n".join(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL))
    assert code.count("run.") >= 4
    exec(compile(code, "docs/python.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "0.png identity 0.0" in printed
    assert "ms high" in printed


def test_the_frame_is_what_the_page_says(real_run: Path) -> None:
    frame = vaelab.read_run(real_run / RUN).frame()
    assert tuple(frame.columns) == header()
    kinds = {name: str(frame[name].dtype) for name in frame.columns}
    measured = {column.name for column in all_columns()}
    for names, kind in re.findall(r"^\| (`.*?`) \| (\w+) \|", PAGE, re.MULTILINE):
        for name in re.findall(r"`(\w+)`", names):
            assert kinds.pop(name) == kind
    assert kinds == dict.fromkeys([name for name in header() if name in measured], "float64")
    assert frame.attrs["version"] == vaelab.__version__
    assert frame.attrs["ideals"]["gradient_ratio"] == 1.0
    for row, (_, cells) in zip(read_rows(real_run / RUN), frame.iterrows(), strict=True):
        assert (row.image, row.vae, row.width, row.status) == tuple(
            cells[["image", "vae", "width", "status"]]
        )
        assert {name: cells[name] for name in measured if not math.isnan(cells[name])} == row.values


def test_the_frame_shares_nothing_with_the_run(real_run: Path) -> None:
    run = vaelab.read_run(real_run / RUN)
    before = run.frame()
    changed = run.frame()
    changed.loc[:, "mse"] = -1.0
    assert run.frame().equals(before)


def test_pictures_are_those_of_the_folder_and_never_from_outside(real_run: Path, tmp_path: Path) -> None:
    images = vaelab.read_run(real_run / RUN).images()
    assert set(images) == {(f"{n}.png", vae) for n in range(2) for vae in ("identity", "blur:2")}
    pair = images["1.png", "identity"]
    assert pair.original is not None
    assert np.array_equal(pair.original, np.asarray(Image.open(real_run / "photos" / "1.png")))
    assert pair.reconstruction is not None
    assert np.array_equal(pair.original, pair.reconstruction)
    with pytest.raises(KeyError):
        images["1.png", "none"]
    Image.new("RGB", (8, 8)).save(tmp_path / "outside.png")
    folder = write_run(tmp_path / "run", random_rows(2, {"one": 0.1}))
    set_cell(folder, "original_png", "../outside.png", line=2)
    strange = vaelab.read_run(folder).images()
    (key,) = [key for key in strange if key[0] == table_of(folder)[1][0]]
    with pytest.raises(RunFolderError, match="no path inside the run folder"):
        strange[key]


def test_damaged_lines_are_named(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", random_rows(3, {"one": 0.1}))
    set_cell(folder, "lpips", "0.1x", line=3)
    run = vaelab.read_run(folder)
    assert [line.number for line in run.damaged] == [3]
    assert len(run.frame()) == 2


def test_importing_vaelab_imports_neither_pandas_nor_torch() -> None:
    code = "import sys, vaelab; assert 'read_run' in dir(vaelab); vaelab.read_run; print({'pandas', 'torch'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=100
    )
    assert done.stdout.strip() == "set()"


HOSTILE = '=HYPERLINK("x")|\t\'.png'


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    rows = [
        Row(HOSTILE, "one", 8, 9, "ok", image_sha256="ab" * 32, values={"lpips": -0.5, "psnr": math.inf}),
        Row("b.png", "one", None, None, "failed", note="@it failed"),
    ]
    return write_run(tmp_path / "run", rows)


def test_rows_as_text_are_whole_and_no_formulas(hostile: Path, tmp_path: Path) -> None:
    for ending, delimiter in (("csv", ","), ("tsv", "\t")):
        assert main(["report", str(hostile), "--rows", str(tmp_path / f"rows.{ending}")]) == 0
        with (tmp_path / f"rows.{ending}").open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL))
        assert len(lines) == 2
        assert lines[0]["image"].startswith("'=HYPERLINK")
        assert lines[0]["image"].count("\t") == 0
        assert (lines[0]["lpips"], lines[0]["psnr"], lines[1]["note"]) == ("-0.5", "inf", "'@it failed")
    assert main(["report", str(hostile), "--rows", str(tmp_path / "rows.md")]) == 0
    table = (tmp_path / "rows.md").read_text("utf-8").splitlines()
    assert len({line.replace("\\|", "").count("|") for line in table}) == 1
    assert len(table) == 4


def test_rows_as_parquet_are_the_frame(hostile: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pandas

    assert main(["report", str(hostile), "--rows", str(tmp_path / "rows.parquet")]) == 0
    back = pandas.read_parquet(tmp_path / "rows.parquet")
    frame = vaelab.read_run(hostile).frame()
    pandas.testing.assert_frame_equal(back, frame)
    assert back.attrs == frame.attrs


def test_rows_as_xlsx_hold_no_formula(hostile: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    assert main(["report", str(hostile), "--rows", str(tmp_path / "rows.xlsx")]) == 0
    first, second, third = openpyxl.load_workbook(tmp_path / "rows.xlsx")["rows"].iter_rows()
    cells = dict(zip([cell.value for cell in first], second, strict=True))
    assert "f" not in {cell.data_type for line in (second, third) for cell in line}
    assert cells["image"].value.startswith("'=HYPERLINK")
    assert (cells["lpips"].value, cells["psnr"].value, cells["width"].value) == (-0.5, "inf", 8)
    assert cells["ssim"].value is None
    assert list(cells)[-2:] == ["score_weights", "excluded"]


@pytest.mark.parametrize("ending", ROW_FORMATS)
def test_what_is_not_installed_is_named(
    hostile: Path,
    tmp_path: Path,
    ending: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("vaelab.report.formats.rows.find_spec", lambda name: None)
    code = main(["report", str(hostile), "--rows", str(tmp_path / f"rows.{ending}")])
    package = ROW_FORMATS[ending].package
    assert code == (2 if package else 0)
    assert (f"vaelab[{ending}]" in capsys.readouterr().err) == bool(package)


def test_rows_have_a_format_and_a_file_of_their_own(
    hostile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(hostile), "--rows", str(tmp_path / "rows")]) == 2
    assert ".csv, .tsv, .md, .parquet, .xlsx" in capsys.readouterr().err
    both = ["--rows", str(tmp_path / "rows.csv"), "--out", str(tmp_path / "report.html")]
    assert main(["report", str(hostile), *both]) == 2
    assert not (tmp_path / "rows.csv").exists()
