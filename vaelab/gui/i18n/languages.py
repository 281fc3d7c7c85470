"""The window's languages: catalogues made with Qt's own tools, loaded before the window is built."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from vaelab.gui.core.settings_store import SettingsStore

NAMES = {"en": "English", "ko": "한국어", "ja": "日本語", "zh_CN": "简体中文"}
"""Code to the language's own name."""
PSEUDO = "pseudo"
"""English with accents, a third longer, in brackets: what is not translated, or has no room, meets the eye. Not on offer."""


def folder() -> Path:
    """Return where the catalogues lie."""
    return Path(__file__).resolve().parent


def chosen(store: SettingsStore) -> str:
    """Return the language that was chosen, else the system's where there is a catalogue for it, else English."""
    code = store.text("look/language")
    if code in NAMES:
        return code
    system = QLocale.system().name()
    return next((known for known in NAMES if known == system or known == system.split("_")[0]), "en")


def install(app: QApplication, code: str) -> bool:
    """Speak a language from here on; returns whether its catalogue was found (English needs none)."""
    known = "en" if code == PSEUDO else code
    QLocale.setDefault(QLocale(known))
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if code == PSEUDO:
        return app.installTranslator(_Pseudo(app))
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


def mirror(app: QApplication, on: bool) -> None:
    """Lay windows out from right to left, as Arabic and Hebrew are read, or from left to right."""
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if on else Qt.LayoutDirection.LeftToRight)


_PLACES = re.compile(r"(\{[^}]*\}|<[^>]*>|%n|%\d|&(?=\w))")
_ACCENTS = str.maketrans("AEIOUYaeiouycnszCNSZ", "ÅÉÎÖÛÝåéîöûýçñšžÇÑŠŽ")


def pseudo(text: str) -> str:
    """Return a text as the pseudo language says it; placeholders, tags and mnemonics stay."""
    if not text.strip():
        return text
    parts = _PLACES.split(text)
    said = "".join(part if place % 2 else part.translate(_ACCENTS) for place, part in enumerate(parts))
    longer = "~" * round(0.3 * len(_PLACES.sub("", text)))
    return f"[{said}{longer}]"


class _Pseudo(QTranslator):
    """Translates whatever it is asked for."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Say it in the pseudo language; names of metrics such as LPIPS are the same in all languages."""
        return source if context == "metrics" and " " not in source else pseudo(source)

    def isEmpty(self) -> bool:
        """It knows everything."""
        return False
