"""How a run was measured, in words: the line under a table, its hash, the command to repeat it."""

from __future__ import annotations

import hashlib
import json
import shlex
from collections import Counter
from collections.abc import Mapping
from pathlib import PureWindowsPath
from typing import Any

import numpy as np

from vaelab.precisions import EXACT, PRECISIONS
from vaelab.report.run.data import RunData
from vaelab.report.words.numbers import count, words
from vaelab.results.summary import EXCLUDED
from vaelab.run_files import REPORT
from vaelab.run_folder.store import READABLE, SCHEMA_VERSION
from vaelab.settings import MarkerMode, marker_mode, options

_PROTOCOL_NAMES = {"resize": "resampling", "lpips": "LPIPS"}
# Under other keys of the protocol, in better words.
_SAID_BEFORE = ("latent", "marker", "marker_asked", "metrics")
_MARKER_ASKED = "marker asked for"
# A comparison computes anew what a run was summarized with; and a marker that nowhere had room is as none.
_SAME_FOR_ALL = ("statistics", _MARKER_ASKED)
_MOST_NAMED = 40
_AUTO = "auto"
_HASH_DIGITS = 12
_PASSES = {
    "separate": "marker in a pass of its own",
    "embedded": "marker in the picture: content metrics carry its influence",
}


def marker(run: RunData) -> str:
    """Return the marker's preset, patch side, corner, reading and pass, or ``no marker``."""
    facts = (run.summary.get("protocol") or {}).get("marker")
    if not has_marker(run) or not facts:
        return "no marker" if not has_marker(run) else f"{run.settings.get('marker_preset')} marker"
    corner = str(facts["corner"]).replace("-", " ")
    look = f"{facts['preset']} marker, {patches(run)}, {corner}, {facts['read']} read"
    return f"{look}, {_PASSES[mode(run)]}"


def mode(run: RunData) -> MarkerMode:
    """Return how the run measured its marker, also where its settings say true or false."""
    return marker_mode(run.settings.get("marker"))


def patches(run: RunData) -> str:
    """Return the sides of the marker's patches, all that were used: ``16 and 32 px patches``."""
    used = np.unique(run.table.column("marker_size")[~run.table.failed()])
    sides = [int(side) for side in used[used > 0]]
    if not sides:
        return "no image with room for it"
    return f"{words([str(side) for side in sides])} px patches"


def no_room(run: RunData) -> str:
    """Return why a run measured without the marker that was asked for; empty where it did not."""
    asked = (run.summary.get("protocol") or {}).get("marker_asked")
    return f"{asked} was asked for, but no image has room for it" if asked and not has_marker(run) else ""


def has_marker(run: RunData) -> bool:
    """Return whether the run measured with the calibration marker."""
    return mode(run) != "off"


def size(run: RunData) -> str:
    """Return working size and fit: ``512 px crop``, ``native size``."""
    settings = run.settings
    if settings.get("fit") == "native":
        return "native size"
    enlarged = ", small images enlarged" if settings.get("upscale") else ""
    return f"{settings.get('size')} px {settings.get('fit')}{enlarged}"


def latent(run: RunData) -> str:
    """Return what was decoded: the posterior's mode, or a sample and its seed."""
    if run.settings.get("latent") == "sample":
        return f"posterior sample, seed {run.settings.get('seed')}"
    return "posterior mode"


def precision(run: RunData) -> str:
    """Return the number formats the VAEs really ran in; empty where there are baselines only."""
    found = sorted({str(vae["precision"]) for vae in run.vaes.values() if _has_precision(vae)})
    return words(found)


def _has_precision(vae: Mapping[str, Any]) -> bool:
    return not vae.get("baseline") and vae.get("precision") in PRECISIONS


def tiling(run: RunData) -> str:
    """Return which images went through in tiles; empty where none did."""
    chosen = run.settings.get("tiling", "off")
    if chosen not in ("off", "auto"):
        return f"in tiles of {chosen} px"
    tiled = [label for label, vae in run.vaes.items() if vae.get("tiled")]
    return f"{words(tiled)} in tiles, for lack of memory" if tiled else ""


def vae_options(run: RunData) -> str:
    """Return which VAEs ran otherwise than their files say; empty where none did. Files without their folders."""
    found = []
    for label, vae in run.vaes.items():
        chosen = [f"{name}={vae[name]}" for name in ("padding", "weights") if vae.get(name)]
        if vae.get("encoder"):
            # Takes both kinds of slashes, wherever the run was made.
            chosen.insert(0, f"encoder={PureWindowsPath(vae['encoder']).name}")
        if chosen:
            found.append(f"{label} with {', '.join(chosen)}")
    return "; ".join(found)


def weights(run: RunData) -> str:
    """Return λ of the J that is shown: ``all 1``, or each with its term."""
    found = run.weights
    if all(value == 1 for value in found.values()):
        return "all 1"
    return ", ".join(f"{name} {value:g}" for name, value in found.items())


def metrics(run: RunData) -> str:
    """Return the metrics that were measured, or what was asked for where the summary does not list them."""
    found = (run.summary.get("protocol") or {}).get("metrics") or ()
    return ", ".join(found) or str(run.settings.get("metrics", ""))


def image_hashes(run: RunData) -> Counter[str]:
    """Return how often each input occurs, by the SHA-256 of its bytes."""
    inputs = run.summary.get("inputs") or ()
    if inputs:
        return Counter(str(entry["sha256"]) for entry in inputs)
    hashes = zip(run.table.texts("image"), run.table.texts("image_sha256"), strict=True)
    return Counter({image: digest for image, digest in hashes if digest}.values())


