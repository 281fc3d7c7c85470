"""Puts colours, fonts and the style sheet to use: themes of our own, since not every platform tells light from dark."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from vaelab.gui.style.palette import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, THEMES, Theme, mix
from vaelab.gui.style.stylesheet import sheet

ThemeName = Literal["system", "light", "dark"]
TEXT_SIZES = (100, 125, 150, 200)
"""Text sizes on offer, in percent of the system's."""


def desktop_is_dark() -> bool:
    """Whether the desktop says that it is dark."""
    return QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def resolve(name: ThemeName, *, contrast: bool = False) -> Theme:
    """Return the theme to show; ``system`` follows the desktop, and is light where the desktop does not say."""
    dark = desktop_is_dark() if name == "system" else name == "dark"
    if contrast:
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT


def current(widget: QWidget | None = None) -> Theme:
    """Return the theme in force, told from the palette, so that it is right in a ``PaletteChange`` too."""
    # The application's, not the widget's: a style sheet bends the palette of the widgets that it paints.
    colors = QApplication.palette()
    window, text = (
        colors.color(role).name() for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Text)
    )
    exact = next((theme for theme in THEMES if (theme.window, theme.text) == (window, text)), None)
    return exact or (DARK if QColor(window).lightnessF() < 0.5 else LIGHT)


def apply(app: QApplication, name: ThemeName, text_percent: int = 100, *, contrast: bool = False) -> Theme:
    """Give the whole application a theme and a text size, at once and while it runs."""
    theme = resolve(name, contrast=contrast)
    base = app.property("vaelab_base_points")
    if base is None:  # the first time: each new style makes every widget look up its looks again
        app.setStyle(QStyleFactory.create("Fusion"))
        base = max(app.font().pointSizeF(), 9.0)
        app.setProperty("vaelab_base_points", base)
    app.setProperty("vaelab_text_scale", text_percent / 100)  # before the font: icons ask when it changes
    font = QFont(app.font())
    if font.pointSizeF() != base * text_percent / 100:
        font.setPointSizeF(base * text_percent / 100)
        app.setFont(font)
    look = f"{theme.name} {contrast} {text_percent}"
    if app.property("vaelab_look") != look:
        app.setProperty("vaelab_look", look)
        app.setPalette(palette(theme))
        app.setStyleSheet(sheet(theme, base * text_percent / 100, icons_folder()))
    return theme


def text_scale() -> float:
    """Return how large text is, 1 for the desktop's size: what stands beside words grows with them."""
    app = QApplication.instance()
    return float((app.property("vaelab_text_scale") if app is not None else None) or 1.0)


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme, disabled colours and all."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    result = QPalette()
    colors = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: mix(theme.raised, theme.surface, 0.5).name(),
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.bad,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Light: theme.hover,
        role.Midlight: theme.hover,
        role.Mid: theme.border,
        role.Dark: theme.border,
        role.Shadow: "#000000" if theme.name == "dark" else "#8b909a",
    }
    for which, color in colors.items():
        result.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group.Disabled, which, mix(theme.muted, theme.surface, 0.75))
    result.setColor(group.Disabled, role.Highlight, QColor(theme.border))
    result.setColor(group.Disabled, role.HighlightedText, QColor(theme.muted))
    return result


def icons_folder() -> Path:
    """Return the folder of the small pictures that the style sheet needs."""
    return Path(__file__).resolve().parent / "pictures"


def tabular(font: QFont) -> QFont:
    """Return the font with digits of equal width, so that columns of numbers align."""
    result = QFont(font)
    if hasattr(result, "setFeature"):
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


def mono(font: QFont) -> QFont:
    """Return a fixed-width font of the same size."""
    result = QFont(font)
    result.setFamilies(["Cascadia Mono", "SF Mono", "DejaVu Sans Mono", "Monospace"])
    result.setStyleHint(QFont.StyleHint.Monospace)
    result.setPointSizeF(QFontInfo(font).pointSizeF())
    return result


def set_role(widget: QWidget, role: str) -> None:
    """Mark a widget for the style sheet: ``title``, ``heading``, ``muted``, ``card``, ``primary``, ``quiet`` and the like."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
