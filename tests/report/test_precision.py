"""The same VAE in several precisions: differences to fp32 counted by hand, in sentences, the report and every order of the VAEs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from vaelab.report.formats.table import render
from vaelab.report.precision_groups import precision_groups
from vaelab.report.run.data import RunData
from vaelab.report.words.precision import precision_lines
from vaelab.results.records import Row
from vaelab.results.summary import with_results
from vaelab.run_folder.store import SCHEMA_VERSION
from vaelab.settings import WEIGHT_NAMES

_IMAGES = 12


def _rows(labels: tuple[str, ...]) -> list[Row]:
    found = []
    for image in range(_IMAGES):
        for label in labels:
            # fp16 loses 0.02 to 0.03 dB on every image; bf16 wins and loses in turn.
            lost = {"a@fp16": 0.02 + 0.001 * image, "a@bf16": 0.01 * (-1) ** image}.get(label, 0.0)
            values = {"psnr": 30.0 + image - lost, "lpips": 0.1 + 0.01 * image + 0.1 * lost}
            found.append(
                Row(f"{image}.png", label, 64, 64, "ok", image_sha256=f"{image:064x}", values=values)
            )
    return found


def _run(labels: tuple[str, ...], **facts: dict[str, object]) -> RunData:
    known = {
        label: {
            "source": "a.safetensors",
            "sha256": "0" * 64,
            "precision": label.rpartition("@")[2],
            "notes": [],
        }
        for label in labels
    }
    for label, more in facts.items():
        known[label.replace("_", "@")] |= more  # type: ignore[arg-type]
    frame = {
        "schema_version": SCHEMA_VERSION,
        "state": "finished",
        "settings": {
            "images": ["x"],
            "vaes": list(labels),
            "marker": "off",
            "weights": dict.fromkeys(WEIGHT_NAMES, 1.0),
        },
        "protocol": {},
        "environment": {},
        "images": {"listed": _IMAGES, "skipped": []},
        "vaes": known,
    }
    rows = _rows(labels)
    return RunData(None, with_results(frame, rows, {}), rows)


@pytest.mark.parametrize("labels", [("a@fp32", "a@fp16", "a@bf16"), ("a@bf16", "a@fp16", "a@fp32")])
def test_a_difference_is_the_value_less_that_of_fp32_whatever_the_order(labels: tuple[str, ...]) -> None:
    (group,) = precision_groups(_run(labels))
    assert group.reference == "a@fp32"
    found = {line.precision: {each.column.name: each for each in line.differences} for line in group.lines}
    lost = 0.02 + 0.001 * np.arange(_IMAGES)
    half = found["fp16"]
    assert half["psnr"].mean == pytest.approx(-lost.mean())
    assert half["lpips"].mean == pytest.approx(0.1 * lost.mean())
    assert (half["psnr"].decided, half["lpips"].decided) == (-1, -1)
    assert half["psnr"].bounds is not None
    assert half["psnr"].bounds[0] < -lost.mean() < half["psnr"].bounds[1] < 0
    assert found["bf16"]["psnr"].decided == 0
    assert found["bf16"]["psnr"].n == _IMAGES


def test_sentence_table_and_markdown_name_the_difference(tmp_path: object) -> None:
    run = _run(("a@fp32", "a@fp16"))
    (line,) = precision_lines(run).values()
    assert str(line).startswith("Difference of a@fp16 (fp16) to a@fp32 (fp32): ")
    assert "PSNR −0.0255 dB [−0.0" in str(line)
    assert "LPIPS +0.00255 [0.00" in str(line)
    page = render(run, "html")
    section = page[page.index('<section id="precision">') :]
    section = section[: section.index("</section>")]
    assert "in fp32" in section
    assert "−0.0255 dB ▼" in section
    assert "Difference of a@fp16" in render(run, "md")


@pytest.mark.parametrize(
    "other",
    [
        {"sha256": "1" * 64},
        {"padding": "zeros"},
        {"encoder": "b"},
        {"precision": "fp32"},
        {"baseline": True},
        {"error": "gone"},
    ],
)
def test_only_what_differs_in_precision_alone_is_a_study(other: dict[str, object]) -> None:
    run = _run(("a@fp32", "a@fp16"), a_fp16=other)
    assert precision_groups(run) == ()
    assert precision_lines(run) == {}
    assert 'id="precision"' not in render(run, "html")


def test_without_one_in_fp32_there_is_nothing_to_compare_with() -> None:
    assert precision_groups(_run(("a@fp16", "a@bf16"))) == ()
    run = _run(("a@fp32", "a@fp16"))
    assert precision_groups(replace(run, summary={**run.summary, "comparisons": []})) == ()
