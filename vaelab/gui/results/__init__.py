"""The middle of the window: summary, images, log."""
