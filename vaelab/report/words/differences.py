"""What sets runs apart, in words: what makes their numbers incomparable, other images, other devices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vaelab.report.run.data import RunData, run_names
from vaelab.report.words.numbers import words as enumerated
from vaelab.report.words.protocol import comparable, facts, image_hashes

_NOT_STATED = "not stated"


def protocol_differences(runs: Sequence[RunData]) -> list[str]:
    """Name in words everything that makes the numbers of these runs unfit for one table; empty when nothing does.

    The device is not among it: it changes the speed, not the numbers. Neither are other images, unless there is none in
    common: what is said over the images in common does not depend on the others.
    """
    names = run_names(tuple(runs))
    said, compared = [facts(run) for run in runs], [comparable(run) for run in runs]
    found = []
    for name in dict.fromkeys(key for each in compared for key in each):
        values = [each.get(name, _NOT_STATED) for each in compared]
        if all(value == values[0] for value in values):
            continue
        words = [each.get(name, _NOT_STATED) for each in said]
        shown = words if len(set(words)) > 1 else [str(value) for value in values]
        found.append(f"{name[0].upper()}{name[1:]}: {_by_run(shown, names)}")
    if not _common_hashes(runs):
        found.append("Images: none in common")
    return found


def _common_hashes(runs: Sequence[RunData]) -> Counter[str]:
    common = image_hashes(runs[0])
    for run in runs[1:]:
        common = common & image_hashes(run)
    return common


def image_differences(runs: Sequence[RunData]) -> list[str]:
    """Say which images only some of the runs measured; empty where all measured the same."""
    names = run_names(tuple(runs))
    hashes = [image_hashes(run) for run in runs]
    common = _common_hashes(runs)
    if all(each == common for each in hashes) or not common:
        return []
    alone = [
        f"{(each - common).total()} more in {name}"
        for each, name in zip(hashes, names, strict=True)
        if each - common
    ]
    return [f"Images: {common.total()} in common, {enumerated(alone)}"]


def device_differences(runs: Sequence[RunData]) -> list[str]:
    """Say where the runs' speeds cannot be compared."""
    devices = [
        str((run.summary.get("environment") or {}).get("device_name") or run.settings.get("device"))
        for run in runs
    ]
    if len(set(devices)) < 2:
        return []
    return [f"Times are from different devices: {_by_run(devices, run_names(tuple(runs)))}"]


def _by_run(values: Sequence[str], names: Sequence[str]) -> str:
    groups: dict[str, list[str]] = {}
    for value, name in zip(values, names, strict=True):
        groups.setdefault(value, []).append(name)
    return "; ".join(f"{value} ({enumerated(members)})" for value, members in groups.items())
