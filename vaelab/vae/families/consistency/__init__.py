"""OpenAI's consistency decoder."""
