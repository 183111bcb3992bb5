"""Reads schema.org's structured data in a page (JSON-LD, microdata) and what of it the visible page lacks."""

from ingest.reader.structured.document import completed
from ingest.reader.structured.items import Item, read_items
from ingest.reader.structured.subject import wanted_types

__all__ = ["Item", "completed", "read_items", "wanted_types"]
