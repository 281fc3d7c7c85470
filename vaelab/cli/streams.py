"""Standard input, output and error, which may be closed, full, or a pipe that nobody reads: no reason to lose a run."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Callable

from rich.console import Console

from vaelab.errors import UsageError, why

_TABLE_WIDTH = 100
_FILE_WIDTH = 160


class OutputConsole(Console):
    """A console that says when its pipe is closed; rich's own ends the program."""

    def on_broken_pipe(self) -> None:
        """Raise what was raised."""
        raise BrokenPipeError


class Guard:
    """Calls what shows something until that fails, and then no more.

    Attributes:
        failure: why it failed, None while it has not.
    """

    def __init__(self) -> None:
        self.failure: OSError | None = None

    def __call__(self, show: Callable[[], object]) -> None:
        """Show something, if that can still be done."""
        if self.failure is not None:
            return
        try:
            show()
        except OSError as error:
            self.failure = error

    @property
    def is_full(self) -> bool:
        """Whether it failed for another reason than that nobody reads on, which is the reader's right (``| head``)."""
        return self.failure is not None and not isinstance(self.failure, BrokenPipeError)


def open_missing_streams() -> None:
    """Open the standard streams that the process was started without (``>&-``).

    A file that is opened later would get their numbers, and what a library prints would land in it.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: this one
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for as long as the process lives
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def drop_output() -> None:
    """Lead standard output nowhere: what could not be written must not be tried again when the process ends."""
    with contextlib.suppress(OSError, ValueError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def unwritable(error: OSError) -> UsageError:
    """Return the error of a standard output that is full."""
    return UsageError(
        f"standard output cannot be written: {why(error)}; make room, or write to a file with --out"
    )


def write_output(text: str) -> None:
    """Write text on standard output, whole.

    Raises:
        UsageError: it is full.
        BrokenPipeError: nobody reads on.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_output()
        raise unwritable(error) from error


def say(text: str) -> None:
    """Print a line on standard error, if that can be done."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def table_console() -> Console:
    """A table whose lines wrap can be read; one whose columns are cut off cannot. A file has room for long paths."""
    terminal = Console()
    return OutputConsole(width=max(terminal.width, _TABLE_WIDTH) if terminal.is_terminal else _FILE_WIDTH)


def print_json(value: object) -> None:
    """Print strict JSON, indented.

    Raises:
        ValueError: it holds NaN or Infinity.
    """
    write_output(json.dumps(value, indent=1, ensure_ascii=False, allow_nan=False, default=str) + "\n")
