"""A class name means one thing in the whole project."""

import ast
from collections import defaultdict

from project import ROOT


def test_no_class_bears_the_name_of_another() -> None:
    found = defaultdict(list)
    for path in sorted((ROOT / "vaelab").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                found[node.name.lstrip("_")].append(str(path.relative_to(ROOT)))
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}
