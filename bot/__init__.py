"""Turns a question into an answer: understand, look up, compose, verify."""
