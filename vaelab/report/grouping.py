"""By what the images of a report may be grouped; apart from what does it, since the command line reads it first."""

from __future__ import annotations

from typing import Literal

Grouping = Literal["folder", "tag"]
