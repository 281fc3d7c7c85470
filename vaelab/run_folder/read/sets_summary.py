"""Read the ``summary.json`` of a comparison of sets, which a stranger may have written."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from vaelab.errors import RunFolderError, why
from vaelab.run_files import SUMMARY
from vaelab.run_folder.read.fields import (
    Check,
    FieldError,
    anything,
    flag,
    list_of,
    map_of,
    maybe,
    number,
    one_of,
    parse,
    table,
    text,
    whole,
)
from vaelab.run_folder.read.files import read_bytes

_MOST_BYTES = 2**27

_left_out = list_of(table({"path": text, "image": text, "reason": text}))
_facts = {
    "source": text,
    **dict.fromkeys(("listed", "n", "twins", "enlarged"), whole),
    "skipped": _left_out,
    "failed": _left_out,
}
_PAIR = table(
    {
        "picture": text,
        "real": text,
        "distance": number,
        "closeness": maybe(number),
        "lpips": maybe(number),
    }
)
_SETS: Check = table(
    {
        **dict.fromkeys(("kind", "created", "updated", "vaelab_version", "state"), text),
        "schema_version": whole,
        "settings": table({"size": whole, "fit": text}),
        "features": map_of(
            table({**dict.fromkeys(("label", "input", "identity", "licence"), text), "width": whole})
        ),
        "real": table(_facts),
        "held_out": maybe(table(_facts)),
        "generated": map_of(
            table({**_facts, "nearest": list_of(_PAIR), "sheets": map_of(text), "verdict": list_of(text)})
        ),
        "environment": map_of(one_of(maybe(text), flag, number)),
    },
    needed=("kind", "generated", "real"),
)
_KIND: Check = table({"kind": anything})


def is_sets(path: Path) -> bool:
    """Whether a folder holds a comparison of sets, as far as can be seen; False where nothing can."""
    try:
        found = parse(read_bytes(path, SUMMARY, _MOST_BYTES))
        _KIND(found, "")
    except (OSError, RunFolderError, FieldError):
        return False
    return bool(found.get("kind") == "sets")


def read_sets(path: Path) -> dict[str, Any]:
    """Read and check a comparison of sets.

    Raises:
        RunFolderError: it is missing, or not ours; the sentence names the field.
    """
    try:
        summary = parse(read_bytes(path, SUMMARY, _MOST_BYTES))
        _SETS(summary, "")
    except OSError as error:
        raise RunFolderError(f"'{path}' cannot be read: {why(error)}") from error
    except FieldError as error:
        raise RunFolderError(f"'{path / SUMMARY}' is damaged: {error}; compare the sets again") from error
    return cast(dict[str, Any], summary)
