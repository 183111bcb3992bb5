"""What HTTP's status codes mean to a crawl (RFC 9110, section 15)."""

from typing import Any

GONE = frozenset({404, 410})
BUSY = frozenset({408, 425, 429})
REDIRECTS = frozenset({301, 302, 303, 307, 308})


def location(response: Any) -> str:
    """Give the address that a redirect names, as it is written."""
    return str((response.headers.get("Location") or b"").decode("utf-8", errors="replace"))
