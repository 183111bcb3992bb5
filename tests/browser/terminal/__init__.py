"""The public terminal in a real browser."""
