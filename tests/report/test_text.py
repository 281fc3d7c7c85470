"""The table as text: Markdown, BBCode, tab-separated, CSV, JSON."""

from __future__ import annotations

import csv
import io
import json
import math

import pytest
from runs.report_page import random_run, with_vae

from vaelab.report.formats.table import render
from vaelab.report.run.data import RunData
from vaelab.report.words import numbers, protocol
from vaelab.report.words.protocol import recorded_facts


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
    """The JSON report reads back to the summary and its protocol; a NaN is refused rather than written."""
    assert json.loads(render(photo_run, "json")) == {**photo_run.summary, **recorded_facts(photo_run)}
    with pytest.raises(ValueError, match="JSON compliant"):
        render(with_vae(photo_run, "mini", J=math.nan), "json")


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
    run = random_run({"a": 0.1, "b": 0.2}, images=2, tiling=tiling)
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
    # One line a VAE, in the table of numbers and in that of the four heads.
    assert [line.count("|") for line in table] == 6 * [14] + 6 * [6]
    assert (
        "Reconstruction quality | Colour fidelity | Structural accuracy | Calibration stability" in table[6]
    )
    assert "VAE | Rank | J ↓ | LPIPS ↓ | PSNR ↑ | SSIM ↑ | ρ\\_G →1" in table[0]
    for fact in (
        "12 images",
        "512 px crop",
        "robust marker",
        # Those of the rows, not the size that was asked for.
        "16 px patches",
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
