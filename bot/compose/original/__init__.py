"""Composes from the source's own sentences: which lines may explain, and what belongs together."""
