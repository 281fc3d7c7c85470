"""TorchScript programs that would do harm: none runs untrusted, and a trusted one is closed off, timed and killed."""

from __future__ import annotations

import contextlib
import multiprocessing
import re
import sys
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from family_cases import photographs
from torch import Tensor, nn
from torchscript_pairs import opened, saved_pair, script_encoder

from vaelab.errors import Stopped, VAEError
from vaelab.vae.base import CodecOptions
from vaelab.vae.catalog import describe, find_vaes, open_codec
from vaelab.vae.families.detect import detect
from vaelab.vae.files.source import open_source
from vaelab.vae.located import LocatedVAE
from vaelab.vae.program import codec as program_codec
from vaelab.vae.program import limits
from vaelab.vae.spec.grammar import VAESpec

Trust = Callable[[Path], tuple[str, ...]]
PRELOADED = pytest.mark.usefixtures("preloaded_programs")
RUN_BY_PYTORCH = torch.jit.load


class Saves(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        torch.save(x, "TARGET-OF-THE-PROGRAM")
        return x


class Maps(nn.Module):
    """Exact bytes into a file that is there."""

    def forward(self, x: Tensor) -> Tensor:
        mapped = torch.from_file("TARGET-OF-THE-PROGRAM", True, 16, dtype=torch.uint8)
        mapped.fill_(65)
        return x + 0 * mapped[0]


class Stateful(nn.Module):
    """Runs while it is loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(1))

    @torch.jit.export
    def __getstate__(self) -> tuple[Tensor, bool]:
        return self.weight, self.training

    @torch.jit.export
    def __setstate__(self, state: tuple[Tensor, bool]) -> None:
        self.weight, self.training = state[0], state[1]
        torch.save("owned", "TARGET-OF-THE-PROGRAM")

    def forward(self, x: Tensor) -> Tensor:
        return x


class Prints(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        print('\x1b]0;owned\x07{"event":"RunFinished"}')  # noqa: T201
        return x


class Endless(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        k = 0
        while bool(x.numel() > k):
            k = k - 1
        return x


class Outside(nn.Module):
    """Writes to, and reads from, where it has no memory."""

    def forward(self, x: Tensor) -> Tensor:
        i = torch.full([1, 1], 1 << 40, dtype=torch.long)
        y = torch.ops.aten._sparse_coo_tensor_unsafe(i, torch.ones(1), [4]).to_dense()
        return x + y.sum() * 0


class Hungry(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x + torch.ones([1 << 38])[0] * 0


class Plain(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x


def saves_after(module: nn.Module, given: tuple[Tensor], made: Tensor) -> None:
    torch.save("owned", "TARGET-OF-THE-PROGRAM")


def aimed(path: Path, target: Path) -> list[tuple[str, bytes]]:
    """The members of a program, its target replaced: TorchScript's text holds it as a literal."""
    with zipfile.ZipFile(path) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    return [(name, data.replace(b"TARGET-OF-THE-PROGRAM", str(target).encode())) for name, data in members]


def write(path: Path, members: list[tuple[str, bytes]]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in members:
                archive.writestr(zipfile.ZipInfo(name), data)


Members = list[tuple[str, bytes]]


def _rooted(evil: Members, root: str) -> Members:
    return [(name.replace("encoder/", f"{root}/", 1), data) for name, data in evil]


BYPASSES: dict[str, Callable[[Members, Members], Members]] = {
    "as it is": lambda evil, good: evil,
    "two roots, the program's first": lambda evil, good: (
        _rooted(evil[:1], "evil") + good + _rooted(evil[1:], "evil")
    ),
    "two roots, the program's last": lambda evil, good: good + _rooted(evil, "evil"),
    "no root for the tensors": lambda evil, good: (
        _rooted(evil[:1], "evil")
        + [(name.removeprefix("encoder/"), data) for name, data in good]
        + _rooted(evil[1:], "evil")
    ),
    "capital letters": lambda evil, good: [
        *((name.replace("/code/", "/CODE/"), data) for name, data in evil),
        ("encoder/code/decoy.py", b""),
    ],
    "every name twice, the program's first": lambda evil, good: evil + good,
    "every name twice, the program's last": lambda evil, good: good + evil,
    "a line that goes on": lambda evil, good: [
        (
            name,
            data.replace(b"torch.save(", b"torch.\\\nsave(").replace(
                b"torch.from_file(", b"torch.\\\nfrom_file("
            ),
        )
        for name, data in evil
    ],
    "a comment in between": lambda evil, good: [
        (name, data.replace(b"torch.save(", b"torch.#\nsave(")) for name, data in evil
    ],
    "no constants, as a plain checkpoint": lambda evil, good: [
        (name, data) for name, data in evil if not name.endswith("constants.pkl")
    ],
    "another name for the code": lambda evil, good: [
        (name.replace("/code/", "/code//"), data) for name, data in evil
    ],
    "names with backslashes": lambda evil, good: [
        (name.replace("/code/", "\\code\\"), data) for name, data in evil
    ],
}
PAYLOADS: dict[str, tuple[nn.Module, Any]] = {
    "saves": (Saves(), None),
    "maps": (Maps(), None),
    "on loading": (Stateful(), None),
    "in a hook": (Plain(), saves_after),
}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_archive_however_it_is_made_runs_untrusted(payload: str, tmp_path: Path, trust: Trust) -> None:
    """Refused, or read as the tensors that it holds; nothing is loaded, run or changed."""
    saved_pair(tmp_path)
    good = aimed(tmp_path / "encoder.jit", tmp_path)
    target = tmp_path / "bashrc"
    target.write_bytes(b"alias ls='ls -l'\n")
    script_encoder(PAYLOADS[payload][0], tmp_path, PAYLOADS[payload][1])
    evil = aimed(tmp_path / "encoder.jit", target)
    assert any(str(target).encode() in data for _, data in evil)
    before = {path.name for path in tmp_path.iterdir()}
    for name, make in BYPASSES.items():
        write(tmp_path / "encoder.jit", make(evil, good))
        for what in (tmp_path / "encoder.jit", tmp_path, tmp_path / "decoder.jit"):
            for attempt in (
                lambda what=what: describe(str(what)),
                lambda what=what: open_codec(VAESpec("x", str(what)), CodecOptions()),
            ):
                with pytest.raises(VAEError) as caught:
                    attempt()
                assert "\n" not in str(caught.value), name
        assert all(isinstance(item, VAEError) for item in find_vaes(tmp_path)), name
        assert target.read_bytes() == b"alias ls='ls -l'\n", name
        assert {path.name for path in tmp_path.iterdir()} == before, name
    assert not multiprocessing.active_children()


LOCKED = pytest.mark.skipif(
    limits._landlock_version() < 1,
    reason="this system has no Landlock: a program that is trusted can write",
)


@PRELOADED
@LOCKED
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_trusted_program_changes_no_file_either(payload: str, tmp_path: Path, trust: Trust) -> None:
    saved_pair(tmp_path)
    target = tmp_path / "bashrc"
    target.write_bytes(b"alias ls='ls -l'\n")
    script_encoder(PAYLOADS[payload][0], tmp_path, PAYLOADS[payload][1])
    write(tmp_path / "encoder.jit", aimed(tmp_path / "encoder.jit", target))
    with contextlib.suppress(VAEError):
        opened(tmp_path, trust(tmp_path)).close()
    assert target.read_bytes() == b"alias ls='ls -l'\n"
    assert not multiprocessing.active_children()
    # That there was something to be kept from: the same program, run as PyTorch runs it.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        RUN_BY_PYTORCH(str(tmp_path / "encoder.jit"))(torch.zeros(1, 3, 32, 32))
    assert target.read_bytes() != b"alias ls='ls -l'\n"


@PRELOADED
def test_what_a_trusted_program_prints_reaches_nobody(
    tmp_path: Path, trust: Trust, capfd: pytest.CaptureFixture[str]
) -> None:
    _, run = saved_pair(tmp_path)
    script_encoder(Prints(), tmp_path)
    codec = opened(tmp_path, trust(tmp_path))
    try:
        assert np.array_equal(codec.decode(codec.encode(photographs(), [0, 1])).images, run(photographs()))
    finally:
        codec.close()
    assert capfd.readouterr() == ("", "")


@PRELOADED
@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
@pytest.mark.parametrize(
    ("last", "sentence"),
    [
        (Outside(), r"crashed \(signal (6|11)\): no setting of VAELab changes that; ask its author"),
        (Hungry(), r"asked for more memory than the \d+\.\d GB .* no setting of VAELab raises it"),
    ],
)
def test_a_crash_and_a_want_of_memory_are_the_programs_own(
    last: nn.Module, sentence: str, tmp_path: Path, trust: Trust
) -> None:
    saved_pair(tmp_path)
    script_encoder(last, tmp_path)
    with pytest.raises(VAEError, match=sentence) as caught:
        opened(tmp_path, trust(tmp_path))
    assert not re.search("\n|smaller size|no pair", str(caught.value))
    assert not multiprocessing.active_children()


@PRELOADED
def test_a_loop_ends_with_its_time(tmp_path: Path, trust: Trust) -> None:
    path, _ = saved_pair(tmp_path)
    script_encoder(Endless(), tmp_path)
    source = open_source(path)
    found = LocatedVAE(source, detect(source))
    info = describe(str(path), trusted=trust(tmp_path))
    # Loading PyTorch alone takes longer, and does not count.
    with pytest.raises(
        VAEError, match="its trial took longer than 0.5 s: .* may take 600 s, and its trial 0.5 s"
    ):
        program_codec.load_program(found, info, CodecOptions(), trial_seconds=0.5)
    assert not multiprocessing.active_children()


@PRELOADED
def test_a_stop_kills_a_loop(tmp_path: Path, trust: Trust, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the trial, which the loop would hold up."""
    saved_pair(tmp_path)
    script_encoder(Endless(), tmp_path)
    tried: list[int] = []
    real = program_codec.try_program
    monkeypatch.setattr(program_codec, "try_program", lambda *given: tried.append(1) or real(*given))

    def check() -> None:
        if tried:
            raise Stopped

    with pytest.raises(Stopped):
        opened(tmp_path, trust(tmp_path), check=check)
    assert not multiprocessing.active_children()
