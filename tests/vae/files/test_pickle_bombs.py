"""Pickle bombs: each ends in one sentence or is read, within bounds of time and memory, and nothing of it is run."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from hostile import pickle_bombs
from vae_files import random_kl

from vaelab.errors import VAEError
from vaelab.vae import catalog
from vaelab.vae.base import VAEInfo
from vaelab.vae.catalog import find_vaes
from vaelab.vae.files.header import read_header
from vaelab.vae.spec.grammar import VAESpec

# In a child: what a bomb does to a reader is to hang it, deaf to everything, or to end its process.
_READ = """
import resource, sys, time
from pathlib import Path
from vaelab.errors import VAEError
from vaelab.vae.files.header import read_header
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
for path in sorted(Path(sys.argv[1]).iterdir()):
    before = resource.getrusage(resource.RUSAGE_SELF)
    try:
        said = f"{len(read_header(path).tensors)} tensors"
    except VAEError as error:
        said = str(error)
    after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert seconds < 8, f"{path.name} took {seconds:.1f} s"
    # The largest of the files has 10 MB; getrusage would tell of the process that this one was forked from.
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    peak = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
    assert peak < 300 * 1024, f"{path.name}: {peak} KiB"
    assert "\\n" not in said and len(said) < 600, path.name
    print(path.name)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
