"""A process that runs a TorchScript pair whose user trusts it, closed off as far as the system allows. No torch at import.

It takes pixels and gives pixels through shared memory, and says what it did in JSON, never in pickles: whoever asked must not
believe what the program could have made of this process. It keeps no state between two requests but the loaded programs.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import Any, Final

from vaelab.vae import program_limits as limits

LONGEST_MESSAGE: Final = 4096
_SHOWN: Final = 300
_SYSTEM_FOLDERS: Final = (
    "/usr",
    "/lib",
    "/lib64",
    "/System",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/sys/devices/system",
)


@dataclass(frozen=True, slots=True)
class Task:
    """What the process is to run.

    Attributes:
        encoder, decoder: path and SHA-256 of the two programs.
        discrete: whether the encoder returns indices first, then the vectors that they name.
        precision: torch's name of the dtype of the weights.
        memory: name of the shared memory.
        room: bytes of address space that may be taken beyond what PyTorch itself takes.
        processor_seconds: that one request may take, all threads together.
        threads: of PyTorch.
    """

    encoder: tuple[str, str]
    decoder: tuple[str, str]
    discrete: bool
    precision: str
    memory: str
    room: int
    processor_seconds: int
    threads: int


def serve(connection: Connection, task: Task) -> None:
    """Close the process off, load both programs, and answer requests until the other side has gone."""
    shared = SharedMemory(task.memory)
    closed = {"network": _prepare()}
    # Not before: importing PyTorch writes temporary files on some systems.
    import torch

    torch.set_num_threads(task.threads)
    data = {half: _read(*getattr(task, half)) for half in ("encoder", "decoder")}
    closed["memory"] = limits.limit_memory(task.room)
    closed["writing"] = limits.close_writing()
    closed["reading"] = limits.close_reading(_readable())
    limits.limit_files()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _send(connection, {"closed": [name for name, done in closed.items() if done]})
    runner = _Runner(shared, task, data)
    while True:
        try:
            request = json.loads(connection.recv_bytes(LONGEST_MESSAGE))
        except (EOFError, OSError):
            os._exit(0)
        limits.limit_processor(task.processor_seconds)
        try:
            answer = runner.answer(request)
        except MemoryError:
            answer = {"error": "out of memory"}
        except Exception as error:  # noqa: BLE001 - a stranger's program: whatever it raises is the answer
            answer = {"error": _shown(error)}
        _send(connection, answer)


def _prepare() -> bool:
    """Leave the terminal, its signals and, if the system allows it, the network, while there is one thread."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        # A program can print, and what it prints could look like ours.
        os.dup2(nothing, stream)
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.setsid()
    return limits.close_network()


def _read(path: str, sha256: str) -> bytes:
    """The program, if it is the one that is trusted; nothing is read twice, so that it cannot be exchanged in between."""
    data = Path(path).read_bytes()
    return data if hashlib.sha256(data).hexdigest() == sha256 else b""


def _readable() -> list[Path]:
    """Where Python, PyTorch and the system keep their libraries."""
    own = Path(__file__).parents[2] / "vaelab"
    return [own, *map(Path, (sys.prefix, sys.base_prefix, *_SYSTEM_FOLDERS))]


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _send(connection: Connection, answer: Mapping[str, Any]) -> None:
    connection.send_bytes(json.dumps(answer).encode())


def _shown(error: BaseException) -> str:
    """The last line of what PyTorch says; the others are the program's own text."""
    return ((str(error).strip() or type(error).__name__).splitlines()[-1])[:_SHOWN]


class _Runner:
    """The loaded programs. torch is imported by now."""

    def __init__(self, shared: SharedMemory, task: Task, data: Mapping[str, bytes]) -> None:
        self._shared, self._task, self._data = shared, task, data
        self._halves: dict[str, Any] = {}

    def answer(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        """Do what is asked; the result lies in the shared memory, and its shape is the answer."""
        import torch

        with torch.inference_mode(), torch.jit.optimized_execution(False):  # type: ignore[attr-defined]
            if request["do"] == "load":
                return self._load()
            return {"shape": self._run(request["do"], request["shape"], request["room"])}

    def _load(self) -> Mapping[str, Any]:
        import torch

        for half, data in self._data.items():
            if not data:
                return {"error": f"the {half} is not the file that is trusted any more"}
            program = torch.jit.load(io.BytesIO(data), map_location="cpu")  # type: ignore[no-untyped-call]
            self._halves[half] = program.eval().to(getattr(torch, self._task.precision))
        self._data = {}
        return {"loaded": True}

    def _run(self, half: str, shape: Sequence[int], room: int) -> list[int]:
        """Encode uint8 (N, H, W, 3) to latents, or decode latents, or indices, to images (N, 3, H, W), both in float32."""
        import torch

        dtype = getattr(torch, self._task.precision)
        stored = torch.uint8 if half == "encoder" else torch.int32 if self._task.discrete else torch.float32
        count = 1
        for side in shape:
            count *= side
        given = torch.frombuffer(self._shared.buf, dtype=stored, count=count).view(*shape).clone()
        if half == "encoder":
            x = 2.0 * (given.permute(0, 3, 1, 2).float() / 255.0) - 1.0
            given = x.to(dtype)
        elif not self._task.discrete:
            given = given.to(dtype)
        made = self._halves[half](given)
        parts = list(made) if isinstance(made, tuple | list) else [made]
        out = parts[1 if half == "encoder" and self._task.discrete else 0]
        if not isinstance(out, torch.Tensor) or out.numel() * 4 > room:
            raise ValueError(f"it returned {getattr(out, 'shape', type(out))}")
        out = out.float().contiguous()
        torch.frombuffer(self._shared.buf, dtype=torch.float32, count=out.numel()).copy_(out.flatten())
        return list(out.shape)
