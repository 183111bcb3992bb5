"""Documents with their history, sources, runs and curated answers in SQL (SQLite or PostgreSQL)."""
