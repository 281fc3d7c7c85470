"""A few of the kills, full disks and second processes that ``benchmarks/kill.py`` tries by the hundred."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from project import ROOT


@pytest.mark.skipif(os.name == "nt", reason="it forks")
@pytest.mark.timeout(400)
def test_nothing_is_lost_doubled_or_falsely_called_a_success(tmp_path: Path) -> None:
    command = [sys.executable, "benchmarks/kill.py", "--work", str(tmp_path), "--seed", "3"]
    few = ["--kills", "2", "--full", "2", "--pairs", "1", "--images", "3"]
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | {"PYTHONPATH": path}
    done = subprocess.run(
        [*command, *few], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    table = {
        name.strip(): int(times)
        for name, times in re.findall(r"^(\w[\w ]+?) +(\d+)", done.stdout, re.MULTILINE)
    }
    assert table["kills"] >= 2, "nothing was hit, so nothing was tried"
    assert table["two processes"] == 1
    assert table["full disks that ended a run"] >= 1
