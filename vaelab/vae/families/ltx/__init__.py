"""The VAEs of LTX-Video."""
