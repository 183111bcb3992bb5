"""Finds and masks what identifies a person in a question, before anything else sees it."""
