"""Files that are no VAE: where none is left, the run is refused before PyTorch is loaded, and leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from vaelab.cli.parser import main


@pytest.fixture
def no_vae(tmp_path: Path) -> Path:
    save_file({"head.weight": np.zeros((4, 4), np.float32)}, tmp_path / "head.safetensors")
    return tmp_path / "head.safetensors"


def test_it_is_refused_without_pytorch_and_without_a_run_folder(
    no_vae: Path, image_folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "run"
    arguments = ["run", str(image_folder), "--vae", str(no_vae), "--vae", f"b={no_vae}x", "--out", str(out)]
    code = (
        f"import sys; from vaelab.cli.parser import main; code = main({arguments!r}); "
        "assert 'torch' not in sys.modules; sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert "head.safetensors" in done.stderr
    assert "head.safetensorsx" in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()


def test_one_that_is_left_is_measured(no_vae: Path, image_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    arguments = ["--vae", str(no_vae), "--vae", "identity", "--metrics", "pixel", "--device", "cpu"]
    assert main(["run", str(image_folder), *arguments, "--out", str(out)]) == 3
    assert (out / "per_image.csv").read_text("utf-8").count("identity") == 3
