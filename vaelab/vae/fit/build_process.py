"""A process that builds models on torch's meta device and tells what tensors they have. No torch on this side.

It is started when the first is asked for and serves until it was idle for a while, so that a folder of many models costs
PyTorch's start once. What goes in and comes out is pickled, between two processes of VAELab alone.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import pickle
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, Final

from vaelab.errors import VAEError
from vaelab.vae.families.structure import Structure
from vaelab.vae.files.time_limit import within
from vaelab.vae.located import LocatedVAE

SECONDS: Final = 180
"""That an answer may take; the start of PyTorch from a slow disk takes most of it."""
IDLE_SECONDS: Final = 60
_ROOT: Final = Path(__file__).resolve().parents[3]
_LENGTH: Final = 8


def ask(found: LocatedVAE) -> Structure:
    """The tensors of a model.

    Raises:
        VAEError: such a model cannot be built, or there is no process that could.
    """
    return _builder().ask(request(found), found)


def request(found: LocatedVAE) -> bytes:
    """What the other process is told: all but the tensors."""
    return pickle.dumps((replace(found.source, tensors={}, ema={}, scales={}), found.vae))


class Builder:
    """The other process, started when it is needed and started anew where it has ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.Lock()

    def ask(self, asked: bytes, found: LocatedVAE) -> Structure:
        """Send a request and wait for its answer.

        Raises:
            VAEError: as for the function of this name.
        """
        with self._one_at_a_time:
            try:
                try:
                    answer = within(SECONDS, functools.partial(self._exchange, asked))
                except (EOFError, OSError):
                    # It was idle for too long and has just ended.
                    self.close()
                    answer = within(SECONDS, functools.partial(self._exchange, asked))
            except (EOFError, OSError, TimeoutError, pickle.UnpicklingError) as error:
                self.close()
                raise VAEError(
                    f"{found.source.path} seems to be {found.vae.label}, but the process that builds one to compare with "
                    f"gave no answer ({type(error).__name__}): try again, and if that repeats itself run 'vaelab doctor'."
                ) from error
        if isinstance(answer, VAEError):
            raise answer
        structure: Structure = answer
        return structure

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def _exchange(self, asked: bytes) -> Any:
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-c", f"from {__name__} import serve; serve()"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # Python looks for modules where it is started: only VAELab's own place is to be trusted with that.
                cwd=_ROOT,
                env={**os.environ, "PYTHONPATH": str(_ROOT)},
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        _send(self._process.stdin, asked)
        return pickle.loads(_receive(self._process.stdout))


@functools.cache
def _builder() -> Builder:
    builder = Builder()
    atexit.register(builder.close)
    return builder


def serve() -> None:
    """Answer requests on standard input until it is closed, or none came for a while."""
    # What a library prints must not come between the answers.
    with os.fdopen(os.dup(1), "wb") as answers, os.fdopen(os.dup(0), "rb") as requests:
        os.dup2(2, 1)
        while True:
            # A thread that ends the process, since a pipe cannot be waited for with a limit on every system.
            idle = threading.Timer(IDLE_SECONDS, os._exit, (0,))
            idle.daemon = True
            idle.start()
            try:
                asked = _receive(requests)
            except EOFError:
                return
            finally:
                idle.cancel()
            from vaelab.vae.fit.build_network import built_structure

            source, vae = pickle.loads(asked)
            try:
                answer: object = built_structure(source, vae)
            except VAEError as error:
                answer = type(error)(str(error))
            _send(answers, pickle.dumps(answer))


def _send(stream: BinaryIO | Any, content: bytes) -> None:
    stream.write(len(content).to_bytes(_LENGTH, "little") + content)
    stream.flush()


def _receive(stream: BinaryIO | Any) -> bytes:
    head = stream.read(_LENGTH)
    content: bytes = stream.read(int.from_bytes(head, "little")) if len(head) == _LENGTH else b""
    if len(head) != _LENGTH or len(content) != int.from_bytes(head, "little"):
        raise EOFError
    return content
