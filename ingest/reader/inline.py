"""Details within a line: raised footnote marks, and the addresses behind mail and telephone links."""

import re
from urllib.parse import unquote

_POWERS = {"2": "²", "3": "³"}
_UNIT = re.compile(r"(?:^|[\s\d])[kcmd]?m$")


def raised(text: str, before: str) -> str:
    """Write a raised text: powers of metres as such, footnote marks apart from the number before them."""
    if text in _POWERS and _UNIT.search(before):
        return _POWERS[text]
    if text.strip("*)").isdigit() or set(text) <= set("*)†"):
        return f" {text}" if text else ""
    return text


def contact_address(address: str, shown: str) -> str:
    """Give the mail address or telephone number behind a link whose text doesn't show it, "" otherwise."""
    scheme, _, rest = address.strip().partition(":")
    value = unquote(rest.partition("?")[0]).strip()
    if scheme.lower() == "mailto" and "@" in value and not re.search(r"@|\(at\)|\[at\]", shown):
        return value
    if scheme.lower() == "tel" and sum(map(str.isdigit, shown)) < 3 and sum(map(str.isdigit, value)) >= 3:
        return value
    return ""
