"""The table of what loads says what tests show, no more and no less."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from families.kl_and_taesd import CASES
from families.table import ALL
from family_cases import check_case
from project import ROOT

from vaelab.vae.families.support import markdown
from vaelab.vae.families.table import FAMILIES


@pytest.mark.parametrize("key", CASES)
def test_the_first_families_equal_their_classes(key: tuple[str, str], tmp_path: Path) -> None:
    check_case(key, CASES[key], tmp_path)


def test_every_line_has_a_case_and_every_case_a_line() -> None:
    lines = [(family.label, layout.name) for family in FAMILIES for layout in family.layouts]
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
    assert len(rows) == 2 + len(ALL)
    assert all(row.count("|") == 5 for row in rows)


def test_every_line_is_described_without_torch(tmp_path: Path) -> None:
    paths = []
    for number, make in enumerate(ALL.values()):
        (tmp_path / str(number)).mkdir()
        paths.append(str(make(tmp_path / str(number))[0]))
    script = (
        "import sys; from vaelab.vae.catalog import describe\n"
        "for path in sys.argv[1:]:\n"
        "    info = describe(path); print(info.family.split(' ')[0], info.details['layout'], sep='|')\n"
        "assert 'torch' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", script, *paths], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert [tuple(row.split("|")) for row in done.stdout.splitlines()] == list(ALL)
