"""Finds what a city's sources state differently about one thing: two fees, two addresses, two deadlines."""

from ingest.contradictions.find import find_contradictions

__all__ = ["find_contradictions"]
