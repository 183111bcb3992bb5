"""Understands a question: its language, what it wants to know, whether it follows up on the last one."""
