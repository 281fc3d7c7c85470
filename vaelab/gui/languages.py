"""The window's languages: catalogues made with Qt's own tools, loaded before the window is built."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from vaelab.gui.settings_store import SettingsStore

NAMES = {"en": "English", "ko": "한국어", "ja": "日本語", "zh_CN": "简体中文"}
"""Code to the language's own name."""


def folder() -> Path:
    """Return where the catalogues lie."""
    return Path(__file__).resolve().parent / "i18n"


def chosen(store: SettingsStore) -> str:
    """Return the language that was chosen, else the system's where there is a catalogue for it, else English."""
    code = store.text("look/language")
    if code in NAMES:
        return code
    system = QLocale.system().name()
    return next((known for known in NAMES if known == system or known == system.split("_")[0]), "en")


def install(app: QApplication, code: str) -> bool:
    """Speak a language from here on; returns whether its catalogue was found (English needs none)."""
    QLocale.setDefault(QLocale(code))
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if code == "en":
        return True
    own = QTranslator(app)
    found = own.load(f"vaelab_{code}", str(folder()))
    if found:
        app.installTranslator(own)
    qts = QTranslator(app)
    if qts.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qts)
    return found
