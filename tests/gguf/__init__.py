"""Makers of tiny language models as real GGUF files, for tests of everything that uses a model."""
