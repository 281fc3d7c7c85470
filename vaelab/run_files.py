"""How the files of a run folder are named: what the run writes, what the window adds, and what no list of images takes."""

from __future__ import annotations

from typing import Final

ROWS: Final = "per_image.csv"
LATENTS: Final = "latents.jsonl"
SUMMARY: Final = "summary.json"
REPORT: Final = "report.html"
VIEW: Final = "view.json"
"""What the user says of images; the record and the summary do not depend on it."""
VERIFICATION: Final = "verify.json"
"""What a verification found of the run."""
PICTURES: Final = "images"
"""The folder of the pictures that were kept."""
CHARTS: Final = "charts.json"
"""What the test charts say of each VAE; no mean, and no row, has anything of it."""
CHART_PICTURES: Final = "test_charts"
"""The folder of the test charts, as they were given and as they came back."""
RECORD: Final = frozenset((ROWS, LATENTS, SUMMARY))
"""What a run begins with; two of them make a run folder, so that a run that lost a file is known as well."""
TAGS: Final = "tags.csv"
"""What the user says the images are, where a report is to be by tag: columns ``image`` and ``tag``."""
JUDGEMENTS: Final = "judgements.csv"
"""What people chose in the blind test."""
SHEET: Final = "sheet.png"
"""A contact sheet."""
