"""Reads PDFs into documents: headings, tables, lists and the pages that they stand on."""

from ingest.pdf.read import ReadPdf, read_pdf, read_pdf_with_hints

__all__ = ["ReadPdf", "read_pdf", "read_pdf_with_hints"]
