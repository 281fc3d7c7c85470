"""VAEs that failed in a run: what is known about each, what may cure it, and the runs that try."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from vaelab.engine.events import RunFinished, VAEFailed
from vaelab.engine.vaes.precision_ladder import wider
from vaelab.errors import UsageError
from vaelab.gui.core.notifier import Notifier
from vaelab.gui.core.phase import Phase
from vaelab.gui.models.rows_model import RowsModel
from vaelab.gui.run.run_model import RunModel
from vaelab.gui.run.worker import RunController
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.setup.selection import VAEChoice
from vaelab.gui.setup.vaes.card import VAEsCard
from vaelab.gui.setup.vaes.problem import Problem, remedy_of


class VAEFailures(QObject):
    """Remembers failed VAEs by the key of their entry in the list, and shows them there.

    Signals:
        run_wanted: settings of a run that tries remedies, the keys of the VAEs in it, and the folder of the run in which
            they failed.
    """

    run_wanted = Signal(object, object, object)

    def __init__(
        self,
        run_model: RunModel,
        run_controller: RunController,
        rows: RowsModel,
        setup_model: SetupModel,
        vaes_card: VAEsCard,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run_model, self._run_controller, self._rows = run_model, run_controller, rows
        self._setup_model, self._vaes_card, self._notifier = setup_model, vaes_card, notifier
        self._found: dict[int, Problem] = {}
        self._choices: dict[str, VAEChoice] = {}
        self._loaded: set[str] = set()
        run_model.started.connect(self._forget_loaded)
        run_model.vae_loaded.connect(self._vae_loaded)
        run_model.vae_failed.connect(self._vae_failed)
        setup_model.changed.connect(self._forget_removed)
        run_controller.phase_changed.connect(self._show)
        vaes_card.retry_wanted.connect(self.retry)
        vaes_card.retry_cancelled.connect(self.cancel)
        vaes_card.problem_dismissed.connect(self.dismiss)

    @Slot()
    def _show(self) -> None:
        self._vaes_card.show_problems(self._found, running=self._run_controller.phase is not Phase.IDLE)

    def all(self) -> Mapping[int, Problem]:
        """Problems by the key of the VAE in the list."""
        return self._found

    def take_over(self, other: VAEFailures) -> None:
        """Know the problems that another window's knew."""
        self._found, self._choices, self._loaded = (
            dict(other._found),
            dict(other._choices),
            set(other._loaded),
        )
        self._show()

    def begin(self, choices: Mapping[str, VAEChoice]) -> None:
        """A run begins with these VAEs, by label: their problems of before are no longer theirs."""
        self._choices = dict(choices)
        for vae in choices.values():
            self._found.pop(vae.key, None)
        self._show()

    # What a run reports

    def _forget_loaded(self, _: object) -> None:
        self._loaded = set()

    def _vae_loaded(self, label: str) -> None:
        self._loaded.add(label)

    def _vae_failed(self, event: VAEFailed) -> None:
        measured = self._measured(event.label) if event.label in self._loaded else None
        self._add(event.label, measured, event.message, event.details, event.remedies)

    def take_end(self, event: RunFinished) -> None:
        """Find the VAEs that gave nothing usable on any image, though none of their stages raised an error."""
        for label, facts in (event.summary.get("vaes") or {}).items():
            choice = self._choices.get(label)
            if choice is None or choice.key in self._found or facts.get("error"):
                continue
            if facts.get("images_ok") or not facts.get("images_failed"):
                continue
            rows = self._rows.rows().of_vae(label)
            rows = rows.select(~rows.among("image_sha256", ("",)))
            if rows:
                remedies = wider(str(facts.get("precision")))
                self._add(label, 0, rows[0].note, "", remedies)

    def _measured(self, label: str) -> int:
        return int((~self._rows.rows().of_vae(label).failed()).sum())

    def _add(
        self, label: str, images: int | None, message: str, details: str, remedies: Iterable[str]
    ) -> None:
        choice, settings = self._choices.get(label), self._run_model.settings
        if choice is None or settings is None:
            return
        known = tuple(name for name in remedies if remedy_of(name) is not None)
        self._found[choice.key] = Problem(label, images, message, details, known, settings)
        self._show()

    def _forget_removed(self) -> None:
        keys = {vae.key for vae in self._setup_model.vaes}
        if not keys.issuperset(self._found):
            self._found = {key: problem for key, problem in self._found.items() if key in keys}
            self._show()

    # What the user does about it

    def retry(self, key: int, remedy: str) -> None:
        """Run this VAE alone with a remedy: now, or as soon as the run that goes on has ended."""
        problem = self._found.get(key)
        if problem is None:
            return
        self._found[key] = replace(problem, chosen=remedy)
        self._show()
        if self._run_controller.phase is Phase.IDLE:
            self.go_on()

    def cancel(self, key: int) -> None:
        """Do not run it after all."""
        if key in self._found:
            self._found[key] = replace(self._found[key], chosen="")
            self._show()

    def dismiss(self, key: int) -> None:
        """Leave the VAE at that."""
        if self._found.pop(key, None) is not None:
            self._show()

    def waiting(self) -> int:
        """How many VAEs wait for a run that tries a remedy."""
        return sum(bool(problem.chosen) for problem in self._found.values())

    def go_on(self) -> bool:
        """Ask for a run of the VAEs that wait: all that can share one. Return whether there are any."""
        waiting = [(key, problem) for key, problem in self._found.items() if problem.chosen]
        if not waiting:
            return False
        first = waiting[0][1]
        changes = _changes(first)
        model, keys, specs = self._setup_model, [], []
        for key, problem in waiting:
            if problem.settings != first.settings or _changes(problem) != changes:
                continue
            place = model.place_of(key)
            if place < 0:
                continue
            if not changes:
                model.change_vae(place, precision=problem.chosen)
            specs.append(model.vaes[place].spec())
            keys.append(key)
        self._found = {
            key: replace(problem, chosen="") if key in keys else problem
            for key, problem in self._found.items()
        }
        try:
            settings = replace(first.settings, vaes=tuple(specs), out=str(model.new_folder()), **changes)
        except UsageError as error:
            self._notifier.message(str(error), kind="bad")
            return False
        self.run_wanted.emit(settings, keys, Path(first.settings.out))
        return True


def _changes(problem: Problem) -> Mapping[str, Any]:
    """Settings of the run that tries the remedy which was chosen."""
    remedy = remedy_of(problem.chosen)
    return {} if remedy is None else remedy.settings
