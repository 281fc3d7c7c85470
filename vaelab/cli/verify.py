"""``vaelab verify``: shows how far it is, prints the table of deviations, leaves verify.json and a report that says so."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from vaelab.cli.streams import OutputConsole, print_json, say, table_console
from vaelab.control import Control
from vaelab.errors import ExitCode, RunFolderError, one_line
from vaelab.settings import expanded
from vaelab.verify.findings import Verification
from vaelab.verify.record import keep, to_json
from vaelab.verify.verify import verify
from vaelab.verify.words import HEADER, left_out_lines, table_lines, verdict, versions_line

_STAGES = {"rows": "recomputing rows", "summary": "recomputing the summary"}


def verify_run(chosen: argparse.Namespace, control: Control, arm: Callable[[], None]) -> int:
    """Verify the run that was named; 0 where everything agrees, 1 where not.

    Args:
        chosen: with ``run`` and ``json``.
        control: stops it.
        arm: called as soon as there is something to stop in.

    Raises:
        Stopped: it was to stop; nothing was written.
    """
    path = Path(expanded(chosen.run))
    found = _found(path, control, arm)
    folder = path.parent if path.is_file() else path
    try:
        report: Path | None = keep(folder, found)
    except RunFolderError as error:  # a folder of somebody else's may be read-only
        report = None
        say(f"vaelab: {one_line(str(error))}")
    if chosen.json:
        print_json(to_json(found))
    else:
        _print(found, report)
    return ExitCode.OK if found.passed else ExitCode.NOT_VERIFIED


def _found(path: Path, control: Control, arm: Callable[[], None]) -> Verification:
    console = OutputConsole(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=None)
        for event in verify(path, control):
            arm()
            if isinstance(event, Verification):
                return event
            bar.update(task, description=_STAGES[event.stage], completed=event.done, total=event.total)
    raise AssertionError("a verification ends with one")


def _print(found: Verification, report: Path | None) -> None:
    table = Table(box=SIMPLE, pad_edge=False, padding=(0, 1))
    for number, title in enumerate(HEADER):
        table.add_column(title, justify="right" if 1 <= number <= 3 else "left", overflow="fold")
    outside = {line.name for line in (*found.columns, *found.summary) if not line.agrees}
    for cells in table_lines(found):
        table.add_row(*map(escape, cells), style="red" if cells[0] in outside else None)
    console = table_console()
    console.print(table)
    lines = [f"{line}." for line in left_out_lines(found)]
    lines += [f"{verdict(found)}.", f"With {versions_line(found.versions)}."]
    if report is not None:
        lines.append(f"Report: {report}")
    _say_lines(console, lines)


def _say_lines(console: Console, lines: list[str]) -> None:
    for line in lines:
        console.print(one_line(line), highlight=False, soft_wrap=True, markup=False)
