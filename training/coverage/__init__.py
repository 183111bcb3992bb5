"""Trains the decision whether a document covers a question at all, which "not found" rests on."""
