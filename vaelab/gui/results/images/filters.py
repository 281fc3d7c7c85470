"""Filter expressions: ``lpips > 0.05 and vae == "mini"``, parsed into a mask over NumPy columns, never evaluated as code."""

from __future__ import annotations

import ast
import itertools
import operator
import re
import warnings
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from vaelab.arrays import Array, Mask
from vaelab.errors import UsageError, did_you_mean
from vaelab.gui.models.row_columns import LEADING_COLUMNS
from vaelab.gui.models.rows_model import RowsModel

FilterValue = Any
"""A float array over the rows, an object array of words, a number or a word."""

Filter = Callable[[RowsModel], Mask]

_WORDS = (*(column.name for column in LEADING_COLUMNS if column.word), "note")
_ALIASES = {
    "j": "score",
    "rho_g": "gradient_ratio",
    "rho_c": "color_ratio",
    "gamma": "contrast_gain",
    "b": "brightness_bias",
}
_COMPARISONS: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_ARITHMETIC: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_MARKED: Mapping[str, Callable[[RowsModel], Mask]] = {
    "failed": RowsModel.failed,
    "flagged": RowsModel.flagged,
    "excluded": RowsModel.excluded,
}
_COMPARES = re.compile(r"[<>=]|\babs\(")
_JOINS = re.compile(r"\b(?:and|or|not|in)\b|&&|\|\|")
_LONGEST, _DEEPEST = 500, 40


def parse(text: str, model: RowsModel) -> Filter | None:
    """Return what decides which rows show; None for an empty text.

    Text that compares nothing is searched for in names of images, VAEs and in notes. Otherwise it is an expression of
    column names, numbers, quoted words, comparisons, ``and``, ``or``, ``not``, ``in``, ``+ - * /`` and ``abs()``; ``failed``,
    ``flagged`` and ``excluded`` stand for themselves. A row without a value never passes a comparison.

    Raises:
        UsageError: it is no such expression, or names no column.
    """
    text = text.strip()
    if not text:
        return None
    if len(text) > _LONGEST:
        raise UsageError(f"A filter may have {_LONGEST} characters at most.")
    if not _COMPARES.search(text):
        # "flowers in a vase" is no expression, but words to look for.
        named = {word.lower() for word in re.findall(r"\w+", text)} & set(filter_names(model))
        if text.lower() not in _MARKED and not (named and _JOINS.search(text)):
            return _search(text.casefold().split())
    return _expression(text, model)


def _expression(text: str, model: RowsModel) -> Filter:
    evaluate = _boolean(_tree(text), {column.name for column in model.metrics})

    def keep(rows: RowsModel) -> Mask:
        with np.errstate(all="ignore"):
            found = evaluate(rows)
        return np.broadcast_to(np.asarray(found, dtype=bool), (len(rows.rows()),))

    return keep


def filter_names(model: RowsModel) -> tuple[str, ...]:
    """Return every name that an expression may use, the words first."""
    return (*_WORDS, *_MARKED, *(column.name for column in model.metrics), "width", "height", *_ALIASES)


def _tree(text: str) -> ast.expr:
    source = re.sub(r"(?<![<>=!])=(?!=)", "==", text).replace("&&", " and ").replace("||", " or ")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "1 and2": Python has an opinion on the missing space
            tree = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        reason = getattr(error, "msg", "") or "it cannot be read"
        raise UsageError(
            f'This is no filter ({reason}): write it like  lpips > 0.05 and vae == "mini"'
        ) from None
    if _depth(tree) > _DEEPEST:
        raise UsageError(f"A filter may be nested {_DEEPEST} deep at most.")
    return tree


def _depth(tree: ast.AST) -> int:
    depth, level = 0, [tree]
    while level:
        depth, level = depth + 1, [child for node in level for child in ast.iter_child_nodes(node)]
    return depth


def _search(words: list[str]) -> Filter:
    def keep(model: RowsModel) -> Mask:
        columns = (model.rows().texts(name) for name in ("image", "vae", "note"))
        texts = ("\n".join(cells).casefold() for cells in zip(*columns, strict=True))
        return np.fromiter(
            (all(word in text for word in words) for text in texts), dtype=bool, count=len(model.rows())
        )

    return keep


_Node = Callable[[RowsModel], FilterValue]


