"""What the tests of VAEs share."""

from __future__ import annotations

import os
from types import SimpleNamespace

import preloaded
import pytest
from families.table import FamilyFiles

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
