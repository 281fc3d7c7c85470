"""What every test shares: photographs, no network surprises, no thread left behind."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import settings as hypothesis_settings

if TYPE_CHECKING:
    from vaelab.report.run.data import RunData

# Before torch is loaded, here and in every process that a test starts: tests run side by side, one a core, and sums that
# do not depend on how many cores there are.
os.environ.setdefault("OMP_NUM_THREADS", "1")

# The same examples every time, and none that fails since the machine had something else to do.
hypothesis_settings.register_profile("suite", deadline=None, derandomize=True)
hypothesis_settings.load_profile("suite")


@pytest.fixture(scope="session", autouse=True)
def _no_wait_for_the_disk() -> Iterator[None]:
    """No test cuts the power, so none waits for a disk; that all is handed to it ``test_durable`` sees for itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread of ours running."""
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before and t.is_alive() and not t.daemon]
    for thread in left:
        thread.join(timeout=5)
    assert not [thread.name for thread in left if thread.is_alive()]


@pytest.fixture(scope="session")
def photographs() -> dict[str, npt.NDArray[np.uint8]]:
    """Photographs that scikit-image ships in its wheel, as (H, W, 3) uint8."""
    from skimage import data

    return {
        "astronaut": data.astronaut(),
        "coffee": data.coffee(),
        "chelsea": data.chelsea(),
        "rocket": data.rocket(),
    }


@pytest.fixture(scope="session")
def written_photographs(
    tmp_path_factory: pytest.TempPathFactory, photographs: dict[str, npt.NDArray[np.uint8]]
) -> Path:
    """A folder with three small photographs of different sizes, which nobody changes."""
    from PIL import Image

    folder = tmp_path_factory.mktemp("photographs")
    for name, (height, width) in {
        "astronaut": (192, 192),
        "chelsea": (200, 176),
        "coffee": (192, 192),
    }.items():
        Image.fromarray(photographs[name][:height, :width]).save(folder / f"{name}.png")
    return folder


@pytest.fixture
def image_folder(tmp_path: Path, written_photographs: Path) -> Path:
    """A copy of that folder, of the test's own."""
    return shutil.copytree(written_photographs, tmp_path / "images")


@pytest.fixture(scope="session")
def photo_run(
    tmp_path_factory: pytest.TempPathFactory, photographs: dict[str, npt.NDArray[np.uint8]]
) -> RunData:
    """Twelve squares of photographs through four codecs, PNGs saved."""
    from runs.report_runs import photographs_run

    return photographs_run(
        tmp_path_factory.mktemp("run-a"), photographs, ("identity", "mini", "linear", "blur:2")
    )


@pytest.fixture(scope="session")
def photo_page(photo_run: RunData) -> str:
    """The HTML report of that run."""
    from vaelab.report.formats.table import render

    return render(photo_run, "html")
