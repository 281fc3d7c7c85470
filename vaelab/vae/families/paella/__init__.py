"""PaellaVQModel: stage A of Stable Cascade and Würstchen."""
