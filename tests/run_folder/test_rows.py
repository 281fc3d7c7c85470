"""The record is read forgivingly and counted exactly; what is damaged is named, and measured again by a resume."""

from __future__ import annotations

import math
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from runs.report_runs import random_rows
from runs.strange_runs import change_summary, set_cell, table_of, write_run, write_table

from vaelab.cli.parser import main
from vaelab.metrics.registry import all_columns
from vaelab.report.run.load import load_run
from vaelab.results.records import Row
from vaelab.results.row_table import RowValues
from vaelab.run_folder.read.cells import DamagedCellError, check_number, numbers_of
from vaelab.run_folder.read.latents import read_latent_record
from vaelab.run_folder.read.lines import LONGEST_LINE
from vaelab.run_folder.read.rows import read_record, read_rows
from vaelab.run_folder.store import RunFolder

WHOLE = 12


def said(folder: Path) -> str:
    return "; ".join(map(str, read_record(folder).damaged))


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw.replace(b"\r\n", b"\n"),
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.removesuffix(b"\r\n"),
        lambda raw: raw.removesuffix(b"\n"),
        lambda raw: b"\xef\xbb\xbf" + raw.replace(b"\r\n", b"\n").removesuffix(b"\n"),
        lambda raw: raw + b"\r\n\r\n",
    ],
    ids=["LF", "BOM", "no last line end", "half a line end", "all of it", "empty lines"],
)
def test_what_an_editor_leaves_changes_no_number(tmp_path: Path, change: object) -> None:
    folder = write_run(tmp_path / "run")
    before = read_rows(folder)
    summary = load_run(folder).summary
    path = folder / "per_image.csv"
    path.write_bytes(change(path.read_bytes()))  # type: ignore[operator]
    assert read_rows(folder) == before
    assert len(before) == WHOLE
    assert said(folder) == ""
    assert load_run(folder).summary == summary


def test_a_spreadsheets_quotes_and_order_of_columns_change_no_number(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run")
    before = read_rows(folder)
    table = [line[::-1] for line in table_of(folder)]
    text = "\n".join(",".join(f'"{cell}"' for cell in line) for line in table) + "\n"
    (folder / "per_image.csv").write_text(text, "utf-8")
    assert read_rows(folder) == before


@pytest.mark.parametrize("cut", range(1, 500, 17))
def test_no_cut_makes_a_row_that_was_never_measured(tmp_path: Path, cut: int) -> None:
    """Every way to cut the last line: the row is as it was, or is not there and said to be damaged."""
    folder = write_run(tmp_path / "run", images=1)
    before = read_rows(folder)
    path = folder / "per_image.csv"
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) - min(cut, len(raw.split(b"\r\n")[2]) + 1)])
    after = read_rows(folder)
    assert after in (before, before[:-1])
    assert (len(after) == len(before)) == (said(folder) == "")


