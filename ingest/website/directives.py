"""What a page forbids crawlers: `meta robots` and the header `X-Robots-Tag`.

Google documents both (developers.google.com/search/docs/crawling-indexing/robots-meta-tag), and the REP
Initiative's draft-ietf-robotstxt keeps to it: rules that are addressed to one crawler hold for that one
only, all others for everybody, and the strictest wins.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

NAME = "stadtlotse"
_RULE = re.compile(
    r"(?:noindex|nofollow|none|all|index|follow|noarchive|nocache|nosnippet|noimageindex|notranslate|noodp|noydir"
    r"|indexifembedded|unavailable_after|max-snippet|max-image-preview|max-video-preview)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"^\s*([\w*-]+)\s*:\s*(.*)$", re.DOTALL)
_UNTIL = re.compile(r"unavailable_after\s*:\s*(.+)$", re.IGNORECASE | re.DOTALL)
_DAY_FIRST = re.compile(r"(\d{1,2})-([A-Za-z]{3})-(\d{2,4})")


@dataclass(frozen=True)
class Directives:
    """Whether a page may be found and its links followed, and until when it wants to be found."""

    noindex: bool = False
    nofollow: bool = False
    until: datetime | None = None

    def and_also(self, other: "Directives") -> "Directives":
        """Join two sets of rules; the stricter one wins."""
        ends = [end for end in (self.until, other.until) if end is not None]
        return Directives(
            self.noindex or other.noindex, self.nofollow or other.nofollow, min(ends) if ends else None
        )


def of_headers(values: Iterable[str]) -> Directives:
    """Read the values of all `X-Robots-Tag` headers; a rule for another crawler isn't ours."""
    found = Directives()
    for value in values:
        addressed = _ADDRESSED.match(value)
        if addressed and not _RULE.fullmatch(addressed[1]):
            if addressed[1].lower() not in {NAME, "*"}:
                continue
            value = addressed[2]
        found = found.and_also(of_rules(value))
    return found


def of_metas(metas: Iterable[tuple[str, str]]) -> Directives:
    """Read a page's `meta` elements, as pairs of name and content."""
    found = Directives()
    for name, content in metas:
        if name.strip().lower() in {"robots", NAME}:
            found = found.and_also(of_rules(content))
    return found


def of_rules(text: str) -> Directives:
    """Read a list of rules: "noindex, nofollow", "unavailable_after: 25 Jun 2026 15:00:00 CET"."""
    until = _UNTIL.search(text)
    words = {word.lower() for word in re.split(r"[\s,;]+", text[: until.start()] if until else text)}
    forbids_all = "none" in words
    end = _moment(until[1]) if until else None
    if until and end is None:
        # The date holds commas or further rules in some notations: the rules in front of it count, and so
        # do those after it.
        words |= {word.lower() for word in re.split(r"[\s,;]+", until[1])}
    return Directives(forbids_all or "noindex" in words, forbids_all or "nofollow" in words, end)


def _moment(text: str) -> datetime | None:
    """Read a date by RFC 822, RFC 850 or ISO 8601."""
    text = _DAY_FIRST.sub(r"\1 \2 \3", text.strip())
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text)
        except (ValueError, TypeError, IndexError):
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    shorter, comma, _ = text.rpartition(",")
    return _moment(shorter) if comma and shorter.strip() else None
