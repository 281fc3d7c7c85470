"""What a run says in sentences, against its table."""

from __future__ import annotations

import numpy as np
from runs import report_runs
from runs.report_page import changed, random_run
from runs.result_rows import make_row, rows_of

from vaelab.report.formats.table import render
from vaelab.report.formats.text import footer
from vaelab.report.run.data import RunData
from vaelab.report.words.headline import verdict
from vaelab.results.records import Row


def run_of(rows: list[Row], *labels: str, baselines: tuple[str, ...] = (), **settings: object) -> RunData:
    return report_runs.run_of(rows, labels, baselines=baselines, **settings)  # type: ignore[arg-type]


def test_closest_is_said_of_a_decided_one_with_its_numbers() -> None:
    other = [0.3] * 12
    other[4] = 0.05
    found = verdict(run_of(rows_of("a", [0.1] * 12) + rows_of("b", other), "a", "b"))
    assert found.startswith(
        "By J over 12 images, a (0.100) is closest to the originals (image by image on 11 of 12); then b (0.279)."
    )
    assert "n = 12 images." in found


def test_below_six_images_there_are_numbers_and_no_verdict() -> None:
    found = verdict(run_of(rows_of("a", [0.1] * 5) + rows_of("b", [0.3] * 5), "a", "b"))
    assert found.startswith("By J over 5 images: a (0.100) and b (0.300). A verdict needs at least 6 images.")
    three = [row for label in "abc" for row in rows_of(label, [0.1] * 6)]
    assert "A verdict needs at least 7 images" in verdict(run_of(three, *"abc"))


def test_a_tie_is_called_one_only_if_nothing_is_decided() -> None:
    assert verdict(random_run({"a": 0.1, "b": 0.1}, baselines=())).startswith("By J, ")
    assert " do not tell " in verdict(random_run({"a": 0.1, "b": 0.1}, baselines=()))
    found = verdict(random_run({"a": 0.1, "b": 0.1, "c": 0.3}, baselines=()))
    assert "are closest to the originals, not told apart; then c (" in found


def test_overlapping_groups_are_given_by_letters() -> None:
    rng = np.random.default_rng(0)
    base = rng.uniform(0.1, 0.2, 30)
    noisy = base + np.where(np.arange(30) % 2, 0.3, -0.09)
    noisy -= noisy.mean() - base.mean() + 0.005
    found = verdict(run_of(rows_of("A", noisy) + rows_of("B", base) + rows_of("C", base + 0.02), *"ABC"))
    assert "two VAEs are told apart only where they share no letter: A (" in found
    assert ", ab), B (" in found
    assert "do not tell" not in found
    assert "closest" not in found


def test_a_group_that_another_vae_stands_within_is_no_headline() -> None:
    """In order of J: first, middle, last. middle beats last, and first is noisy and told from last alone by nothing."""
    run = random_run({"first": 0.1, "middle": 0.11, "last": 0.3}, baselines=())
    letters = {"first": "a", "middle": "b", "last": "a"}
    ranking = [{**entry, "letters": letters[entry["vae"]]} for entry in run.summary["ranking"]]
    found = verdict(changed(run, ranking=ranking))
    assert "closest" not in found
    assert "share no letter: first (" in found


def test_the_headline_leads_with_autoencoders_and_gives_baselines_as_the_scale() -> None:
    rows = rows_of("mini", [0.1] * 8) + rows_of("linear", [0.3] * 8) + rows_of("identity", [0.0] * 8)
    found = verdict(run_of(rows, "mini", "linear", "identity", baselines=("identity",)))
    assert found.startswith("By J over 8 images, mini (0.100) is closest to the originals")
    assert "Baselines, as the scale: identity (0)." in found
    assert found.index("mini") < found.index("identity")
    only = verdict(run_of(rows_of("identity", [0.0] * 8), "identity", baselines=("identity",)))
    assert only.startswith("By J over 8 images, identity scores 0")


