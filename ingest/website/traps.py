"""Bounds against endless pages: calendars, filters, addresses that grow."""

import re
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

_CALENDAR = re.compile(
    r"kalender|calendar|(?:^|[/?&_])(?:jahr|monat|year|month|datum|date|day|tag|woche|week)(?:[=/]|$)|/(?:19|20)\d\d/\d{1,2}(?:/|$)"
    r"|(?:19|20)\d\d-[01]\d(?:-[0-3]\d)?(?:[/&.]|$)",
    re.IGNORECASE,
)
_LONGEST_URL = 600
_DEEPEST_PATH = 14
_MOST_PARAMETERS = 8
#: Pages of one calendar: a year back and forth in months, weeks aside.
_MOST_CALENDAR_PAGES = 24
#: Variants of one path by parameters (filters, result pages).
_MOST_VARIANTS = 200


class Traps:
    """Counts how often the same kind of address comes and says when it is enough."""

    def __init__(self) -> None:
        self._patterns: Counter[str] = Counter()

    def reason(self, url: str) -> str:
        """Say why `url` looks like a trap, "" if it doesn't; each asked address counts."""
        parts = urlsplit(url)
        segments = [segment for segment in parts.path.split("/") if segment]
        keys = [key for key, _ in parse_qsl(parts.query, keep_blank_values=True)]
        if len(url) > _LONGEST_URL or len(segments) > _DEEPEST_PATH or len(keys) > _MOST_PARAMETERS:
            return "Die Adresse ist ungewöhnlich lang."
        if max(Counter(segments).values(), default=0) > 3:
            return "Die Adresse wiederholt sich."
        return self._too_many(parts.netloc + parts.path, keys, calendar=bool(_CALENDAR.search(url)))

    def _too_many(self, path: str, keys: list[str], *, calendar: bool) -> str:
        has_numbers = bool(re.search(r"\d", path))
        if calendar and (keys or has_numbers):
            pattern = f"{re.sub(r'[0-9]+', '#', path)}?{'&'.join(sorted(keys))}"
            self._patterns[pattern] += 1
            if self._patterns[pattern] > _MOST_CALENDAR_PAGES:
                return "Der Kalender hat kein Ende."
        elif keys:
            self._patterns[path] += 1
            if self._patterns[path] > _MOST_VARIANTS:
                return "Zu viele Varianten derselben Seite."
        return ""
