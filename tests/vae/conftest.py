"""What the tests of VAEs share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import preloaded
import pytest
import torch
from families.table import FamilyFiles

from vaelab.vae.files.header import file_sha256
from vaelab.vae.program import process


@pytest.fixture(scope="session")
def family_files(tmp_path_factory: pytest.TempPathFactory) -> FamilyFiles:
    """One small VAE of every line of the table of what loads."""
    return FamilyFiles(tmp_path_factory.mktemp("families"))


@pytest.fixture
def preloaded_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes of programs begin with PyTorch loaded; what they are closed off from, and how they end, is the same."""
    if hasattr(os, "fork"):
        monkeypatch.setattr(
            process, "multiprocessing", SimpleNamespace(get_context=lambda _: preloaded.context())
        )


@pytest.fixture
def trust(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], tuple[str, ...]]:
    """The hashes of a pair; nothing but its own process may load a program."""
    monkeypatch.setattr(
        torch.jit, "load", lambda *_, **__: pytest.fail("a program was loaded in this process")
    )
    return lambda folder: tuple(file_sha256(path) for path in sorted(folder.glob("*coder.jit")))
