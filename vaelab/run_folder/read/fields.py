"""What the fields of a JSON file may hold: checked once, when it is read, so that nobody after that meets another type."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from vaelab.errors import no_json, one_line

Check = Callable[[object, str], None]
"""Accepts a value, or raises a ``FieldError`` that names where it stands."""

_DEEPEST = 50
_LARGEST = 2**63
_MOST_SHOWN = 60


class FieldError(ValueError):
    """A field of a JSON file holds something that does not belong there; the message is the rest of a sentence."""


def parse(data: bytes) -> Any:
    """Parse strict JSON: no NaN or Infinity, no number that is none to float64, no more than 50 levels.

    Raises:
        FieldError: it is something else.
    """
    try:
        plain = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except FieldError:
        raise
    except (ValueError, RecursionError) as error:
        raise FieldError(no_json(error)) from error
    _walk(plain)
    return plain


def _no_constant(word: str) -> NoReturn:
    raise FieldError(f"{word} is no number of JSON")


def _walk(plain: object) -> None:
    level = [plain]
    for _ in range(_DEEPEST):
        below: list[object] = []
        for value in level:
            if isinstance(value, dict):
                below += value.values()
            elif isinstance(value, list):
                below += value
            elif isinstance(value, float) and not math.isfinite(value):
                raise FieldError("a number in it is beyond all floats")
            elif isinstance(value, int) and abs(value) >= _LARGEST:
                raise FieldError("a whole number in it is beyond 64 bits")
        level = below
        if not level:
            return
    raise FieldError("its brackets are nested too deeply")


def _wrong(value: object, where: str, wanted: str) -> NoReturn:
    kinds = {dict: "a table", list: "a list", str: "text", bool: "true or false", type(None): "nothing"}
    found = kinds.get(type(value), "a number")
    raise FieldError(f"'{_shown(where)}' holds {found}, where {wanted} belongs")


def _shown(where: str) -> str:
    found = one_line(where)
    return found if len(found) <= _MOST_SHOWN else f"{found[: _MOST_SHOWN - 2]} …"


def anything(value: object, where: str) -> None:
    """Accept whatever it is: nobody reads it but as text."""


def text(value: object, where: str) -> None:
    """Accept text."""
    if not isinstance(value, str):
        _wrong(value, where, "text")


def flag(value: object, where: str) -> None:
    """Accept true or false."""
    if not isinstance(value, bool):
        _wrong(value, where, "true or false")


def whole(value: object, where: str) -> None:
    """Accept a whole number, zero or more."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        _wrong(value, where, "a whole number, zero or more,")


def number(value: object, where: str) -> None:
    """Accept a number."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        _wrong(value, where, "a number")


def bounded(low: float, high: float) -> Check:
    """Accept a number between two, both included."""

    def check(value: object, where: str) -> None:
        number(value, where)
        if not low <= value <= high:  # type: ignore[operator]  # a number: checked above
            raise FieldError(f"'{_shown(where)}' is {value}, which is not between {low:g} and {high:g}")

    return check


def one_of(*checks: Check) -> Check:
    """Accept what one of these accepts."""

    def check(value: object, where: str) -> None:
        for each in checks[:-1]:
            try:
                return each(value, where)
            except FieldError:
                continue
        return checks[-1](value, where)

    return check


def maybe(check: Check) -> Check:
    """Accept null, or what this accepts."""
    return lambda value, where: None if value is None else check(value, where)


def list_of(check: Check) -> Check:
    """Accept a list of these."""

    def every(value: object, where: str) -> None:
        if not isinstance(value, list):
            _wrong(value, where, "a list")
        for place, each in enumerate(value):
            check(each, f"{where}[{place}]")

    return every


def map_of(check: Check) -> Check:
    """Accept a table of these under any names."""

    def every(value: object, where: str) -> None:
        if not isinstance(value, dict):
            _wrong(value, where, "a table")
        for name, each in value.items():
            check(each, f"{where}.{name}")

    return every


def table(fields: Mapping[str, Check], *, needed: tuple[str, ...] = ()) -> Check:
    """Accept a table whose fields are these, as far as they are there; fields of other names may hold anything."""

    def check(value: object, where: str) -> None:
        if not isinstance(value, dict):
            _wrong(value, where or "the file", "a table")
        for name in needed:
            if name not in value:
                raise FieldError(f"it has no '{_shown(f'{where}.{name}'.lstrip('.'))}'")
        for name, each in fields.items():
            if name in value:
                each(value[name], f"{where}.{name}".lstrip("."))

    return check
