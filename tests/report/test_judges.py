"""The section of the report, and ``vaelab judge``: the same sentences and tables, and one sentence where there is nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from runs.report_page import Page
from runs.report_runs import photographs_run

from vaelab.cli.parser import main
from vaelab.judging.answers import ORIGINAL, AnswerFile
from vaelab.judging.tasks import LEFT, NEITHER, REAL, RIGHT, TASKS
from vaelab.judging.trials import JudgeTrial, draw_trials, pictures_of
from vaelab.report.formats.table import render
from vaelab.report.run.data import RunData
from vaelab.report.run.judged import judged
from vaelab.report.words.judges import judge_sentences
from vaelab.results.summary import EXCLUDED
from vaelab.run_files import JUDGEMENTS

ORDER = ["identity", "mini", "linear", "blur:2"]


def choice(trial: JudgeTrial) -> str:
    if trial.task.name == "real":
        return REAL if trial.left in (ORIGINAL, "identity") else "generated"
    if trial.task.group == "rate":
        return "5" if trial.left == ORIGINAL else str(4 - ORDER.index(trial.left))
    if {trial.left, trial.right} == {"mini", "linear"}:
        return NEITHER
    return LEFT if ORDER.index(trial.left) < ORDER.index(trial.right) else RIGHT


def judge(run: RunData, path: Path, name: str) -> Path:
    file = AnswerFile(path)
    for task in TASKS:
        for trial in draw_trials(task, pictures_of(run.table), name):
            file.append(trial.answer("2026-11-28T10:00:00Z", name, choice(trial), 1200))
    file.close()
    return path


@pytest.fixture
def run(tmp_path: Path, photographs: dict[str, npt.NDArray[np.uint8]]) -> RunData:
    return photographs_run(tmp_path / "run", photographs, ORDER, crops=2)


def test_the_report_says_what_the_judges_found(run: RunData) -> None:
    assert "Judges" not in Page(render(run, "html")).text
    assert run.folder is not None
    for name in ("me", "you"):
        judge(run, run.folder / JUDGEMENTS, name)
    text = Page(render(run, "html")).text
    for words in (
        "2 judges, 96 choices on 8 images: chosen over another VAE, identity >99 %, ",
        "identity is preferred to blur:2 (on 8 of 8 images)",
        "Originals were taken for real in 100 %; told apart from them: mini 0 %, linear 0 % and blur:2 0 %.",
        "2 judges agree on “closer” with Krippendorff’s α = 1.00.",
        "Who is chosen", "Every two VAEs before the judges", "Which metric agrees", "Taken for real", "Ratings",
    ):  # fmt: skip
        assert words in text, words
    outcome = judged(run)
    assert outcome is not None
    assert not next(pair for pair in outcome.pairs if {pair.a, pair.b} == {"mini", "linear"}).winner
    assert outcome.metrics[0].share == 1.0


def test_images_that_are_left_out_are_left_out_here_too(run: RunData) -> None:
    assert run.folder is not None
    judge(run, run.folder / JUDGEMENTS, "me")
    gone = run.rows[0].image
    fewer = replace(run, summary={**run.summary, EXCLUDED: [gone]}, rows=run.table.without_images([gone]))
    before, after = judged(run), judged(fewer)
    assert before is not None
    assert after is not None
    assert (before.images, after.images, after.foreign) == (8, 7, 0)


def test_a_damaged_file_of_a_stranger_is_a_sentence_in_the_report(run: RunData) -> None:
    assert run.folder is not None
    (run.folder / JUDGEMENTS).write_bytes(b"<script>")
    assert "is no file of judgements" in Page(render(run, "html")).text


def test_the_command_merges_files_and_says_where_there_is_none(
    tmp_path: Path, image_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    settings = ["--device", "cpu", "--save-images", "all", "--metrics", "pixel", "--out", str(out)]
    assert main(["run", str(image_folder), "--vae", "identity", "--vae", "blur:2", *settings]) == 0
    capsys.readouterr()
    assert main(["judge", str(out)]) == 2
    assert "nobody has judged" in capsys.readouterr().err
    from vaelab.report.run.load import load_run

    mine = judge(load_run(out), tmp_path / "mine.csv", "me")
    yours = judge(load_run(out), tmp_path / "yours.csv", "you")
    assert main(["judge", str(out), str(mine), str(yours)]) == 0
    said = capsys.readouterr().out
    assert "2 judges, 6 choices on 3 images" in said
    assert "### Which metric agrees" in said
    assert main(["judge", str(out), str(mine), "--format", "json", "--out", str(tmp_path / "x.json")]) == 0
    facts = json.loads((tmp_path / "x.json").read_text("utf-8"))
    assert facts["kind"] == "judgements"
    assert {each["column"]: each["share"] for each in facts["metrics"]}["psnr"] == 1.0
    assert facts["judges"] == {"me": sum(facts["answers"].values())}
    capsys.readouterr()
    for wrong in ([str(out / "per_image.csv")], [str(tmp_path / "none.csv")]):
        assert main(["judge", str(out), *wrong]) == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_sentences_name_one_judge_and_no_decision(run: RunData) -> None:
    assert run.folder is not None
    file = AnswerFile(run.folder / JUDGEMENTS)
    (trial, *_) = draw_trials(TASKS[0], pictures_of(run.table), "me")
    file.append(trial.answer("2026-11-28T10:00:00Z", "me", LEFT, 1))
    file.close()
    outcome = judged(run)
    assert outcome is not None
    said = " ".join(map(str, judge_sentences(outcome)))
    assert said.startswith("1 judge, 1 choice on 1 image: ")
    assert "No VAE is decidedly preferred to another." in said
    assert "No metric agrees with the judges decidedly more often than a coin would" in said
