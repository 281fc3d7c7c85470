"""The VAEs of Wan and Qwen-Image."""
