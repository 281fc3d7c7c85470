"""Reports: right numbers, right marks, nothing that runs or loads, every failure said."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import report_runs
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

from vaelab.records import Row
from vaelab.report import RunData, comparison, numbers, palette, protocol, protocol_differences, render
from vaelab.report.protocol import command
from vaelab.report.table import PUBLISHED, run_table
from vaelab.report.verdict import verdict
from vaelab.report.worst import cutout

VOID = {"meta", "img", "br", "input", "link", "hr"}
LABELS = ("identity", "mini", "linear", "blur:2")
FORMATS = ("html", "md", "bbcode", "tsv", "csv", "json")


class Page(HTMLParser):
    """Parses strictly: every tag closed in order; collects attributes, text and the rows of tables."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.rows: list[list[str]] = []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th") and self.rows:
            self.rows[-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1:] == [tag], (tag, self.open[-3:], self.getpos())
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if not set(self.open) & {"script", "style"}:
            self.text += data
        if "td" in self.open or "th" in self.open:
            self.rows[-1][-1] += data.strip()


class _Cell:
    """The text that a Markdown token shows."""

    def __init__(self, token: Token) -> None:
        self.content_text = "".join(child.content for child in token.children or ())


@pytest.fixture(scope="module")
def photo_run(
    tmp_path_factory: pytest.TempPathFactory, photographs: dict[str, npt.NDArray[np.uint8]]
) -> RunData:
    """Twelve squares of photographs through four codecs, PNGs saved."""
    return report_runs.photographs_run(tmp_path_factory.mktemp("run-a"), photographs, LABELS)


@pytest.fixture(scope="module")
def photo_page(photo_run: RunData) -> str:
    return render(photo_run, "html")


def _changed(run: RunData, **parts: Any) -> RunData:
    return replace(run, summary={**run.summary, **parts})


def _with_settings(run: RunData, **settings: Any) -> RunData:
    return _changed(run, settings={**run.settings, **settings})


def _vae(run: RunData, label: str, **facts: Any) -> RunData:
    return _changed(run, vaes={**run.vaes, label: {**run.vaes.get(label, {}), **facts}})


def _random_run(centers: Mapping[str, float], images: int = 40, **parts: Any) -> RunData:
    rows = report_runs.random_rows(images, dict(centers))
    return report_runs.run_of(rows, list(centers), **parts)


# --- HTML ---


def test_html_is_well_formed_and_loads_nothing(photo_page: str) -> None:
    """Every tag closes in order, and no attribute or style leads out of the file."""
    page = Page(photo_page)
    for tag, attributes in page.tags:
        for name in ("src", "href", "srcset", "data", "action", "poster", "xlink:href"):
            value = attributes.get(name) or ""
            assert value == "" or value.startswith(("#", "data:image/webp;base64,")), (tag, name, value[:60])
        assert tag not in {"iframe", "object", "embed", "link", "base", "form"}
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
    assert "http://" not in photo_page
    assert "https://" not in photo_page
    assert "@import" not in photo_page
    assert "url(" not in photo_page


