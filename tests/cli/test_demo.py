"""What the demo measures: photographs of known origin, all terms of J, and never charts and photographs in one mean."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from vaelab.cli.parser import main
from vaelab.engine.demo import demo_folder, demo_settings
from vaelab.images import list_images
from vaelab.images.charts import charts
from vaelab.settings import RunSettings

PHOTOGRAPHS = sorted(demo_folder().iterdir())


def test_the_demo_measures_at_least_ten_colour_photographs_with_all_weights_one(tmp_path: Path) -> None:
    settings = demo_settings(tmp_path)
    assert set(settings.weights.values()) == {1.0}
    assert settings.marker == "separate"
    listed = list_images([Path(item) for item in settings.images])
    assert not listed.skipped
    assert [file.path for file in listed.images] == PHOTOGRAPHS
    assert len(PHOTOGRAPHS) >= 10
    seen = set()
    for path in PHOTOGRAPHS:
        with Image.open(path) as picture:
            assert min(picture.size) >= 240, "room for a marker"
            pixels = np.asarray(picture.convert("RGB")).astype(int)
        assert np.ptp(pixels, axis=2).mean() > 4, f"{path.name} is grey"
        seen.add(hashlib.sha256(pixels.tobytes()).hexdigest())
    assert len(seen) == len(PHOTOGRAPHS)


def test_the_charts_are_a_run_of_their_own(tmp_path: Path) -> None:
    settings = demo_settings(tmp_path, charts=True)
    listed = list_images([Path(item) for item in settings.images])
    assert [Path(file.name).stem for file in listed.images] == list(charts.CHARTS)
    assert set(settings.weights.values()) == {1.0}


@pytest.mark.parametrize(("flags", "charted"), [([], False), (["--charts"], True)])
def test_the_command_says_which(
    flags: list[str], charted: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[RunSettings] = []

    def keep(settings: RunSettings, **_: Any) -> int:
        found.append(settings)
        return 0

    monkeypatch.setattr("vaelab.cli.commands._run", keep)
    assert main(["demo", "--out", str(tmp_path / "run"), *flags]) == 0
    assert found[0].images == (str(demo_folder(charts=charted)),)


def test_every_photograph_has_its_origin_and_its_bytes_in_the_readme() -> None:
    readme = (demo_folder().parent / "README.md").read_text("utf-8")
    stated = dict(re.findall(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", readme, re.MULTILINE))
    assert stated == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in PHOTOGRAPHS}


def test_the_files_of_scikit_image_are_as_it_ships_them() -> None:
    data = Path(pytest.importorskip("skimage.data").__file__).parent
    names = (
        "astronaut.png",
        "chelsea.png",
        "coffee.png",
        "rocket.jpg",
        "hubble_deep_field.jpg",
        "ihc.png",
        "retina.jpg",
    )
    for name in names:
        assert (demo_folder() / name).read_bytes() == (data / name).read_bytes(), name
