"""Composes the explanation: from original sentences, or with a language model that chooses or words them."""
