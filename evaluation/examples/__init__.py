"""Fifty whole answers as they come, for everyone to read: docs/examples.md."""
