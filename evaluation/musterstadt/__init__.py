"""Measures the sample city as a citizen meets it: its website served, crawled, indexed and asked."""
