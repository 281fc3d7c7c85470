"""What models tell their tables besides words: the roles of items."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

NUMBER_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The cell's raw number, None where there is none."""
HINT_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""Of a header: the muted second line."""
MARK_ROLE = int(Qt.ItemDataRole.UserRole) + 3
"""1 for the best value of its column, 2 for the second best, 0 otherwise."""
UNDER_ROLE = int(Qt.ItemDataRole.UserRole) + 4
"""The muted lines under a cell's value: interval, or difference to the baseline and how often it wins."""
SERIES_ROLE = int(Qt.ItemDataRole.UserRole) + 5
"""Of the label's cell: the VAE's place, which tells its colour."""
HEAT_ROLE = int(Qt.ItemDataRole.UserRole) + 6
"""(background, words) of a cell that is coloured by its value; None for one that is not."""

ROOT = QModelIndex()
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
