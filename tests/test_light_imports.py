"""What comes up without the seconds that heavy libraries take to import."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from project import ROOT

TORCH = ("torch", "torchvision", "diffusers", "lpips", "skimage", "transformers")
WINDOW = (*TORCH, "pandas", "scipy", "pyqtgraph", "huggingface_hub", "urllib.request")
COMMANDS = (*TORCH, "PySide6")
STEPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "the window": ("import vaelab.gui.app", WINDOW),
    "the whole window": ("import vaelab.gui.main_window", ("pyqtgraph",)),
}
"""By name: what is done, and what must not be loaded after it."""
WITHOUT_QT: dict[str, tuple[str, tuple[str, ...]]] = {
    "the table of metrics": ("import vaelab.metrics.registry", (*COMMANDS, "scipy")),
    "the page of metrics": ("import vaelab.metrics.page as page; page.page()", COMMANDS),
    "the table of what loads": (
        "import vaelab.vae.families.support as support; support.markdown()",
        COMMANDS,
    ),
    **{
        f"vaelab {words}": (f"main({words.split()})", COMMANDS)
        for words in ("--help", "vaes", "inspect jpeg:75", "inspect mini,encoder=linear")
    },
}
SCRIPT = """
import contextlib, io, json, sys
found = {}
for name, (code, heavy) in json.loads(sys.argv[1]).items():
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
        if code.startswith("main("):
            from vaelab.cli.parser import main
        exec(code)
    found[name] = [module for module in heavy if module in sys.modules]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def loaded() -> dict[str, list[str]]:
    """Every step to what was loaded after it and must not be: in one process for the window, one for the rest."""
    found: dict[str, list[str]] = {}
    for steps in (STEPS, WITHOUT_QT):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, json.dumps(steps)], capture_output=True, text=True, cwd=ROOT
        )
        assert done.returncode == 0, done.stderr
        found |= json.loads(done.stdout)
    return found


@pytest.mark.parametrize("step", [*STEPS, *WITHOUT_QT])
def test_no_heavy_library_is_loaded(step: str, loaded: dict[str, list[str]]) -> None:
    assert loaded[step] == []