@pytest.mark.parametrize("suffix", ["a", "b"])
def test_no_bomb_takes_time_memory_or_the_process(suffix: str, tmp_path: Path) -> None:
    bombs = pickle_bombs.bombs()
    names = sorted(bombs)[:: 1 if suffix == "a" else -1][: len(bombs) // 2 + 1]
    for place, name in enumerate(names):
        (tmp_path / f"{place:02} {name.replace('/', ' ')}.pth").write_bytes(bombs[name]())
    done = subprocess.run(
        [sys.executable, "-c", _READ, str(tmp_path)], capture_output=True, text=True, timeout=100, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), (done.stdout.splitlines()[-1:], done.stderr[-600:])
    assert len(done.stdout.splitlines()) == len(names)


SENTENCES = {
    "a key of 300 000 nested tuples": "nested impossibly deep",
    "400 000 nested tuples": "nested impossibly deep",
    "200 000 nested lists": "nested impossibly deep",
    "100 000 nested tables": "nested impossibly deep",
    "400 000 marks": "nested impossibly deep",
    "a list within itself": "nested impossibly deep",
    "sizes of one long list": "a tensor of impossible shape",
    "tensors of 150 000 axes": "a tensor of impossible shape",
    "sides of megabytes": "a tensor of impossible shape",
    "ordered tables of one long list": "copies an impossible number of elements",
    "a storage whose key's text takes 2**34 steps": "a storage whose key is no text",
    "modules with names of 900 letters, 60 deep": "impossibly long names",
    "one table of attributes for 5 000 modules": "an impossible number of attributes",
}


NOT_EVEN_DAMAGED_WELL = {
    "what is taken from nothing": b"\x80\x02\x85.",
    "nothing to append to": b"\x80\x02a.",
    "a mark that is not there": b"\x80\x02t.",
    "nothing to leave": b"\x80\x02.",
    "a memo that is not there": b"\x80\x02h\x05.",
    "an operation that does not exist": b"\x80\x02\xff.",
    "a number of 5 000 digits": b"I" + b"9" * 5000 + b"\n.",
    "no number": b"Ix\n.",
    "text that is cut off": b"\x80\x02X\xff\x00\x00\x00ab",
    "no end": b"\x80\x02]",
    "text that is no UTF-8": b"\x80\x02X\x01\x00\x00\x00\xff.",
}
"""Pickles at which the standard library, and with it the machine, runs into an error of Python's own."""


@pytest.mark.parametrize("name", NOT_EVEN_DAMAGED_WELL)
@pytest.mark.parametrize("container", ["zip", "legacy"])
def test_no_sentence_is_pythons_own(name: str, container: str, tmp_path: Path) -> None:
    path = tmp_path / "x.pth"
    if container == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a/data.pkl", NOT_EVEN_DAMAGED_WELL[name])
    else:
        path.write_bytes(b"\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19." + NOT_EVEN_DAMAGED_WELL[name])
    with pytest.raises(VAEError) as caught:
        read_header(path)
    said = str(caught.value).removeprefix(str(path))
    assert re.fullmatch(
        r" is damaged \(its table of contents (is cut off or was changed|takes what it has not put|"
        r"does what no file of weights does)[^()]*\): download it again\.",
        said.replace("its table of contents: it ", "its table of contents "),
    ), said


@pytest.mark.parametrize("name", SENTENCES)
def test_the_sentence_says_which_bound_was_met(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.pth"
    path.write_bytes(pickle_bombs.bombs()[name]())
    with pytest.raises(VAEError, match=SENTENCES[name]):
        read_header(path)


def test_an_odd_key_hides_no_tensor(tmp_path: Path) -> None:
    """Checkpoints of trainers hold tables with tuples and numbers as keys: what has such a key is no weight."""
    odd = {
        ("a", 1): torch.ones(1),
        3: torch.ones(1),
        2.5: 1,
        frozenset("a"): 2,
        None: 3,
        "w": torch.zeros(2, 3),
    }
    for new in (False, True):
        torch.save(odd, tmp_path / "x.pt", _use_new_zipfile_serialization=new)
        header = read_header(tmp_path / "x.pt")
        assert {name: ref.shape for name, ref in header.tensors.items()} == {"w": (2, 3)}


def test_a_training_checkpoint_reads_as_before(tmp_path: Path) -> None:
    """Nested settings, an optimizer's numbered tables, sets, ordered tables with attributes, shared values."""
    module = random_kl()
    optimizer = torch.optim.Adam(module.parameters())
    module.encoder.conv_in.weight.requires_grad_(True).sum().backward()
    optimizer.step()
    content = {
        "epoch": 3,
        "state_dict": module.state_dict(),
        "optimizer": optimizer.state_dict(),
        "callbacks": {"a": {"b": [({"c": (1, 2.0, None, True, b"x", {4, 5})},)]}},
        "big": 2**200,
    }
    for new in (False, True):
        torch.save(content, tmp_path / "x.ckpt", _use_new_zipfile_serialization=new)
        header = read_header(tmp_path / "x.ckpt")
        assert header.nesting == ("state_dict",)
        assert {name: ref.shape for name, ref in header.tensors.items()} == {
            name: tuple(tensor.shape) for name, tensor in module.state_dict().items()
        }


def test_a_scan_passes_a_file_over_that_takes_too_long_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file on a disk that does not answer, for one: reading it cannot be interrupted, only left alone."""
    for name in ("a", "b", "c"):
        torch.save(random_kl().state_dict(), tmp_path / f"{name}.pt")
    answered, real = threading.Event(), catalog.choose

    def choose(spec: VAESpec, *rest: Any) -> Any:
        if spec.what.endswith("b.pt"):
            answered.wait(60)
        return real(spec, *rest)

    monkeypatch.setattr(catalog, "choose", choose)
    monkeypatch.setattr(catalog, "SECONDS_A_FILE", 2)
    try:
        found = list(find_vaes(tmp_path))
    finally:
        answered.set()
    names = [Path(item.source).name if isinstance(item, VAEInfo) else str(item) for item in found]
    assert names[0] == "a.pt"
    assert names[2] == "c.pt"
    assert names[1] == (
        f"{tmp_path / 'b.pt'} could not be read within 2 s, so it was passed over: try it alone with 'vaelab inspect'."
    )
    _until(lambda: not any("vae-scan" in thread.name for thread in threading.enumerate()))


def test_a_tensor_that_shows_few_bytes_again_and_again_is_refused(tmp_path: Path) -> None:
    """With strides of zero four bytes make a tensor of any size, which a hash or a model would write out."""
    few, many = torch.ones(1).expand(1000, 3), torch.ones(1).expand(2**20, 2**20)
    for new in (False, True):
        torch.save({"w": few}, tmp_path / "few.pt", _use_new_zipfile_serialization=new)
        assert read_header(tmp_path / "few.pt").tensors["w"].shape == (1000, 3)
        torch.save({"w": many}, tmp_path / "many.pt", _use_new_zipfile_serialization=new)
        with pytest.raises(VAEError, match="'w' is impossibly large for its storage"):
            read_header(tmp_path / "many.pt")


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(500):
        if holds():
            return
        time.sleep(0.02)
    pytest.fail("it never came to hold")
