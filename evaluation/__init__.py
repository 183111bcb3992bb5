"""Measures quality and speed on any corpus and question set; its floors gate CI."""
