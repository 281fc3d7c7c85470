"""Read ``summary.json``: how a run was made. What it says of results is only for who shows a run without its rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from vaelab.errors import RunFolderError, why
from vaelab.run_files import SUMMARY
from vaelab.run_folder.read.fields import (
    Check,
    FieldError,
    anything,
    bounded,
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
from vaelab.run_folder.row_lines import READABLE
from vaelab.settings import WEIGHT_NAMES

MOST_BYTES = 2**29
"""Of a summary: it lists every image, and every two VAEs in every column; that of a million rows has 150 MB."""
MOST_WEIGHT = 1e9

_scalar = one_of(maybe(text), flag, number)
_named = table({"path": text, "image": text, "vae": text, "reason": text})

_SETTINGS = table(
    {
        "images": list_of(text),
        "vaes": list_of(text),
        "size": whole,
        "fit": text,
        "upscale": flag,
        "recursive": flag,
        "limit": maybe(whole),
        "matte": text,
        "marker": one_of(flag, text),  # runs of schema 1 say true or false
        "marker_preset": text,
        "marker_size": maybe(whole),
        "marker_corner": text,
        "device": text,
        "precision": text,
        "batch_size": one_of(whole, text),
        "tiling": one_of(whole, text),
        "latent": text,
        "seed": whole,
        "metrics": text,
        "weights": table(dict.fromkeys(WEIGHT_NAMES, bounded(0, MOST_WEIGHT)), needed=WEIGHT_NAMES),
        "save_images": text,
        "charts": flag,
    },
    needed=("images", "vaes", "marker", "weights"),
)
_PROTOCOL = table(
    {
        "lpips": text,
        "latent": text,
        "marker": maybe(
            table(
                {"preset": text, "size": _scalar, "corner": text, "read": text, "mode": text},
                needed=("preset", "corner", "read"),
            )
        ),
        "metrics": list_of(text),
    }
)
_VAE = table(
    {
        **dict.fromkeys(
            ("source", "encoder", "padding", "weights", "precision", "error", "family"), maybe(text)
        ),
        **dict.fromkeys(("sha256", "same_file_as", "stored_dtype", "encoder_family"), maybe(text)),
        **dict.fromkeys(("encoder_sha256", "apart", "family_by_latent_statistics"), maybe(text)),
        **dict.fromkeys(("parameters", "latent_channels", "factor", "peak_memory_mb"), maybe(number)),
        **dict.fromkeys(("images_ok", "images_failed", "n"), maybe(whole)),
        **dict.fromkeys(("baseline", "tiled"), maybe(flag)),
        "notes": list_of(text),
        "closest": table({"on": whole, "of": whole}, needed=("on", "of")),
        "metrics": map_of(map_of(anything)),
        "latent_health": maybe(map_of(anything)),
    }
)
_SUMMARY: Check = table(
    {
        **dict.fromkeys(
            ("created", "updated", "state", "vaelab_version", "protocol_line", "protocol_hash"), text
        ),
        "settings": _SETTINGS,
        "protocol": _PROTOCOL,
        "environment": map_of(_scalar),
        "timing": table({"measure_ms_per_megapixel": maybe(number)}),
        "images": table({"listed": whole, "skipped": list_of(_named)}),
        "vaes": map_of(_VAE),
        "weights": map_of(number),
        "common": map_of(anything),
        "ranking": list_of(table({"vae": text, "baseline": flag, "rank": maybe(whole)})),
        "comparisons": list_of(map_of(anything)),
        "inputs": list_of(map_of(_scalar)),
        "images_failed": list_of(_named),
    },
    needed=("settings", "protocol", "vaes"),
)


_VERSIONED: Check = table({"schema_version": one_of(text, flag, number, whole)}, needed=("schema_version",))
"""What must be there before anything else is looked at: another VAELab's summary may hold anything else."""


def read_summary(path: Path) -> dict[str, Any]:
    """Read and check ``summary.json`` of a run folder.

    Raises:
        RunFolderError: it is missing, not to be opened, or not ours; the sentence names the field.
    """
    try:
        data = read_bytes(path, SUMMARY, MOST_BYTES)
    except OSError as error:
        raise RunFolderError(
            f"'{path}' is not a run folder: {SUMMARY} cannot be read ({why(error)})"
        ) from error
    try:
        summary = parse(data)
        _VERSIONED(summary, "")
        version = summary["schema_version"]
        if type(version) is not int or version not in READABLE:
            raise RunFolderError(
                f"'{path / SUMMARY}' has schema version {repr(version)[:20]}, this VAELab reads {' and '.join(map(str, READABLE))}: "
                "open it with the VAELab that made it, or a newer one"
            )
        _SUMMARY(summary, "")
    except FieldError as error:
        raise RunFolderError(
            f"'{path / SUMMARY}' is damaged: {error}; take it from a copy, or measure again"
        ) from error
    return cast(dict[str, Any], summary)
