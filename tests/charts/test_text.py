"""The character error rate: edits against a second way to count them, lines where they were drawn, an OCR where there is one."""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from scipy.ndimage import gaussian_filter

from vaelab.arrays import Pixels
from vaelab.charts import text
from vaelab.images.charts import charts
from vaelab.metrics.base import Undefined

_OCR = all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime"))


@functools.cache
def _by_definition(a: str, b: str) -> int:
    if not a or not b:
        return len(a) + len(b)
    return min(
        _by_definition(a[1:], b) + 1,
        _by_definition(a, b[1:]) + 1,
        _by_definition(a[1:], b[1:]) + (a[0] != b[0]),
    )


@given(st.text("ab ", max_size=7), st.text("ab ", max_size=7))
def test_edits_are_counted_as_their_definition_does(a: str, b: str) -> None:
    assert text.edit_distance(a, b) == _by_definition(a, b)


def test_each_line_is_cut_out_where_it_stands() -> None:
    chart = charts.text()
    lines = [line for line in charts.text_lines() if line.size >= text.LEAST_SIZE]
    assert len(lines) == 4 * 9
    cut: list[Pixels] = []

    def keep(pictures: Sequence[Pixels]) -> list[str]:
        cut.extend(pictures)
        return [line.words for line in lines]

    assert text.text_error_rate(chart, keep) == 0
    for line, picture in zip(lines, cut, strict=True):
        ink = np.abs(picture.astype(int) - picture[0, 0].astype(int)).max(axis=2) > 20
        assert not ink[[0, -1]].any(), f"{line} is cut into, or shows its neighbour"
        assert ink.any(axis=0).sum() > 0.5 * picture.shape[1]


def test_the_rate_is_edits_over_characters() -> None:
    lines = [line for line in charts.text_lines() if line.size >= text.LEAST_SIZE]
    total = sum(len(line.words.replace(" ", "")) for line in lines)
    assert text.text_error_rate(charts.text(), lambda pictures: [""] * len(pictures)) == 1
    one = [line.words for line in lines]
    one[3] = f"x{one[3][1:]}"
    assert text.text_error_rate(charts.text(), lambda _: one) == pytest.approx(1 / total)


def test_the_lines_are_those_of_the_chart() -> None:
    from vaelab.engine.demo import demo_folder

    with Image.open(demo_folder(charts=True) / "chart-05-text.png") as shipped:
        np.testing.assert_array_equal(charts.text(), np.asarray(shipped.convert("RGB")))


@pytest.mark.skipif(_OCR, reason="an OCR is installed")
def test_without_an_ocr_one_sentence_says_what_to_install() -> None:
    found = text.installed_reader()
    assert isinstance(found, Undefined)
    assert "'text'" in found.reason


@pytest.mark.skipif(not _OCR, reason="no OCR is installed: rapidocr and onnxruntime")
def test_the_error_grows_with_blur() -> None:
    reader = text.installed_reader()
    assert not isinstance(reader, Undefined)
    chart = charts.text()
    rates = [
        text.text_error_rate(
            np.rint(gaussian_filter(chart.astype(float), (s, s, 0))).astype(np.uint8), reader
        )
        for s in (0, 1, 2, 4)
    ]
    assert rates[0] < 0.1
    assert rates == sorted(rates)
    assert rates[-1] > 0.5
