"""``vaelab sets``: a folder of real pictures against folders of generated ones, as a generator of frozen events."""

from __future__ import annotations

import io
import json
from collections.abc import Generator, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from PIL import Image

from vaelab import __version__
from vaelab import device as devices
from vaelab.control import Control
from vaelab.engine.events import LOADING_TORCH
from vaelab.engine.sets.extract import Extracted, Loaded, PictureSet, check_going, extract, read_set
from vaelab.engine.sets.nearest import Copies, NearestPair, find_copies, nearest_pairs, sheet
from vaelab.engine.sets.settings import SetEvent, SetProgress, SetSettings, SetsFinished, SetsStopped
from vaelab.errors import ExitCode, RunFolderError, Stopped, why
from vaelab.report.words.sets import set_words
from vaelab.resources import cache_folder
from vaelab.run_files import RECORD, REPORT, SUMMARY
from vaelab.run_folder.durable import cure, write_atomic
from vaelab.run_folder.row_lines import SCHEMA_VERSION
from vaelab.sets.compare import Reference
from vaelab.sets.extractor import load_extractor
from vaelab.text import Sentence

SHEETS = "sheets"
_MOST_LISTED = 50

_Last = TypeVar("_Last")


def compare_folders(settings: SetSettings, control: Control | None = None) -> Iterator[SetEvent]:
    """Compare sets and write ``summary.json`` and ``report.html``.

    Args:
        settings: what to do.
        control: how to pause and stop it from elsewhere; where it is stopped nothing is written.

    Raises:
        UsageError: a folder, a network or its weights cannot be used.
        RunFolderError: the folder cannot be written, or holds something already.
    """
    control = control or Control()
    try:
        yield from _compare(settings, control)
    except Stopped:
        yield SetsStopped()


def _compare(settings: SetSettings, control: Control) -> Iterator[SetEvent]:
    folder = Path(settings.out)
    _refuse_other(folder)
    named = [("real", settings.real), *_labels(settings.generated)]
    if settings.held_out:
        named.append(("held-out", settings.held_out))
    listed: list[PictureSet] = []
    for label, path in named:
        listed.append(
            (
                yield from _last(
                    read_set(label, path, recursive=settings.recursive, control=control), PictureSet
                )
            )
        )
    _make(folder)
    yield SetProgress(LOADING_TORCH)
    device = devices.resolve_device(settings.device)
    networks: list[Loaded] = [
        (spec, load_extractor(spec, settings.places, device)) for spec in settings.networks
    ]
    preparation = settings.preparation
    taken: list[Extracted] = []
    for place, pictures in enumerate(listed):
        # Of the real pictures, which are the same for the next generator.
        is_reference = place == 0 or pictures.label == "held-out"
        kept_in = cache_folder() / "sets" if is_reference else None
        taken.append(
            (yield from _last(extract(pictures, preparation, networks, control, kept_in), Extracted))
        )
    references = {}
    for spec, _ in networks:
        yield SetProgress("Comparing", "real")
        references[spec.name] = Reference(spec, taken[0].statistics[spec.name], lambda: check_going(control))
    held_out = taken[-1] if settings.held_out else None
    generated: dict[str, Any] = {}
    pngs: dict[str, bytes] = {}
    for place, label in enumerate((label for label, _ in _labels(settings.generated)), 1):
        yield SetProgress("Comparing", label)
        entry: dict[str, Any] = _facts(listed[place], taken[place])
        pairs: list[NearestPair] = []
        for spec, _ in networks:
            found, near = references[spec.name].compare(
                taken[place].statistics[spec.name],
                paired=False,
                held_out=None if held_out is None else held_out.statistics[spec.name],
            )
            entry |= found
            if near is not None and not pairs:
                names = [each.statistics[spec.name].names for each in (taken[place], taken[0])]
                pairs = nearest_pairs(near, names[0], names[1])
        if pairs:
            copies = yield from _last(
                find_copies(pairs, listed[place], listed[0], preparation, device, control), Copies
            )
            if copies.entry:
                entry["copies"] = copies.entry
            entry["nearest"] = _listed(pairs, listed[place], listed[0], copies)
            entry["sheets"] = {}
            for kind, some in (("nearest", pairs), ("random", sorted(pairs, key=lambda pair: pair.picture))):
                page = sheet(some, listed[place], listed[0], preparation)
                if page is not None:
                    buffer = io.BytesIO()
                    Image.fromarray(page).save(buffer, "PNG")
                    entry["sheets"][kind] = f"{SHEETS}/{place}-{kind}.png"
                    pngs[entry["sheets"][kind]] = buffer.getvalue()
        entry["verdict"] = [str(sentence) for sentence in set_words(entry)]
        generated[label] = entry
    failed = any(each.failed for each in taken)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    summary = {
        "schema_version": SCHEMA_VERSION,
        "kind": "sets",
        "vaelab_version": __version__,
        "created": now,
        "updated": now,
        "state": "finished",
        "settings": settings.to_json(),
        "environment": devices.environment() | {"device": device, "device_name": devices.device_name(device)},
        "features": {
            spec.name: {
                "label": spec.label,
                "width": network.width,
                "input": spec.input,
                "identity": network.identity,
                "licence": spec.licence,
            }
            for spec, network in networks
        },
        "real": _facts(listed[0], taken[0]),
        "held_out": None if held_out is None else _facts(listed[-1], held_out),
        "generated": generated,
    }
    yield SetProgress("Writing")
    _write(folder, summary, pngs)
    yield SetsFinished(folder, ExitCode.IMAGES_FAILED if failed else ExitCode.OK, summary)


