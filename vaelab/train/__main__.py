"""``python -m vaelab.train IMAGES… --out DIR``: ``vaelab train`` without the rest of the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from vaelab.errors import VAELabError
from vaelab.train.command import add_arguments, train_from_arguments


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse, train, print; return the exit status: 0, 2 for unusable settings, 130 when stopped by the user."""
    parser = argparse.ArgumentParser(
        prog="python -m vaelab.train", description="Train one of VAELab's own VAEs."
    )
    add_arguments(parser)
    try:
        return train_from_arguments(parser.parse_args(arguments))
    except VAELabError as error:
        sys.stderr.write(f"vaelab.train: {error}\n")
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())
