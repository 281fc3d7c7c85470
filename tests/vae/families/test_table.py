"""The table of families says everything of a family that is not in its folder, and it is said nowhere else."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import ROOT

from vaelab.vae.families.family import Family
from vaelab.vae.families.table import BY_KEY, CLASSES, FAMILIES

PACKAGE = ROOT / "vaelab"
FAMILIES_FOLDER = PACKAGE / "vae" / "families"
FOLDERS = {path.parent.name for path in FAMILIES_FOLDER.glob("*/__init__.py")}
START = "vaelab.vae.families."
PROGRAMS = "vaelab/vae/program/codec.py"
TRAINED = "vaelab/train/loop.py"


def file_of(module: str) -> Path:
    return ROOT / Path(*module.split(".")).with_suffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def strings(path: Path) -> Iterator[str]:
    """The constants of a module that are strings, without its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in statements:
            yield node.value


def outside() -> Iterator[Path]:
    """The modules of the package that are no family's and not the table."""
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(FAMILIES_FOLDER).parts if path.is_relative_to(FAMILIES_FOLDER) else ()
        if inside[:1] != ("table.py",) and not (inside and inside[0] in FOLDERS):
            yield path


def test_keys_and_places_are_each_familys_own() -> None:
    assert len(BY_KEY) == len(FAMILIES)
    places = [family.place for family in FAMILIES if family.place]
    assert len(set(places)) == len(places)
    ranks = [sign.rank for family in FAMILIES for sign in family.signs]
    assert len(set(ranks)) == len(ranks)
    costs = [name for family in FAMILIES for name in family.costs]
    assert len(set(costs)) == len(costs)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.key)
def test_every_row_is_complete(family: Family) -> None:
    recognizer = inspect.getmodule(family.recognize)
    assert recognizer is not None
    assert recognizer.__name__.startswith(START)
    assert family.key in strings(file_of(recognizer.__name__)), "its recognizer names no such family"
    if family.is_program:
        assert (family.build, family.layouts) == ("", ())
        return
    module, function = family.build.split(":")
    assert module.removeprefix(START).split(".")[0] in FOLDERS
    made = ast.parse(file_of(module).read_text("utf-8")).body
    assert function in {node.name for node in made if isinstance(node, ast.FunctionDef)}
    assert bool(family.layouts) == bool(family.place)
    assert all(family.label == name.partition(" ")[0] for name in family.costs if len(family.costs) == 1)


def test_every_folder_is_some_rows() -> None:
    named = {inspect.getmodule(family.recognize).__name__ for family in FAMILIES}  # type: ignore[union-attr]
    named |= {family.build.partition(":")[0] for family in FAMILIES}
    assert {name.removeprefix(START).split(".")[0] for name in named if name} == FOLDERS


def test_no_family_needs_anothers_folder() -> None:
    crossed = {
        (folder, name.removeprefix(START).split(".")[0])
        for folder in FOLDERS
        for path in (FAMILIES_FOLDER / folder).glob("*.py")
        for name in imports(path)
        if name.startswith(START) and name.removeprefix(START).split(".")[0] in FOLDERS - {folder}
    }
    # Why a program that is nearly a tokenizer of Cosmos is none.
    assert crossed == {("torchscript", "cosmos")}


def test_only_the_table_reaches_into_the_folders_of_families() -> None:
    reached = {
        (path.relative_to(ROOT).as_posix(), name.removeprefix(START).split(".")[0])
        for path in outside()
        for name in imports(path)
        if name.startswith(START) and name.removeprefix(START).split(".")[0] in FOLDERS
    }
    # What runs programs, and what trains VAELab's own.
    assert reached == {(PROGRAMS, "torchscript"), (TRAINED, "vaelab")}


def test_no_family_is_named_elsewhere() -> None:
    # VAELab's own are built-ins, too; a published VAE is found by this word.
    names = {*BY_KEY, *CLASSES} - {"linear", "mini", "flux2"}
    named = {
        (path.relative_to(ROOT).as_posix(), text)
        for path in outside()
        for text in strings(path)
        if text.strip() in names
    }
    assert named == set()