def test_script_is_the_one_that_the_policy_allows(photo_page: str) -> None:
    """The page forbids every script but its own, by hash, so that nothing injected could run."""
    import base64
    import hashlib

    (script,) = re.findall(r"<script>(.*?)</script>", photo_page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert (
        f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
        in photo_page
    )


def test_hostile_names_are_text_everywhere() -> None:
    """File names, labels, notes, reasons and paths with markup stay text in HTML, and break no table elsewhere."""
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>|*_`[a](http://evil)"
    rows = [
        replace(row, image=evil + row.image, vae=evil if row.vae == "mini" else row.vae, note=evil)
        for row in report_runs.random_rows(12, {"mini": 0.1, "linear": 0.2})
    ]
    run = report_runs.run_of(rows, [evil, "linear"])
    run = _vae(run, evil, source=evil, family=evil, notes=[evil], error=evil)
    run = _changed(
        run,
        images_failed=[{"image": evil, "vae": evil, "reason": evil}],
        images={"listed": 12, "skipped": [{"path": evil, "reason": evil}]},
        environment={evil: evil},
        protocol={evil: evil},
    )
    for text in (render(run, "html"), comparison([run, run], "html")):
        page = Page(text)
        assert [tag for tag, _ in page.tags].count("script") == 1
        assert evil in page.text
        assert not [tag for tag, attributes in page.tags if tag == "img" and attributes.get("src") == "x"]
        assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    tokens = MarkdownIt("commonmark").enable("table").parse(render(run, "md"))
    assert [token.type for token in tokens].count("tr_open") == 3
    inline = [child.type for token in tokens for child in token.children or ()]
    assert not {"link_open", "html_inline", "image", "code_inline"} & set(inline)
    assert "html_block" not in [token.type for token in tokens]
    assert evil in [token.content_text for token in map(_Cell, tokens)]
    bbcode = render(run, "bbcode")
    assert "[a]" not in bbcode
    assert bbcode.count("[tr]") == bbcode.count("[/tr]") == 3
    assert evil in [line[0] for line in csv.reader(io.StringIO(render(run, "csv")))]


def test_html_shows_the_numbers_of_the_summary(photo_run: RunData, photo_page: str) -> None:
    """J and PSNR of every VAE are in its rows with three digits, and in full in a title."""
    page = Page(photo_page)
    titles = [attributes.get("title") or "" for _, attributes in page.tags]
    for label, vae in photo_run.vaes.items():
        own = [" ".join(row) for row in page.rows if row and row[0].startswith(label)]
        for value in (vae["J"], vae["rho_G"]):
            assert any(numbers.short(value) in row for row in own), (label, value)
            assert any(title.startswith(repr(value)) for title in titles), (label, value)
    assert "−" in page.text  # a true minus sign
    assert "nan" not in re.sub(r"[A-Za-z]nan|nan[A-Za-z]", "", page.text)


def test_worst_images_are_embedded_at_full_resolution(photo_run: RunData, photo_page: str) -> None:
    """Three pictures for each shown image, within the size that was promised; identity has nothing to show."""
    images = [attributes for tag, attributes in Page(photo_page).tags if tag == "img"]
    assert len(images) == 3 * 3 * 3
    assert {attributes["width"] for attributes in images} == {"176"}
    assert len(photo_page) < 3.5e6
    assert "Every image came back exactly as it was." in photo_page


def test_cutout_is_where_the_error_is_and_skips_the_marker(tmp_path: Path) -> None:
    """The square holds the damaged spot, not the marker's larger one; original pixels survive losslessly."""
    random = np.random.default_rng(0)
    original = random.integers(0, 256, (400, 500, 3), dtype=np.uint8)
    rebuilt = original.copy()
    rebuilt[20:40, 30:60] = 255 - rebuilt[20:40, 30:60]
    rebuilt[368:, 340:] = 0
    for name, pixels in (("a.png", original), ("b.png", rebuilt)):
        Image.fromarray(pixels).save(tmp_path / name)
    values = {"marker_x": 340, "marker_y": 368, "marker_size": 32}
    row = Row("a", "v", 500, 400, "ok", original_png="a.png", reconstruction_png="b.png", values=values)
    found = cutout(tmp_path, row, 10**6)
    assert found is not None
    assert found.x <= 30
    assert found.x + 176 >= 60
    assert found.y <= 20
    assert found.y + 176 >= 40
    shown = _decode(found.original)
    assert (shown == original[found.y : found.y + 176, found.x : found.x + 176]).all()
    difference = np.abs(original.astype(int) - rebuilt)[found.y : found.y + 176, found.x : found.x + 176]
    assert (_decode(found.difference) == np.minimum(8 * difference, 255)).all()
    small = cutout(tmp_path, row, 20_000)
    assert small is not None
    assert len(small.original) < 20_000 * 4 / 3 + 100


def _decode(uri: str) -> npt.NDArray[np.uint8]:
    import base64

    with Image.open(io.BytesIO(base64.b64decode(uri.split(",", 1)[1]))) as picture:
        return np.asarray(picture.convert("RGB"))


def test_no_picture_from_outside_the_run_folder(tmp_path: Path) -> None:
    """A row whose path climbs out of the folder shows no picture: a report may be passed on."""
    (tmp_path / "run").mkdir()
    Image.new("RGB", (64, 64)).save(tmp_path / "secret.png")
    Image.new("RGB", (64, 64), "red").save(tmp_path / "run" / "b.png")
    inside = Row("a", "v", 64, 64, "ok", original_png="b.png", reconstruction_png="b.png")
    assert cutout(tmp_path / "run", inside, 10**6) is not None
    assert cutout(tmp_path / "run", replace(inside, original_png="../secret.png"), 10**6) is None
    assert cutout(tmp_path / "run", replace(inside, original_png=str(tmp_path / "secret.png")), 10**6) is None
    (tmp_path / "run" / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    assert cutout(tmp_path / "run", inside, 10**6) is None


def test_ten_thousand_rows_stay_small() -> None:
    """A large run is thinned in the plots and cut in the lists: nothing grows with the rows."""
    labels = {"mini": 0.1, "linear": 0.2}
    few, many = (_random_run(labels, images) for images in (400, 5000))
    few_page, many_page = render(few, "html"), render(many, "html")
    assert len(many.rows) == 10_000
    assert len(many_page) < 1.1 * len(few_page) < 600_000
    assert many_page.count("image 4999.png") <= 20


def test_plot_keeps_the_extremes_and_the_styles(photo_run: RunData, photo_page: str) -> None:
    """Each VAE has one colour everywhere, and a lane's tooltip names its lowest and highest image."""
    page = Page(photo_page)
    score = {row.image: row.values["score"] for row in photo_run.rows if row.vae == "mini"}
    worst = max(score, key=lambda image: score[image] or 0)
    assert f"highest {numbers.short(score[worst])}: {worst}" in page.text
    assert "∞ on all 12" in page.text
    paths = {attributes.get("class") for tag, attributes in page.tags if tag == "path"}
    assert {"v0", "v1", "v2", "v3"} <= paths


# --- marks and ties ---


def test_best_and_second_go_by_direction() -> None:
    """High, low and ideal columns each mark the nearest to what is wanted."""
    run = _random_run({"a": 0.30, "b": 0.10, "c": 0.20}, baselines=())
    table = run_table(run)
    assert [line.label for line in table.lines] == ["b", "c", "a"]
    for quantity in PUBLISHED:
        if quantity.column.name == "ms":
            assert not any(table.mark(index, quantity) for index in range(3))  # all equal
        else:
            assert [table.mark(index, quantity) for index in range(3)] == [1, 2, 0], quantity.column.name
    lines = render(run, "md").splitlines()
    assert lines[2].startswith("| b | **")
    assert lines[3].startswith("| c | *")
    assert "*" not in lines[4]


def test_ratio_above_its_ideal_can_be_second() -> None:
    """1.02 is nearer to 1 than 0.9, though larger; 1.2 is farther."""
    run = _random_run({"a": 0.1, "b": 0.1, "c": 0.1}, baselines=())
    run = _changed(run, comparisons=[], ranking=[])
    for label, ratio in {"a": 1.2, "b": 0.9, "c": 1.02}.items():
        run = _vae(run, label, rho_G=ratio)
    table = run_table(run)
    (rho_g,) = (quantity for quantity in PUBLISHED if quantity.column.name == "rho_G")
    marks = {line.label: table.mark(index, rho_g) for index, line in enumerate(table.lines)}
    assert marks == {"a": 0, "b": 2, "c": 1}


def test_ties_share_rank_and_mark() -> None:
    """Two VAEs that the images cannot tell apart are both best, and the third is second."""
    run = _random_run({"a": 0.1, "b": 0.1, "c": 0.3}, baselines=())
    assert [sorted(group["vaes"]) for group in run.summary["ranking"]] == [["a", "b"], ["c"]]
    table = run_table(run)
    assert [line.place for line in table.lines] == ["=1", "=1", "3"]
    assert [table.mark(index, PUBLISHED[0]) for index in range(3)] == [1, 1, 2]
    assert "a and b are tied for closest" in verdict(run) or "b and a are tied for closest" in verdict(run)


def test_all_tied_has_no_mark() -> None:
    """Where nothing can be told apart, nothing is best."""
    run = _random_run({"a": 0.1, "b": 0.1}, baselines=())
    table = run_table(run)
    assert not any(table.mark(index, PUBLISHED[0]) for index in range(2))
    assert "do not tell" in verdict(run)


def test_baselines_are_badged_and_get_no_mark(photo_run: RunData, photo_page: str) -> None:
    """Identity is perfect, but the stars are for autoencoders; among baselines only, they do compete."""
    table = run_table(photo_run)
    assert table.lines[0].label == "identity"
    assert all(mark == 0 for (index, _), mark in table.marks.items() if table.lines[index].baseline)
    assert photo_page.count(">baseline<") >= 2
    alone = _random_run({"identity": 0.0, "blur:2": 0.3})
    assert run_table(alone).mark(0, PUBLISHED[1]) == 1
    # VAEs that failed leave the marks to those that were measured.
    for label in ("broken", "lost"):
        alone = _vae(alone, label, baseline=False, error="gone", images_ok=0)
    assert run_table(alone).mark(0, PUBLISHED[1]) == 1


def test_infinite_psnr_is_shown_as_such(photo_run: RunData) -> None:
    """Identity's PSNR is ∞ in tables and ``inf`` in CSV, never empty."""
    assert "| ∞ |" in render(photo_run, "md").splitlines()[2]
    rows = list(csv.DictReader(io.StringIO(render(photo_run, "csv"))))
    assert rows[0]["vae"] == "identity"
    assert rows[0]["psnr"] == "inf"


# --- text formats ---


def test_csv_has_full_numbers_and_one_row_per_vae(photo_run: RunData) -> None:
    """Values read back exactly, lines end as RFC 4180 wants."""
    text = render(photo_run, "csv")
    assert text.count("\r\n") == 5
    for row in csv.DictReader(io.StringIO(text)):
        vae = photo_run.vaes[row["vae"]]
        assert float(row["J"]) == vae["J"]
        assert float(row["delta_g"]) == vae["delta"][1]
        assert float(row["mae"]) == vae["metrics"]["mae"]["mean"]
        assert int(row["images_ok"]) == 12


def test_json_is_the_summary_and_strict(photo_run: RunData) -> None:
    """The JSON report reads back to the summary; a NaN is refused rather than written."""
    assert json.loads(render(photo_run, "json")) == photo_run.summary
    with pytest.raises(ValueError, match="JSON compliant"):
        render(_vae(photo_run, "mini", J=math.nan), "json")


def test_unknown_format_is_refused(photo_run: RunData) -> None:
    """A format that does not exist is an error, not an empty file."""
    with pytest.raises(ValueError, match="pdf"):
        render(photo_run, "pdf")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tiling", "tiled", "told"),
    [("off", False, ""), (64, False, "in tiles of 64 px"), ("auto", True, "b in tiles, for lack of memory")],
)
def test_a_table_says_how_a_vae_ran_that_did_not_run_as_its_file_says(
    tiling: str | int, tiled: bool, told: str
) -> None:
    run = _random_run({"a": 0.1, "b": 0.2}, images=2, tiling=tiling)
    plain = protocol.line(run)
    run.summary["vaes"]["b"] |= {
        "encoder": r"C:\\private\\place/enc.safetensors", "padding": "reflect", "weights": "ema", "tiled": tiled
    }  # fmt: skip
    parts = protocol.line(run).split(" · ")
    assert "b with encoder=enc.safetensors, padding=reflect, weights=ema" in parts
    assert "private" not in protocol.line(run)
    assert ("tiles" in protocol.line(run)) == bool(told)
    assert not told or told in parts
    assert "with" not in plain


def test_markdown_table_is_regular_and_says_its_protocol(photo_run: RunData) -> None:
    """All lines have the same cells, and one line below says how it was measured."""
    lines = render(photo_run, "md").splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert {line.count("|") for line in table} == {12}
    assert "VAE | J ↓ | LPIPS ↓ | PSNR ↑ | SSIM ↑ | ρ\\_G →1" in table[0]
    for fact in (
        "12 images",
        "512 px crop",
        "robust marker",
        "32 px",
        "fp32",
        "posterior mode",
        "AlexNet",
        "0.1.0",
    ):
        assert fact in lines[-1]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.04123, "0.0412"), (0.041, "0.0410"), (31.25, "31.2"), (1.0, "1.00"), (0.9999, "1.00"), (404.3, "404"),
        (39_912.0, "39,900"), (999.6, "1,000"), (1.234e-7, "1.23e-7"), (1e12, "1.00e12"), (0.0, "0"), (-0.272, "−0.272"),
        (math.inf, "∞"), (None, "–"), (math.nan, "–"),
    ],
)  # fmt: skip
def test_three_significant_digits(value: float | None, text: str) -> None:
    """Numbers are rounded to three digits with their zeros, in words for what is no number."""
    assert numbers.short(value).replace("−", "-") == text.replace("−", "-")


# --- what can be missing ---


@pytest.mark.parametrize("fmt", FORMATS)
def test_failed_vae_and_failed_images_are_said(fmt: str, photo_run: RunData) -> None:
    """A VAE that could not be loaded has a line without numbers, and HTML gives the reason."""
    run = _changed(
        photo_run,
        vaes={
            **photo_run.vaes,
            "broken": {"source": "x.pt", "family": "unknown", "baseline": False, "error": "x.pt is cut off", "images_ok": 0,
                       "images_failed": 12, "metrics": {}, "precision": "fp32"},
        },
        images_failed=[{"image": "bad.png", "vae": None, "reason": "the file ends early"}],
    )  # fmt: skip
    text = render(run, fmt)  # type: ignore[arg-type]
    assert "broken" in text
    if fmt == "html":
        shown = Page(text).text
        for words in (
            "x.pt is cut off",
            "bad.png",
            "the file ends early",
            "broken could not be measured",
            "1 result failed",
        ):
            assert words in shown


@pytest.mark.parametrize("fmt", FORMATS)
def test_no_images_at_all(fmt: str) -> None:
    """A run without a single row still makes a report, and says that there is nothing."""
    run = report_runs.run_of([], [])
    text = render(run, fmt)  # type: ignore[arg-type]
    if fmt == "html":
        assert "No image was measured" in Page(text).text


def test_summary_with_the_least_content_renders() -> None:
    """A summary that holds nothing but its version does not break a report."""
    for fmt in FORMATS:
        assert render(RunData(None, {"schema_version": 1}), fmt)  # type: ignore[arg-type]


def test_without_marker_three_terms_and_a_word(photo_run: RunData) -> None:
    """With the marker off there is no γ, b or δ, J has three terms, and the report says so."""
    rows = [
        replace(
            row,
            values={
                k: v
                for k, v in row.values.items()
                if not k.startswith(("marker", "drift", "bright", "contrast"))
            },
        )
        for row in photo_run.rows
    ]
    run = report_runs.run_of(rows, LABELS, marker=False)
    shown = Page(render(run, "html")).text
    assert "Measured without a marker" in shown
    assert "|γ − 1|" not in shown.split("Definitions")[1].split("All")[0]
    assert "no marker" in render(run, "md")
    first = render(run, "md").splitlines()[3]
    assert first.count("–") == 3


def test_missing_metrics_leave_gaps_not_errors() -> None:
    """A run with nothing but PSNR has no J, no ranking and no headline but PSNR."""
    rows = [
        replace(row, values={"psnr": row.values["psnr"]})
        for row in report_runs.random_rows(10, {"a": 0.1, "b": 0.2})
    ]
    run = report_runs.run_of(rows, ["a", "b"])
    page = Page(render(run, "html"))
    assert "No VAE has a score" in page.text
    assert "PSNR (dB)" in page.text
    assert run_table(run).lines[0].place == "–"
    assert re.search(r"\| \*\*\d\d\.\d\*\* \|", render(run, "md"))


def test_unfinished_run_says_how_far_it_came(photo_run: RunData) -> None:
    """The partial averages of a stopped run are never shown as whole ones."""
    run = _changed(photo_run, state="stopped", images={"listed": 150, "skipped": []})
    assert "was stopped: 48 of 600 results" in verdict(run)


# --- protocol and comparison ---


def test_equal_runs_have_no_differences(photo_run: RunData) -> None:
    """Where everything is the same, nothing is named; another device is no difference of protocol."""
    other = _changed(photo_run, environment={"device_name": "another CPU"})
    assert protocol_differences([photo_run, other]) == []
    text = comparison([photo_run, other], "md")
    assert "different devices" in text
    assert "Not comparable" not in text


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"size": 1024}, "Working size: 512 px crop (run-a); 1024 px crop (run-b)"),
        ({"fit": "stretch"}, "512 px stretch"),
        ({"marker": False}, "no marker"),
        ({"latent": "sample", "seed": 3}, "posterior sample, seed 3"),
        ({"weights": {**report_runs.WEIGHTS, "lpips": 2}}, "lpips 2"),
        ({"tiling": 512}, "Tiling:"),
        ({"matte": "#000000"}, "#000000"),
    ],
)  # fmt: skip
def test_each_setting_that_changes_numbers_is_named(settings: dict[str, Any], words: str) -> None:
    """One changed setting gives exactly one difference, in words and with both runs."""
    a = replace(_random_run({"mini": 0.1}), folder=Path("run-a"))
    b = replace(_with_settings(a, **settings), folder=Path("run-b"))
    (found,) = protocol_differences([a, b])
    assert words in found
    assert "run-a" in found
    assert "run-b" in found


def test_other_differences_are_named() -> None:
    """Image set by content, LPIPS network, VAELab's version, precision."""
    a = replace(_random_run({"mini": 0.1}, 40), folder=Path("run-a"))
    fewer = replace(_random_run({"mini": 0.1}, 30), folder=Path("run-b"))
    assert protocol_differences([a, fewer]) == ["Images: 30 in common, 10 more in run-a"]
    b = replace(a, folder=Path("run-b"))
    assert "LPIPS: v0.1 AlexNet (run-a); v0.1 VGG16 (run-b)" in protocol_differences(
        [a, _changed(b, protocol={**a.summary["protocol"], "lpips": "v0.1 VGG16"})]
    )
    classic = {"preset": "classic", "size": 8, "corner": "bottom-right", "read": "whole patch"}
    for part, words in (
        ({"marker": classic}, "classic marker, 8 px patches"),
        ({"metrics": ["lpips"]}, "lpips (run-b)"),
    ):
        (found,) = protocol_differences([a, _changed(b, protocol={**a.summary["protocol"], **part})])
        assert words in found
    assert protocol_differences([a, _changed(b, vaelab_version="9")]) == [
        "VAELab version: 0.1.0 (run-a); 9 (run-b)"
    ]
    bf16 = _vae(_with_settings(b, precision="bf16"), "mini", precision="bf16")
    assert protocol_differences([a, bf16]) == ["Precision: fp32 (run-a); bf16 (run-b)"]
    assert protocol_differences([a, _with_settings(b, precision="auto")]) == []


def test_comparison_marks_across_equal_runs_and_prefixes_clashing_labels() -> None:
    """Lines of equal protocols are sorted together; a label that occurs twice names its run."""
    a = replace(_random_run({"mini": 0.2, "other": 0.3}, baselines=()), folder=Path("run-a"))
    b = replace(_random_run({"mini": 0.1}, baselines=()), folder=Path("run-b"))
    lines = [line for line in comparison([a, b], "md").splitlines() if line.startswith("|")]
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["run-b: mini", "run-a: mini", "other"]
    assert "**" in lines[2]
    assert "**" not in lines[3]
    table = list(csv.DictReader(io.StringIO(comparison([a, b], "csv"))))
    assert [(row["run"], row["vae"]) for row in table] == [
        ("run-b", "mini"),
        ("run-a", "mini"),
        ("run-a", "other"),
    ]
    assert Page(comparison([a, b], "html")).text.count("run-b: mini") == 1


def test_different_protocols_are_named_on_top_and_never_ranked() -> None:
    """The differences come before the table, and nothing is best or second."""
    a = replace(_random_run({"mini": 0.2}, baselines=()), folder=Path("run-a"))
    b = replace(_with_settings(_random_run({"mini": 0.1}, baselines=()), size=1024), folder=Path("run-b"))
    text = comparison([a, b], "md")
    assert text.startswith("- Not comparable. Working size: 512 px crop (run-a); 1024 px crop (run-b)")
    assert "**" not in text
    page = comparison([a, b], "html")
    assert 'class="best"' not in page
    assert "Working size" in Page(page).text
    found = json.loads(comparison([a, b], "json"))
    assert len(found["protocol_differences"]) == 1
    assert [line["run"] for line in found["lines"]] == ["run-a", "run-b"]


def test_command_repeats_the_run_through_the_shell() -> None:
    """Every setting is there, quoted so that a shell reads it back."""
    import shlex

    run = _with_settings(_random_run({"mini": 0.1}), images=["my photos; rm -rf"], upscale=True, limit=5)
    words = shlex.split(command(run))
    assert words[:3] == ["vaelab", "run", "my photos; rm -rf"]
    for flag, value in {
        "--size": "512",
        "--limit": "5",
        "--marker-preset": "robust",
        "--latent": "mode",
    }.items():
        assert words[words.index(flag) + 1] == value
    assert "--upscale" in words
    assert "--recursive" not in words
    assert words[words.index("--vae") + 1] == "mini=models/mini.safetensors"


# --- palette ---


def _contrast(one: str, other: str) -> float:
    def luminance(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_palette_stands_out_on_both_pages_and_pairs_are_distinct() -> None:
    """3:1 against the page (WCAG 1.4.11), and 64 VAEs without the same colour and shape."""
    assert all(_contrast(color, "#ffffff") >= 3 for color in palette.LIGHT)
    assert all(_contrast(color, "#12151a") >= 3 for color in palette.DARK)
    assert len({palette.style_of(index) for index in range(64)}) == 64


def test_a_score_that_is_all_color_ratio_is_called_so() -> None:
    vaes = {
        "chart": {"J": 84.0, "J_terms": {"lpips": 0.1, "color": 83.5}},
        "photo": {"J": 0.3, "J_terms": {"lpips": 0.1, "color": 0.15}},
    }
    summary = {"vaes": vaes, "settings": {"weights": {"color": 1.0}}}
    assert "J of chart is almost all colour ratio" in verdict(RunData(None, summary))
    summary["settings"] = {"weights": {"color": 0.0}}
    assert "colour ratio" not in verdict(RunData(None, summary))
