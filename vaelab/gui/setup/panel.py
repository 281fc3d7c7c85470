"""The setup: three cards in reading order, and under them the button that starts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from vaelab.engine.forecast.forecast import Forecast
from vaelab.gui.core.phase import Phase
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.setup.cards import ImagesCard
from vaelab.gui.setup.forecast_line import ForecastLine
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.setup.options_card import OptionsCard
from vaelab.gui.setup.vaes.card import VAEsCard
from vaelab.gui.style import icons, theme
from vaelab.gui.widgets.key_tooltip import hint
from vaelab.gui.widgets.relayout import settle

_WIDEST = 480
"""However long the words of the cards are, px."""


class SetupPanel(QWidget):
    """Choose, then run.

    Signals:
        run_wanted, pause_wanted, stop_wanted: the buttons under the cards.
    """

    run_wanted = Signal()
    pause_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, model: SetupModel, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._phase = Phase.IDLE
        self._progress = (0, 0)
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = body = QWidget()
        theme.set_role(body, "body")
        self.scroll_area.setWidget(body)
        self.images = ImagesCard(model, body)
        self.vaes = VAEsCard(model, body)
        self.options = OptionsCard(model, store, body)
        cards = QVBoxLayout(body)
        cards.setContentsMargins(12, 12, 12, 12)
        cards.setSpacing(10)
        cards.addWidget(self.images)
        cards.addWidget(self.vaes)
        cards.addWidget(self.options)
        cards.addStretch(1)
        body.installEventFilter(self)
        self.run_button = self._button(self.tr("Run"), "play", "primary")
        self.run_button.clicked.connect(self.run_wanted)
        hint(self.run_button, self.tr("Run"), "window.run")
        self.pause_button = self._button(self.tr("Pause"), "pause", "")
        self.pause_button.clicked.connect(self.pause_wanted)
        self.stop_button = self._button(self.tr("Stop"), "stop", "")
        self.stop_button.clicked.connect(self.stop_wanted)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.words, "muted")
        self.forecast = ForecastLine(self)
        self.forecast.tiling_wanted.connect(self._use_tiling)
        self._forecast: Forecast | None = None
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.run_button, 1)
        buttons.addWidget(self.pause_button, 1)
        buttons.addWidget(self.stop_button, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.setSpacing(6)
        foot.addLayout(buttons)
        foot.addWidget(self.words)
        foot.addWidget(self.forecast)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.scroll_area, 1)
        layout.addLayout(foot)
        self._fit_width()
        model.changed.connect(self.refresh)
        self.show_phase(Phase.IDLE)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for larger text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "scroll_area"):
            self._fit_width()

    def _fit_width(self) -> None:
        letters = min(self.fontMetrics().horizontalAdvance("0") * 30, 360)
        cards = self._body.minimumSizeHint().width() + self.scroll_area.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(max(270, letters, min(cards, _WIDEST)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for cards whose words have become longer: they cannot be scrolled sideways."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_width()
        return super().eventFilter(watched, event)

    def _button(self, text: str, icon: str, role: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if role:
            theme.set_role(button, role)
        icons.dress(button, icon, "on_accent" if role == "primary" else "text", 16)
        return button

    @Slot(object)
    def show_phase(self, phase: Phase) -> None:
        """Show the buttons that make sense now."""
        self._phase = phase
        idle = phase is Phase.IDLE
        self.run_button.setVisible(idle)
        self.pause_button.setVisible(not idle)
        self.stop_button.setVisible(not idle)
        paused = phase is Phase.PAUSED
        self.pause_button.setText(self.tr("Resume") if paused else self.tr("Pause"))
        icons.dress(self.pause_button, "play" if paused else "pause", side=16)
        self.pause_button.setEnabled(phase is not Phase.STOPPING)
        self.stop_button.setText(self.tr("Stop now") if phase is Phase.STOPPING else self.tr("Stop"))
        self.stop_button.setToolTip(
            self.tr("Do not wait for the image in flight")
            if phase is Phase.STOPPING
            else self.tr("Stop after this image; what is done stays")
        )
        self.options.lock(not idle)
        self.refresh()
        settle(self)

    def show_progress(self, finished: int, total: int) -> None:
        """Say how far the run is."""
        self._progress = (finished, total)
        if self._phase is not Phase.IDLE:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say what Run would do, or why it cannot."""
        if self._phase is not Phase.IDLE:
            done, total = self._progress
            words = self.tr("{0} of {1} done").format(done, total) if total else self.tr("starting …")
            self.forecast.put(None)
            if self._phase is Phase.STOPPING:
                words = self.tr("stopping after this image …")
            elif self._phase is Phase.PAUSED:
                words += self.tr(" · paused")
            self._say(words, "muted")
            return
        obstacle = self._model.obstacle()
        self.run_button.setEnabled(not obstacle)
        if obstacle:
            self.run_button.setToolTip(obstacle)
        else:
            hint(self.run_button, self.tr("Run"), "window.run")
        if obstacle:
            self._say(obstacle, "muted")
            self.forecast.put(None)
            return
        images, vaes = self._model.count(), len(self._model.taking_part)
        parts = (
            self.tr("1 image") if images == 1 else self.tr("{0} images").format(images),
            self.tr("1 VAE") if vaes == 1 else self.tr("{0} VAEs").format(vaes),
            self.tr("1 row") if images * vaes == 1 else self.tr("{0} rows").format(images * vaes),
        )
        self._say("{} × {} = {}".format(*parts), "muted")
        # One of another choice is hidden: its numbers would be wrong.
        fitting = self._forecast is not None and self._forecast.jobs == images * vaes
        self.forecast.put(self._forecast if fitting else None)

    @Slot(object)
    def show_forecast(self, found: Forecast | None) -> None:
        """Say what Run would take; None where that is not known."""
        self._forecast = found
        self.refresh()

    @Slot()
    def _use_tiling(self) -> None:
        self._model.set_option("tiling", "auto")

    def _say(self, text: str, role: str) -> None:
        self.words.setText(text)
        theme.set_role(self.words, role)
