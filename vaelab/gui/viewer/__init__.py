"""The right of the window: original and reconstruction, side by side, in place, as difference."""
