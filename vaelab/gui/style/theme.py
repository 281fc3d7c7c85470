"""Colours, fonts and the style sheet: two complete themes of our own, since not every platform tells light from dark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from vaelab.gui.style.stylesheet import mix, sheet
from vaelab.report import palette as palette_of_vaes

ThemeName = Literal["system", "light", "dark"]
TEXT_SIZES = (100, 125, 150, 200)
"""Text sizes on offer, in percent of the system's."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, as #rrggbb.

    Attributes:
        window, surface, raised, hover: backgrounds, from the window's own to that of a button under the pointer.
        border: lines between regions.
        text, muted: words; both readable (4.5:1) on every background.
        accent, on_accent: the one button to press, selection, progress; and words upon it.
        selection: background of a selected row, under ``text``.
        good, warn, bad: words and icons of an outcome; never the only sign of it.
        caution, alarm: backgrounds of a message that warns, and of one that tells of a failure, under ``text``.
        stage: neutral surround of pictures, without a hue that would tint them.
        series: colours of the VAEs in plots and marks, safe for colour-blind readers.
    """

    name: Literal["light", "dark"]
    window: str
    surface: str
    raised: str
    hover: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    good: str
    warn: str
    bad: str
    caution: str
    alarm: str
    stage: str
    series: tuple[str, ...]


LIGHT = Theme(
    name="light",
    window="#f1f2f5",
    surface="#ffffff",
    raised="#f6f7f9",
    hover="#e9ecf2",
    border="#d3d7df",
    text="#1a1d23",
    muted="#5a616e",
    accent="#1d5fd1",
    on_accent="#ffffff",
    selection="#d7e5fc",
    good="#0a6b52",
    warn="#8a5000",
    bad="#b3261e",
    caution="#fff0c2",
    alarm="#fce4e2",
    stage="#dcdcdc",
    series=palette_of_vaes.LIGHT,
)
DARK = Theme(
    name="dark",
    window="#14161a",
    surface="#1b1e24",
    raised="#262a32",
    hover="#313640",
    border="#343943",
    text="#e7e9ee",
    muted="#a2a9b6",
    accent="#74b0ff",
    on_accent="#0b1422",
    selection="#26405f",
    good="#62d3ae",
    warn="#f0b95c",
    bad="#ff8d84",
    caution="#423512",
    alarm="#4a2220",
    stage="#101010",
    series=palette_of_vaes.DARK,
)


LIGHT_CONTRAST = replace(
    LIGHT,
    window="#ffffff",
    raised="#ffffff",
    hover="#e2e6ee",
    border="#3c424d",
    text="#000000",
    muted="#2b3039",
    accent="#0b3f9e",
    selection="#c3d8fb",
    good="#00412f",
    warn="#5a3300",
    bad="#8a0f0a",
)
DARK_CONTRAST = replace(
    DARK,
    window="#000000",
    surface="#000000",
    raised="#0c0e12",
    hover="#2c323d",
    border="#aab2c0",
    text="#ffffff",
    muted="#d8dde6",
    accent="#a8cdff",
    on_accent="#000000",
    selection="#1d4a80",
    good="#9af0d2",
    warn="#ffd48a",
    bad="#ffc2bd",
)
THEMES = (LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST)


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
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    base = app.property("vaelab_base_points")
    if base is None:
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
