#!/usr/bin/env python3
"""Sets VAELab up beside this file and starts it. Standard library only.

python3 start.py            open the window; without a display: run the demo and write its report
python3 start.py test       run the tests
python3 start.py run …      any other arguments go to `vaelab`
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
SITE_PACKAGES = "Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")
# More than four would only fill the memory with copies of torch. Whoever has nothing left takes from the others: one file takes
# minutes, most take seconds.
IN_PARALLEL = ("-n", "logical", "--maxprocesses", "4", "--dist", "worksteal")


def main(arguments):
    """Install what is missing, then run."""
    if sys.version_info < (3, 11):  # noqa: UP036 - pip has not checked it yet
        return (
            f"VAELab needs Python 3.11 or newer, this is {sys.version.split()[0]}: start it with a newer one."
        )
    if arguments[:1] == ["test"]:
        problem = install("test")
        return problem or run("-m", "pytest", *IN_PARALLEL, *arguments[1:])
    problem = install("")
    if problem:
        return problem
    if arguments:
        return run("-m", "vaelab", *arguments)
    if has_display():
        return run("-m", "vaelab")
    out = next_demo_folder()
    print(f"There is no display here, so VAELab runs its demo without a window, into {out}.", flush=True)
    return run("-m", "vaelab", "demo", "--out", str(out))


def install(extra):
    """Install VAELab with an extra, unless this has been done since pyproject.toml last changed."""
    wanted = fingerprint()
    mark = VENV / f"installed-{extra or 'base'}.txt"
    marks = [mark, VENV / "installed-test.txt"]  # the test extra includes everything
    if PYTHON.exists() and any(one.exists() and one.read_text() == wanted for one in marks):
        return ""
    if not PYTHON.exists():
        print(f"Making a virtual environment in {VENV} …", flush=True)
        try:
            venv.create(VENV, with_pip=True)
        except (OSError, subprocess.CalledProcessError) as error:
            return f"{VENV} could not be made: {error}. On Debian and Ubuntu install the package python3-venv first."
    print(
        "Installing VAELab and what it needs (PyTorch and Qt are large: the first time takes minutes) …",
        flush=True,
    )
    install_pytorch_for_gpu()
    what = str(HERE) + (f"[{extra}]" if extra else "")
    if not call(*PIP, "install", "--editable", what):
        return (
            "The installation failed, see above; after mending it start again, nothing needs to be removed."
        )
    mark.write_text(wanted)
    return ""


def install_pytorch_for_gpu():
    """Install the PyTorch that was built for this machine's GPU, where pip would choose another; what fails is left to pip.

    pip chooses the CUDA build on Linux and the CPU build on Windows. A PyTorch that is in the environment stays: somebody may have
    chosen it, and the window and `vaelab doctor` say if it does not use the GPU.
    """
    # Nothing but the standard library, and beside this file.
    from vaelab.pytorch_build import PACKAGES, build_in, makers_present, pip_steps

    present = makers_present()
    if not present or present[0].build == ("CUDA" if sys.platform == "linux" else "CPU"):
        return
    if any(map(build_in, VENV.glob(SITE_PACKAGES))):
        return
    maker = present[0]
    print(f"There is an {maker.name} GPU: installing PyTorch's {maker.build} build …", flush=True)
    # uv looks at the driver and takes the newest build that runs with it; the index is that of the newest drivers.
    by_uv = ("-m", "uv", "pip", "install", "--python", str(PYTHON), "--torch-backend=auto", *PACKAGES)
    if call(*PIP, "install", "uv") and call(*by_uv):
        return
    if not all(call(*PIP, *step) for step in pip_steps(maker)):
        print(
            f"PyTorch's {maker.build} build could not be installed, see above: going on with the one that pip chooses, which "
            f"does not use the {maker.name} GPU. `python start.py doctor` says what to type to try again.",
            flush=True,
        )


def call(*arguments):
    """Run the environment's Python with these arguments, and say whether it succeeded."""
    return subprocess.call([str(PYTHON), *arguments], cwd=HERE) == 0


def fingerprint():
    """Say what the environment must have been made from: pyproject.toml and this Python."""
    digest = hashlib.sha256((HERE / "pyproject.toml").read_bytes())
    digest.update(f"{sys.version_info[:2]} {HERE}".encode())
    return digest.hexdigest()


def has_display():
    """Say whether a window can be shown."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and platform != "offscreen"


def next_demo_folder():
    """Return the first of runs/demo-1, runs/demo-2, … that does not exist."""
    count = 1
    while (HERE / "runs" / f"demo-{count}").exists():
        count += 1
    return HERE / "runs" / f"demo-{count}"


def run(*arguments):
    """Run a command in the environment and return its exit status."""
    try:
        return subprocess.call([str(PYTHON), *arguments], cwd=None if arguments[1] == "vaelab" else HERE)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
