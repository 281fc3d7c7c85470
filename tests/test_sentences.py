"""What the engine says is read in the window too: no sentence of it names an option of the command line."""

import ast
import re

import pytest
from project import ROOT

ENGINE = (
    "engine",
    "images",
    "metrics",
    "results",
    "run_folder",
    "vae",
    "settings.py",
    "device.py",
    "text.py",
)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
# Only ``vaelab run`` takes, and is told of, the SHA-256 of a program: the window asks in a card of its own. And in place of the
# two parts of sentences in ``text`` it names its button.
OF_THE_TERMINAL = {
    "vae/catalog.py": {"--trust-program"},
    "vae/program/trust.py": {"--trust-program"},
    "settings.py": {"--trust-program"},
    "text.py": {"--resume", "--out"},
}


def spoken(path) -> set[str]:
    """The options in all texts of a module but its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    silent = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent
    )
    return {found for text in texts for found in OPTION.findall(text)}


@pytest.mark.parametrize("package", ENGINE)
def test_no_sentence_of_the_engine_names_an_option_of_the_command_line(package: str) -> None:
    folder = ROOT / "vaelab"
    found = {
        str(path.relative_to(folder)): options
        for path in sorted([folder / package, *(folder / package).rglob("*.py")])
        if path.suffix == ".py"
        and (options := spoken(path) - OF_THE_TERMINAL.get(path.relative_to(folder).as_posix(), set()))
    }
    assert found == {}
