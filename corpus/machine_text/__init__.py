"""Text that addresses a machine instead of people, in whatever disguise: on pages and in questions."""
