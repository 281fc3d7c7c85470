"""The first page: three steps, a place to drop things, the demo, and the runs of before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vaelab.gui.core.background_jobs import Jobs
from vaelab.gui.start.recent_cards import RecentRuns
from vaelab.gui.start.thumbnails import ThumbStrip
from vaelab.gui.style import icons, theme


class StartPage(QScrollArea):
    """What to do first.

    Signals:
        choose_folder, choose_vae, run_wanted, demo_wanted: the page's buttons.
        open_wanted, resume_wanted, discard_wanted: a run folder, as a ``Path``.
    """

    choose_folder = Signal()
    choose_vae = Signal()
    run_wanted = Signal()
    demo_wanted = Signal()
    open_wanted = Signal(Path)
    resume_wanted = Signal(Path)
    discard_wanted = Signal(Path)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        theme.set_role(body, "body")
        outer = QVBoxLayout(body)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        center = QHBoxLayout()
        center.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(16)
        holder = QWidget(body)
        theme.set_role(holder, "body")
        holder.setMaximumWidth(760)
        holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        center.addWidget(holder, 100)
        center.addStretch(1)
        outer.addLayout(center)
        outer.addStretch(3)
        self.setWidget(body)

        title = QLabel(self.tr("Compare VAEs on your own images"), body)
        title.setWordWrap(True)
        theme.set_role(title, "title")
        lead = QLabel(
            self.tr(
                "VAELab sends each image through each VAE and measures what comes back: sharpness, colour, contrast."
            ),
            body,
        )
        lead.setWordWrap(True)
        theme.set_role(lead, "muted")
        column.addWidget(title)
        column.addWidget(lead)
        column.addWidget(self._steps(body))
        self.thumbs = ThumbStrip(jobs, body)
        column.addWidget(self.thumbs)
        self._demo_row = self._demo(body)
        column.addWidget(self._demo_row)
        self.recent = RecentRuns(body)
        self.recent.open_wanted.connect(self.open_wanted)
        self.recent.resume_wanted.connect(self.resume_wanted)
        self.recent.discard_wanted.connect(self.discard_wanted)
        column.addWidget(self.recent)

    def _steps(self, body: QWidget) -> QFrame:
        self.drop = QFrame(body)
        theme.set_role(self.drop, "drop")
        grid = QGridLayout(self.drop)
        grid.setContentsMargins(20, 18, 20, 18)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(1, 1)
        self.folder_button = QPushButton(self.tr("Choose folder…"), self.drop)
        self.folder_button.clicked.connect(self.choose_folder)
        self.vae_button = QPushButton(self.tr("Add VAE…"), self.drop)
        self.vae_button.clicked.connect(self.choose_vae)
        self.run_button = QPushButton(self.tr("Run"), self.drop)
        self.run_button.clicked.connect(self.run_wanted)
        self.run_button.setEnabled(False)
        steps = (
            (self.tr("Drop a folder of images anywhere in this window"), self.folder_button, "folder"),
            (self.tr("Add VAE files: .safetensors, .ckpt, .pth, a diffusers folder"), self.vae_button, "add"),
            (self.tr("Press Run: results appear as they finish"), self.run_button, "play"),
        )
        self._ticks: list[QLabel] = []
        for line, (text, button, icon) in enumerate(steps):
            number = QLabel(str(line + 1), self.drop)
            theme.set_role(number, "number")
            self._ticks.append(number)
            words = QLabel(text, self.drop)
            words.setWordWrap(True)
            icons.dress(button, icon, side=16)
            button.setMinimumWidth(150)
            grid.addWidget(number, line, 0)
            grid.addWidget(words, line, 1)
            grid.addWidget(button, line, 2)
        return self.drop

    def _demo(self, body: QWidget) -> QWidget:
        row = QWidget(body)
        box = QHBoxLayout(row)
        box.setContentsMargins(20, 0, 20, 0)
        box.setSpacing(14)
        words = QLabel(
            self.tr("No weights at hand? The demo needs no download and takes under a minute."), row
        )
        words.setWordWrap(True)
        theme.set_role(words, "muted")
        self.demo_button = QPushButton(self.tr("Try the demo"), row)
        theme.set_role(self.demo_button, "primary")
        self.demo_button.setMinimumWidth(150)
        self.demo_button.clicked.connect(self.demo_wanted)
        box.addWidget(words, 1)
        box.addWidget(self.demo_button)
        return row

    def show_progress(self, *, images: bool, vaes: bool, ready: bool) -> None:
        """Tick the steps that are done, and make the next one the button to press."""
        for label, done, number in zip(self._ticks, (images, vaes, False), "123", strict=True):
            label.setText("✓" if done else number)
        self.run_button.setEnabled(ready)
        theme.set_role(self.run_button, "primary" if ready else "")
        icons.dress(self.run_button, "play", "on_accent" if ready else "text", 16)
        theme.set_role(self.demo_button, "" if images or vaes else "primary")
        self._demo_row.setVisible(not images)

    def show_dropping(self, on: bool) -> None:
        """Show that what is held over the window may be let go."""
        theme.set_role(self.drop, "dropping" if on else "drop")

    def show_recent(self, runs: Sequence[Mapping[str, Any]]) -> None:
        """Offer the runs of before, as ``vaelab.gui.start.recent_runs`` describes them."""
        self.recent.show_runs(runs)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the page's background that of the window."""
        super().changeEvent(event)
        self.viewport().setAutoFillBackground(False)
