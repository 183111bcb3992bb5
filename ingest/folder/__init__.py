"""Reads folders of Markdown, HTML, DOCX, PDF and text files, such as what the hotline knows."""
