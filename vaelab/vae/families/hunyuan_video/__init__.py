"""The VAEs of HunyuanVideo."""
