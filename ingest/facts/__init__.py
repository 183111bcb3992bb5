"""Finds the values that sections state: fees, times, papers, hours, contact, forms, online services."""

from ingest.facts.find import SectionLinks, find_facts

__all__ = ["SectionLinks", "find_facts"]
