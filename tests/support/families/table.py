"""One small VAE of every line of the table of what loads, further ones, and their files, built once."""

from __future__ import annotations

import shutil
from pathlib import Path

from families import (
    cosmos,
    dc,
    flux2,
    image_kl,
    kl_and_taesd,
    ltx,
    rae,
    stages,
    taehv,
    video,
    vq,
    vq_published,
    wan,
)
from family_cases import Cases, Further, Key, Reference

ALL: Cases = {
    **kl_and_taesd.CASES,
    **flux2.CASES,
    **wan.CASES,
    **dc.CASES,
    **vq.CASES,
    **vq_published.CASES,
    **stages.CASES,
    **image_kl.CASES,
    **video.CASES,
    **ltx.CASES,
    **rae.CASES,
    **taehv.CASES,
    **cosmos.CASES,
}
FURTHER: Further = {
    **dc.FURTHER,
    **image_kl.FURTHER,
    **wan.FURTHER,
    **video.FURTHER,
    **ltx.FURTHER,
    **vq.FURTHER,
    **vq_published.FURTHER,
    **taehv.FURTHER,
    **cosmos.FURTHER,
}


class FamilyFiles:
    """The files of ``ALL``, each built when it is first asked for. Whoever changes one takes a copy."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._built: dict[Key, tuple[Path, Reference]] = {}

    def __getitem__(self, key: Key) -> tuple[Path, Reference]:
        if key not in self._built:
            folder = self._folder / str(len(self._built))
            folder.mkdir()
            self._built[key] = ALL[key](folder)
        return self._built[key]

    def path(self, key: Key) -> Path:
        return self[key][0]

    def copied(self, key: Key, folder: Path) -> Path:
        """The path of a copy in an empty folder."""
        path = self.path(key)
        own = self._folder / path.relative_to(self._folder).parts[0]
        shutil.copytree(own, folder, dirs_exist_ok=True)
        return folder / path.relative_to(own)
