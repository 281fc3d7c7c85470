"""The sentence above the summary: always of the numbers that the table shows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from vaelab.gui.core import engine_text
from vaelab.gui.results.summary_tab import SummaryTab
from vaelab.gui.run.run_model import RunModel
from vaelab.report.words.headline import found_by_score
from vaelab.report.words.latents import latent_lines
from vaelab.report.words.notes import notes, share_lines
from vaelab.report.words.precision import precision_lines


class Headline(QObject):
    """Says what the shown run found, whenever other numbers are shown; nothing where there are none."""

    def __init__(self, run_model: RunModel, summary: SummaryTab, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run_model, self._summary = run_model, summary
        run_model.summary_shown.connect(self.say)

    @Slot()
    def say(self) -> None:
        """Say what is found, and under it of which images."""
        shown = self._run_model.shown
        if shown is None:
            self._summary.say("")
            return
        found, basis = found_by_score(shown), notes(shown)
        of_each = (share_lines(shown), latent_lines(shown), precision_lines(shown))
        self._summary.say(
            " ".join(map(engine_text.sentence, found)),
            " ".join(map(engine_text.sentence, basis)),
            {
                label: " ".join(engine_text.sentence(lines[label]) for lines in of_each if label in lines)
                for label in shown.vaes
            },
        )
