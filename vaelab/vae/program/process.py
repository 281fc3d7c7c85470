"""The other side of ``program.child``: starts the process, waits for it within limits, and kills it. No torch here.

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

from vaelab.arrays import Array
from vaelab.errors import VAEError
from vaelab.text import brief
from vaelab.vae.program import failures as failures
from vaelab.vae.program.child import LONGEST_MESSAGE, Task, serve
from vaelab.vae.program.limits import CALL_SECONDS, TRIAL_SECONDS

CALLS: Final = ("encode", "decode", "encoder", "decoder", "forward")
"""What a program can be asked for."""
_DTYPES: Final = ("float32", "int32", "int64")
_MOST_AXES: Final = 8
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
    """A running program, or pair of programs.

    Attributes:
        name: the files, for sentences.
        closed: what the system let the process be closed off from: ``network``, ``writing``, ``reading``, ``memory``.
        has: what the program can be asked for, of ``CALLS``, best first.
        beside: whether a whole program has modules or weights beside its encoder and decoder.
        has_weights: whether there are weights in its files, which could be passed in another way.
        trial_seconds, call_seconds: that a trial in all, and one call while measuring, may take.
    """

    def __init__(
        self,
        task: Task,
        check: Callable[[], Callable[[], None] | None],
        trial_seconds: float = TRIAL_SECONDS,
        call_seconds: float = CALL_SECONDS,
        *,
        has_weights: bool = True,
    ) -> None:
        """Prepare the process; :meth:`start` starts it.

        Args:
            task: what to run; its shared memory is made here.
            check: gives what raises when the run is to stop now.
            trial_seconds: as the attribute.
            call_seconds: as the attribute.
            has_weights: as the attribute.
        """
        self.name = " and ".join(path for path, _ in task.programs.values())
        self.trial_seconds, self.call_seconds = trial_seconds, call_seconds
        self.has_weights = has_weights
        self._task, self._check = task, check
        self._process: Any = None
        self._connection: Connection | None = None
        self._shared: SharedMemory | None = None
        self._dead = ""
        self.closed: tuple[str, ...] = ()
        self.has: tuple[str, ...] = ()
        self.beside = False

    @property
    def open_to(self) -> str:
        """What the process could not be closed off from, in words; empty for nothing."""
        return ", ".join(words for name, words in _UNCLOSED.items() if name not in self.closed)

    def start(self, room: int = _LEAST_MEMORY) -> None:
        """Start the process with so many bytes of shared memory, and load the programs.

        Raises:
            VAEError: they do not load, within the limits.
        """
        self._stop()
        if _SHARED.is_dir() and shutil.disk_usage(_SHARED).free < room:
            cure = " or use a smaller size" if room > _LEAST_MEMORY else ""
            raise VAEError(
                f"{self.name} runs in a process of its own, and {_SHARED} has no room for the {room >> 20} MiB "
                f"between the two: make it larger{cure}."
            )
        self._shared = SharedMemory(create=True, size=room)
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        task = replace(self._task, memory=self._shared.name)
        self._process = context.Process(target=serve, args=(theirs, task), daemon=True, name="vae-program")
        try:
            self._process.start()
            theirs.close()
            closed = self._receive(self._within(failures.LOADING)).get("closed")
            if isinstance(closed, list):
                self.closed = tuple(name for name in _UNCLOSED if name in closed)
            try:
                answer = self._ask({"do": "load"}, self._within(failures.LOADING))
            except RuntimeError as error:
                raise VAEError(f"{self.name} cannot be loaded as TorchScript: {error}.") from error
            has = answer.get("has")
            self.has = tuple(name for name in CALLS if isinstance(has, list) and name in has)
            self.beside = answer.get("beside") is not False
        except BaseException:
            self.close()
            raise

    def run(
        self,
        call: str,
        given: Array,
        shapes: Sequence[tuple[int, ...]] | None,
        *,
        part: int = 0,
        seed: int = 0,
        until: float | None = None,
    ) -> Array:
        """What a call of the program makes of a batch.

        Args:
            call: one of ``has``.
            given: uint8 images (N, H, W, 3), float32 latents, or indices as int32 or int64.
            shapes: that the result may have; None for any that the shared memory holds.
            part: which of the tensors of the result.
            seed: of the noise that the program may draw.
            until: the end of the trial that this call belongs to, on the monotonic clock; None while measuring.

        Returns:
            float32, or int32 or int64 where the program returned whole numbers.

        Raises:
            VAEError: the process ended, took too long, or ran out of memory in its trial.
            RuntimeError: the program failed on this batch; out of memory too, where a smaller batch may do.
            Stopped: whatever ``check`` raises; the process is killed.
        """
        if self._dead:
            raise VAEError(self._dead)
        # Eight bytes for a whole number.
        room = 8 * max(map(math.prod, shapes)) if shapes is not None else _LEAST_MEMORY
        needed = max(given.nbytes, room)
        if self._shared is None or self._shared.size < needed:
            # Its memory is as large as it is: opening another is among what the process may not do.
            self.start(2 * needed)
        assert self._shared is not None
        buffer: Array = np.ndarray(given.shape, given.dtype, self._shared.buf)
        buffer[...] = given
        del buffer
        request = {"do": call, "shape": list(given.shape), "dtype": str(given.dtype), "room": room}
        limit = self._within(failures.MEASURING) if until is None else failures.Limit(failures.TRIAL, until)
        answer = self._ask({**request, "part": part, "seed": seed}, limit)
        shape, dtype = _shape(answer.get("shape")), answer.get("dtype")
        wanted = shape is not None and (shapes is None or shape in shapes)
        if not wanted or dtype not in _DTYPES or 8 * math.prod(shape or ()) > room:
            shown = brief(answer.get("shape"), 60)
            expected = f" where {shapes[0]} was expected" if shapes else ""
            raise RuntimeError(f"the program returned the shape {shown}{expected}")
        return np.ndarray(shape or (), dtype, self._shared.buf).copy()

    def close(self) -> None:
        """Kill the process and free the memory between."""
        self._stop()
        self._dead = self._dead or f"{self.name} was closed: load it again."

    @property
    def _limits(self) -> tuple[float, float, bool]:
        return self.trial_seconds, self.call_seconds, self.has_weights

    def _within(self, what: str) -> failures.Limit:
        return failures.Limit(what, time.monotonic() + self.call_seconds)

    def _ask(self, request: dict[str, Any], limit: failures.Limit) -> dict[str, Any]:
        assert self._connection is not None
        seconds = max(limit.end - time.monotonic(), 0.0)
        try:
            self._connection.send_bytes(json.dumps({**request, "seconds": seconds}).encode())
        except OSError:
            raise self._ended(limit) from None
        answer = self._receive(limit)
        if "memory" in answer:
            words = failures.out_of_memory(self._task.room if "memory" in self.closed else None)
            if limit.what == failures.MEASURING:
                # What a smaller batch, or a smaller image, may cure is for the run to try.
                raise RuntimeError(f"out of memory: {words}")
            raise VAEError(f"{self.name} {words}.")
        if "error" in answer:
            raise RuntimeError(f"the program failed: {brief(answer['error'], 300)}")
        return answer

    def _receive(self, limit: failures.Limit) -> dict[str, Any]:
        """The next message.

        Raises:
            VAEError: it does not come in time, or not at all.
        """
        assert self._connection is not None
        try:
            while not self._connection.poll(_POLL_SECONDS):
                check = self._check()
                if check is not None:
                    check()
                if time.monotonic() > limit.end:
                    raise self._killed(failures.too_long(limit.what, *self._limits))
            answer = json.loads(self._connection.recv_bytes(LONGEST_MESSAGE))
        except (EOFError, OSError):
            raise self._ended(limit) from None
        except ValueError as error:
            raise self._killed(failures.not_agreed(self.has_weights)) from error
        except (VAEError, RecursionError):
            raise
        except BaseException:
            self.close()
            raise
        if not isinstance(answer, dict):
            raise self._killed(failures.not_agreed(self.has_weights))
        return answer

    def _ended(self, limit: failures.Limit) -> VAEError:
        self._process.join(5)
        code = self._process.exitcode
        return self._killed(failures.ended(code, limit.what, *self._limits))

    def _killed(self, words: str) -> VAEError:
        self._dead = f"{self.name} {words}."
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


def _shape(said: object) -> tuple[int, ...] | None:
    """A shape that a message tells, if it is one."""
    if not isinstance(said, list) or len(said) > _MOST_AXES:
        return None
    return tuple(said) if all(type(side) is int and side >= 1 for side in said) else None
