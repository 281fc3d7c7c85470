"""A piece of work that may never end, such as reading a file from a disk that does not answer. No torch here."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """What the work returns or raises, if it ends in time; it is left alone where it does not.

    It is done on a thread that keeps no process from ending: what hangs in the system cannot be interrupted.

    Raises:
        TimeoutError: it has not ended.
    """
    results: list[Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again where it was asked for
            errors.append(error)

    thread = threading.Thread(target=run, name="vae-scan", daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError
    if errors:
        raise errors[0]
    return results[0]