def image_set(run: RunData) -> str:
    """Return a digest of the whole image set: SHA-256 over the sorted SHA-256 of its files, one a line."""
    lines = "".join(f"{digest}\n" for digest in sorted(image_hashes(run).elements()))
    return hashlib.sha256(lines.encode()).hexdigest() if lines else ""


def excluded(run: RunData) -> tuple[str, ...]:
    """Return the images that somebody chose to leave out of everything that is shown."""
    return tuple(run.summary.get(EXCLUDED) or ())


def excluded_words(run: RunData) -> str:
    """Name the excluded images in a phrase; empty where there are none."""
    names = excluded(run)
    if not names:
        return ""
    more = len(names) - _MOST_NAMED
    listed = [*names[:_MOST_NAMED], *([f"{more} more"] if more > 0 else [])]
    return f"computed without {len(names)} excluded image{'' if len(names) == 1 else 's'} ({words(listed)})"


def image_count(run: RunData) -> int:
    """Return the number of images that the run is to measure, without those that were excluded."""
    listed = (run.summary.get("images") or {}).get("listed")
    return len(run.table.used("image")) if listed is None else int(listed) - len(excluded(run))


def line(run: RunData) -> str:
    """Return in one line what a number needs to be repeated or compared."""
    number = int((run.summary.get("common") or {}).get("n", 0))
    device = (run.summary.get("environment") or {}).get("device_name") or run.settings.get("device")
    parts = [
        f"{count(number)} image{'' if number == 1 else 's'}",
        excluded_words(run),
        size(run),
        f"{marker(run)} ({no_room(run)})" if no_room(run) else marker(run),
        precision(run),
        vae_options(run),
        tiling(run),
        f"{latent(run)} decoded",
        f"LPIPS {(run.summary.get('protocol') or {}).get('lpips', '')}".strip(),
        f"J weights {weights(run)}",
        str(device or ""),
        f"VAELab {run.summary.get('vaelab_version', '')}".strip(),
        older_schema(run),
        f"protocol {protocol_hash(run)}",
    ]
    return " · ".join(part for part in parts if part)


def older_schema(run: RunData) -> str:
    """Say that a run was made under an earlier schema; empty where it was not."""
    version = run.summary.get("schema_version")
    return f"made under schema {version}" if version in READABLE and version != SCHEMA_VERSION else ""


def report_name(run: RunData) -> str:
    """Return the file name of a run's HTML report: what is shown otherwise than recorded has a page of its own."""
    own = run.own_weights and not excluded(run) and not older_schema(run)
    return REPORT if own else "report_as_shown.html"


def facts(run: RunData) -> dict[str, str]:
    """Return everything that changes a number, under its name in words."""
    settings, protocol = run.settings, run.summary.get("protocol") or {}
    found = {
        "working size": size(run),
        "colour behind transparency": str(settings.get("matte", "")),
        "marker": marker(run),
        _MARKER_ASKED: no_room(run),
        "precision": precision(run),
        "latent": latent(run),
        "tiling": str(settings.get("tiling", "")),
        "metrics": metrics(run),
        "weights of J": weights(run),
    }
    for key, value in protocol.items():
        if key in _SAID_BEFORE:
            continue
        text = (
            ", ".join(f"{name} {part}" for name, part in value.items())
            if isinstance(value, Mapping)
            else str(value)
        )
        found[_PROTOCOL_NAMES.get(key, key.replace("_", " "))] = text
    found["VAELab version"] = str(run.summary.get("vaelab_version", ""))
    return {name: value for name, value in found.items() if value}


def comparable(run: RunData) -> dict[str, Any]:
    """Return what must be equal for two numbers to be compared, and nothing else: plain JSON, by name in words.

    Not in it: the images (what two runs share is compared), the device and the batch (they change the speed), names and places.
    """
    found: dict[str, Any] = {name: value for name, value in facts(run).items() if name not in _SAME_FOR_ALL}
    # What the VAEs ran in, however that was asked for: in the settings, or behind a VAE's name.
    asked = str(run.settings.get("precision") or _AUTO)
    found["precision"] = precision(run) or (EXACT if asked == _AUTO else asked)
    found["colour behind transparency"] = str(run.settings.get("matte", "")).lower()
    # The words round them.
    found["weights of J"] = {name: float(value) for name, value in run.weights.items()}
    return found


def protocol_hash(run: RunData) -> str:
    """Return twelve hex digits of the SHA-256 of :func:`comparable` as canonical JSON: equal digits, comparable numbers.

    Canonical: names sorted, no white space, UTF-8.
    """
    plain = json.dumps(comparable(run), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode(errors="surrogatepass")).hexdigest()[:_HASH_DIGITS]


def recorded_facts(run: RunData) -> dict[str, str]:
    """Return what summary.json says of the protocol: its line and its hash."""
    return {"protocol_line": line(run), "protocol_hash": protocol_hash(run)}


def command(run: RunData) -> str:
    """Return the command line that repeats the run into a new folder."""
    settings = {**run.settings, "marker": mode(run)}
    parts = ["vaelab", "run", *map(str, settings.get("images") or ())]
    for spec in settings.get("vaes") or ():
        parts += ["--vae", str(spec)]
    parts += ["--out", "NEW_FOLDER"]
    for name in options():
        value = settings.get(name)
        is_unset = value is None or value is False or value == ""
        if is_unset or (name.startswith("marker_") and not has_marker(run)):
            continue
        flag = f"--{name.replace('_', '-')}"
        parts += [flag] if value is True else [flag, str(value)]
    if run.weights:
        parts += ["--weights", ",".join(f"{name}={value:g}" for name, value in run.weights.items())]
    return shlex.join(parts)
