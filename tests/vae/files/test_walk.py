"""Looking for VAEs in folders as they really are: with links, loops, closed doors and things that are no files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vaelab.errors import VAEError
from vaelab.vae.catalog import describe, find_vaes
from vaelab.vae.files.walk import files_below


@pytest.fixture
def models(tmp_path: Path) -> Path:
    for name in ("models/a.pt", "models/b/c.pt", "elsewhere/vae/d.pt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"junk")
    try:
        (tmp_path / "models" / "linked").symlink_to(tmp_path / "elsewhere")
        (tmp_path / "models" / "b" / "loop").symlink_to(tmp_path / "models")
        (tmp_path / "models" / "b" / "twice").symlink_to(tmp_path / "elsewhere")
        (tmp_path / "models" / "nowhere.pt").symlink_to(tmp_path / "gone.pt")
        (tmp_path / "models" / "itself.pt").symlink_to("itself.pt")
    except OSError:
        pytest.skip("no links here")
    return tmp_path / "models"


def test_links_are_followed_once_and_loops_end(models: Path) -> None:
    found, refused = files_below(models)
    assert [path.relative_to(models).as_posix() for path in found] == ["a.pt", "b/c.pt", "linked/vae/d.pt"]
    assert refused == []


def test_a_folder_that_cannot_be_read_is_named(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def closed(path: Any) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "vae":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    reasons = [str(found) for found in find_vaes(models)]
    assert reasons[0].endswith("vae cannot be read: permission denied.")
    assert [Path(reason.split(" ")[0]).name for reason in reasons[1:]] == ["a.pt", "c.pt"]


def test_a_pipe_is_refused_before_anybody_waits_for_a_writer(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "vae.safetensors")
    with pytest.raises(VAEError, match="is no regular file but a device, a pipe or a folder"):
        describe(str(tmp_path / "vae.safetensors"))
