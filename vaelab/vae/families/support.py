"""README's table of which VAEs load, in which layouts, from the table of families. No torch here.

``python -m vaelab.vae.families.support`` prints it as Markdown. Every line is exercised by a test that compares a file in that
layout with its reference class, pixel for pixel; a line without such a test, or a test without a line, fails.
"""

from __future__ import annotations

import sys

from vaelab.vae.families.table import FAMILIES


def markdown() -> str:
    """The table in Markdown, one line for each model and layout."""
    lines = ["| Model | Layout | Known as | Note |", "|---|---|---|---|"]
    for family in sorted(FAMILIES, key=lambda family: family.place):
        lines += (
            f"| {family.label} | {layout.name} | {layout.known_as} | {layout.note} |"
            for layout in family.layouts
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(markdown())
