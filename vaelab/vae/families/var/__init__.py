"""The multi-scale VQ autoencoder of VAR."""
