"""Colours, fonts and the style sheet: two complete themes of our own, since not every platform tells light from dark."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

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
    stage="#101010",
    series=palette_of_vaes.DARK,
)


def resolve(name: ThemeName) -> Theme:
    """Return the theme to show; ``system`` follows the desktop, and is light where the desktop does not say."""
    if name == "system":
        dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if name == "dark" else LIGHT


def current(widget: QWidget | None = None) -> Theme:
    """Return the theme in force, told from the palette, so that it is right in a ``PaletteChange`` too."""
    # The application's, not the widget's: a style sheet bends the palette of the widgets that it paints.
    return DARK if QApplication.palette().color(QPalette.ColorRole.Window).lightnessF() < 0.5 else LIGHT


def apply(app: QApplication, name: ThemeName, text_percent: int = 100) -> Theme:
    """Give the whole application a theme and a text size, at once and while it runs."""
    theme = resolve(name)
    if app.style().objectName() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    base = app.property("vaelab_base_points")
    if base is None:
        base = max(app.font().pointSizeF(), 9.0)
        app.setProperty("vaelab_base_points", base)
    font = QFont(app.font())
    if font.pointSizeF() != base * text_percent / 100:
        font.setPointSizeF(base * text_percent / 100)
        app.setFont(font)
    look = f"{theme.name} {text_percent}"
    if app.property("vaelab_look") != look:
        app.setProperty("vaelab_look", look)
        app.setPalette(palette(theme))
        app.setStyleSheet(_sheet(theme, base * text_percent / 100))
    return theme


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme, disabled colours and all."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    result = QPalette()
    colors = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: _mix(theme.raised, theme.surface, 0.5).name(),
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
        result.setColor(group.Disabled, which, _mix(theme.muted, theme.surface, 0.75))
    result.setColor(group.Disabled, role.Highlight, QColor(theme.border))
    result.setColor(group.Disabled, role.HighlightedText, QColor(theme.muted))
    return result


def icons_folder() -> Path:
    """Return the folder of the small pictures that the style sheet needs."""
    return Path(__file__).resolve().parent / "icons"


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


def _mix(a: str, b: str, share: float) -> QColor:
    one, two = QColor(a), QColor(b)
    return QColor.fromRgbF(
        *(share * x + (1 - share) * y for x, y in zip(one.getRgbF()[:3], two.getRgbF()[:3], strict=True))
    )


def _sheet(theme: Theme, points: float) -> str:
    t = theme
    accent_hover = _mix(t.accent, t.text, 0.85).name()
    faint = _mix(t.muted, t.surface, 0.75).name()
    return f"""
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; padding: 4px; }}
QLabel[role="title"] {{ font-size: {points * 1.7:.1f}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="small"] {{ color: {t.muted}; font-size: {points * 0.92:.1f}pt; }}
QLabel[role="warn"] {{ color: {t.warn}; }}
QLabel[role="bad"] {{ color: {t.bad}; }}
QLabel[role="good"] {{ color: {t.good}; }}
QLabel[role="number"] {{ color: {t.accent}; font-weight: 700; }}
QFrame[role="card"] {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: 8px; }}
QFrame[role="drop"] {{ background: {t.surface}; border: 1px dashed {t.muted}; border-radius: 10px; }}
QFrame[role="dropping"] {{ background: {t.selection}; border: 2px dashed {t.accent}; border-radius: 10px; }}
QFrame[role="strip"] {{ background: {t.surface}; border: none; border-bottom: 1px solid {t.border}; }}
QFrame[role="banner"] {{ background: {t.selection}; border: none; border-bottom: 1px solid {t.border}; }}
QFrame[role="line"] {{ background: {t.border}; max-height: 1px; min-height: 1px; border: none; }}
QPushButton, QToolButton {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border};
    border-radius: 6px; padding: 5px 12px; min-height: 18px; }}
QToolButton {{ padding: 4px 6px; }}
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.border}; }}
QPushButton:focus, QToolButton:focus {{ border: 1px solid {t.accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {faint}; background: transparent; }}
QPushButton:checked, QToolButton:checked {{ background: {t.selection}; border-color: {t.accent}; }}
QPushButton::menu-indicator, QToolButton::menu-indicator {{ image: none; width: 0px; }}
QPushButton[role="primary"] {{ background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent};
    font-weight: 600; padding: 8px 16px; }}
QPushButton[role="primary"]:hover {{ background: {accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {t.text}; padding: 7px 15px; }}
QPushButton[role="primary"]:disabled {{ background: {t.raised}; color: {faint}; border: 1px solid {t.border}; }}
QPushButton[role="quiet"], QToolButton[role="quiet"] {{ background: transparent; border: 1px solid transparent;
    padding: 2px 4px; min-height: 16px; }}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{ background: {t.hover}; }}
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {{ border: 1px solid {t.accent}; }}
QPushButton[role="chip"] {{ border-radius: 11px; padding: 2px 10px; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {t.border}; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; padding: 8px 14px; border: none;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom: 2px solid {t.accent}; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:focus {{ background: {t.hover}; }}
QTableView, QListView, QTreeView, QPlainTextEdit, QTextBrowser {{ background: {t.surface}; border: none;
    gridline-color: {t.border}; selection-background-color: {t.selection}; selection-color: {t.text};
    alternate-background-color: {_mix(t.raised, t.surface, 0.5).name()}; }}
QTableView::item:selected, QListView::item:selected {{ background: {t.selection}; color: {t.text}; }}
QListWidget::item {{ padding: 5px 8px; border-radius: 4px; }}
QHeaderView {{ background: {t.surface}; border: none; }}
QHeaderView::section {{ background: {t.surface}; color: {t.text}; border: none; padding: 4px 8px;
    border-bottom: 1px solid {t.border}; }}
QTableCornerButton::section {{ background: {t.surface}; border: none; }}
QSpinBox, QDoubleSpinBox, QComboBox {{ min-height: 20px; }}
QLineEdit {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border}; border-radius: 6px;
    padding: 4px 6px; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:focus {{ border: 1px solid {t.accent}; }}
QLineEdit[role="invalid"] {{ border: 1px solid {t.bad}; }}
QLineEdit QToolButton {{ background: transparent; border: none; padding: 0px; min-height: 0px; }}
QProgressBar {{ background: {t.raised}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget[role="body"] {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {_mix(t.muted, t.surface, 0.45).name()}; border-radius: 4px; margin: 2px;
    min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {t.border}; }}
QSplitter::handle:hover {{ background: {t.accent}; }}
QMenuBar {{ background: {t.window}; color: {t.text}; border-bottom: 1px solid {t.border}; }}
QMenuBar::item {{ padding: 5px 10px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.hover}; border-radius: 4px; }}
QMenu {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selection}; color: {t.text}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {t.border}; margin: 4px 8px; }}
QStatusBar {{ background: {t.window}; color: {t.muted}; border-top: 1px solid {t.border}; }}
QStatusBar QLabel {{ color: {t.muted}; }}
QStatusBar::item {{ border: none; }}
"""