def test_failures_are_named_everywhere() -> None:
    rows = rows_of("A", [0.1] * 20) + rows_of("B", [0.2] * 15)
    rows += [make_row(f"{place}.png", "B", "failed") for place in range(15, 20)]
    run = run_of(rows, "A", "B")
    said = "B failed on 5 images (15.png, 16.png, 17.png, 18.png, 19.png)."
    assert said in verdict(run)
    assert "n = 15 images: those that all VAEs finished, of 20." in verdict(run)
    for fmt in ("md", "bbcode", "tsv", "html"):
        text = render(run, fmt)  # type: ignore[arg-type]
        assert said in text.replace("\\", ""), fmt
        assert "15 images" in text
    # The line of the protocol counts what the numbers are made of, not what was listed.
    assert footer(run)[-1].startswith("15 images · ")
    assert "B failed on 6 images (14.png, 15.png, 16.png, 17.png, 18.png and 1 more)." in verdict(
        run_of([*rows[:34], make_row("14.png", "B", "failed"), *rows[35:]], "A", "B")
    )


def test_one_picture_that_nobody_could_read() -> None:
    rows = rows_of("A", [0.1] * 6) + rows_of("B", [0.2] * 6)
    rows += [make_row("bad.png", label, "failed") for label in "AB"]
    assert "1 image failed with every VAE (bad.png)." in verdict(run_of(rows, "A", "B"))


def test_copies_and_what_they_leave() -> None:
    rows = [
        make_row(f"{place}.png", label, lpips=lpips, content="same" if place > 6 else "")
        for place in range(10)
        for label, lpips in (("A", 0.1), ("B", 0.2))
    ]
    found = verdict(run_of(rows, "A", "B"))
    assert "By J over 8 images, A" in found
    assert "n = 8 images." in found
    assert "2 images with the content of others count once (8.png, 9.png)." in found
    assert "all VAEs finished, of" not in found


def test_while_a_run_goes_on_there_is_an_order_and_no_verdict() -> None:
    run = run_of(rows_of("a", [0.1] * 12) + rows_of("b", [0.3] * 12), "a", "b")
    ranking = [{**entry, "rank": None, "letters": ""} for entry in run.summary["ranking"]]
    going = changed(
        run, state="running", ranking=ranking, comparisons=[], images={"listed": 102, "skipped": []}
    )
    assert verdict(going).startswith("By J over 12 images so far: a (0.100) and b (0.300).")
    assert "The run is still going on: 24 of 204 results." in verdict(going)
    assert "**" not in render(going, "md")


def test_a_score_that_is_all_color_ratio_is_called_so() -> None:
    rows = rows_of("chart", [0.1] * 8, color_ratio=9.0) + rows_of("photo", [0.1] * 8, color_ratio=0.85)
    found = verdict(run_of(rows, "chart", "photo"))
    assert "99 % of J of chart is |1 − ρ_C|." in found
    assert "of J of photo" not in found


def test_each_terms_share_is_printed() -> None:
    rows = rows_of("v", [0.3] * 8, color_ratio=0.9)
    run = run_of(rows, "v")
    for fmt in ("md", "bbcode", "tsv"):
        assert "J of v: LPIPS 75 %, |1 − ρ_C| 25 %" in render(run, fmt).replace("\\", "")  # type: ignore[arg-type]
    assert "75 %" in render(run, "html")


def test_other_weights_and_older_runs_are_said() -> None:
    run = run_of(rows_of("v", [0.3] * 8), "v")
    assert "weights" not in verdict(run)
    weighed = changed(run, weights={**report_runs.WEIGHTS, "color": 0.0})
    assert "J by other weights than the run's own: lpips 1, gradient 1, color 0" in verdict(weighed)
    old = changed(run, schema_version=1)
    assert "made under schema 1" in verdict(old)
    assert "made under schema 1" in footer(old)[-1]
    assert "schema" not in verdict(run)
