"""Which addresses may become links, and telephone numbers as links; `src/links.js` has the same rules."""

import re

_ALLOWED = re.compile(r"(https?://|mailto:|tel:)[^\s\x00-\x1f\x7f]+", re.IGNORECASE)
_TELEPHONE = re.compile(r"\+?\d[\d\s()/.–-]*")


def safe_url(address: str | None) -> str | None:
    """The address if it is absolute and http(s), mailto or tel; otherwise None (`javascript:`, `data:` …)."""
    return address if address and _ALLOWED.fullmatch(address) else None


def tel_url(printed: str | None) -> str | None:
    """`tel:` for the first number in a printed text; None if there is none of at least three digits."""
    found = _TELEPHONE.search((printed or "").replace("(0)", ""))
    digits = re.sub(r"[^\d+]", "", found.group()) if found else ""
    return f"tel:{digits}" if len(digits) >= 3 else None
