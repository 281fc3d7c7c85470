"""What an interrupted run has of the images as they are now: rows that stand, rows to be measured again, pictures that are missing."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import replace

import numpy as np

from vaelab.control import Control
from vaelab.engine.inputs.read_ahead import done_ahead
from vaelab.engine.plan import Plan
from vaelab.errors import one_line
from vaelab.images.image_file import ImageFile
from vaelab.run_folder.store import REPLACED
from vaelab.text import images, rows

_WORKERS = 4
_AHEAD = 64
_NAMED = 5


def checked(plan: Plan, control: Control) -> Plan:
    """Compare the rows of an interrupted run with the images as they are now, and take out what no longer holds.

    Every image that has a row is read once, for its SHA-256: time stamps do not tell a file from another that was moved into
    its place. What a stop leaves unchecked stands.

    Args:
        plan: of a run that is continued; its folder has not been written yet.
        control: a stop ends the check.

    Raises:
        RunFolderError: the record cannot be written.
    """
    done, folder = plan.done, plan.folder
    names, labels = {file.name for file in plan.images}, set(plan.labels)
    gone = set(done.used("image")) - names
    edited = _edited(plan, control)
    unread = set(done.select(done.failed() & done.among("image_sha256", ("",))).used("image")) - gone
    # A row names its latent's values; their line in the other file was damaged or lost.
    halves = {
        (image, vae)
        for image, vae in done.select(~done.failed() & ~np.isnan(done.column("latent_mean"))).row_keys()
        if image not in plan.latents.get(vae, {})
    }
    other_vaes = ~done.among("vae", labels)
    out = halves.union(done.select(done.among("image", gone | edited | unread) | other_vaes).row_keys())
    if out and plan.earlier_state != "running":
        folder.mark_running()
    folder.take_out(out)
    named = ~(folder.done.among("original_png", ("",)) & folder.done.among("reconstruction_png", ("",)))
    missing = frozenset(row.key for row in folder.done.select(named) if not folder.has_pngs(row))
    added = len(plan.images) - (plan.earlier_listed - len(gone)) if plan.earlier_listed is not None else 0
    notes = (
        *_named(gone, "is no longer among the images", "are no longer among the images", "left out"),
        *_named(
            edited,
            "was edited since it was measured",
            "were edited since they were measured",
            "measured again",
        ),
        *_named(unread, "could not be read before", "could not be read before", "tried again"),
        *_named(
            {image for image, _ in halves} - gone - edited - unread,
            "has a row but not what it adds to the statistics of the latents",
            "have rows but not what they add to the statistics of the latents",
            "measured again",
        ),
        *_taken_out(len(out)),
        *([f"{images(added)} more than before: measured as well"] if added > 0 else []),
        *([f"saved pictures of {rows(len(missing))} are missing: made again"] if missing else []),
    )
    return replace(
        plan,
        done=folder.done,
        latents=folder.latents,
        missing=missing,
        notes=(*plan.notes, *notes),
    )


def _taken_out(number: int) -> Iterator[str]:
    """Where the rows are that are no longer in the record."""
    if number:
        what = (
            "row taken out of the record is" if number == 1 else f"{number} rows taken out of the record are"
        )
        yield f"the {what} kept in {REPLACED}"


def _named(names: Collection[str], one: str, several: str, what: str) -> Iterator[str]:
    """One sentence that names the first few."""
    if not names:
        return
    shown = ", ".join(one_line(name) for name in sorted(names)[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    yield f"{shown}{more} {one if len(names) == 1 else several}: {what}"


def _edited(plan: Plan, control: Control) -> set[str]:
    """Images whose bytes are not those that one of their rows was measured on."""
    hashes: dict[str, set[str]] = {}
    for image, digest in zip(plan.done.texts("image"), plan.done.texts("image_sha256"), strict=True):
        if digest:
            hashes.setdefault(image, set()).add(digest)
    files = [file for file in plan.images if file.name in hashes]
    return {
        file.name
        for file, found in done_ahead(files, _sha256, _AHEAD, _WORKERS, "hash", lambda: control.stopping)
        if found is not None and hashes[file.name] != {found}
    }


def _sha256(file: ImageFile) -> str | None:
    """The SHA-256 of a file's bytes; None where it cannot be read now, so that nothing can be said."""
    try:
        with file.path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None
