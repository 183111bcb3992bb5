"""The embedded models, as data files."""
