"""Reads a web page into a document: removes the chrome, keeps sections, tables, lists, links and contact."""

from ingest.errors import Unreadable
from ingest.reader.page import read_page

__all__ = ["Unreadable", "read_page"]
