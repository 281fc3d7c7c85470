"""The status bar's numbers, and the computer kept awake."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from window.fakes import FakeEngine, Opener

from vaelab.gui.core import keep_awake
from vaelab.gui.core.keep_awake import SleepLock, commands
from vaelab.gui.core.phase import Phase
from vaelab.gui.main_window import MainWindow
from vaelab.memory import MemoryState


def test_memory_is_looked_at_while_the_window_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.meter.ram.isVisible)
    used, _, total = window.meter.ram.text().removeprefix("RAM ").removesuffix(" GB").partition("/")
    assert 0 < float(used) <= float(total)
    timer = window.meter.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    window.hide()
    assert not timer.isActive()


def test_video_memory_is_shown_with_its_peak_where_there_is_any(window: MainWindow) -> None:
    meter = window.meter
    meter.show_memory(MemoryState(9100, 32000, 500, 7900, 12000, "RTX 4070"))
    meter.show_memory(MemoryState(9100, 32000, 500, 6200, 12000, "RTX 4070"))
    assert meter.vram.text() == "RTX 4070  VRAM 6.2/12.0 GB (peak 7.9)"
    assert meter.ram.text() == "RAM 9.1/32.0 GB"
    meter.show_memory(MemoryState(9100, 128_400, 500))
    assert not meter.vram.isVisible()
    assert meter.ram.text() == "RAM 9.1/128 GB"


def test_the_status_bar_says_what_runs_where_and_when_it_was_saved(
    open_window: Opener, qtbot: QtBot, image_folder: Path
) -> None:
    window = open_window(FakeEngine(images=6, row_seconds=0.02))
    assert not window.meter.saved.isVisible()
    window.setup_model.add_images([str(image_folder)])
    window.setup_model.add_vaes(["identity"])
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled)
    window.setup_panel.run_button.click()
    qtbot.waitUntil(lambda: window.run_model.saved_at is not None)
    window.controller.pause()
    window.meter.tick()
    assert window.meter.saved.text() == "run saved 0 s ago"
    assert window.meter.device.text() == "cpu fp32"
    window.controller.resume()
    qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE)
    assert window.meter.saved.text() == "run saved"


# Sleep


def which(*names: str) -> keep_awake.Which:
    return lambda name: f"/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    ("platform", "desktop", "programs", "expected"),
    [
        ("linux", "", ("systemd-inhibit", "cat"), ["/bin/systemd-inhibit"]),
        (
            "linux",
            "ubuntu:GNOME",
            ("systemd-inhibit", "gnome-session-inhibit", "cat"),
            ["/bin/systemd-inhibit", "/bin/gnome-session-inhibit"],
        ),
        ("linux", "KDE", ("kde-inhibit", "cat"), ["/bin/kde-inhibit"]),
        ("linux", "GNOME", ("cat",), []),
        ("darwin", "", ("caffeinate", "cat"), ["/bin/caffeinate"]),
        ("win32", "", ("caffeinate", "systemd-inhibit", "cat"), []),
    ],
)
def test_every_platform_has_its_own_way(
    platform: str, desktop: str, programs: tuple[str, ...], expected: list[str]
) -> None:
    found = commands(platform, which(*programs), desktop)
    assert [command[0] for command in found] == expected
    assert all(command[-1] == "/bin/cat" for command in found)


@pytest.mark.skipif(sys.platform == "win32", reason="runs a shell script")
def test_the_lock_is_held_from_the_beginning_of_a_run_to_its_end(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, script = tmp_path / "log", tmp_path / "inhibit"
    script.write_text(f"#!/bin/sh\necho held >> {log}\ncat\necho let go >> {log}\n")
    script.chmod(0o755)
    monkeypatch.setattr(keep_awake, "commands", lambda *_: [[str(script)]])
    lock = SleepLock(platform="linux")
    lock.hold(True)
    lock.hold(True)
    qtbot.waitUntil(lambda: log.exists() and log.read_text() == "held\n")
    lock.hold(False)
    qtbot.waitUntil(lambda: log.read_text() == "held\nlet go\n")
    lock.hold(True)
    qtbot.waitUntil(lambda: log.read_text().endswith("held\n"))
    lock.hold(False)
    qtbot.waitUntil(lambda: log.read_text().endswith("let go\n"))


def test_a_program_that_is_missing_or_refuses_is_nothing_to_speak_of(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keep_awake, "commands", lambda *_: [["/no/such/program"], ["/bin/false"]])
    lock = SleepLock(platform="linux")
    lock.hold(True)
    qtbot.wait(50)
    lock.hold(False)
    qtbot.wait(50)


def test_windows_is_told_by_its_own_call() -> None:
    told: list[int] = []
    lock = SleepLock(platform="win32", execution_state=lambda state: told.append(state) or 1)
    for on in (True, True, False, False):
        lock.hold(on)
    assert told == [0x80000001, 0x80000000]


def test_a_run_holds_the_lock_and_a_pause_lets_it_go(
    open_window: Opener, qtbot: QtBot, image_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[bool] = []
    monkeypatch.setattr(SleepLock, "hold", lambda _, on: held.append(on))
    window = open_window(FakeEngine(images=10, row_seconds=0.02))
    window.setup_model.add_images([str(image_folder)])
    window.setup_model.add_vaes(["identity"])
    qtbot.waitUntil(window.setup_panel.run_button.isEnabled)
    window.setup_panel.run_button.click()
    window.controller.pause()
    window.controller.resume()
    window.controller.stop()
    qtbot.waitUntil(lambda: window.controller.phase is Phase.IDLE)
    assert held == [True, False, True, True, False]
