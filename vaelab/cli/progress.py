"""Shows a run in a terminal: a live bar, plain lines where there is no terminal, or JSON."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from functools import partial

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from vaelab.cli.streams import Guard
from vaelab.engine.events import (
    RowDone,
    RunEvent,
    RunFinished,
    RunStarted,
    StageChanged,
    VAEFailed,
    VAELoaded,
    to_json,
)
from vaelab.engine.forecast.pace import Pace
from vaelab.errors import one_line
from vaelab.metrics.registry import headlines
from vaelab.text import duration, images, rows, vaes


def show_json(events: Iterable[RunEvent], output: Guard) -> RunFinished:
    """Print every event as one line of JSON on standard output, as long as that can be written; return the last.

    Args:
        events: of a run; all of them are taken, whatever becomes of the output.
        output: learns why it could not be written.
    """

    def write(line: str) -> None:
        sys.stdout.write(line)
        sys.stdout.flush()

    for event in events:
        line = json.dumps(to_json(event), ensure_ascii=False, allow_nan=False) + "\n"
        output(partial(write, line))
        if isinstance(event, RunFinished):
            return event
    raise AssertionError("a run ends with RunFinished")


def show(events: Iterable[RunEvent], console: Console) -> RunFinished:
    """Show the run while it goes on, as long as that can be done; return its end."""
    view = _Live(console) if console.is_terminal else _Plain(console)
    screen = Guard()
    screen(view.__enter__)
    try:
        for event in events:
            screen(partial(view.take, event))
            if isinstance(event, RunFinished):
                return event
    finally:
        screen(view.__exit__)
    raise AssertionError("a run ends with RunFinished")


class _Plain:
    """One line for each thing that happens."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.failed = 0
        self.started: RunStarted | None = None
        self.pace = Pace()

    def __enter__(self) -> _Plain:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def line(self, text: str) -> None:
        # A file name may hold a line break; a line of progress may not.
        self.console.print(escape(one_line(text)), highlight=False, soft_wrap=True)

    def take(self, event: RunEvent) -> None:
        """Show one event."""
        if isinstance(event, RunStarted):
            self.started = event
            self.line(f"{images(event.images)} × {vaes(len(event.vaes))} → {event.folder}")
            for item in event.skipped:
                self.line(f"left out: {item.path}: {item.reason}")
            for note in event.notes:
                self.line(note)
            if event.done:
                self.line(f"continuing after {rows(len(event.done))}")
        elif isinstance(event, StageChanged):
            self.stage(event)
        elif isinstance(event, VAELoaded):
            self.pace.start(time.monotonic())
            size = f", {event.info.parameters / 1e6:.2f} M parameters" if event.info.parameters else ""
            where = f", {event.precision} on {event.device}" if event.precision else ""
            self.line(f"{event.label}: {event.info.family}{size}{where}")
            for note in event.notes:
                self.line(f"{event.label}: {note}")
        elif isinstance(event, VAEFailed):
            self.line(f"{event.label} failed: {event.message}")
        elif isinstance(event, RowDone):
            self.pace.tick(time.monotonic(), measured=event.row.status == "ok")
            self.failed += event.row.status == "failed"
            self.row(event)

    def stage(self, event: StageChanged) -> None:
        if not event.image:
            self.line(f"{event.stage} {event.label}".strip() + " …")

    def row(self, event: RowDone) -> None:
        row = event.row
        if row.status == "failed":
            self.line(f"[{event.finished}/{event.total}] {row.image} × {row.vae}: failed: {row.note}")
            return
        # Behind the score, which waits for the weights: two numbers fit into a line.
        shown = [
            f"{column.name} {value:.4g}"
            for column in headlines()[1:3]
            if (value := row.values.get(column.name)) is not None
        ]
        self.line(f"[{event.finished}/{event.total}] {row.image} × {row.vae}: {', '.join(shown)}")


class _Live(_Plain):
    """A bar with image i of n, VAE, stage, pace, time left and failures; lines only for what went wrong."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.bar = Progress(
            TextColumn("[bold]{task.fields[where]}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[pace]}"),
            TimeElapsedColumn(),
            TextColumn("[red]{task.fields[failed]}"),
            console=console,
            transient=True,
        )
        self.task: TaskID | None = None

    def __enter__(self) -> _Live:
        self.bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.bar.stop()

    def stage(self, event: StageChanged) -> None:
        if self.task is None:
            self.task = self.bar.add_task("", total=None, where="", pace="", failed="")
        if not event.image or self.started is None:
            where = f"{event.stage} {event.label}".strip() + " …"
        else:
            images, vaes = self.started.images, len(self.started.vaes)
            where = f"image {event.image}/{images} · VAE {event.vae}/{vaes} {event.label} · {event.stage}"
        self.bar.update(self.task, where=escape(where))

    def row(self, event: RowDone) -> None:
        if event.row.status == "failed":
            super().row(event)
        if self.task is None:
            return
        each = self.pace.seconds_per_row()
        left = 0.0 if each is None else each * (event.total - event.finished)
        pace = "estimating" if each is None else f"{1 / each:.2f} rows/s · {duration(left)} left"
        failed = f"{self.failed} failed" if self.failed else ""
        self.bar.update(self.task, total=event.total, completed=event.finished, pace=pace, failed=failed)
