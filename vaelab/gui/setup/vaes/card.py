"""The list of VAEs: what each is, told from its header, and what may be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from vaelab.gui.core.background_jobs import Failure
from vaelab.gui.setup.cards import Card, menu_button
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.setup.vaes.problem import Problem
from vaelab.gui.setup.vaes.problem_card import ProblemCard
from vaelab.gui.setup.vaes.row import VAERow
from vaelab.gui.setup.vaes.trust_card import TrustCard
from vaelab.gui.style import theme
from vaelab.gui.widgets.key_tooltip import hint
from vaelab.gui.widgets.relayout import settle
from vaelab.vae.spec.builtins import BUILT_INS

_ShownFacts = tuple[object, ...]
"""Everything that the entry of one VAE shows."""


class _ListedVAE(QWidget):
    """One VAE and, where it failed, what can be done about that."""

    def __init__(
        self, model: SetupModel, key: int, facts: _ShownFacts, running: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.facts = facts
        _, series, *_, problem, _ = facts
        assert series is None or isinstance(series, int)
        self.row = VAERow(model, model.place_of(key), series, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.row)
        info = next((fact for fact in facts if isinstance(fact, Failure)), None)
        self.trust_card: TrustCard | None = None
        if info is not None and info.programs:
            self.trust_card = TrustCard(key, self.row.name.full_text(), info, self)
            layout.addWidget(self.trust_card)
        self.card: ProblemCard | None = None
        if isinstance(problem, Problem):
            self.card = ProblemCard(key, problem, running=running, parent=self)
            layout.addWidget(self.card)


class VAEsCard(Card):
    """All VAEs, and the button that adds more.

    Signals:
        choose_files, choose_folder, choose_from_hub: a dialog is wanted.
        reveal_wanted: a folder, as a ``Path``, is to be shown in the file manager.
        retry_wanted: key of a failed VAE, and the remedy to try.
        retry_cancelled, problem_dismissed: key of a failed VAE.
    """

    choose_files = Signal()
    choose_folder = Signal()
    choose_from_hub = Signal()
    reveal_wanted = Signal(object)
    retry_wanted = Signal(int, str)
    retry_cancelled = Signal(int)
    problem_dismissed = Signal(int)

    def __init__(self, model: SetupModel, parent: QWidget | None = None) -> None:
        super().__init__(2, "", parent)
        self.title.setText(self.tr("VAEs"))
        self._model = model
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.layout_.addLayout(self._list)
        self.add_menu = QMenu(self)
        self.add_menu.setToolTipsVisible(True)
        # Connected, not handed to addAction: what it takes as a slot it calls, and a signal cannot be called.
        self.add_menu.addAction(self.tr("Files…")).triggered.connect(self.choose_files)
        self.add_menu.addAction(self.tr("Folder…")).triggered.connect(self.choose_folder)
        self.add_menu.addAction(self.tr("From the Hugging Face Hub…")).triggered.connect(self.choose_from_hub)
        self.add_menu.addSection(self.tr("Built in"))
        for entry in BUILT_INS:
            what = entry.name if entry.argument is None else f"{entry.name}:{_default(entry.argument)}"
            action = self.add_menu.addAction(what)
            action.setToolTip(entry.help)
            action.triggered.connect(partial(self._add, what))
        self.add_button = menu_button(
            self,
            "add",
            self.tr("Add VAE"),
            self.tr("A file, a folder, or a built-in"),
            self.add_menu,
        )
        hint(self.add_button, self.add_button.toolTip(), "window.add_vaes")
        self._hint = QLabel(self.tr("Drop .safetensors, .ckpt or .pth files anywhere."), self)
        self._hint.setWordWrap(True)
        theme.set_role(self._hint, "small")
        self.layout_.addWidget(self._hint)
        self.layout_.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._entries: dict[int, _ListedVAE] = {}
        self._problems: Mapping[int, Problem] = {}
        self._running = False
        model.changed.connect(self.refresh)
        self.refresh()

    def open_menu(self) -> None:
        """Show what can be added."""
        self.add_menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))

    @property
    def rows(self) -> list[VAERow]:
        """The rows, in the order of the list."""
        return [self._entries[vae.key].row for vae in self._model.vaes]

    @property
    def problem_cards(self) -> dict[int, ProblemCard]:
        """The cards of the VAEs that failed, by the key of the VAE."""
        return {key: entry.card for key, entry in self._entries.items() if entry.card is not None}

    @property
    def trust_cards(self) -> dict[int, TrustCard]:
        """The cards of the VAEs that are programs nobody has trusted, by the key of the VAE."""
        return {key: entry.trust_card for key, entry in self._entries.items() if entry.trust_card is not None}

    @Slot()
    def refresh(self) -> None:
        """Show the model's state; only what has changed is built anew."""
        facts = self._facts()
        focus = next(
            (entry for entry in self._entries.values() if entry.isAncestorOf(self.focusWidget())), None
        )
        where = None if focus is None else (focus.row.key, focus.row.focused())
        for key, old in list(self._entries.items()):
            if old.row.editor.isHidden() and facts.get(key) != old.facts:
                del self._entries[key]
                self._list.removeWidget(old)
                old.hide()
                old.deleteLater()
        shown: list[_ListedVAE] = []
        for place, (key, known) in enumerate(facts.items()):
            entry = self._entries.get(key)
            if entry is None:
                entry = self._entries[key] = _ListedVAE(self._model, key, known, self._running, self)
                shown.append(entry)
                entry.row.left_editor.connect(self.refresh)
                if entry.trust_card is not None:
                    entry.trust_card.trusted.connect(self._model.trust)
                entry.row.menu.reveal_wanted.connect(self.reveal_wanted)
                if entry.card is not None:
                    entry.card.retry_wanted.connect(self.retry_wanted)
                    entry.card.retry_cancelled.connect(self.retry_cancelled)
                    entry.card.dismissed.connect(self.problem_dismissed)
            item = self._list.itemAt(place)
            if item is None or item.widget() is not entry:
                self._list.insertWidget(place, entry)
        # A layout shows what it is given with the next turn of the event loop: the list would be empty for a moment.
        for new in shown:
            new.show()
        if where is not None and where[0] in self._entries:
            self._entries[where[0]].row.focus(where[1])
        used, all_ = len(self._model.taking_part), len(self._model.vaes)
        self.count.setText(self.tr("{0} of {1}").format(used, all_) if all_ else "")
        self._hint.setVisible(not all_)
        settle(self)

    def _facts(self) -> dict[int, _ShownFacts]:
        model, series = self._model, 0
        found: dict[int, _ShownFacts] = {}
        names = {vae.what: vae.name for vae in model.vaes}
        for vae in model.vaes:
            found[vae.key] = (
                vae,
                series if vae.checked else None,
                model.info(vae),
                model.sha256(vae),
                model.is_waiting(vae.key),
                model.can_edit(vae.key),
                names.get(vae.encoder),
                self._problems.get(vae.key),
                self._running and vae.key in self._problems,
            )
            series += vae.checked
        return found

    def show_problems(self, problems: Mapping[int, Problem], *, running: bool) -> None:
        """Show which VAEs failed, in their places; ``running`` tells whether a retry has to wait."""
        self._problems, self._running = dict(problems), running
        self.refresh()

    def _add(self, what: str) -> None:
        self._model.add_vaes([what])


def _default(argument: object) -> str:
    value = getattr(argument, "default", "")
    return f"{value:g}" if isinstance(value, int | float) else str(value)
