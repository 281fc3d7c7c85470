"""The window comes up without the heavy libraries."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "torch",
    "torchvision",
    "diffusers",
    "lpips",
    "pandas",
    "transformers",
    "scipy",
    "skimage",
    "pyqtgraph",
    "huggingface_hub",
    "urllib.request",
)


def test_importing_the_window_imports_no_heavy_library() -> None:
    code = f"import sys, vaelab.gui.app; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=100
    )
    assert done.stdout.strip() == "[]"
