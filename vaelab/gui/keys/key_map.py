"""Which keys do what: the defaults of every action and every single key, and what the user made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from vaelab.gui.core.settings_store import SettingsStore
from vaelab.gui.keys.action_table import Actions
from vaelab.gui.keys.viewer_keys import ViewerKeys

_STORED = "keys/chosen"
_WINDOW, _LOOKING = "window.", "looking."


@dataclass(frozen=True)
class KeyLine:
    """One thing that a key does.

    Attributes:
        name: unique; ``window.`` or ``looking.`` and the name of the action or binding.
        words: what it does, in the window's language.
        keys: those in force, as portable text.
        default: those it has unless the user chose others.
        everywhere: whether the key acts in the whole window, or in tables and viewer only.
        do: does it; None where it lasts only as long as a key is held.
    """

    name: str
    words: str
    keys: tuple[str, ...]
    default: tuple[str, ...]
    everywhere: bool
    do: Callable[[], object] | None

    @property
    def changed(self) -> bool:
        """Whether the user chose other keys than the default."""
        return self.keys != self.default

    def shown(self) -> str:
        """The keys as this platform writes them."""
        return ", ".join(map(native, self.keys))


class KeyMap(QObject):
    """Knows, changes, keeps and applies the keys.

    Signals:
        changed: some action has other keys now.
    """

    changed = Signal()

    def __init__(
        self, actions: Actions, looking: ViewerKeys, store: SettingsStore, parent: QObject | None = None
    ) -> None:
        """Read what was chosen; :meth:`apply` puts it to use when all actions exist."""
        super().__init__(parent)
        self._actions, self._looking, self._store = actions, looking, store
        self._chosen = {
            str(name): tuple(dict.fromkeys(filter(None, map(portable, keys))))
            for name, keys in store.mapping(_STORED).items()
            if isinstance(keys, list) and all(isinstance(key, str) for key in keys)
        }

    def lines(self) -> Sequence[KeyLine]:
        """Everything that can have a key: actions in the order of the menus, then the keys of tables and viewer."""
        found = [
            self._line(_WINDOW + entry.name, _plain(action.text()), entry.keys, True, action.trigger)
            for entry, action in self._actions.all()
        ]
        for name, binding in self._looking.bindings.items():
            do = None if binding.release is not None else binding.do
            found.append(self._line(_LOOKING + name, binding.words, binding.keys, False, do))
        return found

    def _line(
        self, name: str, words: str, keys: Sequence[str], everywhere: bool, do: Callable[[], object] | None
    ) -> KeyLine:
        default = tuple(map(portable, keys))
        return KeyLine(name, words, self._chosen.get(name, default), default, everywhere, do)

    def line(self, name: str) -> KeyLine:
        """One of the lines."""
        return next(line for line in self.lines() if line.name == name)

    def holder(self, key: str, *, but: str = "") -> KeyLine | None:
        """What a key does already; None where it is free, or only the line named ``but`` has it."""
        wanted = portable(key)
        return next((line for line in self.lines() if wanted in line.keys and line.name != but), None)

    def choose(self, name: str, keys: Sequence[str]) -> None:
        """Give a line these keys, and take them from any other line."""
        wanted = tuple(dict.fromkeys(filter(None, map(portable, keys))))
        for line in self.lines():
            left = tuple(key for key in line.keys if key not in wanted)
            if line.name != name and left != line.keys:
                self._put(line, left)
        self._put(self.line(name), wanted)
        self._keep()

    def reset(self, name: str) -> None:
        """Give a line its default keys again, and take them from any other line."""
        self.choose(name, self.line(name).default)

    def reset_all(self) -> None:
        """Give every line its default keys again."""
        self._chosen = {}
        self._keep()

    def _put(self, line: KeyLine, keys: tuple[str, ...]) -> None:
        if keys == line.default:
            self._chosen.pop(line.name, None)
        else:
            self._chosen[line.name] = keys

    def _keep(self) -> None:
        self._store.put(_STORED, {name: list(keys) for name, keys in self._chosen.items()})
        self.apply()
        self.changed.emit()

    def _settle(self) -> None:
        """Leave each key to one line: a file may claim it twice, or a new version may use a key that was chosen."""
        seen: set[str] = set()
        for line in sorted(self.lines(), key=lambda line: not line.changed):
            left = tuple(key for key in line.keys if key not in seen)
            seen.update(left)
            if left != line.keys:
                self._put(line, left)

    def apply(self) -> None:
        """Put the keys to use; called once when all actions exist, and after every change."""
        self._settle()
        for line in self.lines():
            if line.everywhere:
                action = self._actions.action(line.name.removeprefix(_WINDOW))
                action.setShortcuts([QKeySequence(key) for key in line.keys])
        self._looking.set_keys(
            {
                name.removeprefix(_LOOKING): keys
                for name, keys in self._chosen.items()
                if name.startswith(_LOOKING)
            }
        )


def portable(key: str) -> str:
    """Return a key in the one way of writing it; empty where it is none."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def native(key: str) -> str:
    """Return a key as this platform writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _plain(words: str) -> str:
    return words.rstrip("…").replace("&", "")
