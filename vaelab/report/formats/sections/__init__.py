"""The sections of the report as a page, one module each."""
