"""What the tests of VAEs share."""

from __future__ import annotations

import pytest
from families.table import FamilyFiles


@pytest.fixture(scope="session")
def family_files(tmp_path_factory: pytest.TempPathFactory) -> FamilyFiles:
    """One small VAE of every line of the table of what loads."""
    return FamilyFiles(tmp_path_factory.mktemp("families"))
