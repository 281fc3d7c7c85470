"""The options: a form generated from the settings' own metadata, closed to one line until it is wanted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from vaelab.gui.core.engine_text import option_help, option_label
from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.setup.cards import Card
from vaelab.gui.setup.model import SetupModel
from vaelab.gui.setup.presets import PresetsMenu
from vaelab.gui.style import icons, theme
from vaelab.precisions import EXACT
from vaelab.settings import Option, options

_GROUPS = ("images", "marker", "device", "metrics", "output")


class Quiet(QComboBox):
    """A combo box that the wheel does not change while one scrolls past it."""

    def wheelEvent(self, event: Any) -> None:
        """Scroll the form instead."""
        event.ignore()


class QuietSpin(QSpinBox):
    """A spin box of the same manners."""

    def wheelEvent(self, event: Any) -> None:
        """Scroll the form instead."""
        event.ignore()


class Field(QWidget):
    """The control of one option.

    Signals:
        edited: name and new value.
    """

    edited = Signal(str, object)

    def __init__(self, name: str, option: Option, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.option = name, option
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.control: QComboBox | QSpinBox | QLineEdit | QCheckBox
        self._word: QComboBox | None = None
        if option.choices:
            self.control = Quiet(self)
            self.control.addItems(option.choices)
            self.control.currentTextChanged.connect(self._emit)
        elif option.minimum is not None:
            self.control = QuietSpin(self)
            self.control.setRange(option.minimum, option.maximum or 10_000_000)
            self.control.setSuffix(f" {option.unit}" if option.unit else "")
            self.control.setKeyboardTracking(False)
            if option.auto:
                self._word = Quiet(self)
                self._word.addItems([*option.auto, self.tr("number")])
                self._word.setAccessibleName(option_label(option.label))
                self._word.currentIndexChanged.connect(self._emit)
                box.addWidget(self._word, 1)
            self.control.valueChanged.connect(self._emit)
        elif isinstance(option.default, bool):
            self.control = QCheckBox(self)
            self.control.toggled.connect(self._emit)
        else:
            self.control = QLineEdit(self)
            self.control.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.control.editingFinished.connect(self._emit)
        self.control.setAccessibleName(option_label(option.label))
        self.control.setToolTip(option_help(option))
        for control in (self.control, self._word):
            if isinstance(control, QComboBox):
                control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                words = [control.itemText(place) for place in range(control.count())]
                control.setMinimumContentsLength(max(5, *map(len, words)))
            elif control is not None:
                control.setMinimumWidth(48)
        box.addWidget(self.control, 1)
        self._arrange()

    def value(self) -> Any:
        """The value, as the settings want it."""
        control = self.control
        if isinstance(control, QComboBox):
            return control.currentText()
        if isinstance(control, QCheckBox):
            return control.isChecked()
        if isinstance(control, QSpinBox):
            if self._word is not None and self._word.currentIndex() < len(self.option.auto):
                word = self.option.auto[self._word.currentIndex()]
                return self.option.value_of(word)
            return control.value()
        return control.text().strip()

    def show_value(self, value: Any) -> None:
        """Show a value without reporting it as an edit."""
        self.blockSignals(True)
        control = self.control
        if isinstance(control, QComboBox):
            control.setCurrentText(str(value))
        elif isinstance(control, QCheckBox):
            control.setChecked(bool(value))
        elif isinstance(control, QSpinBox):
            if self._word is not None:
                words = list(map(self.option.value_of, self.option.auto))
                self._word.setCurrentIndex(words.index(value) if value in words else len(words))
            if isinstance(value, int):
                control.setValue(value)
            self._arrange()
        else:
            control.setText(str(value))
        self.blockSignals(False)

    def _arrange(self) -> None:
        if self._word is not None:
            self.control.setVisible(self._word.currentIndex() == len(self.option.auto))

    @Slot()
    def _emit(self) -> None:
        self._arrange()
        self.edited.emit(self.name, self.value())


class OptionsCard(Card):
    """All options, in their groups."""

    def __init__(self, model: SetupModel, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(3, "", parent)
        self.title.setText(self.tr("Options"))
        self._model = model
        self.toggle = QToolButton(self)
        theme.set_role(self.toggle, "quiet")
        self.toggle.setCheckable(True)
        self.toggle.setAccessibleName(self.tr("Show all options"))
        self.toggle.setToolTip(self.tr("Show all options"))
        icons.dress(self.toggle, "chevron", "muted", 16)
        self.toggle.toggled.connect(self._open)
        self.presets_button = QToolButton(self)
        theme.set_role(self.presets_button, "quiet")
        icons.dress(self.presets_button, "options", "muted", 16)
        self.presets_button.setAccessibleName(self.tr("Presets"))
        self.presets_button.setToolTip(self.tr("Presets of options"))
        self.presets_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.presets = PresetsMenu(model, store, self)
        self.presets_button.setMenu(self.presets)
        self.head.addWidget(self.presets_button)
        self.head.addWidget(self.toggle)
        self._line = QLabel(self)
        self._line.setWordWrap(True)
        theme.set_role(self._line, "small")
        self.layout_.addWidget(self._line)
        self._form = QWidget(self)
        self._form.hide()
        self.layout_.addWidget(self._form)
        self.fields: dict[str, Field] = {}
        self._build()
        model.changed.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        headings = {
            "images": self.tr("Images"),
            "marker": self.tr("Calibration marker"),
            "device": self.tr("Device and precision"),
            "metrics": self.tr("Metrics"),
            "output": self.tr("Output"),
        }
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(6)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        known = options()
        for group in (*_GROUPS, *sorted({option.group for option in known.values()} - set(_GROUPS))):
            members = [(name, option) for name, option in known.items() if option.group == group]
            if not members:
                continue
            heading = QLabel(headings.get(group, group), self._form)
            theme.set_role(heading, "small")
            form.addRow(heading)
            for name, option in members:
                field = Field(name, option, self._form)
                label = QLabel(option_label(option.label), self._form)
                label.setToolTip(option_help(option))
                label.setBuddy(field.control)
                label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
                field.edited.connect(self._edited)
                form.addRow(label, field)
                self.fields[name] = field

    @Slot()
    def refresh(self) -> None:
        """Show the model's values, and what they mean together in one line."""
        for name, field in self.fields.items():
            if field.value() != self._model.values[name]:
                field.show_value(self._model.values[name])
        self._line.setText(self.summary())

    def summary(self) -> str:
        """What will be done, in one line."""
        values = self._model.values
        size = self.tr("own size") if values["fit"] == "native" else f"{values['size']} px {values['fit']}"
        marker = {
            "separate": self.tr("marker {0}, second pass").format(values["marker_preset"]),
            "embedded": self.tr("marker {0}, in the picture").format(values["marker_preset"]),
            "off": self.tr("no marker"),
        }[values["marker"]]
        precision = values["precision"] if values["precision"] != "auto" else EXACT
        keep = {
            "all": self.tr("pictures kept"),
            "none": self.tr("pictures not kept"),
            "reconstructions": self.tr("reconstructions kept"),
        }
        parts = [size, marker, f"{values['device']} {precision}", keep[values["save_images"]]]
        if values["limit"]:
            parts.append(self.tr("first {0}").format(values["limit"]))
        return " · ".join(parts)

    def lock(self, on: bool) -> None:
        """Make the form read-only while a run uses it."""
        self._form.setEnabled(not on)
        self.presets_button.setEnabled(not on)
        reason = self.tr("A run uses these options: they can be changed when the run has ended.")
        self._form.setToolTip(reason if on else "")
        self.presets_button.setToolTip(reason if on else self.tr("Presets of options"))

    @Slot(str, object)
    def _edited(self, name: str, value: Any) -> None:
        self._model.set_option(name, value)

    @Slot(bool)
    def _open(self, on: bool) -> None:
        self._form.setVisible(on)
        self._line.setVisible(not on)
        icons.dress(self.toggle, "chevron_down" if on else "chevron", "muted", 16)
