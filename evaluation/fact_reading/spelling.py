"""Texts compared without regard to case, dashes and spaces."""

import re


def plain(text: str) -> str:
    """`text` in small letters, every dash a hyphen, without spaces around it, other spaces single."""
    text = re.sub(r"\s*[-–—]\s*", "-", text.casefold())
    return " ".join(text.split())
