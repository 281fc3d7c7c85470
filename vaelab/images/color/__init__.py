"""From the colours of a file to 8-bit sRGB."""
