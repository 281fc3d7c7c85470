"""Hub ids, offline: what the local Hugging Face cache already holds. No torch here, and never a network."""

from __future__ import annotations

import re
from pathlib import Path

from vaelab.errors import VAEError

HUB_ID = re.compile(r"(?P<repo>[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*)(?::(?P<folder>[\w.-]+(?:/[\w.-]+)*))?")
"""``org/name`` or ``org/name:subfolder``."""


def cached_folder(hub_id: str) -> Path:
    """The folder of a Hub model in the local cache: the subfolder, else the model's own folder, else its ``vae``.

    Raises:
        VAEError: it is not in the cache.
    """
    from huggingface_hub import try_to_load_from_cache

    found = HUB_ID.fullmatch(hub_id)
    if found is not None:
        folder = found["folder"]
        for place in (folder,) if folder else ("", "vae"):
            # This looks at files only; every other call of the library may ask its server.
            path = try_to_load_from_cache(found["repo"], f"{place}/config.json".lstrip("/"))
            if isinstance(path, str):
                return Path(path).parent
    raise VAEError(
        f"{hub_id} is neither a path here nor in the local Hugging Face cache, and VAELab does not download yet: "
        "download its folder and pass the path."
    )
