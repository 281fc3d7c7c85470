"""What may be done with one VAE of the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from vaelab.gui.core.background_jobs import Failure
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.setup.selection import VAEChoice
from vaelab.precisions import BY_RANGE, PRECISIONS
from vaelab.vae.base import PADDINGS, VAEInfo

_BY_RANGE = tuple(reversed(BY_RANGE))
"""From the most exact on; tf32, which few devices have, is added by its name."""


class VAEMenu(QMenu):
    """Filled when it opens, from what is known of the VAE by then.

    Signals:
        rename_wanted: the name is to be edited.
        reveal_wanted: a folder, as a ``Path``, is to be shown in the file manager.
    """

    rename_wanted = Signal()
    reveal_wanted = Signal(object)

    def __init__(self, model: SetupModel, key: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._key = model, key
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    @Slot()
    def fill(self) -> None:
        """Offer what can be done now."""
        self.clear()
        place = self._model.place_of(self._key)
        if place < 0:
            return
        vae, editable = self._model.vaes[place], self._model.can_edit(self._key)
        info = self._model.info(vae)
        if not editable:
            self.addAction(self.tr("Used by the run: it can be changed afterwards")).setEnabled(False)
            self.addSeparator()
        rename = self.addAction(self.tr("Rename"))
        rename.triggered.connect(self.rename_wanted)
        changes: list[QAction] = [rename]
        baseline = self.addAction(self.tr("Compare others with it"))
        baseline.setCheckable(True)
        baseline.setChecked(vae.baseline)
        baseline.triggered.connect(self._set_baseline)
        changes.append(baseline)
        if isinstance(info, Failure):
            # A file that holds a decoder alone becomes a VAE with another's encoder.
            changes += self._encoder_menu(vae, None)
        elif info is not None and not info.baseline:
            changes += self._ways(vae, info)
            twins = self.addMenu(self.tr("Add once more in"))
            for value in PRECISIONS:
                twins.addAction(value).setData(value)
            twins.addSeparator()
            every = twins.addAction(self.tr("each of {0}").format(", ".join(_BY_RANGE)))
            every.setData("")
            every.setToolTip(self.tr("A study of precisions: the summary says how each differs from fp32"))
            twins.triggered.connect(self._duplicate)
        for action in changes:
            action.setEnabled(editable)
        self.addSeparator()
        if isinstance(info, VAEInfo) and info.files:
            self.addAction(self.tr("Show the file"), self._reveal)
            self.addAction(self.tr("Copy SHA-256"), self._copy_hash)
        self.addAction(self.tr("Remove"), self._remove).setEnabled(editable)

    def _ways(self, vae: VAEChoice, info: VAEInfo) -> list[QAction]:
        same = self.tr("as in the options")
        menus = [
            self._choice(self.tr("Precision"), "precision", vae.precision, [("", same), *_named(PRECISIONS)])
        ]
        if info.latent_channels:
            words = [("", self.tr("as its family is built")), *_named(PADDINGS)]
            menus.append(self._choice(self.tr("Padding at the edges"), "padding", vae.padding, words))
            menus += self._encoder_menu(vae, info)
        if info.details.get("EMA copy") == "present" or vae.weights:
            words = [("", self.tr("trained")), ("ema", self.tr("averaged (EMA)"))]
            menus.append(self._choice(self.tr("Weights"), "weights", vae.weights, words))
        return menus

    def _encoder_menu(self, vae: VAEChoice, info: VAEInfo | None) -> list[QAction]:
        """The menu of VAEs of the list that share the latent space, as far as headers can tell; none if there are none."""
        found = {"": self.tr("its own encoder")}
        for other in self._model.vaes:
            theirs = self._model.info(other)
            if (
                other.what != vae.what
                and isinstance(theirs, VAEInfo)
                and not theirs.baseline
                and (
                    info is None
                    or (theirs.latent_channels, theirs.factor) == (info.latent_channels, info.factor)
                )
            ):
                found.setdefault(other.what, other.name)
        if vae.encoder:
            found.setdefault(vae.encoder, vae.encoder)
        if len(found) == 1:
            return []
        return [self._choice(self.tr("Encode with"), "encoder", vae.encoder, list(found.items()))]

    def _choice(self, title: str, fact: str, now: str, words: Sequence[tuple[str, str]]) -> QAction:
        menu = self.addMenu(title)
        group = QActionGroup(menu)
        for value, text in words:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == now)
            action.setData((fact, value))
            group.addAction(action)
        group.triggered.connect(self._choose)
        return menu.menuAction()

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        fact, value = action.data()
        self._model.change_vae(self._model.place_of(self._key), **{fact: value})

    @Slot(bool)
    def _set_baseline(self, on: bool) -> None:
        self._model.change_vae(self._model.place_of(self._key), baseline=on)

    @Slot(QAction)
    def _duplicate(self, action: QAction) -> None:
        if action.data():
            self._model.duplicate_vae(self._model.place_of(self._key), action.data())
            return
        self._model.study_precisions(self._model.place_of(self._key), _BY_RANGE)

    @Slot()
    def _remove(self) -> None:
        self._model.remove_vae(self._model.place_of(self._key))

    @Slot()
    def _reveal(self) -> None:
        info = self._model.info(self._model.vaes[self._model.place_of(self._key)])
        if isinstance(info, VAEInfo) and info.files:
            self.reveal_wanted.emit(info.files[0].parent)

    @Slot()
    def _copy_hash(self) -> None:
        self._model.ask_sha256(self._model.vaes[self._model.place_of(self._key)])


def _named(values: Iterable[str]) -> list[tuple[str, str]]:
    return [(value, value) for value in values]
