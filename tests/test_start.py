"""start.py installs the PyTorch that the GPU needs, with a stub for the installer."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from project import ROOT

from vaelab import pytorch_build
from vaelab.pytorch_build import MAKERS, GPUMaker

NVIDIA, AMD = MAKERS


class Installer:
    """Notes what is asked for; fails at what it is told to fail at."""

    def __init__(self, fails: Sequence[str] = ()) -> None:
        self.commands: list[str] = []
        self._fails = fails

    def __call__(self, command: Sequence[str], cwd: Path | None = None) -> int:
        said = " ".join(command[1:])
        self.commands.append(said)
        return int(any(word in said for word in self._fails))


Starter = Callable[..., tuple[ModuleType, Installer]]


@pytest.fixture
def starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Starter:
    """start.py with a made-up environment on a made-up machine."""

    def make(
        system: str, present: tuple[GPUMaker, ...], *, fails: Sequence[str] = (), installed: str = ""
    ) -> tuple[ModuleType, Installer]:
        spec = importlib.util.spec_from_file_location("start_under_test", ROOT / "start.py")
        assert spec is not None
        assert spec.loader is not None
        start = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(start)
        venv = tmp_path / ".venv"
        packages = venv / "lib" / "site-packages" / "torch"
        packages.mkdir(parents=True)
        if installed:
            (packages / "version.py").write_text(installed)
        (venv / "python").write_text("")
        monkeypatch.setattr(start, "VENV", venv)
        monkeypatch.setattr(start, "PYTHON", venv / "python")
        monkeypatch.setattr(start, "SITE_PACKAGES", "lib/site-packages")
        monkeypatch.setattr(start.sys, "platform", system)
        monkeypatch.setattr(pytorch_build, "makers_present", lambda: present)
        installer = Installer(fails)
        monkeypatch.setattr(start.subprocess, "call", installer)
        return start, installer

    return make


def kinds(installer: Installer) -> list[str]:
    """What was asked for, in one word each."""
    words = {
        "-m uv ": "by uv",
        "--index-url": "by index",
        "--editable": "vaelab",
        "uv": "uv itself",
    }
    return [next(word for sign, word in words.items() if sign in command) for command in installer.commands]


@pytest.mark.parametrize(("system", "maker"), [("win32", NVIDIA), ("linux", AMD)])
def test_uv_chooses_the_build_for_a_gpu_that_pip_does_not_serve(
    system: str, maker: GPUMaker, starter: Starter, capsys: pytest.CaptureFixture[str]
) -> None:
    start, installer = starter(system, (maker,))
    assert start.install("") == ""
    assert kinds(installer) == ["uv itself", "by uv", "vaelab"]
    assert installer.commands[1].endswith("--torch-backend=auto torch torchvision")
    assert f"--python {start.PYTHON}" in installer.commands[1]
    assert (
        f"There is an {maker.name} GPU: installing PyTorch's {maker.build} build" in capsys.readouterr().out
    )
    assert start.install("") == ""
    assert len(installer.commands) == 3, "what is installed is not installed again"


@pytest.mark.parametrize("fails", ["uv", "-m uv "])
def test_without_uv_pip_takes_pytorchs_own_index(fails: str, starter: Starter) -> None:
    start, installer = starter("win32", (NVIDIA,), fails=[fails])
    assert start.install("") == ""
    assert kinds(installer)[-3:] == ["by index", "by index", "vaelab"]
    assert installer.commands[-2].endswith(f"install torch torchvision --index-url {NVIDIA.index}")


def test_where_all_fails_vaelab_is_installed_all_the_same_and_says_so(
    starter: Starter, capsys: pytest.CaptureFixture[str]
) -> None:
    start, installer = starter("win32", (NVIDIA,), fails=["uv", "--index-url"])
    assert start.install("") == ""
    assert kinds(installer) == ["uv itself", "by index", "vaelab"]
    assert "CUDA build could not be installed" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("system", "present"), [("linux", (NVIDIA,)), ("linux", (NVIDIA, AMD)), ("linux", ()), ("win32", ())]
)
def test_what_pip_serves_is_left_to_pip(system: str, present: tuple[GPUMaker, ...], starter: Starter) -> None:
    start, installer = starter(system, present)
    assert start.install("test") == ""
    assert kinds(installer) == ["vaelab"]


@pytest.mark.parametrize("installed", ["cuda = None\n", "cuda: Optional[str] = '13.0'\n"])
def test_a_pytorch_that_is_there_stays(installed: str, starter: Starter) -> None:
    """The README says how to choose one: install it into the environment first."""
    start, installer = starter("win32", (NVIDIA,), installed=installed)
    assert start.install("") == ""
    assert kinds(installer) == ["vaelab"]
