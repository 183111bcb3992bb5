"""Plain language: how hard a text is to read, and what official terms mean."""
