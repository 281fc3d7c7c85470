"""The engine's own words, named here so that Qt's tools find them: labels of the options."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

OPTION_LABELS = (
    QT_TRANSLATE_NOOP("options", "Size"),
    QT_TRANSLATE_NOOP("options", "Fit"),
    QT_TRANSLATE_NOOP("options", "Enlarge small images"),
    QT_TRANSLATE_NOOP("options", "Subfolders"),
    QT_TRANSLATE_NOOP("options", "Limit"),
    QT_TRANSLATE_NOOP("options", "Matte"),
    QT_TRANSLATE_NOOP("options", "Marker"),
    QT_TRANSLATE_NOOP("options", "Marker preset"),
    QT_TRANSLATE_NOOP("options", "Patch side"),
    QT_TRANSLATE_NOOP("options", "Corner"),
    QT_TRANSLATE_NOOP("options", "Device"),
    QT_TRANSLATE_NOOP("options", "Precision"),
    QT_TRANSLATE_NOOP("options", "Batch size"),
    QT_TRANSLATE_NOOP("options", "Tiling"),
    QT_TRANSLATE_NOOP("options", "Latent"),
    QT_TRANSLATE_NOOP("options", "Seed"),
    QT_TRANSLATE_NOOP("options", "Metrics"),
    QT_TRANSLATE_NOOP("options", "Save images"),
)


def option_label(label: str) -> str:
    """Return an option's label in the window's language."""
    return QCoreApplication.translate("options", label)
