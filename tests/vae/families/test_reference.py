"""Every line of the table of what loads, and further models of them, against a reference, pixel for pixel."""

from __future__ import annotations

from pathlib import Path

import pytest
from families.table import ALL, FURTHER, FamilyFiles
from family_cases import Key, check_case

TOLERANCES: dict[str, dict[str, float]] = {
    # A convolution of a batch may add in another order than of its images alone.
    "AutoencoderKLLTXVideo": {"levels": 1, "share": 1e-3},
    "AutoencoderKLLTX2Video": {"levels": 1, "share": 1e-3},
    # The decoder's steps add up what a processor's convolutions round: where their order depends on the batch (some AMD
    # processors), a value in thousands lands on the other side of a rounding.
    "ConsistencyDecoderVAE": {"levels": 1, "share": 1e-3},
    # Attention is one fused operation in diffusers and three here: a rounding may fall on the other side.
    "VAR": {"levels": 1, "share": 1e-3},
    "VQModel, LlamaGen": {"levels": 1, "share": 1e-3},
    # All frames at once may add in another order than one by one.
    "TAEHV": {"levels": 1, "share": 2e-4},
    "CosmosTokenizer": {"levels": 1, "share": 1e-3},
}
"""By model, or by model and layout; all others are equal in every value."""


def tolerance(key: Key) -> dict[str, float]:
    return TOLERANCES.get(key[0], TOLERANCES.get(", ".join(key), {}))


@pytest.mark.parametrize("key", [key for key in ALL if key[0] != "AutoencoderRAE"], ids=" ".join)
def test_every_line_equals_its_reference(key: Key, family_files: FamilyFiles) -> None:
    """But for the representation autoencoder, which takes images of one size alone and has tests of its own."""
    check_case(key, *family_files[key], **tolerance(key))


@pytest.mark.parametrize("name", FURTHER)
def test_further_models_equal_their_reference(name: str, tmp_path: Path) -> None:
    key, make = FURTHER[name]
    check_case(key, *make(tmp_path), **tolerance(key))
