"""How long large runs take to be read, reported, opened in the window and resumed, and how much memory.

100 000 and 1 000 000 rows, 40 VAEs; and 20 000 rows with their images, which are read by a resume until its first new row.

Each in a process of its own. Seconds are of the processor, so that what else the machine does counts little; what can be
compared from machine to machine is the ratio to Python's own ``csv`` and ``float`` on the same file, which is printed too.

    python benchmarks/large_runs.py [--rows 100000] [--million]
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

from vaelab.cli.parser import main as vaelab
from vaelab.control import Control
from vaelab.engine.events import RowDone, RunStarted
from vaelab.engine.runner import run as run_line
from vaelab.gui.models.rows_model import RowsModel
from vaelab.metrics.registry import all_columns
from vaelab.report.run.load import load_run
from vaelab.results.records import Row
from vaelab.run_folder.read.rows import read_record
from vaelab.run_folder.row_lines import csv_line, header, row_line
from vaelab.settings import WEIGHT_NAMES, RunSettings


def write_run(folder: Path, images: int, vaes: int) -> None:
    """A run whose every cell is as long as a real one's; its numbers mean nothing."""
    rng = np.random.default_rng(0)
    labels = [f"vae{number:02d}" for number in range(vaes)]
    folder.mkdir()
    note = "ms_ssim: the short side is under 161 px, which five scales need"
    with (folder / "per_image.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header())
        for image in range(images):
            digest = f"{image:064x}"
            for label in labels:
                values = map(repr, rng.uniform(0.5, 1.5, len(all_columns())).tolist())
                name = f"photograph {image:07d}.png"
                pictures = (f"images/original/{image}.png", f"images/{label}/{image}.png", "", "")
                writer.writerow([name, label, 512, 512, "ok", note, *values, *pictures, digest])
    summary = {
        "schema_version": 2,
        "state": "finished",
        "settings": {
            "images": ["photos"],
            "vaes": labels,
            "marker": "separate",
            "weights": dict.fromkeys(WEIGHT_NAMES, 1.0),
        },
        "protocol": {},
        "images": {"listed": images, "skipped": []},
        "vaes": {label: {"error": None, "baseline": False, "notes": []} for label in labels},
    }
    (folder / "summary.json").write_text(json.dumps(summary), "utf-8")


def resumed_settings(folder: Path) -> RunSettings:
    vaes = ("identity", "blur:1", "blur:2", "blur:3", "blur:4")
    return RunSettings(images=(str(folder / "photos"),), vaes=vaes, out=str(folder / "run"), metrics="pixel")


def write_interrupted_run(folder: Path, images: int) -> None:
    """A run that began, and to which all rows but those of the last image are then added."""
    (folder / "photos").mkdir(parents=True)
    rng = np.random.default_rng(0)
    for number in range(images + 1):
        pixels = rng.integers(0, 256, (8, 8, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / "photos" / f"{number:05d}.png")
    settings = resumed_settings(folder)
    control = Control()
    labels: tuple[str, ...] = ()
    for event in run_line(settings, control):
        if isinstance(event, RunStarted):
            labels = event.vaes
            control.stop()
    names = [column.name for column in all_columns() if column.name != "latent_mean"]
    place = folder / "run" / "per_image.csv"
    lines = [csv_line(header())]
    for number in range(images):
        name = f"{number:05d}.png"
        digest = hashlib.sha256((folder / "photos" / name).read_bytes()).hexdigest()
        for label in labels:
            values = dict(zip(names, rng.uniform(0.5, 1.5, len(names)).tolist(), strict=True))
            lines.append(row_line(Row(name, label, 8, 8, "ok", image_sha256=digest, values=values)))
    place.write_bytes("".join(lines).encode())


def peak_mb() -> float:
    """Most memory that this process has had, MB."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def measure(what: str, folder: Path) -> None:
    """Do one thing and print what it took."""
    start, wall = time.process_time(), time.monotonic()
    if what == "python":
        with (folder / "per_image.csv").open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file)
            columns = len(all_columns())
            next(lines)
            for line in lines:
                dict(zip(range(columns), map(float, line[6 : 6 + columns]), strict=True))
    elif what == "read":
        read_record(folder)
    elif what == "table":
        model, run = RowsModel(all_columns()), load_run(folder)
        start, wall = time.process_time(), time.monotonic()
        model.append(run.rows)
    elif what == "resume":
        import torch  # noqa: F401 - its own time is not what is asked for

        start, wall = time.process_time(), time.monotonic()
        for event in run_line(resumed_settings(folder), Control(), resume=True):
            if isinstance(event, RowDone):
                break
        print(f"  {event.row.image} is measured")
    else:
        vaelab(["report", str(folder)])
    spent, waited = time.process_time() - start, time.monotonic() - wall
    print(f"  {what:7} {spent:6.1f} s of the processor, {waited:6.1f} s, {peak_mb():6.0f} MB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--million", action="store_true", help="also 1 000 000 rows, 1.3 GB of CSV")
    parser.add_argument("--measure", nargs=2, metavar=("WHAT", "FOLDER"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.measure:
        measure(chosen.measure[0], Path(chosen.measure[1]))
        return
    sizes = [(50, 40), (chosen.rows // 4, 4), *([(250_000, 4)] if chosen.million else [])]
    for images, vaes in sizes:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "run"
            write_run(folder, images, vaes)
            print(f"{images} images × {vaes} VAEs", flush=True)
            for what in ("python", "read", "table", "report"):
                _in_a_process(what, folder)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_interrupted_run(folder, 4000)
        print("4000 images × 5 VAEs", flush=True)
        _in_a_process("resume", folder)


def _in_a_process(what: str, folder: Path) -> None:
    command = [sys.executable, __file__, "--measure", what, str(folder)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