def _boolean(node: ast.expr, names: set[str]) -> _Node:
    if isinstance(node, ast.BoolOp):
        parts = [_boolean(part, names) for part in node.values]
        join = np.logical_and if isinstance(node.op, ast.And) else np.logical_or

        def joined(model: RowsModel) -> FilterValue:
            result = parts[0](model)
            for part in parts[1:]:
                result = join(result, part(model))
            return result

        return joined
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        inner = _boolean(node.operand, names)
        return lambda model: np.logical_not(inner(model))
    if isinstance(node, ast.Compare):
        return _compare(node, names)
    if isinstance(node, ast.Name) and node.id.lower() in _MARKED:
        return _MARKED[node.id.lower()]
    raise UsageError("A filter compares something, for example  lpips > 0.05")


def _compare(node: ast.Compare, names: set[str]) -> _Node:
    sides = [_operand(side, names) for side in (node.left, *node.comparators)]
    steps: list[Callable[[FilterValue, FilterValue], FilterValue]] = []
    for kind, ((_, left_word), (_, right_word)) in zip(node.ops, itertools.pairwise(sides), strict=True):
        if isinstance(kind, ast.In | ast.NotIn):
            if not (left_word and right_word):
                raise UsageError('"in" looks for a word in a word, for example  "cat" in image')
            steps.append(_contained if isinstance(kind, ast.In) else _not_contained)
            continue
        if type(kind) not in _COMPARISONS:
            raise UsageError("A filter knows the comparisons < <= > >= == != and in.")
        if left_word != right_word:
            raise UsageError("A word can only be compared with a word in quotes, a number with a number.")
        if left_word and not isinstance(kind, ast.Eq | ast.NotEq):
            raise UsageError("Words can be equal (==), different (!=) or contained (in).")
        steps.append(_COMPARISONS[type(kind)])

    def compared(model: RowsModel) -> FilterValue:
        values = [side[0](model) for side in sides]
        result: FilterValue = True
        for step, (left, right) in zip(steps, itertools.pairwise(values), strict=True):
            known = _known(left) & _known(right)
            result = np.logical_and(result, np.logical_and(step(left, right), known))
        return result

    return compared


def _known(value: FilterValue) -> FilterValue:
    if isinstance(value, np.ndarray) and value.dtype == np.float64:
        return ~np.isnan(value)
    return np.True_


def _contained(needle: FilterValue, hay: FilterValue) -> FilterValue:
    pairs = np.broadcast(np.asarray(needle, dtype=object), np.asarray(hay, dtype=object))
    found = np.fromiter(
        (str(a).casefold() in str(b).casefold() for a, b in pairs), dtype=bool, count=pairs.size
    )
    return found.reshape(pairs.shape)


def _not_contained(needle: FilterValue, hay: FilterValue) -> FilterValue:
    return np.logical_not(_contained(needle, hay))


def _operand(node: ast.expr, names: set[str]) -> tuple[_Node, bool]:
    """The value of one side, and whether it is a word."""
    if isinstance(node, ast.Constant):
        value = node.value
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise UsageError(f"{value!r} is neither a number nor a word.")
        try:
            constant = value if isinstance(value, str) else float(value)
        except OverflowError:
            raise UsageError("A number in a filter may have 300 digits at most.") from None
        return (lambda model: constant), isinstance(value, str)
    if isinstance(node, ast.Name):
        return _column(node.id, names)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        inner = _number(node.operand, names)
        sign = -1.0 if isinstance(node.op, ast.USub) else 1.0
        return (lambda model: sign * inner(model)), False
    if isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC:
        left, right = _number(node.left, names), _number(node.right, names)
        do = _ARITHMETIC[type(node.op)]
        return (lambda model: do(np.asarray(left(model), dtype=np.float64), right(model))), False
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "abs"
        and len(node.args) == 1
    ):
        inner = _number(node.args[0], names)
        return (lambda model: np.abs(inner(model))), False
    raise UsageError("A filter knows column names, numbers, words in quotes, + - * / and abs().")


def _number(node: ast.expr, names: set[str]) -> _Node:
    value, is_word = _operand(node, names)
    if is_word:
        raise UsageError("One cannot calculate with words.")
    return value


def _words(model: RowsModel, name: str) -> Array:
    if name == "status":
        return np.where(model.failed(), "failed", "ok").astype(object)
    return np.array(model.rows().texts(name), dtype=object)


def _column(name: str, names: set[str]) -> tuple[_Node, bool]:
    wanted = _ALIASES.get(name.lower(), name.lower())
    if wanted in _WORDS:
        return (lambda model: _words(model, wanted)), True
    if wanted in ("width", "height"):
        return (lambda model: np.where((sides := model.rows().codes(wanted)) > 0, sides, np.nan)), False
    if wanted not in names:
        hint = did_you_mean(wanted, [*names, *_WORDS, *_MARKED])
        raise UsageError(f"There is no column '{name}'.{hint}")
    return (lambda model: model.values(wanted)), False