def test_a_last_row_cut_before_its_hash_is_measured_again(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run")
    path = folder / "per_image.csv"
    raw = path.read_bytes()
    path.write_bytes(raw[: raw.rindex(b",") + 1])
    assert len(read_rows(folder)) == WHOLE - 1
    assert "line 13 of per_image.csv: it may be cut off" in said(folder)
    path.write_bytes(raw[:-20])
    assert len(read_rows(folder)) == WHOLE - 1


def test_a_doubled_row_counts_once_and_the_last_whole_one_counts(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run")
    table = table_of(folder)
    lpips = table[0].index("lpips")
    later = list(table[3])
    later[lpips] = "0.75"
    damaged = list(table[3])
    damaged[lpips] = "0.7x"
    write_table(folder, [*table, later, damaged])
    read = read_record(folder)
    assert [row.key for row in read.rows] == [(line[0], line[1]) for line in table[1:]]
    assert read.rows[2].values["lpips"] == 0.75
    assert read.damage.doubled == 1
    run = load_run(folder)
    assert run.vaes["one"]["images_ok"] == 6


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        ("width", "abc", "its width is 'abc'"),
        ("width", "1e5", "its width is '1e5'"),
        ("height", "9" * 5000, "its height is '99999999999999999999'"),
        ("psnr", "abc", "its psnr is 'abc'"),
        ("psnr", "9" * 5000, "its psnr is"),
        ("lpips", "1e308", "its lpips is '1e308'"),
        ("lpips", "1_000", "its lpips is '1_000'"),
        ("lpips", " 1", "its lpips is"),
        ("colors_original", str(2**53 + 1), "its colors_original is"),
        ("status", "weird", "its status is 'weird'"),
        ("image", "", "it names no image"),
        ("note", "a\0b", "it holds bytes 0"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_and_its_row_not_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], column: str, text: str, reason: str
) -> None:
    folder = write_run(tmp_path / "run")
    before = read_rows(folder)
    set_cell(folder, column, text, line=3)
    after = read_rows(folder)
    assert after == (*before[:1], *before[2:])
    assert f"line 3 of per_image.csv: {reason}" in said(folder)
    assert main(["report", str(folder), "--format", "md"]) == 0
    shown = capsys.readouterr()
    assert "line 3 of per\\_image.csv" in shown.out
    assert "line 3 of per_image.csv" in shown.err


def test_a_stray_quote_costs_its_own_line_only(tmp_path: Path) -> None:
    rows = random_rows(4, {"one": 0.1, "two": 0.3})
    folder = write_run(tmp_path / "run", rows)
    lines = (folder / "per_image.csv").read_bytes().split(b"\r\n")
    lines[2] = lines[2].replace(b"512", b'5"12', 1)
    # The next row but one has a line break in its note, as VAELab writes it.
    lines[4] = lines[4].replace(b",ok,,", b',ok,"two\r\nlines, all ""whole""",', 1)
    (folder / "per_image.csv").write_bytes(b"\r\n".join(lines))
    read = read_record(folder)
    assert [line.number for line in read.damaged] == [3]
    assert len(read.rows) == 7
    assert read.rows[2].note == 'two\r\nlines, all "whole"'


def test_bytes_that_are_no_text_and_endless_lines_cost_their_lines_only(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run")
    lines = (folder / "per_image.csv").read_bytes().split(b"\r\n")
    lines[2:2] = [b"\xff" * 100, b"x" * (LONGEST_LINE + 5), b"\0" * 4096]
    (folder / "per_image.csv").write_bytes(b"\r\n".join(lines))
    read = read_record(folder)
    assert len(read.rows) == WHOLE
    assert [line.number for line in read.damaged] == [3, 4, 5]
    assert "no UTF-8" in said(folder)
    assert "longer than 16 MB" in said(folder)


@pytest.mark.parametrize("seed", range(20))
def test_random_damage_never_makes_or_changes_a_row(tmp_path: Path, seed: int) -> None:
    folder = write_run(tmp_path / "run")
    before = {row.key: row for row in read_rows(folder)}
    path = folder / "per_image.csv"
    raw = path.read_bytes()
    rnd = random.Random(seed)
    start = rnd.randrange(raw.index(b"\n") + 1, len(raw) - 600)
    damage = bytes(rnd.randrange(128, 256) for _ in range(32)) if seed % 2 else b"\0" * 512
    path.write_bytes(raw[:start] + damage + raw[start + len(damage) :])
    read = read_record(folder)
    assert all(before[row.key] == row for row in read.rows)
    assert WHOLE - 3 <= len(read.rows) < WHOLE
    assert read.damage.count >= 1


def test_a_resume_measures_what_was_damaged_again(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run")
    set_cell(folder, "psnr", "abc")
    RunFolder.resume(folder).close()
    assert len(read_rows(folder)) == WHOLE - 1
    assert said(folder) == ""


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (b"", "does not name the columns"),
        (b"a;b;c\r\n", "does not name the columns"),
        (b"image,vae,width,height,status,note,lpips,lpips\r\n", "names the column 'lpips' twice"),
        (b"\xff\xfe", "does not name the columns"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: bytes, words: str
) -> None:
    folder = write_run(tmp_path / "run")
    (folder / "per_image.csv").write_bytes(first)
    assert main(["report", str(folder)]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


finite = st.floats(allow_nan=False, min_value=-1e100, max_value=1e100)
numbers = st.one_of(finite, st.integers(1 - 2**53, 2**53 - 1), st.just(math.inf), st.none())


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(numbers, numbers, numbers), min_size=1, max_size=8))
def test_every_number_reads_back_to_the_same_bits_and_kind(rows: list[tuple[float | None, ...]]) -> None:
    written = [",".join("" if cell is None else repr(cell) for cell in row) for row in rows]
    found = numbers_of(written, 3)
    assert found is not None
    for values, whole, row in zip(*found, rows, strict=True):
        for value, is_whole, cell in zip(values.tolist(), whole, row, strict=True):
            if cell is None:
                assert math.isnan(value)
            else:
                assert repr(int(value) if is_whole else value) == repr(cell)
                check_number("lpips", repr(cell))


def test_rows_are_mappings_of_the_columns_that_have_a_value(tmp_path: Path) -> None:
    values = {"psnr": math.inf, "lpips": 0.1 + 0.2, "colors_original": 12345, "ssim": None}
    row = Row("a.png", "one", 8, 9, "ok", image_sha256="ab", values=values)
    folder = RunFolder.create(tmp_path / "run")
    folder.append(row)
    folder.close()
    (found,) = read_rows(tmp_path / "run")
    assert isinstance(found.values, RowValues)
    assert found.values == {"psnr": math.inf, "lpips": 0.1 + 0.2, "colors_original": 12345}
    assert len(found.values) == 3
    assert "ssim" not in found.values
    assert found.values.get("ssim") is None
    assert type(found.values["colors_original"]) is int
    assert set(found.values) <= {column.name for column in all_columns()}


GOOD = '{"image":"image 0.png","vae":"one","mean":[1,2],"mean_square":[1,4],"kl":null,"positions":4}'


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe",
        b"5",
        b"[1]",
        b'{"image":"a"}',
        b'{"image":[],"vae":{},"mean":[],"mean_square":[],"kl":null,"positions":1}',
        GOOD.replace("[1,2]", '["x",2]').encode(),
        GOOD.replace("[1,2]", "[NaN,2]").encode(),
        GOOD.replace("[1,2]", "[1,2,3]").encode(),
        GOOD.replace("[1,2]", "[1]").replace("[1,4]", "[1]").encode(),
        GOOD.replace('"positions":4', '"positions":0').encode(),
        GOOD.replace('"positions":4', '"positions":1e999').encode(),
        GOOD.replace('"positions":4', f'"positions":{"9" * 5000}').encode(),
        GOOD.replace("null", "7").encode(),
        GOOD.replace("}", ',"codes":[{"size":1000000000000,"counts":{"0":1}}]}').encode(),
        GOOD.replace("}", ',"codes":"x"}').encode(),
        GOOD.replace("}", ',"at_places":5}').encode(),
        b"[" * 100_000,
        GOOD.encode()[:-9],
    ],
)
def test_a_damaged_latent_is_named_and_the_statistics_are_over_the_others(
    tmp_path: Path, line: bytes
) -> None:
    folder = write_run(tmp_path / "run")
    path = folder / "latents.jsonl"
    lines = path.read_bytes().split(b"\n")
    assert load_run(folder).vaes["one"]["latent_health"]["n"] == 6
    lines[1] = line
    path.write_bytes(b"\n".join(lines))
    read = read_latent_record(folder)
    assert [(found.file, found.number) for found in read.damage.lines] == [("latents.jsonl", 2)]
    assert load_run(folder).vaes["one"]["latent_health"]["n"] == 5


