"""Does memory stay flat? The peak memory of a process that measures 600 images, against one that measures 60.

python benchmarks/memory.py [--few 60] [--many 600] [--size 256] [--vae linear]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from whole_run import write_photographs

_CHILD = """
import resource, sys
from vaelab.settings import RunSettings
from vaelab.engine.runner import run
folder, out, vae, size, limit = sys.argv[1:]
settings = RunSettings(images=(folder,), vaes=(vae, "jpeg:75"), out=out, size=int(size), limit=int(limit), save_images="all")
for event in run(settings):
    pass
assert event.exit_code == 0, event
unit = 1 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6)
"""


def peak_mb(folder: Path, out: Path, vae: str, size: int, limit: int) -> float:
    arguments = [str(folder), str(out), vae, str(size), str(limit)]
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, *arguments], check=True, capture_output=True, text=True
    )
    return float(done.stdout.split()[-1])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--few", type=int, default=60)
    parser.add_argument("--many", type=int, default=600)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--vae", default="linear")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "images"
        folder.mkdir()
        write_photographs(folder, chosen.many, chosen.size)
        few, many = (
            peak_mb(folder, Path(name) / f"run-{count}", chosen.vae, chosen.size, count)
            for count in (chosen.few, chosen.many)
        )
    print(
        f"peak memory: {few:.0f} MB at {chosen.few} images, {many:.0f} MB at {chosen.many}: {many - few:+.0f} MB"
    )


if __name__ == "__main__":
    main()
