"""NVIDIA's Cosmos image tokenizers."""
