"""Sentence embeddings: one interface, the embedded static model, any sentence-transformers model, a cache."""
