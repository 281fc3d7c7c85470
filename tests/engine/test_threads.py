"""A run leaves the process's number of torch threads as it found it, whatever thread looks at it later."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import torch

from vaelab.engine.measure import Measurer
from vaelab.engine.runner import run
from vaelab.settings import RunSettings


def threads_seen_by_a_new_thread() -> int:
    seen: list[int] = []
    thread = threading.Thread(target=lambda: seen.append(torch.get_num_threads()))
    thread.start()
    thread.join()
    return seen[0]


def test_threads_are_left_as_they_were(image_folder: Path, tmp_path: Path) -> None:
    before = torch.get_num_threads(), threads_seen_by_a_new_thread()
    settings = RunSettings(
        images=(str(image_folder),), vaes=("identity",), out=str(tmp_path / "run"), size=96, device="cpu"
    )
    end = list(run(settings))[-1]
    assert end.summary["environment"]["threads"] == before[0]  # type: ignore[union-attr]
    assert (torch.get_num_threads(), threads_seen_by_a_new_thread()) == before


def test_metrics_compute_with_one_thread_beside_the_codec(
    image_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second team of threads on busy cores makes one image's metrics take 25 times as long."""
    seen: dict[str, int] = {}
    measure = Measurer.rows

    def spy(self: Measurer, *arguments: Any) -> Any:
        seen[threading.current_thread().name] = torch.get_num_threads()
        return measure(self, *arguments)

    monkeypatch.setattr(Measurer, "rows", spy)
    settings = RunSettings(
        images=(str(image_folder),),
        vaes=("identity",),
        out=str(tmp_path / "run"),
        metrics="psnr",
        device="cpu",
    )
    list(run(settings))
    assert list(seen.values()) == [1]
    assert next(iter(seen)).startswith("measure")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into Linux' list of loaded libraries")
def test_the_libraries_of_torch_are_loaded_before_it_is_imported() -> None:
    """So that the import does not hold Python's lock, and a window still, for as long as linking takes."""
    code = (
        "import sys; from pathlib import Path; from vaelab import device\n"
        "loaded = lambda: 'libtorch_cpu' in Path('/proc/self/maps').read_text()\n"
        "print(loaded()); device.load_torch_libraries(); print(loaded(), 'torch' in sys.modules)\n"
        "import torch; print(float(torch.ones(2).sum()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=100
    )
    assert done.stdout.split() == ["False", "True", "False", "2.0"]
