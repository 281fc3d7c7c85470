"""What people judged of a run, as its reports and the window need it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vaelab.judging.answers import of_run, read_answers
from vaelab.judging.outcome import JudgeOutcome, judge_outcome
from vaelab.report.run.data import RunData
from vaelab.results.summary import EXCLUDED
from vaelab.run_files import JUDGEMENTS


def judged(run: RunData, files: Sequence[Path] = ()) -> JudgeOutcome | None:
    """Return what judges' answers say of a run, over the images that are not excluded; None where nobody has judged it.

    Args:
        run: as it is shown.
        files: of judgements, which merge; ``judgements.csv`` in the run folder when none is given.

    Raises:
        UsageError: a file cannot be read, or is no file of judgements.
    """
    if not files:
        if run.folder is None or not (run.folder / JUDGEMENTS).exists():
            return None
        files = [run.folder / JUDGEMENTS]
    # What the user has left out is no stranger.
    left_out = run.summary.get(EXCLUDED) or ()
    found = read_answers(files)
    kept = tuple(answer for answer in found.answers if not set(answer.image.split(" | ")) & set(left_out))
    found = of_run(replace(found, answers=kept), run.table.used("image"), run.vaes)
    return judge_outcome(found, run.table, tuple(run.vaes))
