"""What Lightricks writes into the header of its files of LTX: the VAE's config, in the words of its own program. No torch here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from vaelab.errors import VAEError


def header_config(metadata: Mapping[str, str]) -> Mapping[str, Any]:
    """What Lightricks' header says of the VAE; empty where it says nothing."""
    try:
        said = json.loads(metadata.get("config", "{}"))
    except (ValueError, RecursionError):
        return {}
    vae = said.get("vae", said) if isinstance(said, dict) else {}
    return vae if isinstance(vae, dict) else {}


def header_residual(theirs: Mapping[str, Any], scaling: tuple[bool, ...]) -> tuple[bool, ...]:
    """Which steps of the decoder add their input, from its last level to its first; empty where the header does not tell.

    Args:
        theirs: what the header says of the VAE.
        scaling: which levels have a step, in the same order.

    Raises:
        VAEError: it has another number of steps.
    """
    blocks = theirs.get("decoder_blocks")
    if not isinstance(blocks, list):
        return ()
    steps = [
        bool(block[1].get("residual")) if isinstance(block[1], dict) else False
        for block in blocks
        if isinstance(block, list) and len(block) == 2 and str(block[0]).startswith("compress")
    ]
    if len(steps) != sum(scaling):
        raise VAEError(
            f"Its header says that its decoder has {len(steps)} steps, its weights that it has {sum(scaling)}: one of them is another's."
        )
    following = iter(steps)
    return tuple(next(following) if step else False for step in scaling)