def _last(events: Iterator[SetProgress | _Last], kind: type[_Last]) -> Generator[SetProgress, None, _Last]:
    """Hand on what a part of the work reports, and return its last event."""
    for event in events:
        if isinstance(event, kind):
            return event
        assert isinstance(event, SetProgress)
        yield event
    raise AssertionError("the work ends with what came of it")


def _labels(paths: Sequence[str]) -> list[tuple[str, str]]:
    """Each folder with what it is called: its name, with a number where two are called alike."""
    found: list[tuple[str, str]] = []
    taken = {"real", "held-out"}
    for path in paths:
        name = Path(path).absolute().name or path
        label, number = name, 2
        while label in taken:
            label, number = f"{name} ({number})", number + 1
        taken.add(label)
        found.append((label, path))
    return found


def _facts(pictures: PictureSet, taken: Extracted) -> dict[str, Any]:
    return {
        "source": pictures.path,
        "listed": len(pictures.files),
        "n": min(each.count for each in taken.statistics.values()),
        "twins": pictures.twins,
        "enlarged": taken.enlarged,
        "skipped": [{"path": name, "reason": reason} for name, reason in pictures.skipped],
        "failed": [{"image": name, "reason": reason} for name, reason in taken.failed],
    }


def _listed(
    pairs: Sequence[NearestPair], pictures: PictureSet, real: PictureSet, copies: Copies
) -> list[dict[str, Any]]:
    ours, theirs = pictures.by_hash, real.by_hash
    return [
        {
            "picture": ours[pair.picture].name,
            "real": theirs[pair.real].name,
            "distance": pair.distance,
            "closeness": pair.closeness,
            "lpips": copies.lpips.get(pair.picture),
        }
        for pair in pairs[:_MOST_LISTED]
    ]


def _refuse_other(folder: Path) -> None:
    taken = [name for name in (*RECORD, REPORT) if (folder / name).exists()]
    if taken:
        raise RunFolderError(f"'{folder}' holds {taken[0]} already: name another output folder")


def _make(folder: Path) -> None:
    """Make the folder, and try at once whether it can be written: a comparison may take hours."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomic(folder / ".vaelab.trial", b"")
        (folder / ".vaelab.trial").unlink()
    except OSError as error:
        raise RunFolderError(
            Sentence("'{0}' cannot be written: {1}; choose another output folder", (str(folder), why(error)))
        ) from error


def _write(folder: Path, summary: dict[str, Any], pngs: dict[str, bytes]) -> None:
    from vaelab.report.formats.sets_html import sets_html

    try:
        if pngs:
            (folder / SHEETS).mkdir(exist_ok=True)
        for place, data in pngs.items():
            write_atomic(folder / place, data)
        # The summary last but the page: who finds it finds what it names.
        text = json.dumps(summary, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
        write_atomic(folder / SUMMARY, text.encode(errors="backslashreplace"))
        page = sets_html(folder, summary)
        write_atomic(folder / REPORT, page.encode(errors="backslashreplace"))
    except OSError as error:
        raise RunFolderError(
            Sentence(
                "'{0}' cannot be written: {1}; {2} and compare again", (str(folder), why(error), cure(error))
            )
        ) from error
