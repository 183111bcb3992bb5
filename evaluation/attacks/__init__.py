"""Hostile questions, people in need and personal data: what must happen, and whether it does."""
