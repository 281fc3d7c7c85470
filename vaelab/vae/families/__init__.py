"""The families of VAEs, a folder each: recognized by names and shapes, then built."""
