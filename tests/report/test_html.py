"""HTML: right numbers, nothing that runs or loads, only pictures of the run."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image
from runs import report_runs
from runs.report_page import Page, changed, random_run, with_vae

from vaelab.report import palette
from vaelab.report.formats.sections.worst_images import cutout
from vaelab.report.formats.table import comparison, render
from vaelab.report.run.data import RunData
from vaelab.report.words import numbers
from vaelab.results.records import Row


class _Cell:
    """The text that a Markdown token shows."""

    def __init__(self, token: Token) -> None:
        self.content_text = "".join(child.content for child in token.children or ())


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
    run = with_vae(run, evil, source=evil, family=evil, notes=[evil], error=evil)
    run = changed(
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
    assert [token.type for token in tokens].count(
        "tr_open"
    ) == 6  # a header and two VAEs, of the numbers and of the four heads
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
    found = cutout(tmp_path, row, 10**6, marker=True)
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
    few, many = (random_run(labels, images) for images in (400, 5000))
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
