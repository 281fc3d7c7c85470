"""VAELab: find out what an image VAE does to your own pictures.

In Python: ``vaelab.read_run(folder)`` reads a run; docs/python.md shows how.
"""

from typing import Any

__version__ = "0.1.0"

_PUBLIC = {"read_run": "vaelab.report.run.saved_run"}
"""Name to the module that has it, imported when it is asked for: importing ``vaelab`` alone takes no time."""


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'vaelab' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    return [*globals(), *_PUBLIC]
