"""Names that would move a cursor, turn what is read, start a program in a spreadsheet or break a table's lines."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from runs.report_runs import random_rows, run_of
from runs.strange_runs import write_run

from vaelab.cli.parser import main
from vaelab.errors import UsageError, one_line
from vaelab.gui.controllers import export_formats
from vaelab.report.formats.rows import render_rows
from vaelab.report.formats.table import render
from vaelab.report.formats.terminal import outcome_lines, outcome_table
from vaelab.report.formats.text import spreadsheet_cell
from vaelab.run_folder.new_folder import new_run_folder
from vaelab.run_folder.read.rows import read_rows
from vaelab.run_folder.store import RunFolder
from vaelab.settings import RunSettings, expanded

ESCAPES = "\x1b]0;OWNED\x07\x1b[2J\x9b31m"
TURNED = "\u202egnp.exe\u2066\u200f"
FORMULA = "=cmd|' /C calc'!A0"
BROKEN = 'a\nb\tc"d<i>|*e*\r\u2028f'
HARMFUL = [*"\x1b\x07\x9b\x00\r", *"\u202e\u2066\u200f\u2028"]


def run_with(name: str, folder: Path | None = None):
    rows = [
        replace(row, vae=name if row.vae == "two" else row.vae, image=f"{name}{row.image}", note=name)
        for row in random_rows(7, {"one": 0.1, "two": 0.3})
    ]
    run = run_of(rows, ("one", name))
    if folder is not None:
        written = RunFolder.create(folder)
        for row in rows:
            written.append(row)
        written.write_summary(run.summary)
        written.close()
    return run


@pytest.mark.parametrize("name", [ESCAPES, TURNED, BROKEN])
@pytest.mark.parametrize("fmt", ["md", "csv", "json", "tsv", "bbcode"])
def test_no_format_carries_an_escape(name: str, fmt: str) -> None:
    text = render(run_with(name), fmt)  # type: ignore[arg-type]
    allowed = {"\r"} if fmt in ("csv", "tsv") else set()
    assert not set(HARMFUL) - allowed & set(text.replace("\r\n", "\n"))
    assert "\r" not in text.replace("\r\n", "\n")


def test_json_says_the_same_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_with(ESCAPES + TURNED, tmp_path / "run")
    assert main(["report", str(tmp_path / "run"), "--format", "json"]) == 0
    assert ESCAPES + TURNED in json.loads(capsys.readouterr().out)["vaes"]
    assert main(["compare", str(tmp_path / "run"), str(tmp_path / "run"), "--format", "json"]) == 0
    text = capsys.readouterr().out
    assert not set(HARMFUL) & set(text)
    assert ESCAPES + TURNED in {line["vae"] for line in json.loads(text)["lines"]}


@pytest.mark.parametrize("name", [ESCAPES, TURNED])
def test_the_terminal_gets_no_escape(name: str) -> None:
    run = run_with(name)
    console = Console(file=io.StringIO(), width=200)
    console.print(outcome_table(run.summary))
    for line in outcome_lines(run):
        console.print(line, markup=False)
    assert isinstance(console.file, io.StringIO)
    assert not set(HARMFUL) & set(console.file.getvalue())


@pytest.mark.parametrize("start", "=+-@")
def test_a_formula_is_text_in_a_spreadsheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], start: str
) -> None:
    name = start + FORMULA[1:]
    run_with(name, tmp_path / "run")
    for command in ("report", "compare"):
        folders = [str(tmp_path / "run")] * (1 if command == "report" else 2)
        assert main([command, *folders, "--format", "csv"]) == 0
        table = list(csv.reader(io.StringIO(capsys.readouterr().out)))
        assert f"'{name}" in {cell for line in table for cell in line}
        assert not [cell for line in table for cell in line if cell.startswith(start) and not is_number(cell)]
    # The record itself stays as it is, and reads back exactly.
    assert {row.vae for row in read_rows(tmp_path / "run")} == {"one", name}


def is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_numbers_are_never_marked_as_text() -> None:
    for text in ("-0.5", "+1", "-inf", "1e-7", "-1e-7", "", "–", "a=b", "nan"):
        assert spreadsheet_cell(text) == text
    assert spreadsheet_cell("-x") == "'-x"
    assert spreadsheet_cell("\t=1") == r"\t=1"


def test_what_is_only_rare_stays() -> None:
    text = "Größe 猫 👩\u200d🎨 e\u0301 ρ_G → ∞\u00a0"
    assert one_line(text) == text
    assert spreadsheet_cell(text) == text


@pytest.mark.parametrize("name", [BROKEN, ESCAPES, FORMULA, TURNED])
def test_copied_rows_stay_one_line_and_one_cell_each(name: str) -> None:
    run = run_with(name)
    columns = ["psnr", "lpips"]
    text = export_formats.rows_tsv(run.rows, columns)
    lines = text.removesuffix("\n").split("\n")
    assert len(lines) == 1 + len(run.rows)
    assert {line.count("\t") for line in lines} == {3}
    assert not set(HARMFUL) & set(text)
    assert not any(cell.startswith("=") for line in lines for cell in line.split("\t"))
    marked = export_formats.rows_tsv(run.rows, columns, markdown=True)
    lines = marked.removesuffix("\n").split("\n")
    assert len(lines) == 2 + len(run.rows)
    assert {line.replace("\\|", "").count("|") for line in lines} == {5}
    assert not set(HARMFUL) & set(marked)
    assert "<i>" not in marked
    assert " *e*" not in marked.replace("\\*", "")


def test_exported_rows_carry_no_formula(tmp_path: Path) -> None:
    run = run_with(FORMULA)
    table = list(csv.reader(io.StringIO(render_rows(run, run.rows, "csv").decode())))
    assert not any(cell.startswith("=") for line in table for cell in line)
    assert {line[1] for line in table[1:]} == {"one", f"'{FORMULA}"}


def test_html_shows_markup_as_text(tmp_path: Path) -> None:
    attack = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    page = render(run_with(attack), "html")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_home_is_found_without_a_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    settings = RunSettings(images=("~/photos", "b"), vaes=("identity",), out="~/runs/x")
    assert settings.images == (str(tmp_path / "photos"), "b")
    assert settings.out == str(tmp_path / "runs" / "x")
    assert expanded("~") == str(tmp_path)
    assert expanded("a~b") == "a~b"
    with pytest.raises(UsageError, match="knows no user 'no such user'"):
        expanded("~no such user/x")
    (tmp_path / "~kept").mkdir()
    assert expanded("~kept") == "~kept"


def test_report_and_out_know_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    write_run(tmp_path / "run", images=2)
    assert main(["report", "~/run", "--format", "csv", "--out=~/table.csv"]) == 0
    assert (tmp_path / "table.csv").exists()
    assert main(["compare", "~/run", "~/run", "--out=~/both.md"]) == 0
    assert (tmp_path / "both.md").exists()


def test_a_new_run_folder_is_legal_on_windows(tmp_path: Path) -> None:
    for name in ('a:b?c*"<>|', "ends in a dot.", "ends in a space ", "...", "a/b\\c"):
        folder = new_run_folder(name, tmp_path)
        assert folder.parent == tmp_path
        assert not set('<>:"/\\|?*') & set(folder.name)
        assert folder.name == folder.name.rstrip(" .")


UNKNOWN = "~no-such-user/x"
WITH_UNKNOWN = {
    "the run folder": ["run", "IMAGES", "--vae", "identity", f"--out={UNKNOWN}"],
    "the images": ["run", UNKNOWN, "--vae", "identity", "--out", "run"],
    "a VAE": ["run", "IMAGES", "--vae", f"{UNKNOWN}.safetensors", "--out", "run"],
    "a VAE with a label": ["run", "IMAGES", "--vae", f"a={UNKNOWN}@bf16", "--out", "run"],
    "an encoder": ["run", "IMAGES", "--vae", f"mini,encoder={UNKNOWN}", "--out", "run"],
    "the demo": ["demo", "--out", UNKNOWN],
    "a folder of VAEs": ["vaes", UNKNOWN],
    "one VAE": ["inspect", UNKNOWN],
    "a report of": ["report", UNKNOWN],
    "runs to be compared": ["compare", UNKNOWN, UNKNOWN],
    "a training's folder": ["train", "IMAGES", f"--out={UNKNOWN}"],
    "a training's pictures": ["train", UNKNOWN, "--out", "out"],
    "a training's start": ["train", "IMAGES", "--out", "out", f"--start={UNKNOWN}"],
}


@pytest.mark.parametrize("name", WITH_UNKNOWN)
def test_the_home_of_nobody_is_no_folder_of_that_name(
    name: str,
    image_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert main([str(image_folder) if word == "IMAGES" else word for word in WITH_UNKNOWN[name]]) == 2
    error = capsys.readouterr().err
    assert "knows no user 'no-such-user'" in error
    assert error.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_training_too_knows_the_home(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    pictures = f"~/{image_folder.relative_to(tmp_path)}"
    assert main(["train", pictures, "--kind", "linear", "--out=~/trained"]) == 0
    assert (tmp_path / "trained" / "linear.safetensors").is_file()
