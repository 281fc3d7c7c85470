"""TorchScript programs of an unknown structure."""