def test_a_damaged_latent_is_said_in_a_report_and_stops_no_comparison(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_run(tmp_path / "run")
    path = folder / "latents.jsonl"
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([lines[0], b"\xff\xfe", *lines[2:]]))
    assert main(["report", str(folder), "--format", "md"]) == 0
    assert "The latents of one are those of 5 of 6 images." in capsys.readouterr().out
    assert main(["compare", str(folder), str(folder), "--format", "md"]) == 0


def test_a_latent_without_its_row_is_counted_by_nobody(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run")
    table = table_of(folder)
    write_table(folder, table[:-2])
    assert len(read_latent_record(folder).facts["one"]) == 6
    assert load_run(folder).vaes["one"]["latent_health"]["n"] == 5


def test_a_latent_file_without_last_line_end_is_whole(tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run")
    path = folder / "latents.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().rstrip().replace(b"\n", b"\r\n"))
    assert len(read_latent_record(folder).facts["one"]) == 6
    assert not read_latent_record(folder).damage.count


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (["vaes"], [], "'vaes' holds a list, where a table belongs"),
        (["vaes", "one"], "x", "'vaes.one' holds text, where a table belongs"),
        (["vaes", "one", "notes"], 5, "'vaes.one.notes' holds a number, where a list belongs"),
        (["vaes", "one", "closest"], {}, "has no 'vaes.one.closest.on'"),
        (["vaes", "one", "error"], [], "'vaes.one.error' holds a list"),
        (["settings"], None, "'settings' holds nothing"),
        (["settings", "weights"], {"lpips": "x"}, "has no 'settings.weights.gradient'"),
        (["settings", "weights", "lpips"], "x", "'settings.weights.lpips' holds text"),
        (["settings", "weights", "lpips"], 1e308, "'settings.weights.lpips' is 1e+308"),
        (["settings", "weights", "lpips"], 10**400, "beyond 64 bits"),
        (["settings", "images"], "photos", "'settings.images' holds text, where a list belongs"),
        (["images"], "x", "'images' holds text"),
        (["images", "skipped"], 5, "'images.skipped' holds a number"),
        (["images", "skipped"], [{"path": 5}], "'images.skipped[0].path' holds a number, where text belongs"),
        (["protocol"], None, "'protocol' holds nothing"),
        (["protocol", "metrics"], 7, "'protocol.metrics' holds a number"),
        (["protocol", "marker"], {"preset": "x"}, "has no 'protocol.marker.corner'"),
        (["environment"], "s", "'environment' holds text"),
        (["environment", "torch"], {}, "'environment.torch' holds a table"),
        (["created"], 5, "'created' holds a number, where text belongs"),
        (["state"], {}, "'state' holds a table"),
        (["schema_version"], True, "schema version True"),
        (["schema_version"], "2", "schema version '2'"),
    ],
)
def test_a_wrong_field_of_the_summary_is_one_sentence_that_names_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], path: list[str], value: object, words: str
) -> None:
    folder = write_run(tmp_path / "run")
    change_summary(folder, path, value)
    for command in (["report", str(folder)], ["compare", str(folder), str(folder)]):
        assert main(command) == 2
        error = capsys.readouterr().err
        assert words in error
        assert "summary.json" in error
        assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"[]", "'the file' holds a list, where a table belongs"),
        (b"{}", "it has no 'schema_version'"),
        (
            b'{"schema_version":null}',
            "'schema_version' holds nothing, where a whole number, zero or more, belongs",
        ),
        (b'{"a":"b\n"}', "it is no JSON from line 1, column 8 on; take"),
        (b'{"a":"b', "it is no JSON from line 1, column 6 on; take"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"schema_version":1,"vaes":' + b"[" * 900 + b"]" * 900 + b"}", "nested too deeply"),
        (b'{"schema_version":1}', "it has no 'settings'"),
        (b'{"schema_version":' + b"9" * 5000 + b"}", "a number in it is too long"),
        (b"\xff\xfe{}", "byte 1 is no UTF-8"),
        (b'{"schema_version":NaN}', "NaN is no number of JSON"),
        (b'{"schema_version":1e999}', "beyond all floats"),
        (b'{"a":\n 1,}', "line 2"),
    ],
)
def test_what_is_no_summary_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, words: str
) -> None:
    folder = write_run(tmp_path / "run")
    (folder / "summary.json").write_bytes(data)
    assert main(["report", str(folder)]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("cell", ["nan", "NaN", "-inf", "-Infinity"])
def test_what_is_no_measurement_is_damage_and_not_a_perfect_picture(cell: str) -> None:
    """An empty cell is a value that does not exist; ``inf`` is the PSNR of an exact picture."""
    with pytest.raises(DamagedCellError, match="psnr"):
        check_number("psnr", cell)
    assert numbers_of([f"1.5,{cell}"], 2) is None
    found = numbers_of(["1.5,inf"], 2)
    assert found is not None
    assert found[0].tolist() == [[1.5, math.inf]]
