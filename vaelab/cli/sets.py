"""``vaelab sets``: its arguments, its progress, and the table that it prints. torch is imported when the networks are loaded."""

from __future__ import annotations

import argparse
from typing import get_args

from rich.console import Console

from vaelab.cli.streams import Guard, OutputConsole, drop_output, table_console
from vaelab.control import Control
from vaelab.engine.sets.settings import SetEvent, SetProgress, SetSettings, SetsFinished
from vaelab.errors import one_line
from vaelab.run_files import REPORT
from vaelab.settings import Fit
from vaelab.sets.table import NETWORKS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``vaelab sets`` to a parser."""
    names = ", ".join(spec.name for spec in NETWORKS)
    parser.add_argument("real", metavar="REAL", help="folder of real pictures")
    parser.add_argument("generated", nargs="+", metavar="GENERATED", help="folders of the sets to compare with it")
    parser.add_argument("--out", required=True, metavar="DIR", help="the folder to write")
    parser.add_argument(
        "--features",
        default="alexnet",
        metavar="NAME,…",
        help=f"networks to compare by: {names}. Default: alexnet, which ships with VAELab",
    )
    parser.add_argument(
        "--held-out",
        default="",
        metavar="FOLDER",
        help="real pictures that the generator was not trained on: asks whether it copies",
    )
    parser.add_argument(
        "--size", type=int, default=256, metavar="PX", help="side that pictures are brought to. Default: 256"
    )
    parser.add_argument(
        "--fit", default="crop", choices=get_args(Fit), help="as for 'vaelab run'. Default: crop"
    )
    parser.add_argument("--recursive", action="store_true", help="look into subfolders too")
    parser.add_argument(
        "--inception",
        default="",
        metavar="FILE",
        help="weights-inception-2015-12-05-6726825d.pth, where it is not in PyTorch's folder of downloads",
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:N or mps. Default: auto")


def compare_from_arguments(chosen: argparse.Namespace, control: Control) -> SetsFinished | None:
    """Compare sets, say how far it is, print the table; None where the user stopped it.

    Raises:
        UsageError, RunFolderError: as for ``compare_folders``.
    """
    from vaelab.engine.sets.compare_folders import compare_folders

    names = ("real", "out", "features", "held_out", "size", "fit", "recursive", "inception", "device")
    settings = SetSettings(
        generated=tuple(chosen.generated), **{name: getattr(chosen, name) for name in names}
    )
    console = OutputConsole(stderr=True)
    screen = Guard()
    last = ""
    for event in compare_folders(settings, control):
        if isinstance(event, SetsFinished):
            _print(event)
            return event
        line = _line(event)
        # A tenth at a time: a line for each picture would drown what matters.
        if line and line != last:
            screen(lambda text=line: console.print(one_line(text), highlight=False, soft_wrap=True, markup=False))  # type: ignore[misc]  # bound by the default
            last = line
    return None


def _line(event: SetEvent) -> str:
    if not isinstance(event, SetProgress):
        return ""
    if not event.total:
        return f"{event.stage} {event.label}".strip() + " …"
    tenth = 10 * event.done // event.total
    return f"{event.label}: {event.stage[:1].lower()}{event.stage[1:]} {10 * tenth} % of {event.total} pictures"


def _print(end: SetsFinished) -> None:
    from vaelab.report.formats.terminal import sets_lines, sets_table

    output = Guard()
    console: Console = table_console()
    output(lambda: console.print(sets_table(end.summary)))
    for line in (*sets_lines(end.summary), f"Report: {end.folder / REPORT}"):
        output(lambda text=line: console.print(one_line(text), highlight=False, soft_wrap=True, markup=False))  # type: ignore[misc]  # bound by the default
    if output.failure is not None:
        drop_output()
