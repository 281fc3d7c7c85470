"""What is said of a VAE's latents, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def latent_words(health: Mapping[str, Any]) -> str:
    """Return the verdict in words; empty where there is none."""
    return str(health.get("verdict") or "")
