"""A process that runs TorchScript programs whose user trusts them, closed off as far as the system allows. No torch at import.

One program, or a pair of encoder and decoder. It takes pixels and gives pixels through shared memory, and says what it did in JSON, never in pickles: whoever asked must not
believe what the program could have made of this process. It keeps no state between two requests but the loaded programs.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import math
import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import Any, Final

from vaelab.vae.program import limits as limits

LONGEST_MESSAGE: Final = 4096
# One letter more than the other side shows, so that it is seen to be cut.
_SHOWN: Final = 301
_TRACEBACK: Final = "Traceback of TorchScript"
_RAISED: Final = re.compile(r"^(?:\w+\.)*(\w+): ?", re.MULTILINE)
_NO_MEMORY: Final = re.compile(
    "can't allocate memory|not enough memory|out of memory|bad_alloc", re.IGNORECASE
)
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
        programs: ``whole``, or ``encoder`` and ``decoder``, to path and SHA-256.
        precision: torch's name of the dtype of the weights.
        memory: name of the shared memory.
        room: bytes of address space that may be taken beyond what PyTorch itself takes.
        threads: of PyTorch.
    """

    programs: Mapping[str, tuple[str, str]]
    precision: str
    memory: str
    room: int
    threads: int


def serve(connection: Connection, task: Task) -> None:
    """Close the process off, load the programs, and answer requests until the other side has gone."""
    shared = SharedMemory(task.memory)
    closed = {"network": _prepare()}
    # Not before: importing PyTorch writes temporary files on some systems.
    import torch

    torch.set_num_threads(task.threads)
    data = {part: _read(*file) for part, file in task.programs.items()}
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
        # All threads together, and one second for each: the clock is for the other side to watch.
        limits.limit_processor(int((request["seconds"] + 1) * task.threads) + 1)
        try:
            answer = runner.answer(request)
        except MemoryError as error:
            answer = {"memory": _shown(error)}
        except Exception as error:  # noqa: BLE001 - an untrusted program: whatever it raises is the answer
            answer = {"memory" if _NO_MEMORY.search(str(error)) else "error": _shown(error)}
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
    own = Path(__file__).parents[3] / "vaelab"
    return [own, *map(Path, (sys.prefix, sys.base_prefix, *_SYSTEM_FOLDERS))]


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _send(connection: Connection, answer: Mapping[str, Any]) -> None:
    connection.send_bytes(json.dumps(answer).encode())


def _shown(error: BaseException) -> str:
    """The exception's type and its whole message on one line, bounded; without the source that TorchScript quotes."""
    text, kind = str(error), type(error).__name__
    if isinstance(error, _UnusableResultError):
        return text[:_SHOWN]
    _, trace, after = text.rpartition(_TRACEBACK)
    if trace and (raised := _RAISED.search(after)) is not None:
        text, kind = after[raised.end() :], raised[1]
    return ": ".join(filter(None, (kind, " ".join(text.split()))))[:_SHOWN]


class _UnusableResultError(Exception):
    """The program returned something that is nothing to measure; said in the words of VAELab."""


