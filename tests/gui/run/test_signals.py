"""SIGTERM, SIGHUP and Ctrl-C to the window: a run is stopped with its rows and report, and the process ends at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command_process import default_signals, wait_for
from PIL import Image
from preloaded import Command

from vaelab.run_folder.store import read_rows, read_summary

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of Unix")

# The real window with the real engine; it starts its run by itself, as a user would with the button.
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from vaelab.gui import app

class Starting(app.Application):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.tick = QTimer(self)
        self.tick.timeout.connect(self.look)
        self.tick.start(20)
        if IMAGES:
            self.window.setup_model.add_images([IMAGES])
            self.window.setup_model.add_vaes(["identity", "blur:2"])
            self.window.setup_model.set_option("device", "cpu")
    def look(self):
        if not IMAGES:
            print("up", flush=True)
            self.tick.stop()
        elif self.window.setup_panel.run_button.isEnabled():
            self.tick.stop()
            self.window.setup_panel.run_button.click()

IMAGES = sys.argv[1] if len(sys.argv) > 1 else ""
app.Application = Starting
sys.exit(app.main([]))
"""


HOME = """
import os
os.environ |= {"HOME": os.getcwd(), "XDG_CONFIG_HOME": os.path.join(os.getcwd(), "config"), "QT_QPA_PLATFORM": "offscreen"}
"""


def open_process(tmp_path: Path, *arguments: str) -> subprocess.Popen[str]:
    home = {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.Popen(
        [sys.executable, "-c", WINDOW, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | home,
        preexec_fn=default_signals,
    )


@pytest.mark.parametrize("names", [("SIGTERM",), ("SIGTERM", "SIGHUP")], ids="+".join)
def test_a_signal_stops_the_run_and_ends_the_window(names: tuple[str, ...], tmp_path: Path) -> None:
    """Two at once are what a system sends that shuts down; that each is heard, the idle window shows."""
    images = tmp_path / "images"
    images.mkdir()
    for number in range(400):
        Image.new("RGB", (64, 64), (number % 256, number // 2, 90)).save(images / f"{number:03d}.png")

    def tables() -> list[Path]:
        return [path for path in tmp_path.rglob("per_image.csv") if path.read_bytes().count(b"\r\n") > 3]

    if len(names) == 1:
        process = open_process(tmp_path, str(images))
    else:
        process = Command(str(images), folder=tmp_path, script=HOME + WINDOW)
    wait_for(tables, process)
    for name in names:
        process.send_signal(getattr(signal, name))
    _, errors = process.communicate(timeout=60)
    assert process.returncode in [128 + getattr(signal, name) for name in names], errors
    assert "Traceback" not in errors
    assert "QThread" not in errors
    (table,) = tables()
    rows, summary = read_rows(table.parent), read_summary(table.parent)
    assert 3 <= len(rows) < 800
    assert summary["state"] == "stopped"
    assert sum(vae["images_ok"] for vae in summary["vaes"].values()) == len(rows)
    assert (table.parent / "report.html").exists()
    assert not list(table.parent.glob(".vaelab*"))


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_an_idle_window(name: str, tmp_path: Path) -> None:
    process, number = open_process(tmp_path), getattr(signal, name)
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    process.send_signal(number)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 128 + number, errors
    assert "Traceback" not in errors
