"""A GPU that the installed PyTorch cannot use: a button in the status bar says so, a dialog has the commands that change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vaelab.gui.core.background_jobs import Failure, Jobs
from vaelab.gui.style import icons, theme
from vaelab.gui.widgets.screen_room import resize_within_screen
from vaelab.pytorch_build import UnusedGPU, unused_gpu


class UnusedGPUButton(QToolButton):
    """Looks once, in the background; hidden where every GPU is used."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: UnusedGPU | None = None
        theme.set_role(self, "quiet")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.dress(self, "warning", "warn", 14)
        self.clicked.connect(self.explain)
        self.hide()
        jobs.submit(unused_gpu, self.show_found)

    @Slot(object)
    def show_found(self, found: UnusedGPU | Failure | None) -> None:
        """Say what was found; nothing, or a failure to look, hides the button."""
        self._found = None if isinstance(found, Failure) else found
        self.setVisible(self._found is not None)
        if self._found is None:
            return
        maker = self._found.maker
        self.setText(self.tr("{0} GPU not used").format(maker))
        self.setToolTip(
            self.tr("The installed PyTorch cannot use the {0} GPU: click to see what to do").format(maker)
        )

    @Slot()
    def explain(self) -> None:
        """Open the dialog with the commands."""
        if self._found is not None:
            UnusedGPUDialog(self._found, self.window()).open()


class UnusedGPUDialog(QDialog):
    """What is wrong, and the commands to copy into a terminal."""

    def __init__(self, found: UnusedGPU, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("{0} GPU not used").format(found.maker))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        says = self.tr(
            "This computer has the driver of an {0} GPU, but the {1} build of PyTorch is installed. VAEs run many times faster "
            "with the {2} build."
        )
        what = QLabel(says.format(found.maker, found.installed, found.build), self)
        todo = QLabel(
            self.tr(
                "Close VAELab, run these commands in a terminal, then start VAELab again. The download is a few GB."
            ),
            self,
        )
        self.commands = QPlainTextEdit("\n".join(found.commands), self)
        self.commands.setReadOnly(True)
        # One line is one command.
        self.commands.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.commands.setAccessibleName(self.tr("Commands"))
        self.commands.document().setDefaultFont(theme.mono(self.font()))
        self.copy = QPushButton(self.tr("Copy the commands"), self)
        self.copy.clicked.connect(self._copy)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.copy, close):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        for label in (what, todo):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self.commands, 1)
        layout.addLayout(buttons)
        widest = max(map(QFontMetrics(theme.mono(self.font())).horizontalAdvance, found.commands))
        resize_within_screen(self, max(560, widest + 80), max(240, 14 * self.fontMetrics().lineSpacing()))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.commands.toPlainText())
