"""Weight files: recognized by their bytes, read within bounds, never run. No torch here."""
