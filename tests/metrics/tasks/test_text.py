"""Text errors: by hand on an OCR that says what it is told, and with RapidOCR where it is installed."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image
from scipy.ndimage import gaussian_filter

from vaelab.charts.text import installed_reader
from vaelab.engine.demo import demo_folder
from vaelab.errors import UsageError
from vaelab.metrics.base import Undefined, Values
from vaelab.metrics.evaluate import Meter
from vaelab.metrics.registry import METRICS
from vaelab.metrics.tasks import ocr
from vaelab.metrics.tasks import text as module
from vaelab.metrics.tasks.ocr import ReadLine, cut_line, line_height

SPEC = next(spec for spec in METRICS if spec.name == "text")
with_ocr = pytest.mark.skipif(not ocr.is_installed(), reason="no OCR is installed: rapidocr and onnxruntime")


def box(left: float, top: float, width: float, height: float) -> np.ndarray:
    right, bottom = left + width, top + height
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float64)


def measure(original: np.ndarray, *made: np.ndarray) -> list[Values]:
    meter = Meter([SPEC])
    first = meter.pictures([original])
    return [meter.measure(first, meter.pictures([each]))[0] for each in made]


class ToldOCR:
    """Finds the boxes and says, of each picture that is asked of it in turn, the lines that it was told."""

    def __init__(self, boxes: Sequence[np.ndarray], *said: Sequence[tuple[str, float]]) -> None:
        self.boxes, self.said = np.array(boxes).reshape(-1, 4, 2), list(said)
        self.found, self.cuts = 0, list[Sequence[np.ndarray]]()

    def find_text(self, picture: np.ndarray) -> np.ndarray:
        self.found += 1
        return self.boxes

    def read_lines(self, pictures: Sequence[np.ndarray]) -> list[ReadLine]:
        self.cuts.append(pictures)
        lines = self.said.pop(0)
        assert len(lines) == len(pictures)
        return [ReadLine(*line) for line in lines]

    def into(self, monkeypatch: pytest.MonkeyPatch) -> ToldOCR:
        monkeypatch.setattr(module, "find_text", self.find_text)
        monkeypatch.setattr(module, "read_lines", self.read_lines)
        return self


def test_errors_are_edits_over_characters_by_height(monkeypatch: pytest.MonkeyPatch) -> None:
    boxes = [
        box(5, 5, 90, 11.9),
        box(5, 20, 90, 12),
        box(5, 40, 90, 20),
        box(5, 62, 90, 10),
        box(5, 75, 90, 8),
    ]
    told = ToldOCR(
        boxes,
        [("a b c d", 0.95), ("hello", 0.9), ("wo rld", 0.99), ("unsure", 0.899), ("  ", 0.99)],
        [("abXd", 0.2), ("hello", 0.9), ("wor", 0.5)],
        [("", 0.0), ("he llo", 0.9), ("worldworld", 0.5)],
    ).into(monkeypatch)
    original = np.zeros((120, 100, 3), np.uint8)
    found = measure(original, original + 1, original + 2)
    assert found[0]["text_cer"] == pytest.approx(3 / 14)
    assert found[0]["text_cer_under_12"] == pytest.approx(1 / 4)
    assert found[0]["text_cer_12_to_20"] == 0.0
    assert found[0]["text_cer_20_to_32"] == pytest.approx(2 / 5)
    assert found[0]["text_cer_over_32"] == Undefined("the original has no text of that height")
    assert found[1]["text_cer"] == pytest.approx(9 / 14)
    assert found[1]["text_cer_20_to_32"] == pytest.approx(1.0)
    assert told.found == 1, "an original is searched once for all that was made of it"
    assert [len(cuts) for cuts in told.cuts] == [5, 3, 3], "what the OCR is not sure of is not read again"
    assert all((cut == 1).all() for cut in told.cuts[1]), "the same places of the other picture"


def test_equal_pictures_give_0_and_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = ToldOCR([box(0, 0, 200, 40)], [("text", 0.95)]).into(monkeypatch)
    original = np.zeros((50, 210, 3), np.uint8)
    (found,) = measure(original, original.copy())
    assert found["text_cer"] == found["text_cer_over_32"] == 0.0
    assert len(told.cuts) == 1


def test_a_picture_without_text_has_no_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    ToldOCR([], [], []).into(monkeypatch)
    original = np.zeros((50, 210, 3), np.uint8)
    (found,) = measure(original, original + 1)
    assert set(found.values()) == {Undefined("no text is found in the original")}
    assert list(found) == [column.name for column in SPEC.columns]


def test_a_box_is_cut_out_level_at_the_readers_height() -> None:
    picture = np.random.default_rng(0).integers(0, 256, (90, 130, 3), np.uint8)
    level = cut_line(picture, box(10, 20, 100, 48))
    np.testing.assert_array_equal(level, picture[20:68, 10:110])
    # Downwards: the top of the box becomes the left of the line, turned as RapidOCR turns it.
    down = cut_line(picture, box(10, 5, 48, 80))
    np.testing.assert_array_equal(down, np.rot90(picture[5:85, 10:58]))
    assert line_height(box(10, 5, 48, 80)) == 48
    assert line_height(box(0, 0, 20, 29.9)) == 29.9, "under one and a half times its width it stands"
    # A line at a slant: its own height, not that of what it spans.
    turn = np.array([[np.cos(0.2), np.sin(0.2)], [-np.sin(0.2), np.cos(0.2)]])
    assert line_height(box(0, 0, 60, 14) @ turn) == pytest.approx(14)
    assert cut_line(picture, box(30, 30, 24, 24) @ turn).shape == (48, 48, 3)
    assert cut_line(picture, box(30, 30, 0.2, 0.2)).shape == (48, 48, 3), "no box is too small"


def test_a_missing_package_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert not ocr.is_installed()
    assert ocr.ocr_identity() == ""
    with pytest.raises(UsageError, match=r"pip install vaelab\[text\]"):
        ocr._model("rec")


def chart() -> np.ndarray:
    with Image.open(demo_folder(charts=True) / "chart-05-text.png") as shipped:
        return np.asarray(shipped.convert("RGB"))


def blurred(sigma: float) -> np.ndarray:
    return np.rint(gaussian_filter(chart().astype(float), (sigma, sigma, 0))).astype(np.uint8)


@with_ocr
def test_the_error_grows_with_blur_and_small_text_goes_first() -> None:
    found = measure(chart(), *(blurred(sigma) for sigma in (0, 1, 2, 4)))
    rates = [float(values["text_cer"]) for values in found]  # type: ignore[arg-type]
    assert rates[0] == 0.0
    assert rates[0] < rates[1] < rates[2] < rates[3]
    assert rates[3] > 0.8
    by_height = [found[1][name] for name, *_ in module.HEIGHTS[1:4]]
    assert by_height[0] > by_height[1] >= by_height[2]  # type: ignore[operator]
    assert found[0]["text_cer_over_32"] == Undefined("the original has no text of that height")


@with_ocr
def test_it_is_what_rapidocrs_own_finding_cutting_and_reading_gives() -> None:
    """Its own cuts are not resampled twice and read in batches, so that single characters may differ."""
    from rapidocr import RapidOCR

    other = RapidOCR(params={"Global.log_level": "critical"})
    original, made = chart()[..., ::-1], blurred(1.5)[..., ::-1]
    found = other(original, use_det=True, use_cls=False, use_rec=False)
    theirs = [
        other.recognize_txt(other.crop_text_regions(np.ascontiguousarray(each), found.boxes))
        for each in (original, made)
    ]
    edits = total = 0
    for ours, score, read in zip(theirs[0].txts, theirs[0].scores, theirs[1].txts, strict=True):
        if score >= 0.9:
            edits += ocr.edit_distance(ours.replace(" ", ""), read.replace(" ", ""))
            total += len(ours.replace(" ", ""))
    (values,) = measure(chart(), blurred(1.5))
    assert 0.1 < edits / total < 0.9
    assert values["text_cer"] == pytest.approx(edits / total, abs=0.05)


def test_the_ocr_is_asked_one_thing_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps what it is asked for in itself: a question that comes in between would get the other's answer."""
    both_inside = threading.Barrier(2)
    mixed: list[bool] = []

    class Engine:
        def __call__(self, picture: np.ndarray, **wanted: bool) -> SimpleNamespace:
            with contextlib.suppress(threading.BrokenBarrierError):
                both_inside.wait(0.2)
                mixed.append(True)
            return SimpleNamespace(boxes=None, txts=("a",), scores=(1.0,))

    monkeypatch.setattr(ocr, "_engine", Engine)
    picture = np.zeros((48, 90, 3), np.uint8)
    with ThreadPoolExecutor(2) as pool:
        found, read = pool.submit(ocr.find_text, picture), pool.submit(ocr.read_lines, [picture])
        assert found.result().shape == (0, 4, 2)
        assert read.result() == [ReadLine("a", 1.0)]
    assert not mixed


@with_ocr
def test_charts_and_metric_are_read_by_one_reader_that_names_its_models() -> None:
    reader = installed_reader()
    assert not isinstance(reader, Undefined)
    cut = cut_line(chart(), ocr.find_text(chart())[-1])
    assert list(reader([cut])) == [ocr.read_lines([cut])[0].text]
    assert "Hamburgefons" in reader([cut])[0]
    assert ocr.ocr_identity().startswith("RapidOCR ")
    assert "_rec_" in ocr.ocr_identity()
    assert ocr.find_text(np.full((1, 1, 3), 128, np.uint8)).shape == (0, 4, 2)
    assert ocr.find_text(np.full((7, 5, 3), 128, np.uint8)).shape == (0, 4, 2)
    assert ocr.read_lines([np.full((48, 90, 3), 128, np.uint8)]) == [ReadLine("", 0.0)]
