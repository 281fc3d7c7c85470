"""The report's section of the test charts: every figure and its difference, curves, pictures; strangers' names escaped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from vaelab.charts.measure import ChartReading, ChartRecord
from vaelab.charts.slanted_edge import FREQUENCIES
from vaelab.report.chart_table import chart_lines, chart_notes, signed
from vaelab.report.formats.sections.chart_section import chart_section, curve_panel
from vaelab.report.formats.table import render
from vaelab.report.run.data import RunData
from vaelab.run_files import CHARTS
from vaelab.run_folder.read.charts import charts_to_json, read_charts

_CURVE = tuple(1 - 0.5 * frequency for frequency in FREQUENCIES)


def _record(**more: object) -> ChartRecord:
    original = ChartReading(
        {"mtf50_grey": 0.6, "patch_delta_e_mean": 0.0, "patch_contrast": 46.5}, {}, {"grey": _CURVE}
    )
    vae = ChartReading(
        {"mtf50_grey": 0.25, "patch_delta_e_mean": 1.234, "patch_contrast": 48.0},
        {"ramp_steps_red": "the decoder's output is NaN"},
        {"grey": _CURVE},
        tuple(float(place) for place in range(64)),
        notes=("chart-05-text: in tiles",),
        precision="fp32",
    )
    return ChartRecord(original, {"a<b>": replace(vae, **more)}, {"chart-04-slanted-edges": "0" * 64})  # type: ignore[arg-type]


@pytest.fixture
def run(tmp_path: Path) -> RunData:
    (tmp_path / CHARTS).write_text(charts_to_json(_record()), "utf-8")
    return RunData(tmp_path, {"vaes": {"a<b>": {}}})


def test_what_is_written_is_read(tmp_path: Path, run: RunData) -> None:
    assert read_charts(tmp_path) == _record()
    assert read_charts(None) is None
    assert read_charts(tmp_path / "nowhere") is None


def test_a_line_has_the_originals_value_the_vaes_and_the_difference() -> None:
    lines = {line.figure.column.name: line for line in chart_lines(_record())}
    assert list(lines) == ["mtf50_grey", "patch_delta_e_mean", "patch_contrast"]
    edge = lines["mtf50_grey"]
    assert (edge.original.text, edge.original.change) == ("0.600", "")
    assert (edge.vaes[0].text, edge.vaes[0].change, edge.vaes[0].full) == ("0.250", "−0.350", "0.25")
    assert lines["patch_delta_e_mean"].vaes[0].change == ""  # it is a difference itself
    assert lines["patch_contrast"].vaes[0].change == "+1.50"
    assert [signed(value, 2) for value in (0.004, -0.004, 0.005001, -3.0)] == ["±0", "±0", "+0.01", "−3.00"]


def test_notes_say_what_is_missing_and_what_was_done() -> None:
    assert chart_notes(_record()) == [
        "a<b>: Distinct steps, red: the decoder's output is NaN.",
        "a<b>: chart-05-text: in tiles.",
    ]


def test_the_report_shows_figures_curves_and_patches_and_escapes_names(run: RunData) -> None:
    section = chart_section(run)
    assert section is not None
    assert section.labels == ("a<b>",)
    assert [row for _, rows in section.patches for row in rows][1] == tuple(range(8, 16))
    page = render(run, "html")
    start = page.index('<section id="charts">')
    text = page[start : page.index("</section>", start)]
    for word in ("0.250", "−0.350", "1.23", "Edge between near greys", "a&lt;b&gt;", "Nyquist"):
        assert word in text, word
    assert "a<b>" not in text


def test_a_curve_falls_where_its_numbers_do() -> None:
    panel = curve_panel("x", {"": _CURVE, "v": tuple(0.5 * value for value in _CURVE)}, {"v": 3})
    upper, lower = (
        [tuple(map(float, point.split())) for point in curve.path[1:].split("L")] for curve in panel.curves
    )
    assert len(upper) == len(FREQUENCIES)
    for (x, y), (other_x, other_y), value in zip(upper, lower, _CURVE, strict=True):
        assert x == other_x
        assert y == pytest.approx(panel.bottom - (panel.bottom - panel.top) * value, abs=0.06)
        assert other_y == pytest.approx(panel.bottom - (panel.bottom - panel.top) * value / 2, abs=0.06)
    assert (panel.curves[0].color, panel.curves[1].color) == (None, 3)


def test_a_damaged_record_is_one_sentence_and_none_is_no_section(tmp_path: Path, run: RunData) -> None:
    (tmp_path / CHARTS).write_text("[]")
    section = chart_section(run)
    assert section is not None
    assert "damaged" in section.problem
    assert "damaged" in render(run, "html")
    (tmp_path / CHARTS).unlink()
    assert chart_section(run) is None
    assert 'id="charts"' not in render(run, "html")
