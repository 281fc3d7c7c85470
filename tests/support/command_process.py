"""The command in a process of its own, to be ended from outside."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from preloaded import Command


def default_signals() -> None:
    """In a child: whoever started the tests in the background, or with nohup, has them ignore these."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def start(*arguments: str, **named: Any) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "vaelab", *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, **pipes | {"preexec_fn": default_signals} | named)


def wait_for(condition: Any, process: subprocess.Popen[str] | Command) -> None:
    """Wait while the process goes on; one that hangs is ended by the time limit that every test has."""
    while not condition():
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)


def rows_on_disk(out: Path) -> int:
    path = out / "per_image.csv"
    return path.read_bytes().count(b"\r\n") - 1 if path.exists() else 0
