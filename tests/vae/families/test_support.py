"""The table of what loads says what tests show, no more and no less."""

from __future__ import annotations

import subprocess
import sys

from families.table import ALL, FamilyFiles
from project import ROOT

from vaelab.vae.families.support import SUPPORTED, markdown


def test_every_line_has_a_case_and_every_case_a_line() -> None:
    lines = [(line.model, line.layout) for line in SUPPORTED]
    assert len(set(lines)) == len(lines)
    assert set(lines) == set(ALL)


def test_the_printed_table_holds_every_line_and_needs_no_torch() -> None:
    script = (
        "import sys, runpy; runpy.run_module('vaelab.vae.families.support', run_name='__main__');"
        "assert 'torch' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert done.stdout == markdown()
    rows = done.stdout.splitlines()
    assert len(rows) == 2 + len(SUPPORTED)
    assert all(row.count("|") == 5 for row in rows)


def test_every_line_is_described_without_torch(family_files: FamilyFiles) -> None:
    paths = [str(family_files.path(key)) for key in ALL]
    script = (
        "import sys; from vaelab.vae.catalog import describe\n"
        "for path in sys.argv[1:]:\n"
        "    info = describe(path); print(info.family.split(' ')[0], info.details['layout'], sep='|')\n"
        "assert 'torch' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", script, *paths], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert [tuple(row.split("|")) for row in done.stdout.splitlines()] == list(ALL)
