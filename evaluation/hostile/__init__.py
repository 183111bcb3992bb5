"""Twelve language models as they must not be, and what of their lies reaches an answer."""
