"""The settings: how the window looks and speaks, where runs go, which keys do what. Each takes effect at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vaelab.errors import UsageError
from vaelab.gui.core.settings_store import SettingsStore, default_runs_folder
from vaelab.gui.i18n import languages
from vaelab.gui.keys.key_map import KeyMap
from vaelab.gui.keys.keys_page import KeysPage
from vaelab.gui.style import theme
from vaelab.gui.style.appearance import AppearanceSettings, theme_words
from vaelab.gui.widgets.screen_room import resize_within_screen
from vaelab.settings import expanded


class SettingsDialog(QDialog):
    """Two pages. Not modal: it may stay open beside the window."""

    def __init__(
        self, appearance: AppearanceSettings, store: SettingsStore, key_map: KeyMap, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.general = GeneralPage(appearance, store, self)
        self.keys = KeysPage(key_map, self)
        self.pages = QTabWidget(self)
        self.pages.setDocumentMode(True)
        self.pages.setAccessibleName(self.tr("Pages of the settings"))
        self.pages.addTab(self.general, self.tr("General"))
        self.pages.addTab(self.keys, self.tr("Keys"))
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        close.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.pages, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        letter = self.fontMetrics().horizontalAdvance("0")
        resize_within_screen(self, max(560, 72 * letter), max(560, 30 * self.fontMetrics().lineSpacing()))


class GeneralPage(QWidget):
    """Language, looks, and the folder of runs."""

    def __init__(
        self, appearance: AppearanceSettings, store: SettingsStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance, self._store = appearance, store
        form = QFormLayout(self)
        form.setContentsMargins(0, 16, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.language = self._choice(self.tr("Language"), languages.NAMES.items(), appearance.language())
        self.language.activated.connect(self._language_chosen)
        form.addRow(self.tr("Language"), self.language)
        self.theme = self._choice(self.tr("Theme"), theme_words().items(), appearance.theme_name())
        self.theme.activated.connect(self._theme_chosen)
        form.addRow(self.tr("Theme"), self.theme)
        sizes = [(size, f"{size} %") for size in theme.TEXT_SIZES]
        self.text_size = self._choice(self.tr("Text size"), sizes, appearance.text_size())
        self.text_size.activated.connect(self._text_size_chosen)
        form.addRow(self.tr("Text size"), self.text_size)
        self.contrast = QCheckBox(self.tr("High contrast"), self)
        self.contrast.setChecked(appearance.contrast())
        self.contrast.toggled.connect(appearance.set_contrast)
        form.addRow("", self.contrast)
        self.still = QCheckBox(self.tr("Less motion: nothing blinks by itself"), self)
        self.still.setChecked(appearance.reduced_motion())
        self.still.toggled.connect(appearance.set_reduced_motion)
        form.addRow("", self.still)
        form.addRow(self.tr("Runs go into"), self._folder())
        said = QLabel(
            self.tr(
                "Everything takes effect at once and stays on this computer. A run that goes on keeps its folder."
            ),
            self,
        )
        said.setWordWrap(True)
        theme.set_role(said, "muted")
        form.addRow(said)

    def _choice(self, name: str, words: Iterable[tuple[object, str]], now: object) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for value, text in words:
            box.addItem(text, value)
        box.setCurrentIndex(box.findData(now))
        return box

    def _folder(self) -> QWidget:
        self.folder = QLineEdit(self)
        self.folder.setAccessibleName(self.tr("Folder that runs go into"))
        self.folder.setText(str(self._store.runs_folder()))
        self.folder.setCursorPosition(0)
        self.folder.editingFinished.connect(self._folder_typed)
        choose = QPushButton(self.tr("Choose…"), self)
        choose.setAccessibleName(self.tr("Choose the folder that runs go into"))
        choose.clicked.connect(self._choose_folder)
        default = QPushButton(self.tr("Default"), self)
        default.setAccessibleName(self.tr("Default folder for runs"))
        default.clicked.connect(self._default_folder)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        theme.set_role(self.problem, "bad")
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        row.addWidget(default)
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.problem)
        return holder

    # What was chosen

    @Slot()
    def _language_chosen(self) -> None:
        self._appearance.set_language(str(self.language.currentData()))

    @Slot()
    def _theme_chosen(self) -> None:
        self._appearance.set_theme(self.theme.currentData())

    @Slot()
    def _text_size_chosen(self) -> None:
        self._appearance.set_text_size(int(self.text_size.currentData()))

    @Slot()
    def _folder_typed(self) -> None:
        self.set_folder(self.folder.text().strip())

    @Slot()
    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, self.tr("Folder that runs go into"), str(self._store.runs_folder())
        )
        if path:
            self.set_folder(path)

    @Slot()
    def _default_folder(self) -> None:
        self.set_folder("")

    def set_folder(self, text: str) -> None:
        """Let runs go into a folder; an empty text stands for the default."""
        obstacle = ""
        try:
            path = Path(expanded(text)) if text else default_runs_folder()
            if not path.is_absolute():
                obstacle = self.tr("Give the whole path, from the root or the drive on.")
            elif path.exists() and not path.is_dir():
                obstacle = self.tr("This is a file: choose a folder.")
        except UsageError as error:
            obstacle = str(error)
        self.problem.setText(obstacle)
        self.problem.setVisible(bool(obstacle))
        theme.set_role(self.folder, "invalid" if obstacle else "")
        if not obstacle:
            self._store.put("runs/folder", "" if path == default_runs_folder() else str(path))
            self.folder.setText(str(path))
