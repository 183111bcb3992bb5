"""Trains re-ranking: which of the documents that a search found answers the question?"""
