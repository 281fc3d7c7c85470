"""The chosen VAE of the Hub: what it is, what fetching it means, and the button for that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from vaelab.gui.hub.downloads import DownloadManager, DownloadStage, State
from vaelab.gui.hub.words import bytes_of, latent_words, licence_words, progress_words
from vaelab.gui.style import theme
from vaelab.gui.widgets.elided_label import Elided
from vaelab.text import size_words
from vaelab.vae.hub.ids import repo_cache
from vaelab.vae.identity.known_table import KnownVAE

_STEPS = 1000


class HubDetails(QFrame):
    """A card of the chosen VAE.

    Signals:
        add_wanted: id of the VAE to put into the list of the run.
    """

    add_wanted = Signal(str)

    def __init__(self, downloads: DownloadManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self._fetches = downloads
        self._vae: KnownVAE | None = None
        self.title = QLabel(self)
        theme.set_role(self.title, "heading")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.id = Elided("", self)
        self.id.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.id.setFont(theme.mono(self.font()))
        self.facts = QLabel(self)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setWordWrap(True)
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.where = Elided("", self)
        theme.set_role(self.where, "muted")
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the download"))
        self.act = QPushButton(self)
        self.act.clicked.connect(self.press)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAccessibleName(self.tr("Cancel the download"))
        self.cancel.setToolTip(self.tr("What has arrived is kept: the next download goes on from there."))
        self.cancel.clicked.connect(self._cancel)
        for button in (self.act, self.cancel):
            button.setAutoDefault(False)
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (self.title, self.id, self.facts, self.said, self.where, self.bar):
            words.addWidget(widget)
        words.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.act)
        right = QVBoxLayout()
        right.addLayout(buttons)
        right.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(16)
        layout.addLayout(words, 1)
        layout.addLayout(right)
        downloads.changed.connect(self._changed)
        self.show_vae(None)

    @property
    def vae(self) -> KnownVAE | None:
        """The VAE that is shown."""
        return self._vae

    def show_vae(self, vae: KnownVAE | None) -> None:
        """Show another."""
        self._vae = vae
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show how it stands now."""
        vae = self._vae
        if vae is None:
            self.title.setText(self.tr("Choose a VAE above, or look one up below."))
            for widget in (self.id, self.facts, self.said, self.where, self.bar, self.act, self.cancel):
                widget.hide()
            return
        state = self._fetches.state(vae.hub_name)
        self.title.setText(vae.name)
        self.id.put(vae.hub_id)
        self.id.show()
        self.facts.setText(self._facts(vae, state))
        self.facts.show()
        self._say(vae, state)
        words, _, primary = self._next(vae, state)
        self.act.setText(words)
        self.act.setVisible(bool(words))
        theme.set_role(self.act, "primary" if primary else "")
        self.cancel.setVisible(state.stage.is_busy)

    def _facts(self, vae: KnownVAE, state: State) -> str:
        size = bytes_of(vae, state)
        parts = [
            self.tr("Licence: {0}").format(licence_words(vae, state)),
            self.tr("size not known yet") if size is None else size_words(size),
            latent_words(vae),
            vae.note,
        ]
        return " · ".join(filter(None, parts))

    def _say(self, vae: KnownVAE, state: State) -> None:
        stage, role = state.stage, "muted"
        self.bar.setVisible(stage.is_busy)
        step = state.progress
        if stage is DownloadStage.FETCHING and step is not None and step.total:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(_STEPS * step.done // step.total)
        elif stage.is_busy:
            # Without end: nobody knows yet how long it takes.
            self.bar.setRange(0, 0)
        if stage is DownloadStage.FAILED:
            words, role = state.message, "bad"
        elif stage is DownloadStage.OFFERED:
            words, role = self._offered(state), ""
        elif stage is DownloadStage.FETCHING:
            words = progress_words(state)
        elif stage is DownloadStage.ASKING:
            words = self.tr("Asking the Hub for size and licence")
        elif stage is DownloadStage.STOPPED:
            words = self.tr("Stopped. What has arrived is kept.")
        elif stage is DownloadStage.HERE:
            words, role = self.tr("It is in the cache, and works offline."), "good"
        elif vae.gated:
            words = self.tr("Accept the licence on its page and log in with 'hf auth login' first.")
        else:
            words = ""
        theme.set_role(self.said, role)
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.where.put(self.tr("Goes into {0}").format(repo_cache(vae.hub_name.repo)))
        self.where.setVisible(stage in (DownloadStage.ABSENT, DownloadStage.OFFERED))

    def _offered(self, state: State) -> str:
        offer = state.offer
        assert offer is not None
        files = ", ".join(f"{file.name} ({size_words(file.size)})" for file in offer.files)
        return self.tr("The Hub offers {0}.").format(files)

    def _next(self, vae: KnownVAE, state: State) -> tuple[str, Callable[[], None] | None, bool]:
        """The words of the button, what it does, and whether it is the one to press."""
        downloads, name = self._fetches, vae.hub_name
        size = bytes_of(vae, state)
        if state.stage is DownloadStage.HERE:
            return self.tr("Add to list"), lambda: self.add_wanted.emit(vae.hub_id), True
        if state.stage.is_busy:
            return "", None, False
        if state.stage is DownloadStage.FAILED:
            again = downloads.fetch if state.progress is not None else self._begin
            return self.tr("Try again"), lambda: again(name), True
        if size is None:
            return self.tr("Look up"), lambda: downloads.ask(name), False
        words = (
            self.tr("Continue")
            if state.stage is DownloadStage.STOPPED
            else self.tr("Download {0}").format(size_words(size))
        )
        return words, lambda: self._begin(name), True

    def _begin(self, name: object) -> None:
        """Fetch what was shown: no more than that, and only under a licence that was named."""
        assert self._vae is not None
        vae, downloads = self._vae, self._fetches
        if downloads.state(vae.hub_name).offer is not None:
            downloads.fetch(vae.hub_name)
        elif vae.size is None or vae.licence == "unknown":
            downloads.ask(vae.hub_name)
        else:
            # Config files and roundings come on top of what the list says.
            downloads.fetch(vae.hub_name, round(vae.size * 1.02) + 1_000_000)

    @Slot()
    def press(self) -> None:
        """Do what the button says."""
        if self._vae is not None:
            _, do, _ = self._next(self._vae, self._fetches.state(self._vae.hub_name))
            if do is not None:
                do()

    @Slot()
    def _cancel(self) -> None:
        if self._vae is not None:
            self._fetches.cancel(self._vae.hub_name)

    @Slot(str)
    def _changed(self, hub_id: str) -> None:
        if self._vae is not None and self._vae.hub_id == hub_id:
            self.refresh()
