"""Every action of the window, and which keys do what."""
