"""The table of what loads says what tests show, no more and no less."""

from __future__ import annotations

import runpy
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from families.table import ALL, FamilyFiles
from family_cases import saved
from project import ROOT
from vae_files import random_kl

from vaelab.vae.catalog import describe
from vaelab.vae.families.support import markdown
from vaelab.vae.families.table import FAMILIES


def test_every_line_has_a_case_and_every_case_a_line() -> None:
    lines = [(family.label, layout.name) for family in FAMILIES for layout in family.layouts]
    assert len(set(lines)) == len(lines)
    assert set(lines) == set(ALL)


def test_the_printed_table_holds_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # it is imported already
        runpy.run_module("vaelab.vae.families.support", run_name="__main__")
    printed = capsys.readouterr().out
    assert printed == markdown()
    rows = printed.splitlines()
    assert len(rows) == 2 + len(ALL)
    assert all(row.count("|") == 5 for row in rows)


_DESCRIBE = """
import subprocess, sys
from vaelab.vae.catalog import describe
started, Popen = [], subprocess.Popen
class Counted(Popen):
    def __init__(self, *args, **kwargs):
        started.append(args); super().__init__(*args, **kwargs)
subprocess.Popen = Counted
describe(sys.argv[1])
assert not started, "what is written down needs nothing built"
for path in sys.argv[2:]:
    info = describe(path, hash_files=False)
    print(info.family.split(" ")[0], info.details["layout"], info.parameters, info.latent_channels, info.factor, sep="|")
assert len(started) == 1, started
assert "torch" not in sys.modules
"""


def test_every_line_is_described_without_torch_and_one_other_process_builds(
    family_files: FamilyFiles, tmp_path: Path
) -> None:
    paths = [str(family_files.path(key)) for key in ALL]
    written_down = saved(random_kl().state_dict(), tmp_path / "kl.safetensors")
    command = [sys.executable, "-W", "error", "-c", _DESCRIBE, str(written_down), *paths]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    here = [describe(path, hash_files=False) for path in paths]
    assert [row.split("|") for row in done.stdout.splitlines()] == [
        [*key, str(info.parameters), str(info.latent_channels), str(info.factor)]
        for key, info in zip(ALL, here, strict=True)
    ]
