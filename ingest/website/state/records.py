"""What a crawl notes: pages, failures, redirects, how it ended, and what is known of an address."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """Why an address gave no page."""

    ROBOTS = "robots"
    NOINDEX = "noindex"
    GONE = "gone"
    """404 or 410: the page is no longer there."""
    REFUSED = "refused"
    """A private address, or a host that isn't allowed."""
    TEMPORARY = "temporary"
    """A timeout, a server error, a lost connection: what was read earlier stays."""
    UNFIT = "unfit"
    """Neither HTML nor PDF, or too large."""
    BOUNDED = "bounded"
    """Left out by a bound against crawl traps."""


FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a crawl; `body` is the hash under which its bytes are kept.

    `lastmod` is when the sitemap says that the page became what it is now. `kept` pages weren't seen this
    time (server error, a bound): they are what an earlier crawl saw. `languages` are its other versions as
    it names them (hreflang): language and address.
    """

    url: str
    content_type: str
    body: str = ""
    is_pdf: bool = False
    lastmod: datetime | None = None
    in_sitemap: bool = False
    depth: int = 0
    kept: bool = False
    languages: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """An address that gave no page, with the reason and the page that led there."""

    url: str
    outcome: Outcome
    reason: str
    referrer: str = ""


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that leads to another."""

    url: str
    target: str


@dataclass(frozen=True, slots=True)
class End:
    """How the crawl ended: "finished", "max_pages", "max_minutes" …; without it the crawl was cut off.

    `complete` tells whether every page that exists should have been met: then what wasn't met is gone.
    """

    reason: str
    requests: int = 0
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Says:
    """What a page says to crawlers: addresses to follow, its canonical one, its languages, what it forbids.

    `until` is the moment after which it doesn't want to be found (unavailable_after).
    """

    follow: tuple[str, ...] = ()
    canonical: str = ""
    noindex: bool = False
    nofollow: bool = False
    until: datetime | None = None
    languages: tuple[tuple[str, str], ...] = ()
    cut: bool = False

    def hidden(self, now: datetime) -> bool:
        """Tell whether the page must not be found."""
        return self.noindex or (self.until is not None and now > self.until)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered last under an address, so that it need not send it again.

    `dated` is the sitemap's date when this content was first seen, `lastmod` the sitemap's latest date as
    written. `fetched` is when the whole page was last sent, `checked` when it was last confirmed (seconds
    since 1970).
    """

    url: str
    body: str
    content_type: str
    is_pdf: bool
    fetched: float
    checked: float
    etag: str = ""
    last_modified: str = ""
    lastmod: str = ""
    dated: datetime | None = None
    says: Says = field(default_factory=Says)
