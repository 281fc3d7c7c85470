"""VQModel: VQGAN, MoVQ, aMUSEd, LlamaGen."""
