"""The store of pictures: what is kept, read, prefetched, dropped."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from vaelab.gui.core import mipmaps
from vaelab.gui.core.pictures import ORIGINAL, PictureStore
from vaelab.results.records import Row


def noise(seed: int, height: int = 60, width: int = 80) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def row(image: str = "a.png", vae: str = "one", **values: float) -> Row:
    return Row(image, vae, 80, 60, "ok", "", "", "", "0" * 64, values)


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[PictureStore]:
    made = PictureStore()
    made.open(tmp_path)
    yield made
    made.wait()
    made.deleteLater()


def saved(folder: Path, number: int) -> Row:
    names = [f"{kind}-{number}.png" for kind in ("original", "one")]
    for place, name in enumerate(names):
        Image.fromarray(noise(2 * number + place)).save(folder / name)
    return Row(f"{number}.png", "one", 80, 60, "ok", "", *names, "0" * 64, {})


def test_what_is_prefetched_is_there_at_the_next_step(
    store: PictureStore, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = [saved(tmp_path, number) for number in range(3)]
    arrived = []
    store.ready.connect(arrived.append)
    assert store.picture(rows[0], ORIGINAL) is None
    store.prefetch(rows[1:])
    qtbot.waitUntil(lambda: len(arrived) == 5)
    assert arrived[0] == ("0.png", ORIGINAL)  # what is looked at comes first
    for number, each in enumerate(rows[1:], 1):
        for place, vae in enumerate((ORIGINAL, "one")):
            found = store.picture(each, vae)
            assert found is not None
            assert np.array_equal(found.pixels, noise(2 * number + place))


def test_a_prefetch_that_is_overtaken_is_dropped_and_can_be_asked_for_again(
    store: PictureStore, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [saved(tmp_path, number) for number in range(12)]
    read = []
    inner = mipmaps.from_png

    def slow(data: bytes) -> mipmaps.Mips | None:
        time.sleep(0.02)
        read.append(len(data))
        return inner(data)

    monkeypatch.setattr(mipmaps, "from_png", slow)
    for each in rows:
        store.prefetch([each])
    qtbot.waitUntil(lambda: store.picture(rows[-1], "one") is not None)
    assert len(read) < 12
    assert store.picture(rows[5], ORIGINAL) is None
    qtbot.waitUntil(lambda: store.picture(rows[5], ORIGINAL) is not None)


def test_a_picture_that_is_made_again_replaces_the_old_one(store: PictureStore, qtbot: QtBot) -> None:
    store.put("a.png", "one", noise(1))
    assert np.array_equal(store.picture(row(), "one").pixels, noise(1))
    store.put("a.png", "one", noise(2))
    assert np.array_equal(store.picture(row(), "one").pixels, noise(2))


def test_large_pictures_are_made_off_the_windows_thread(store: PictureStore, qtbot: QtBot) -> None:
    large = np.zeros((1200, 1000, 3), np.uint8)
    store.put("a.png", "one", large)
    assert store.picture(row(), "one") is None
    assert not store.is_missing("a.png", "one")
    qtbot.waitUntil(lambda: store.picture(row(), "one") is not None)


def test_what_was_not_saved_is_missing_and_a_broken_file_too(
    store: PictureStore, tmp_path: Path, qtbot: QtBot
) -> None:
    assert store.picture(row(), "one") is None
    assert store.is_missing("a.png", "one")
    broken = saved(tmp_path, 1)
    (tmp_path / broken.original_png).write_bytes(b"no picture")
    assert store.picture(broken, ORIGINAL) is None
    qtbot.waitUntil(lambda: store.is_missing("1.png", ORIGINAL))


@pytest.mark.parametrize(
    "place", ["../secret.png", "ABSOLUTE", "\\\\host\\share\\x.png", "C:x.png", "pipe.png"]
)
def test_a_picture_from_outside_of_the_run_folder_is_missing(
    store: PictureStore, tmp_path: Path, qtbot: QtBot, place: str
) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    store.open(folder)
    Image.fromarray(noise(1)).save(tmp_path / "secret.png")
    if place == "pipe.png":
        if not hasattr(os, "mkfifo"):
            pytest.skip("no pipes in folders here")
        os.mkfifo(folder / place)
    place = str(tmp_path / "secret.png") if place == "ABSOLUTE" else place
    strange = Row("a.png", "one", 80, 60, "ok", "", place, place, "0" * 64, {})
    assert store.picture(strange, ORIGINAL) is None
    qtbot.waitUntil(lambda: store.is_missing("a.png", ORIGINAL))


def test_a_picture_of_another_size_than_its_row_says_is_missing(
    store: PictureStore, tmp_path: Path, qtbot: QtBot
) -> None:
    strange = replace(saved(tmp_path, 1), width=81)
    assert store.picture(strange, ORIGINAL) is None
    qtbot.waitUntil(lambda: store.is_missing("1.png", ORIGINAL))


def test_memory_stays_within_its_budget(store: PictureStore, monkeypatch: pytest.MonkeyPatch) -> None:
    from vaelab.gui.core import pictures as module

    monkeypatch.setattr(module, "_BUDGET", 12 * 60 * 80 * 6)
    monkeypatch.setattr(module, "_LARGE_BUDGET", 12 * 60 * 80 * 6)
    for number in range(40):
        store.put(f"{number}.png", "one", noise(number))
        assert store.picture(row(f"{number}.png"), "one") is not None
    assert 4 <= len(store._pictures) <= 12
    assert store._bytes == sum(60 * 80 * 6 for _ in store._pictures) + sum(
        p.nbytes for p in store._pixels.values()
    )
