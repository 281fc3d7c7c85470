"""What a run will take, under its button: time, memory, and a way out where it will not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vaelab.engine.forecast.forecast import Forecast
from vaelab.gui.style import icons, theme
from vaelab.text import gigabytes, rough_duration

# A forecast knows no decimal of more.
_WHOLE = 10


class ForecastLine(QWidget):
    """One sentence; with a sign before it and a button under it where memory will not do.

    Signals:
        tiling_wanted: the button.
    """

    tiling_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = QLabel(self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.tiling_button = QPushButton(self.tr("Use tiling"), self)
        theme.set_role(self.tiling_button, "quiet")
        icons.dress(self.tiling_button, "grid", "accent", 14)
        self.tiling_button.setToolTip(
            self.tr("Encode and decode in tiles: less memory, slightly other numbers")
        )
        self.tiling_button.clicked.connect(self.tiling_wanted)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self.tiling_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def put(self, found: Forecast | None) -> None:
        """Show a forecast; None hides the line."""
        self.setVisible(found is not None)
        if found is None:
            return
        tight = found.fits is False
        theme.set_role(self.words, "bad" if tight else "small")
        if tight:
            icons.dress(self.sign, "warning", "bad", 16)
        self.sign.setVisible(tight)
        self.tiling_button.setVisible(tight and found.tiling_helps)
        self.words.setText(self._won_t_fit(found) if tight else self._takes(found))
        self.words.setToolTip(
            self.tr("The time is a guess until a VAE of this kind has been run on this device.")
            if found.rough
            else self.tr("The time is what earlier runs on this device took.")
        )

    def _takes(self, found: Forecast) -> str:
        if found.seconds is None:
            time = self.tr("time unknown")
        elif found.rough:
            time = self.tr("about {0}").format(rough_duration(found.seconds))
        else:
            time = rough_duration(found.seconds)
        memory = self.tr("about {0} GB of memory").format(gigabytes(found.memory_mb, _WHOLE))
        if found.available_mb is None:
            return f"{time} · {memory}"
        free = self.tr("{0} GB are free").format(gigabytes(found.available_mb, _WHOLE))
        return f"{time} · {memory}, {free}"

    def _won_t_fit(self, found: Forecast) -> str:
        available = gigabytes(found.available_mb or 0.0, _WHOLE)
        return self.tr("This will not fit into memory: {0} needs about {1} GB, {2} GB are free.").format(
            found.largest, gigabytes(found.memory_mb, _WHOLE), available
        )