class _Runner:
    """The loaded programs. torch is imported by now."""

    def __init__(self, shared: SharedMemory, task: Task, data: Mapping[str, bytes]) -> None:
        self._shared, self._task, self._data = shared, task, data
        self._calls: dict[str, Callable[[Any], Any]] = {}

    def answer(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        """Do what is asked; the result lies in the shared memory, and its shape and dtype are the answer."""
        import torch

        with torch.inference_mode(), torch.jit.optimized_execution(False):  # type: ignore[attr-defined]  # not in the stubs
            return self._load() if request["do"] == "load" else self._run(request)

    def _load(self) -> Mapping[str, Any]:
        """Load; the answer is what can be called, and whether a whole one has more than encoder and decoder."""
        import torch

        beside = False
        for part, data in self._data.items():
            if not data:
                what = "program" if part == "whole" else part
                return {"error": f"the {what} is not the file that is trusted any more"}
            program = torch.jit.load(io.BytesIO(data), map_location="cpu")  # type: ignore[no-untyped-call]  # torch.jit has no types
            program = program.eval().to(getattr(torch, self._task.precision))
            if part == "whole":
                self._calls = _calls(program)
                own = [*program.parameters(recurse=False), *program.buffers(recurse=False)]
                named = {name for name, _ in program.named_children()}
                beside = bool(own or named - {"encoder", "decoder"})
            else:
                method = {"encoder": "encode", "decoder": "decode"}[part]
                self._calls[part] = program if hasattr(program, "forward") else getattr(program, method)
        self._data = {}
        return {"has": list(self._calls), "beside": beside}

    def _run(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        """Call with uint8 (N, H, W, 3), scaled to [-1, 1], or with latents; the result has the dtype that is answered."""
        import torch

        stored = getattr(torch, request["dtype"])
        count = math.prod(request["shape"])
        given = torch.frombuffer(self._shared.buf, dtype=stored, count=count).view(*request["shape"]).clone()
        if stored is torch.uint8:
            given = 2.0 * (given.permute(0, 3, 1, 2).float() / 255.0) - 1.0
        if given.is_floating_point():
            given = given.to(getattr(torch, self._task.precision))
        # A program that draws noise gives the same pictures in a run that is repeated or continued.
        torch.manual_seed(request["seed"])
        made = self._calls[request["do"]](given)
        found = list(_tensors(made))
        if not found:
            raise _UnusableResultError(f"it returned {_kind(made)} where a tensor was expected")
        if len(found) <= request["part"]:
            tensors = "1 tensor" if len(found) == 1 else f"{len(found)} tensors"
            raise _UnusableResultError(f"it returned {tensors} where {request['part'] + 1} were expected")
        out = found[request["part"]]
        whole = not out.is_floating_point()
        if out.is_complex() or out.dtype == torch.bool:
            raise _UnusableResultError(f"it returned a tensor of {out.dtype}")
        kind = torch.float32 if not whole else torch.int32 if out.dtype == torch.int32 else torch.int64
        if out.numel() * kind.itemsize > request["room"]:
            raise _UnusableResultError(f"it returned {tuple(out.shape)}, which is larger than was expected")
        out = out.to(kind).contiguous()
        if out.numel():
            torch.frombuffer(self._shared.buf, dtype=kind, count=out.numel()).copy_(out.flatten())
        return {"shape": list(out.shape), "dtype": str(kind).removeprefix("torch.")}


def _calls(program: Any) -> dict[str, Callable[[Any], Any]]:
    """What a whole program can be asked for, best first."""
    found: dict[str, Callable[[Any], Any]] = {}
    if hasattr(program, "encode") and hasattr(program, "decode"):
        found |= {"encode": program.encode, "decode": program.decode}
    children = dict(program.named_children())
    if all(hasattr(children.get(half), "forward") for half in ("encoder", "decoder")):
        found |= {half: children[half] for half in ("encoder", "decoder")}
    if hasattr(program, "forward"):
        found["forward"] = program
    return found


def _tensors(made: object) -> Iterator[Any]:
    """The tensors of a result, in the order of its tuples and lists."""
    import torch

    if isinstance(made, torch.Tensor):
        yield made
    elif isinstance(made, tuple | list):
        for part in made:
            yield from _tensors(part)


def _kind(made: object) -> str:
    """What a program returned that holds no tensor, in words."""
    if made is None:
        return "None"
    if isinstance(made, str):
        return "text"
    if isinstance(made, bool | int | float | complex):
        return "a number" if not isinstance(made, bool) else str(made)
    kind = f"a {type(made).__name__}"
    if isinstance(made, tuple | list | dict):
        return f"{kind} without a tensor" if made else f"an empty {type(made).__name__}"
    return kind
