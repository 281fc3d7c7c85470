"""Says in the Summary what judges have found of the run that is shown."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import QObject, Slot

from vaelab.gui.controllers.judging.blind_test import BlindTest
from vaelab.gui.core import engine_text
from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.results.summary_tab import SummaryTab
from vaelab.gui.run.run_model import RunModel
from vaelab.judging.outcome import JudgeOutcome
from vaelab.report.run.data import RunData
from vaelab.report.run.judged import judged
from vaelab.report.words.judges import judge_sentences


class JudgesSummary(QObject):
    """Counts the answers in the background, whenever there may be others, or another run is shown."""

    def __init__(
        self, run_model: RunModel, summary: SummaryTab, blind_test: BlindTest, jobs: Jobs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._run_model, self._summary, self._jobs = run_model, summary, jobs
        self._asked: RunData | None = None
        run_model.summary_shown.connect(self._follow)
        blind_test.ended.connect(self._count)

    @Slot()
    def _follow(self) -> None:
        if self._run_model.data is None or self._run_model.data is not self._asked:
            self._count()

    @Slot()
    def _count(self) -> None:
        data = self._asked = self._run_model.data
        if data is None:
            self._summary.say_judges("")
        elif data.folder is not None:
            self._jobs.submit(partial(judged, data), partial(self._tell, data))

    def _tell(self, data: RunData, found: JudgeOutcome | Failure | None) -> None:
        if not shiboken6.isValid(self) or data is not self._run_model.data:
            return
        if found is None:
            self._summary.say_judges("")
        elif isinstance(found, Failure):
            self._summary.say_judges(found.message)
        else:
            self._summary.say_judges(" ".join(map(engine_text.sentence, judge_sentences(found))))
