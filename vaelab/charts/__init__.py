"""What the test charts measure of a VAE: sharpness of edges, colour of patches, steps of ramps, legibility of text."""
