"""Line icons, drawn from paths in the theme's text colour and drawn anew when the theme changes."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from vaelab.gui.style import theme

# Paths on a 24 x 24 grid, stroked with round ends. Our own drawings.
_PATHS: dict[str, str] = {
    "folder": "M3 6.5h6l2 2.5h10v9.5H3z",
    "image": "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01",
    "add": "M12 5v14M5 12h14",
    "remove": "M6 6l12 12M18 6L6 18",
    "play": "M8 5l11 7-11 7z",
    "pause": "M8 5v14M16 5v14",
    "stop": "M6.5 6.5h11v11h-11z",
    "swap": "M4 8h15l-4-4M20 16H5l4 4",
    "fit": "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
    "actual": "M6 8v8M18 8v8M12 9.5h.01M12 14.5h.01M5 8h1M17 8h1",
    "eye": "M2.5 12c4-8 15-8 19 0c-4 8-15 8-19 0M12 9a3 3 0 1 0 .01 0",
    "two_up": "M4 5h7v14H4zM13 5h7v14h-7z",
    "swipe": "M4 5h16v14H4zM12 3v18M9 10l-2 2 2 2M15 10l2 2-2 2",
    "blink": "M5 5h9v9H5zM10 10h9v9h-9z",
    "difference": "M4 5h16v14H4zM8 12h8M12 8v1M12 15v1",
    "map": "M4 5h16v14H4zM7 16c2-6 4-6 5-3s3 2 5-5",
    "grid": "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
    "lasso": "M12 4c-4.4 0-8 2.4-8 5.5S7.6 15 12 15s8-2.4 8-5.5S16.4 4 12 4zM8 14.5c-1 1.5-.5 3 1 3.5s2 1.5 1 3",
    "export": "M12 15V4M8 8l4-4 4 4M5 14v6h14v-6",
    "copy": "M8 8h11v12H8zM5 16V4h10",
    "warning": "M12 4l9.5 16h-19zM12 10v4.5M12 17.2h.01",
    "check": "M5 12.5l4.5 4.5L19 7",
    "info": "M12 3.5a8.5 8.5 0 1 0 .01 0M12 11v5.5M12 7.5h.01",
    "chevron": "M9 6l6 6-6 6",
    "chevron_down": "M6 9l6 6 6-6",
    "search": "M10.5 4.5a6 6 0 1 0 .01 0M15 15l5 5",
    "options": "M4 8h9M17 8h3M4 16h3M11 16h9M15 6v4M9 14v4",
    "sun": "M12 8a4 4 0 1 0 .01 0M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
    "save": "M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6",
    "marker": "M3 15h18v5H3zM6.6 15v5M10.2 15v5M13.8 15v5M17.4 15v5M4 4h16",
    "histogram": "M4 20V4M4 20h16M8 17v-4M12 17V7M16 17v-7",
    "more": "M5.5 12h.01M12 12h.01M18.5 12h.01",
    "excluded": "M12 3.5a8.5 8.5 0 1 0 .01 0M6 6l12 12",
    "flag": "M6 21V4h11l-2 4 2 4H6",
    "pin": "M12 21c-4-5-6-7.6-6-11a6 6 0 0 1 12 0c0 3.4-2 6-6 11M12 7.6a2.2 2.2 0 1 0 .01 0",
    "reopen": "M4 12a8 8 0 1 1 2.5 5.8M4 18v-5h5",
}


def pixmap(name: str, color: str, side: int, ratio: float) -> QPixmap:
    """Return an icon of ``side`` logical px in one colour, sharp at a device pixel ratio; drawn once, kept in Qt's cache."""
    key = f"vaelab {name} {color} {side} {ratio}"
    result = QPixmap()
    if QPixmapCache.find(key, result):
        return result
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{_PATHS[name]}" fill="none" '
        f'stroke="{color}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
    result = QPixmap(round(side * ratio), round(side * ratio))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side * ratio, side * ratio))
    painter.end()
    result.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, result)
    return result


_REDRAWING = (
    QEvent.Type.PaletteChange,
    QEvent.Type.StyleChange,
    QEvent.Type.FontChange,
    QEvent.Type.DevicePixelRatioChange,
)


class _Dresser(QObject):
    """Redraws the icon of one button or label whenever colours, text size or resolution change."""

    def __init__(self, target: QAbstractButton | QLabel, name: str, role: str, side: int) -> None:
        super().__init__(target)
        self._target, self._name, self._role, self._side = target, name, role, side
        self._drawn: tuple[object, ...] = ()
        target.installEventFilter(self)
        self.draw()

    def draw(self) -> None:
        colors = theme.current(self._target)
        color, side = getattr(colors, self._role), round(self._side * theme.text_scale())
        ratio = max(self._target.devicePixelRatioF(), 1.0)
        drawn = (self._name, color, colors.border, side, ratio)
        if (
            drawn == self._drawn
        ):  # Qt tells of every change several times, and of a style's at each new parent
            return
        self._drawn = drawn
        picture = pixmap(self._name, color, side, ratio)
        if isinstance(self._target, QAbstractButton):
            icon = QIcon(picture)
            icon.addPixmap(pixmap(self._name, colors.border, side, ratio), QIcon.Mode.Disabled)  # faint
            self._target.setIcon(icon)
            self._target.setIconSize(QSize(side, side))
        else:
            self._target.setPixmap(picture)

    def change(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self.draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Redraw after a change of theme, text size or screen."""
        if event.type() in _REDRAWING:
            self.draw()
        return super().eventFilter(watched, event)


def dress(target: QAbstractButton | QLabel, name: str, role: str = "text", side: int = 18) -> None:
    """Give a button or label an icon that follows the theme; a second call changes it."""
    for child in target.children():
        if isinstance(child, _Dresser):
            child.change(name, role)
            return
    _Dresser(target, name, role, side)
