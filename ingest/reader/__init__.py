"""Reads a web page into a document: removes the chrome, keeps sections, tables, lists, links and contact."""
