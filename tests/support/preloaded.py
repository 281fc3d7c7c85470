"""Processes that begin with PyTorch loaded, which takes seconds: forked from a server that has nothing else to do."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext  # not on Windows

_COMMAND = "import sys; from vaelab.cli.parser import main; sys.exit(main())"
_LOADED = ["pytest", "torch", "vaelab.cli.commands", "vaelab.metrics.evaluate", "vaelab.vae.program.child"]


def context() -> ForkServerContext:
    """The context whose processes are forked from that server; the first one starts it."""
    result = multiprocessing.get_context("forkserver")
    result.set_forkserver_preload(_LOADED)
    return result


class Command:
    """The command, or a script, in such a process; told and asked as a ``Popen`` is."""

    def __init__(
        self,
        *arguments: str,
        folder: Path,
        script: str = _COMMAND,
        ignored: tuple[int, ...] = (),
        stdout: str = "",
        file_bytes: int | None = None,
    ) -> None:
        """Start it.

        Args:
            arguments: of the command, or of the script.
            folder: where it runs, and what it shows is kept.
            script: what it runs.
            ignored: signals that it is born to ignore.
            stdout: where its standard output goes instead.
            file_bytes: the limit on the size of its files.
        """
        self._shown = [Path(stdout) if stdout else folder / ".shown", folder / ".errors"]
        given = (arguments, script, folder, [str(path) for path in self._shown], ignored, file_bytes)
        self._process = context().Process(target=_serve, args=given, daemon=True)
        self._process.start()

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def poll(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        assert self._process.pid is not None
        os.kill(self._process.pid, number)

    def kill(self) -> None:
        self._process.kill()

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        self._process.join(timeout)
        shown, errors = (path.read_text() if path.is_file() else "" for path in self._shown)
        return shown, errors


def _serve(
    arguments: tuple[str, ...],
    script: str,
    folder: Path,
    streams: list[str],
    ignored: tuple[int, ...],
    file_bytes: int | None,
) -> None:
    os.chdir(folder)
    for number, path in enumerate(streams, 1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), number)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for each in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_DFL)
    for each in ignored:
        signal.signal(each, signal.SIG_IGN)
    if file_bytes is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))
    sys.argv = ["-c", *arguments]
    exec(script, {"__name__": "__main__"})
