"""TorchScript programs that their user trusts, run by a process of their own."""
