"""How the window looks and speaks: theme, contrast, text size, motion, language; chosen, kept, put to use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.i18n import languages
from vaelab.gui.style import theme

_REDUCED = "vaelab_reduced_motion"


class AppearanceSettings(QObject):
    """Reads and changes the choices; what the desktop prefers counts until the user chooses.

    Signals:
        language_wanted: code of a language that was chosen.
    """

    language_wanted = Signal(str)

    def __init__(self, store: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._desktop_changed)
        access = hints.accessibility() if hasattr(hints, "accessibility") else None  # Qt 6.10
        for name in ("contrastPreferenceChanged", "motionPreferenceChanged"):  # the second from Qt 6.12
            if hasattr(access, name):
                getattr(access, name).connect(self._desktop_changed)

    def theme_name(self) -> theme.ThemeName:
        """The theme that was chosen."""
        name = self._store.text("look/theme", "system")
        return "light" if name == "light" else "dark" if name == "dark" else "system"

    def set_theme(self, name: theme.ThemeName) -> None:
        """Change between light, dark and the desktop's."""
        self._store.put("look/theme", name)
        self.apply()

    def text_size(self) -> int:
        """The text size that was chosen, percent."""
        size = self._store.integer("look/text", 100)
        return size if size in theme.TEXT_SIZES else 100

    def set_text_size(self, percent: int) -> None:
        """Change the size of all text."""
        self._store.put("look/text", percent)
        self.apply()

    def contrast(self) -> bool:
        """Whether contrast is high."""
        return self._store.flag("look/contrast", _desktop_wants_contrast())

    def set_contrast(self, high: bool) -> None:
        """Change the contrast."""
        self._store.put("look/contrast", high)
        self.apply()

    def reduced_motion(self) -> bool:
        """Whether nothing should move by itself."""
        return self._store.flag("look/still", _desktop_wants_stillness())

    def set_reduced_motion(self, still: bool) -> None:
        """Let things move by themselves, or not."""
        self._store.put("look/still", still)
        self.apply()

    def language(self) -> str:
        """Code of the language that was chosen."""
        return languages.chosen(self._store)

    def set_language(self, code: str) -> None:
        """Choose a language."""
        if code != self.language():
            self._store.put("look/language", code)
            self.language_wanted.emit(code)

    @Slot()
    def apply(self) -> None:
        """Put the choices to use."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setProperty(_REDUCED, self.reduced_motion())
        theme.apply(app, self.theme_name(), self.text_size(), contrast=self.contrast())

    @Slot()
    def _desktop_changed(self) -> None:
        app = QApplication.instance()
        if app is not None and app.property(_REDUCED) is not None:  # looks are in use, not only kept
            self.apply()


def motion_is_reduced() -> bool:
    """Return whether nothing should move by itself, as the looks in force say."""
    app = QApplication.instance()
    return app is not None and bool(app.property(_REDUCED))


def _desktop_wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _desktop_wants_stillness() -> bool:
    hints = QGuiApplication.styleHints()
    read = (
        getattr(hints.accessibility(), "motionPreference", None) if hasattr(hints, "accessibility") else None
    )
    return read is not None and read() == Qt.MotionPreference.ReducedMotion  # type: ignore[attr-defined,unused-ignore]  # Qt 6.12


def theme_words() -> dict[theme.ThemeName, str]:
    """Return the themes on offer, and what they are called."""
    return {
        "system": QCoreApplication.translate("AppearanceSettings", "As the desktop"),
        "light": QCoreApplication.translate("AppearanceSettings", "Light"),
        "dark": QCoreApplication.translate("AppearanceSettings", "Dark"),
    }
