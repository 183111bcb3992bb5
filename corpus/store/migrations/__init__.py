"""Alembic's migrations of the store; run by `open_store`."""
