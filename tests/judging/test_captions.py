"""Captions beside the images of a run; a stranger's run asks no other computer and leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from vaelab.judging import captions
from vaelab.judging.captions import captions_of


def test_a_text_beside_an_image_is_its_caption(tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("a red\n boat\u202e", "utf-8")
    (tmp_path / "in" / "sub" / "b.txt").write_text("x" * 900, "utf-8")
    (tmp_path / "single.txt").write_text("alone", "utf-8")
    (tmp_path / "in" / "big.txt").write_text("y" * 20_000, "utf-8")
    settings = {"images": [str(tmp_path / "in"), str(tmp_path / "single.png")]}
    found = captions_of(settings, ["a.png", "sub/b.jpg", "single.png", "big.png", "none.png"])
    assert found["a.png"] == "a red boat\\u202e"
    assert len(found["sub/b.jpg"]) == 401
    assert found["single.png"] == "alone"
    assert set(found) == {"a.png", "sub/b.jpg", "single.png"}


def test_no_path_leads_out_and_no_other_computer_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    settings = {"images": [str(tmp_path / "in")]}
    assert captions_of(settings, ["../secret.png", str(tmp_path / "secret.png"), "link.png"]) == {}
    asked: list[Path] = []
    monkeypatch.setattr(captions, "_read", lambda folder, place: asked.append(folder) or "")
    captions_of({"images": [r"\\host\share", "//host/share"]}, ["a.png"])
    assert not asked
