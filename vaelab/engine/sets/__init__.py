"""Sets of pictures: ``vaelab sets``, folders against a folder, and what a run keeps of its originals and reconstructions."""
