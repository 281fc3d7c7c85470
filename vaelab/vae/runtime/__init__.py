"""VAEs at work: weights loaded, images encoded and decoded. Imports torch."""
