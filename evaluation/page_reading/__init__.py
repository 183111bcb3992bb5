"""Measures what page readers keep of a page's content, and what chrome slips into it."""
