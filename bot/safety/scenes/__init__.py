"""Scenes: who does what to whom, told by classes of words that come together in one sentence."""
