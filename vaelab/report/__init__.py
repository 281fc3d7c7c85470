"""Reports: what a run found, as HTML, Markdown, CSV or JSON, and several runs in one table."""
