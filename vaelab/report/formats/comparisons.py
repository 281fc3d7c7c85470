"""The table over several runs in each format, with everything that sets the runs apart named at its top."""

from __future__ import annotations

from collections.abc import Sequence

from vaelab.report.compare_runs import Comparison, compare_runs
from vaelab.report.formats import text
from vaelab.report.run.data import RunData, run_names
from vaelab.report.words import differences, notes, protocol


def _compared(runs: Sequence[RunData], *, always_name: bool = False) -> Comparison:
    return compare_runs(runs, run_names(tuple(runs)), always_name=always_name)


def _remarks(runs: Sequence[RunData]) -> list[str]:
    """What is said beside the table, each without its full stop: what differs, and which rows a run has lost."""
    lost = [
        f"{name}: {sentence}".removesuffix(".")
        for name, run in zip(run_names(tuple(runs)), runs, strict=True)
        for sentence in notes.damaged(run.damage)
    ]
    return [*differences.image_differences(runs), *differences.device_differences(runs), *lost]


def markdown(runs: Sequence[RunData]) -> str:
    """Return the comparison to paste: what sets the runs apart, the table, what it says, each run's protocol."""
    found = _compared(runs)
    lines = [f"{name}: {protocol.line(run)}" for name, run in zip(run_names(tuple(runs)), runs, strict=True)]
    footer = [" ".join(found.sentences), *_remarks(runs), *lines]
    header = [f"Not comparable. {each}" for each in differences.protocol_differences(runs)]
    return text.markdown(found.table, footer, header)


def csv(runs: Sequence[RunData]) -> str:
    """Return one CSV line per VAE and run."""
    found = _compared(runs, always_name=True)
    return text.summary_csv(found.table, weights=runs[0].weights if found.merged else None)


def html(runs: Sequence[RunData]) -> str:
    """Return the comparison as one self-contained page."""
    from vaelab.report.formats.html import comparison_html  # Jinja is needed here only

    found, named = _compared(runs), list(zip(run_names(tuple(runs)), runs, strict=True))
    apart = differences.protocol_differences(runs)
    return comparison_html(found.table, found.sentences, apart, _remarks(runs), named)


def json(runs: Sequence[RunData]) -> str:
    """Return what the comparison says, and each line's summary, as strict JSON."""
    found = _compared(runs, always_name=True)
    content = {
        "protocol_differences": differences.protocol_differences(runs),
        "notes": _remarks(runs),
        "runs": [
            {"run": name, "protocol": protocol.line(run), "protocol_hash": protocol.protocol_hash(run)}
            for name, run in zip(run_names(tuple(runs)), runs, strict=True)
        ],
        "says": list(found.sentences),
        "common": None if found.merged is None else found.merged.summary["common"],
        "comparisons": list(found.table.comparisons),
        "lines": [
            {"run": line.run, "vae": line.label, "rank": line.rank, "letters": line.letters, **line.vae}
            for line in found.table.lines
        ],
    }
    return text.json_text(content)
