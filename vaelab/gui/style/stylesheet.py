"""The style sheet: what Qt's palette cannot say, for one theme and text size."""

from __future__ import annotations

from pathlib import Path

from vaelab.gui.style.palette import Theme, mix


def sheet(theme: Theme, points: float, pictures: Path) -> str:
    """Return the sheet; ``points`` is the size of plain text, ``pictures`` the folder of check marks and arrows."""
    t = theme
    accent_hover = mix(t.accent, t.text, 0.85).name()
    faint = mix(t.muted, t.surface, 0.75).name()
    check, down, up = (f"{pictures.as_posix()}/{name}-{t.name}.svg" for name in ("check", "down", "up"))
    box, arrow = round(points * 1.7), round(points * 1.2)
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
QFrame[role="problem"] {{ background: {t.raised}; border: 1px solid {t.bad}; border-radius: 8px; }}
QFrame[role="drop"] {{ background: {t.surface}; border: 1px dashed {t.muted}; border-radius: 10px; }}
QFrame[role="dropping"] {{ background: {t.selection}; border: 2px dashed {t.accent}; border-radius: 10px; }}
QFrame[role="strip"] {{ background: {t.surface}; border: none; border-bottom: 1px solid {t.border}; }}
QFrame[role="banner"] {{ background: {t.selection}; border: none; border-bottom: 1px solid {t.border}; }}
QFrame[role="banner-warn"] {{ background: {t.caution}; border: none; border-bottom: 1px solid {t.border}; }}
QFrame[role="banner-bad"] {{ background: {t.alarm}; border: none; border-bottom: 1px solid {t.border}; }}
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
    padding: 2px 4px; min-height: 20px; min-width: 16px; }}
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
    alternate-background-color: {mix(t.raised, t.surface, 0.5).name()}; }}
QTableView::item:selected, QListView::item:selected {{ background: {t.selection}; color: {t.text}; }}
QTreeView::item {{ padding: 4px 4px; }}
QTreeView::item:selected {{ background: {t.selection}; color: {t.text}; }}
QListWidget::item {{ padding: 5px 8px; border-radius: 4px; }}
QHeaderView {{ background: {t.surface}; border: none; }}
QHeaderView::section {{ background: {t.surface}; color: {t.text}; border: none; padding: 4px 8px;
    border-bottom: 1px solid {t.border}; }}
QTableCornerButton::section {{ background: {t.surface}; border: none; }}
QSpinBox, QDoubleSpinBox {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border};
    border-radius: 6px; padding: 3px 4px; min-height: 20px; selection-background-color: {t.accent};
    selection-color: {t.on_accent}; }}
QSpinBox:focus, QDoubleSpinBox:focus {{ border: 1px solid {t.accent}; }}
QSpinBox:disabled, QDoubleSpinBox:disabled, QLineEdit:disabled {{ color: {faint}; background: transparent; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: border; border: none;
    background: transparent; width: {arrow + 8}px; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; margin: 2px 2px 0 0; border-radius: 4px; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; margin: 0 2px 2px 0; border-radius: 4px; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {t.hover}; }}
QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: {arrow - 2}px; height: {arrow - 2}px; }}
QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: {arrow - 2}px; height: {arrow - 2}px; }}
QComboBox {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; border-radius: 6px;
    padding: 3px 2px 3px 6px; min-height: 20px; }}
QComboBox:hover {{ background: {t.hover}; }}
QComboBox:focus {{ border: 1px solid {t.accent}; }}
QComboBox:disabled {{ color: {faint}; background: transparent; }}
QComboBox::drop-down {{ subcontrol-origin: border; subcontrol-position: center right; border: none;
    width: {arrow + 8}px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: {arrow}px; height: {arrow}px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border};
    selection-background-color: {t.selection}; selection-color: {t.text}; outline: 0; }}
QCheckBox {{ min-height: 24px; min-width: 4px; spacing: 6px; }}
QCheckBox::indicator {{ width: {box}px; height: {box}px; border: 1px solid {t.muted}; border-radius: 4px;
    background: {t.surface}; }}
QCheckBox::indicator:hover {{ border: 1px solid {t.accent}; }}
QCheckBox::indicator:focus {{ border: 2px solid {t.accent}; width: {box - 2}px; height: {box - 2}px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border: 1px solid {t.accent}; image: url("{check}"); }}
QCheckBox::indicator:checked:focus {{ border: 2px solid {t.text}; }}
QCheckBox::indicator:disabled {{ border: 1px solid {t.border}; background: transparent; }}
QCheckBox::indicator:checked:disabled {{ background: {t.muted}; border: 1px solid {t.muted}; }}
QLineEdit {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border}; border-radius: 6px;
    padding: 4px 6px; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:focus {{ border: 1px solid {t.accent}; }}
QAbstractSpinBox QLineEdit {{ background: transparent; border: none; padding: 0px 0px 0px 6px; }}
QLineEdit[role="invalid"] {{ border: 1px solid {t.bad}; }}
QLineEdit QToolButton {{ background: transparent; border: none; padding: 0px; min-height: 0px; }}
QProgressBar {{ background: {t.raised}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget[role="body"] {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {mix(t.muted, t.surface, 0.45).name()}; border-radius: 4px; margin: 2px;
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
