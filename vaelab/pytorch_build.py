"""Which GPU is here, whether the installed PyTorch was built for it, and how to install the one that is.

pip on Windows installs PyTorch's CPU build, and pip on Linux the CUDA build, whatever the GPU. Here is nothing but the standard
library: ``start.py`` asks before anything is installed, and the window, which never imports torch.

Signs of a driver are looked for, not GPUs: a driver that outlived its GPU is a false alarm; a GPU without its driver is not
found, and PyTorch could not use it either. Whether a build runs on this very GPU and driver is PyTorch's to say. Intel's GPUs
are left out, since VAELab has no device ``xpu``, and AMD's on Windows, for which PyTorch's page names no build.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("torch", "torchvision")


@dataclass(frozen=True)
class GPUMaker:
    """A maker of GPUs.

    Attributes:
        name: as people know it.
        build: PyTorch's build for its GPUs.
        index: where pip finds this build.
        systems: values of ``sys.platform`` that the build exists for.
        programs: of the driver; found on the PATH.
        files: of the driver, from the root of the file system.
    """

    name: str
    build: str
    index: str
    systems: tuple[str, ...]
    programs: tuple[str, ...]
    files: tuple[str, ...]


# There are builds of PyTorch 2.14 under these (2.14.1+cu130, 2.14.1+rocm7.2); newer ones: https://pytorch.org/get-started/locally/
MAKERS = (
    GPUMaker(
        "NVIDIA",
        "CUDA",
        "https://download.pytorch.org/whl/cu130",
        ("linux", "win32"),
        ("nvidia-smi",),
        ("proc/driver/nvidia/version", "Windows/System32/nvcuda.dll"),
    ),
    GPUMaker(
        "AMD",
        "ROCm",
        "https://download.pytorch.org/whl/rocm7.2",
        ("linux",),
        ("rocminfo",),
        ("dev/kfd",),
    ),
)
"""In the order in which a machine with GPUs of several is served."""


@dataclass(frozen=True)
class UnusedGPU:
    """A GPU that the installed PyTorch was not built for.

    Attributes:
        maker: its name, ``NVIDIA``.
        build: the build that uses it, ``CUDA``.
        installed: the build that is installed, ``CPU``.
        commands: what to type, one after the other, to install the other build.
    """

    maker: str
    build: str
    installed: str
    commands: tuple[str, ...]


def makers_present(system: str = sys.platform, root: Path | None = None) -> tuple[GPUMaker, ...]:
    """Return the makers of whose GPUs a driver is here and for which a build exists.

    Args:
        system: a value of ``sys.platform``.
        root: of the file system; that of the system if None.
    """
    base = root or Path(os.environ.get("SYSTEMDRIVE", "C:") + "/" if system == "win32" else "/")
    return tuple(
        maker
        for maker in MAKERS
        if system in maker.systems
        and (any(map(shutil.which, maker.programs)) or any((base / file).exists() for file in maker.files))
    )


def build_in(site_packages: Path) -> str | None:
    """Return which build of PyTorch a folder of packages holds: ``CUDA``, ``ROCm``, ``XPU``, ``CPU``; None without PyTorch."""
    try:
        text = (site_packages / "torch" / "version.py").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    said = dict(re.findall(r"""^(cuda|hip|xpu)\b[^=\n]*=\s*['"](.+?)['"]""", text, re.MULTILINE))
    return next(
        (build for key, build in (("hip", "ROCm"), ("cuda", "CUDA"), ("xpu", "XPU")) if key in said), "CPU"
    )


def installed_build() -> str | None:
    """Return the build of the PyTorch that this Python would import, without importing it; None without one."""
    found = importlib.util.find_spec("torch")
    return None if found is None or found.origin is None else build_in(Path(found.origin).parents[1])


def unused_gpu() -> UnusedGPU | None:
    """Return the GPU that this PyTorch was not built for; None where there is none, or where it uses another one."""
    present, build = makers_present(), installed_build()
    if not present or build is None or any(maker.build == build for maker in present):
        return None
    quote = subprocess.list2cmdline if sys.platform == "win32" else shlex.join
    commands = tuple(quote([sys.executable, "-m", "pip", *step]) for step in pip_steps(present[0]))
    return UnusedGPU(present[0].name, present[0].build, build, commands)


def pip_steps(maker: GPUMaker) -> tuple[tuple[str, ...], ...]:
    """Return pip's arguments that install a maker's build, one command after the other.

    pip counts another build of the same version as installed, hence the force; without it the packages that this build needs are
    added, and none is replaced. What was there stays until the download has succeeded.
    """
    install = ("install", *PACKAGES, "--index-url", maker.index)
    return ((*install, "--force-reinstall", "--no-deps"), install)
