"""With and without the library of rarer formats."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture
def codecs():  # type: ignore[no-untyped-def]
    return pytest.importorskip("imagecodecs")


@pytest.fixture
def without_codecs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "imagecodecs", None)
