"""Bring the catalogues up to date: ``python -m vaelab.gui.i18n.update``.

Extracts every string of the window into the ``.ts`` files (translations stay) and compiles them to ``.qm``. Needs the tools
that come with PySide6.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from vaelab.gui.languages import NAMES, folder


def catalogues() -> list[Path]:
    """Return the ``.ts`` files, one for each language but English."""
    return [folder() / f"vaelab_{code}.ts" for code in NAMES if code != "en"]


def main() -> int:
    """Extract and compile."""
    tools = Path(sys.executable).parent
    sources = sorted(str(path) for path in folder().parent.rglob("*.py"))
    for catalogue in catalogues():
        code = catalogue.stem.removeprefix("vaelab_")
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", code]
        subprocess.run([tools / "pyside6-lupdate", *sources, *options, "-ts", catalogue], check=True)
        subprocess.run(
            [tools / "pyside6-lrelease", catalogue, "-qm", catalogue.with_suffix(".qm")], check=True
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
