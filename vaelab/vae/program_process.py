"""The other side of ``program_child``: starts the process, waits for it within limits, and kills it. No torch here.

What comes back is believed in nothing: a message is JSON of bounded length, a shape is checked, and numbers are numbers.
"""

from __future__ import annotations

import json
import math
import multiprocessing
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from vaelab.errors import VAEError, brief
from vaelab.vae.program_child import LONGEST_MESSAGE, Task, serve

SECONDS: Final = 600
"""That loading, or one batch, may take."""
_LEAST_MEMORY: Final = 16 * 2**20
_POLL_SECONDS: Final = 0.1
_SHARED: Final = Path("/dev/shm")
_UNCLOSED: Final = {
    "network": "the network",
    "writing": "changing files",
    "reading": "reading files",
    "memory": "taking all memory",
}


class ProgramProcess:
    """A running pair of programs.

    Attributes:
        closed: what the system let the process be closed off from: ``network``, ``writing``, ``reading``, ``memory``.
    """

    def __init__(
        self,
        task: Task,
        check: Callable[[], Callable[[], None] | None],
        seconds: float = SECONDS,
    ) -> None:
        """Have nothing running yet.

        Args:
            task: what to run; its shared memory is made here.
            check: gives what raises when the run is to stop now.
            seconds: that loading, or one batch, may take.
        """
        self._task, self._check, self._seconds = task, check, seconds
        self._process: Any = None
        self._connection: Connection | None = None
        self._shared: SharedMemory | None = None
        self._dead = ""
        self.closed: tuple[str, ...] = ()

    @property
    def open_to(self) -> str:
        """What the process could not be closed off from, in words; empty for nothing."""
        return ", ".join(words for name, words in _UNCLOSED.items() if name not in self.closed)

    def start(self, room: int = _LEAST_MEMORY) -> None:
        """Start the process with so many bytes of shared memory, and load both programs.

        Raises:
            VAEError: they do not load, within the limits.
        """
        self._stop()
        if _SHARED.is_dir() and shutil.disk_usage(_SHARED).free < room:
            raise VAEError(
                f"{self._task.encoder[0]} runs in a process of its own, and {_SHARED} has no room for the {room >> 20} MiB "
                "between the two: make it larger, or use a smaller --size."
            )
        self._shared = SharedMemory(create=True, size=room)
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        task = replace(self._task, memory=self._shared.name)
        self._process = context.Process(target=serve, args=(theirs, task), daemon=True, name="vae-program")
        try:
            self._process.start()
            theirs.close()
            closed = self._receive().get("closed")
            if isinstance(closed, list):
                self.closed = tuple(name for name in _UNCLOSED if name in closed)
            self._ask({"do": "load"})
        except BaseException:
            self.close()
            raise

    def run(
        self, half: str, given: npt.NDArray[Any], shapes: Sequence[tuple[int, ...]]
    ) -> npt.NDArray[np.float32]:
        """What a half makes of a batch.

        Args:
            half: ``encoder`` takes uint8 (N, H, W, 3), ``decoder`` float32 latents or int32 indices.
            given: the batch.
            shapes: that the result may have.

        Raises:
            VAEError: the process ended, or took too long.
            RuntimeError: the program failed on this batch.
            Stopped: whatever ``check`` raises; the process is killed.
        """
        room = 4 * max(math.prod(shape) for shape in shapes)
        needed = max(given.nbytes, room)
        if self._dead:
            raise VAEError(self._dead)
        if self._shared is None or self._shared.size < needed:
            # Its memory is as large as it is: opening another is among what the process may not do.
            self.start(2 * needed)
        assert self._shared is not None
        buffer: npt.NDArray[Any] = np.ndarray(given.shape, given.dtype, self._shared.buf)
        buffer[...] = given
        del buffer
        said = self._ask({"do": half, "shape": list(given.shape), "room": room}).get("shape")
        shape = next((shape for shape in shapes if said == list(shape)), None)
        if shape is None:
            shown = brief(said, 60)
            raise RuntimeError(f"it returned the shape {shown} where {shapes[0]} was expected")
        return np.ndarray(shape, np.float32, self._shared.buf).copy()

    def close(self) -> None:
        """Kill the process and free the memory between."""
        self._stop()
        self._dead = self._dead or f"{self._task.encoder[0]} was closed: load it again."

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        assert self._connection is not None
        try:
            self._connection.send_bytes(json.dumps(request).encode())
        except OSError:
            raise self._ended() from None
        answer = self._receive()
        if "error" in answer:
            raise RuntimeError(brief(answer["error"]))
        return answer

    def _receive(self) -> dict[str, Any]:
        """The next message.

        Raises:
            VAEError: it does not come in time, or not at all.
        """
        assert self._connection is not None
        end = time.monotonic() + self._seconds
        try:
            while not self._connection.poll(_POLL_SECONDS):
                check = self._check()
                if check is not None:
                    check()
                if time.monotonic() > end:
                    raise self._killed(f"it took longer than {self._seconds:g} s")
            answer = json.loads(self._connection.recv_bytes(LONGEST_MESSAGE))
        except (EOFError, OSError):
            raise self._ended() from None
        except ValueError as error:
            raise self._killed("it answered with something else than was agreed") from error
        except (VAEError, RecursionError):
            raise
        except BaseException:
            self.close()
            raise
        if not isinstance(answer, dict):
            raise self._killed("it answered with something else than was agreed")
        return answer

    def _ended(self) -> VAEError:
        self._process.join(5)
        code = self._process.exitcode
        how = f"signal {-code}" if isinstance(code, int) and code < 0 else f"status {code}"
        return self._killed(f"its process ended by itself ({how})")

    def _killed(self, why: str) -> VAEError:
        self._dead = (
            f"{self._task.encoder[0]} is a program that was stopped, because {why}: use a smaller --size, or pass the weights as "
            "safetensors or .pth."
        )
        self._stop()
        return VAEError(self._dead)

    def _stop(self) -> None:
        if self._process is not None:
            if self._process.pid is not None:
                self._process.kill()
                self._process.join()
            self._process.close()
            self._process = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._shared is not None:
            self._shared.close()
            self._shared.unlink()
            self._shared = None
