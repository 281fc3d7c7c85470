"""What encodes and decodes: VAEs from files, built-in VAEs and baselines, behind one protocol."""
