"""Measures how PDFs are read: sheets in the styles of town halls, with the text that they were made from."""
