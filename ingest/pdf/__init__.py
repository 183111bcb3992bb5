"""Reads PDFs into documents: headings, tables, lists and the pages that they stand on."""

from ingest.pdf.read import read_pdf

__all__ = ["read_pdf"]
