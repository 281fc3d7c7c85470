"""One run, from its settings to its events. No Qt."""
