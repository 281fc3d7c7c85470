"""``vaelab sets``: its arguments, its progress, and the table that it prints. torch is imported when the networks are loaded."""

from __future__ import annotations

import argparse
from functools import partial
from typing import get_args

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from vaelab.cli.streams import Guard, OutputConsole, drop_output, table_console
from vaelab.control import Control
from vaelab.engine.sets.settings import SetProgress, SetSettings, SetsFinished
from vaelab.errors import one_line
from vaelab.run_files import REPORT
from vaelab.sets.table import NETWORKS
from vaelab.settings import Fit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``vaelab sets`` to a parser."""
    names = ", ".join(spec.name for spec in NETWORKS)
    parser.add_argument("real", metavar="REAL", help="folder of real pictures")
    parser.add_argument(
        "generated", nargs="+", metavar="GENERATED", help="folders of the sets to compare with it"
    )
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
    parser.add_argument(
        "--clip",
        default="",
        metavar="FOLDER",
        help="a CLIP model of transformers: its folder, for the features clip",
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:N or mps. Default: auto")


def compare_from_arguments(chosen: argparse.Namespace, control: Control) -> SetsFinished | None:
    """Compare sets, say how far it is, print the table; None where the user stopped it.

    Raises:
        UsageError, RunFolderError: as for ``compare_folders``.
    """
    from vaelab.engine.sets.compare_folders import compare_folders

    names = ("real", "out", "features", "held_out", "size", "fit", "recursive", "inception", "clip", "device")
    settings = SetSettings(
        generated=tuple(chosen.generated), **{name: getattr(chosen, name) for name in names}
    )
    console = OutputConsole(stderr=True)
    screen = Guard()
    with _view(console) as view:
        for event in compare_folders(settings, control):
            if isinstance(event, SetProgress):
                screen(partial(view.take, event))
            elif isinstance(event, SetsFinished):
                break
        else:
            return None
    _print(event)
    return event


def _view(console: OutputConsole) -> _StageLines:
    return _StageBar(console) if console.is_terminal else _StageLines(console)


class _StageLines:
    """One line for each thing that is begun."""

    def __init__(self, console: OutputConsole) -> None:
        self.console = console
        self._last = ""

    def __enter__(self) -> _StageLines:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def take(self, event: SetProgress) -> None:
        """Show what is being done."""
        line = _words(event)
        if line != self._last:
            self.console.print(one_line(line), highlight=False, soft_wrap=True, markup=False)
            self._last = line


class _StageBar(_StageLines):
    """A bar with the stage, the set, and picture i of n."""

    def __init__(self, console: OutputConsole) -> None:
        super().__init__(console)
        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
        self._bar = Progress(*columns, console=console, transient=True)
        self._task: TaskID | None = None

    def __enter__(self) -> _StageBar:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def take(self, event: SetProgress) -> None:
        """Show what is being done."""
        if self._task is None:
            self._task = self._bar.add_task("", total=None)
        self._bar.update(
            self._task,
            description=escape(one_line(_words(event))),
            total=event.total or None,
            completed=event.done,
        )


def _words(event: SetProgress) -> str:
    if event.total:
        return f"{event.label}: {event.stage[:1].lower()}{event.stage[1:]} of {event.total} pictures …"
    return f"{event.stage} {event.label}".strip() + " …"


def _print(end: SetsFinished) -> None:
    from vaelab.report.formats.terminal import sets_lines, sets_table

    output = Guard()
    console: Console = table_console()
    output(partial(console.print, sets_table(end.summary)))
    for line in (*sets_lines(end.summary), f"Report: {end.folder / REPORT}"):
        output(partial(console.print, one_line(line), highlight=False, soft_wrap=True, markup=False))
    if output.failure is not None:
        drop_output()
