"""VAELab's window. It shows what the engine reports; it never imports torch."""
