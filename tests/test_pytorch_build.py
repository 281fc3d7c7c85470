"""Which GPU is here and which PyTorch is installed, by the files of made-up machines."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vaelab import pytorch_build
from vaelab.pytorch_build import MAKERS, build_in, installed_build, makers_present, unused_gpu

NVIDIA, AMD = MAKERS
VERSION = "from typing import Optional\n__version__ = '2.14.1'\ndebug = False\n"


def machine(root: Path, *files: str) -> Path:
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("")
    return root


@pytest.fixture(autouse=True)
def _no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine that tests run on may have a GPU of its own."""
    monkeypatch.setattr("shutil.which", lambda name: None)


@pytest.mark.parametrize(
    ("system", "files", "expected"),
    [
        ("linux", ["proc/driver/nvidia/version"], (NVIDIA,)),
        ("linux", ["dev/kfd"], (AMD,)),
        ("linux", ["dev/kfd", "proc/driver/nvidia/version"], (NVIDIA, AMD)),
        ("win32", ["Windows/System32/nvcuda.dll"], (NVIDIA,)),
        ("win32", ["dev/kfd"], ()),
        ("darwin", ["proc/driver/nvidia/version"], ()),
        ("linux", [], ()),
    ],
)
def test_a_driver_is_found_by_its_files(
    system: str, files: list[str], expected: tuple[object, ...], tmp_path: Path
) -> None:
    assert makers_present(system, machine(tmp_path, *files)) == expected


def test_a_driver_is_found_by_its_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}" if name == "nvidia-smi" else None)
    assert makers_present("linux", tmp_path) == (NVIDIA,)
    assert makers_present("win32", tmp_path) == (NVIDIA,)
    assert makers_present("darwin", tmp_path) == ()


@pytest.mark.parametrize(
    ("lines", "build"),
    [
        ("cuda: Optional[str] = '13.0'\nhip: Optional[str] = None\nxpu: Optional[str] = None\n", "CUDA"),
        ("cuda: Optional[str] = None\nhip: Optional[str] = '7.2.53'\n", "ROCm"),
        ("cuda = None\nhip = None\nxpu = '20250302'\n", "XPU"),
        ("cuda: Optional[str] = None\nhip: Optional[str] = None\nxpu: Optional[str] = None\n", "CPU"),
    ],
)
def test_the_build_is_read_from_pytorchs_own_file(lines: str, build: str, tmp_path: Path) -> None:
    machine(tmp_path, "torch/version.py").joinpath("torch/version.py").write_text(VERSION + lines)
    assert build_in(tmp_path) == build


def test_the_installed_build_is_what_torch_says_of_itself(tmp_path: Path) -> None:
    import torch

    version = torch.version
    expected = (
        "ROCm" if version.hip else "CUDA" if version.cuda else "XPU" if getattr(version, "xpu", "") else "CPU"
    )
    assert installed_build() == expected
    assert build_in(tmp_path) is None


@pytest.mark.parametrize(
    ("present", "build", "expected"),
    [
        ((NVIDIA,), "CPU", ("NVIDIA", "CUDA", "CPU")),
        ((AMD,), "CUDA", ("AMD", "ROCm", "CUDA")),
        ((NVIDIA, AMD), "ROCm", None),
        ((NVIDIA,), "CUDA", None),
        ((NVIDIA,), None, None),
        ((), "CPU", None),
    ],
)
def test_a_gpu_that_pytorch_was_not_built_for_comes_with_commands(
    present: tuple[pytorch_build.GPUMaker, ...],
    build: str | None,
    expected: tuple[str, str, str] | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pytorch_build, "makers_present", lambda: present)
    monkeypatch.setattr(pytorch_build, "installed_build", lambda: build)
    found = unused_gpu()
    if expected is None:
        assert found is None
        return
    assert found is not None
    assert (found.maker, found.build, found.installed) == expected
    replace, complete = found.commands
    assert complete.endswith(f"-m pip install torch torchvision --index-url {present[0].index}")
    assert replace == f"{complete} --force-reinstall --no-deps"


def test_a_folder_with_a_space_is_quoted_as_the_system_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pytorch_build, "makers_present", lambda: (NVIDIA,))
    monkeypatch.setattr(pytorch_build, "installed_build", lambda: "CPU")
    monkeypatch.setattr(sys, "executable", "C:/My Programs/python.exe")
    for system, quote in (("win32", '"'), ("linux", "'")):
        monkeypatch.setattr(sys, "platform", system)
        found = unused_gpu()
        assert found is not None
        assert found.commands[0].startswith(f"{quote}C:/My Programs/python.exe{quote} -m pip")
