"""Reports by group of images: each group is what a run of its images alone would say."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from runs.report_page import Page
from runs.report_runs import photographs_run, random_rows, run_of

from vaelab.cli.parser import main
from vaelab.errors import UsageError
from vaelab.report.formats.table import FORMATS, by_group
from vaelab.report.run.data import RunData
from vaelab.report.run.image_groups import NO_FOLDER, NO_TAG, groups_of, read_tags
from vaelab.results.summary import EXCLUDED

LABELS = ("mini", "linear", "identity")


def grouped_run(folder: Path | None = None) -> RunData:
    rows = random_rows(24, {"mini": 0.1, "linear": 0.2, "identity": 0.0})
    names = {row.image: ("cats/" if int(row.image[6:-4]) % 2 else "dogs/") + row.image for row in rows}
    names["image 0.png"] = "image 0.png"
    rows = [replace(row, image=names[row.image]) for row in rows]
    return run_of(rows, LABELS, folder=folder, baselines=("identity",))


def test_a_group_is_a_run_of_its_images_alone() -> None:
    run = grouped_run()
    groups = groups_of(run, "folder")
    assert [(group.name, len(group.images)) for group in groups] == [
        ("cats", 12),
        ("dogs", 11),
        (NO_FOLDER, 1),
    ]
    for group in groups:
        alone = run_of(
            [row for row in run.rows if row.image in group.images], LABELS, baselines=("identity",)
        )
        for label in LABELS:
            values = [
                row.values["lpips"] for row in run.rows if row.vae == label and row.image in group.images
            ]
            found = group.run.vaes[label]["metrics"]["lpips"]
            assert found["mean"] == pytest.approx(np.mean(values), rel=1e-12)
            assert group.run.vaes[label]["J"] == pytest.approx(alone.vaes[label]["J"], rel=1e-12)
            assert group.run.vaes[label]["n"] == len(group.images)
        assert [each["vae"] for each in group.run.summary["ranking"]] == [
            each["vae"] for each in alone.summary["ranking"]
        ]
        assert not group.run.summary[EXCLUDED]


def test_tags_come_from_a_file_and_an_image_may_have_several(tmp_path: Path) -> None:
    run = grouped_run()
    path = tmp_path / "tags.csv"
    path.write_text(
        "﻿image,tag\ncats/image 1.png,sharp\ncats/image 1.png,night\ndogs/image 2.png,night\nnobody.png,night\n",
        "utf-8",
    )
    found = {group.name: group.images for group in groups_of(run, "tag", path)}
    assert found["sharp"] == ("cats/image 1.png",)
    assert found["night"] == ("cats/image 1.png", "dogs/image 2.png")
    assert len(found[NO_TAG]) == 22
    assert list(found) == ["night", "sharp", NO_TAG]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"picture,tag\na,b\n", "without an image"),
        (b"image,tag\n", "no tag"),
        (b"image,tag\nnobody.png,x\n", "tags no image of this run"),
        (b"\xff\xfe\x00", "no CSV file"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_tags_nothing_is_one_sentence(
    tmp_path: Path, content: bytes | None, problem: str
) -> None:
    path = tmp_path / "tags.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=problem):
        groups_of(grouped_run(), "tag", path)


def test_csv_json_markdown_and_html_say_the_same_means() -> None:
    run = grouped_run()
    groups = groups_of(run, "folder")
    lines = list(csv.DictReader(io.StringIO(by_group(run, groups, "csv"))))
    (mean,) = [
        line for line in lines
        if (line["group"], line["vae"], line["quantity"]) == ("cats", "mini", "lpips")
    ]  # fmt: skip
    facts = json.loads(by_group(run, groups, "json"))["groups"][0]["vaes"]["mini"]["metrics"]["lpips"]
    assert float(mean["mean"]) == facts["mean"]
    assert [float(mean["ci95_low"]), float(mean["ci95_high"])] == facts["ci95"]
    assert mean["n"] == "12"
    page = Page(by_group(run, groups, "html"))
    assert repr(facts["mean"]) in " ".join(
        title for _, attributes in page.tags if (title := attributes.get("title") or "")
    )
    text = by_group(run, groups, "md")
    assert "## cats (12 images)" in text
    assert "3 groups are read together" in text
    with pytest.raises(UsageError, match="groups are not written as bbcode"):
        by_group(run, groups, "bbcode")
    assert {each.name for each in FORMATS if each.groups} == {"html", "md", "csv", "json"}


def test_the_command_writes_a_page_beside_the_report(
    tmp_path: Path, image_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (image_folder / "faces").mkdir()
    (image_folder / "astronaut.png").rename(image_folder / "faces" / "astronaut.png")
    out = tmp_path / "run"
    settings = ["--metrics", "pixel", "--device", "cpu", "--recursive", "--out", str(out)]
    assert main(["run", str(image_folder), "--vae", "identity", "--vae", "blur:1", *settings]) == 0
    assert main(["report", str(out), "--by", "folder"]) == 0
    page = (out / "report_by_folder.html").read_text("utf-8")
    assert "faces" in page
    assert NO_FOLDER in page
    (out / "tags.csv").write_text("image,tag\nfaces/astronaut.png,people\n", "utf-8")
    capsys.readouterr()
    assert main(["report", str(out), "--by", "tag", "--format", "md"]) == 0
    assert "## people (1 image)" in capsys.readouterr().out
    for wrong in (["--tags", "x"], ["--by", "tag", "--sheet"], ["--count", "3"]):
        assert main(["report", str(out), *wrong]) == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_hostile_names_of_groups_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "tags.csv"
    path.write_text('image,tag\ncats/image 1.png,"<script>alert(1)</script>=1+1"\n', "utf-8")
    run = grouped_run()
    groups = groups_of(run, "tag", path)
    assert [tag for tag, _ in Page(by_group(run, groups, "html")).tags].count("script") == 1
    assert "<script>" not in by_group(run, groups, "md")
    assert read_tags(path)


def test_latents_and_pictures_of_a_saved_run_do_no_harm(
    tmp_path: Path, photographs: dict[str, object]
) -> None:
    run = photographs_run(tmp_path, photographs, ("mini", "blur:2"))  # type: ignore[arg-type]
    assert [group.name for group in groups_of(run, "folder")] == [NO_FOLDER]
