"""Bring the catalogues up to date: ``python -m vaelab.gui.i18n.update``.

Lists the engine's words, extracts every string of the window into the ``.ts`` files and compiles them to ``.qm``. Translations
stay, also those of a string that has moved to another class. Says how many strings of each language wait for a translator:
fill them in (Qt Linguist, or any editor), then run it again. Needs the tools that come with PySide6.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from vaelab.gui.i18n import engine
from vaelab.gui.i18n.languages import NAMES, folder


def catalogues() -> list[Path]:
    """Return the ``.ts`` files, one for each language but English."""
    return [folder() / f"vaelab_{code}.ts" for code in NAMES if code != "en"]


def main() -> int:
    """List, extract and compile."""
    engine.WORDS.write_text(engine.module(), encoding="utf-8")
    tools = Path(sys.executable).parent
    sources = sorted(str(path) for path in folder().parent.rglob("*.py"))
    for catalogue in catalogues():
        known = _translations(catalogue)
        code = catalogue.stem.removeprefix("vaelab_")
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", code]
        # Its own guesses would come as if somebody had translated them.
        options += ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
        subprocess.run([tools / "pyside6-lupdate", *sources, *options, "-ts", catalogue], check=True)
        waiting = _fill_in(catalogue, known)
        subprocess.run(
            [tools / "pyside6-lrelease", catalogue, "-qm", catalogue.with_suffix(".qm")], check=True
        )
        sys.stdout.write(f"{catalogue.name}: {waiting} strings wait for a translator\n")
    return 0


def _translations(catalogue: Path) -> dict[str, str]:
    """Return source to translation; a source that is translated in two ways by its class is left out."""
    found: dict[str, set[str]] = {}
    for message in ElementTree.parse(catalogue).getroot().iter("message"):
        translation = message.findtext("translation") or ""
        if translation:
            found.setdefault(message.findtext("source", ""), set()).add(translation)
    return {source: next(iter(ways)) for source, ways in found.items() if len(ways) == 1}


def _fill_in(catalogue: Path, known: dict[str, str]) -> int:
    """Give strings without a translation the one that the same words have elsewhere; returns how many stay without."""
    document = ElementTree.parse(catalogue)
    waiting = 0
    for message in document.getroot().iter("message"):
        translation = message.find("translation")
        if translation is None or translation.text:
            continue
        text = known.get(message.findtext("source", ""))
        if text is None:
            waiting += 1
        else:
            translation.text = text
            translation.attrib.pop("type", None)
    text = ElementTree.tostring(document.getroot(), encoding="unicode")
    catalogue.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")
    return waiting


if __name__ == "__main__":
    raise SystemExit(main())
