"""Where PNGs lie in a run folder: no two in one place, on any file system, whatever labels and images are called."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from vaelab.cli.parser import main
from vaelab.run_folder.store import png_path

RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
NASTY = [
    "original", "Original", "ORIGINAL", "con", "CON", "con.txt", "Aux.", "nul ", "com1", "COM¹", "lpt9.x.y", "prn", "conin$",
    "a.", "a", "a ", " a", "A", "..", ".", "...", "", " ", ".hidden", "-", "_", "a/b", "a\\b", "a:b", "a_b", "b.", "image", "vae",
    "猫", "犬", "🎨", "é", "e\u0301", "Größe", "ı", "ſ", "K", "k", "x" * 300, "x" * 301, "X" * 300, "\udcff", "\0", "a\nb", "*?<>|\"",
]  # fmt: skip
NAMES = st.one_of(
    st.text(max_size=12), st.sampled_from(NASTY), st.from_regex(r"\A[a-zA-Z]{1,3}(-[0-9a-f]{8})?\Z")
)


def is_legal(part: str) -> bool:
    """As a name of a file or folder on Windows, macOS and Linux."""
    return (
        0 < len(part) <= 100
        and part.isascii()
        and re.fullmatch(r"[\w.-]+", part) is not None
        and part.rstrip(". ") == part
        and not part.startswith(".")
        and RESERVED.fullmatch(part) is None
    )


def folder_of(label: str | None) -> str:
    return png_path(label, "a.png").split("/")[1]


@settings(max_examples=300, deadline=None)
@given(st.lists(NAMES, min_size=2, max_size=6, unique=True))
@example(NASTY)
def test_places_of_labels_and_images_are_legal_and_unique(names: list[str]) -> None:
    """Also where case does not count."""
    folders = [folder_of(None), *map(folder_of, names)]
    files = [png_path(None, name) for name in names]
    assert len({folder.lower() for folder in folders}) == len(folders)
    assert len({file.lower() for file in files}) == len(files)
    for place in (*files, *(png_path(name, "a.png") for name in names)):
        images, folder, file = place.split("/")
        assert images == "images"
        assert is_legal(folder), folder
        assert is_legal(file), file
        assert file.endswith(".png")


def test_a_name_made_of_another_does_not_meet_it() -> None:
    """The folder of one label is itself a label."""
    for label in ("SDXL", "original", "a/b"):
        assert folder_of(folder_of(label)).lower() != folder_of(label).lower()


@pytest.mark.parametrize(
    ("label", "pattern"),
    [
        ("blur_2", "blur_2"),
        ("sd-vae.ft", r"sd-vae\.ft"),
        ("SDXL", "SDXL-[0-9a-f]{8}"),
        ("original", "original-[0-9a-f]{8}"),
        ("con", "_con-[0-9a-f]{8}"),
        ("con.fp16", r"_con\.fp16-[0-9a-f]{8}"),
        ("Größe 2.", "Gro_e_2-[0-9a-f]{8}"),
        ("猫", "vae-[0-9a-f]{8}"),
        ("", "vae-[0-9a-f]{8}"),
    ],
)
def test_folders_stay_readable(label: str, pattern: str) -> None:
    assert re.fullmatch(pattern, folder_of(label))


def test_originals_lie_where_they_always_did() -> None:
    """So that a run of an earlier version that is continued does not save them again."""
    assert re.fullmatch(r"images/original/cat-[0-9a-f]{8}\.png", png_path(None, "cat.jpeg"))


def test_a_vae_labelled_original_leaves_the_originals_alone(tmp_path: Path) -> None:
    """What the row says can be had again from its two PNGs, for labels that differ in case as well."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    rng = np.random.default_rng(4)
    for name in ("a.png", "con.png"):
        Image.fromarray(rng.integers(0, 256, (64, 64, 3), dtype=np.uint8)).save(pictures / name)
    labels = ("original=jpeg:75", "Tuned=jpeg:30", "tuned=jpeg:50", "con=jpeg:90")
    vaes = [word for spec in labels for word in ("--vae", spec)]
    out = tmp_path / "run"
    arguments = [
        "run",
        str(pictures),
        *vaes,
        *(
            "--device",
            "cpu",
            "--fit",
            "native",
            "--metrics",
            "psnr",
            "--marker",
            "off",
            "--save-images",
            "all",
        ),
    ]
    assert main([*arguments, "--out", str(out)]) == 0
    with (out / "per_image.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 8
    assert len({row["reconstruction_png"].lower() for row in rows}) == 8
    for row in rows:
        x, y = (np.asarray(Image.open(out / row[key])) for key in ("original_png", "reconstruction_png"))
        mse = np.mean((x / 255 - y / 255) ** 2)
        assert float(row["psnr"]) == pytest.approx(-10 * np.log10(mse), abs=1e-6)
