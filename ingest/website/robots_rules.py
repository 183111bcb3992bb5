"""What a host's robots.txt says (RFC 9309), and what its silence means."""

from dataclasses import dataclass
from urllib.parse import urljoin

from protego import Protego

AGENT = "Stadtlotse"
_LONGEST_DELAY = 60.0


@dataclass(frozen=True)
class Rules:
    """A host's robots.txt; `unreachable` says in German why there is none, and then nothing may be read."""

    parsed: Protego
    url: str = ""
    unreachable: str = ""

    @classmethod
    def read(cls, text: bytes, url: str) -> "Rules":
        """Read a robots.txt fetched from `url`."""
        return cls(Protego.parse(text.decode("utf-8", errors="replace")), url)

    @classmethod
    def of_response(cls, status: int, text: bytes, url: str) -> "Rules":
        """Judge an answer by RFC 9309, section 2.3.1: 4xx allows everything, a server error nothing.

        429 is a server that can't answer now, not one without a robots.txt.
        """
        if status == 200:
            return cls.read(text, url)
        if status >= 500 or status == 429:
            return cls.silent(
                f"robots.txt ist nicht abzurufen (HTTP {status}); bis dahin darf niemand die Website lesen."
            )
        return cls.read(b"", url)

    @classmethod
    def silent(cls, reason: str) -> "Rules":
        """Give what holds for a host whose robots.txt can't be had."""
        return cls(Protego.parse(""), unreachable=reason)

    def allow(self, url: str) -> bool:
        """Tell whether we may read `url`."""
        return not self.unreachable and bool(self.parsed.can_fetch(url, AGENT))

    def delay(self) -> float | None:
        """Give the seconds between two requests that it asks of us, at most 60; None if it asks nothing."""
        delay = self.parsed.crawl_delay(AGENT)
        if delay is None:
            rate = self.parsed.request_rate(AGENT)
            delay = rate.seconds / rate.requests if rate is not None and rate.requests else None
        return min(float(delay), _LONGEST_DELAY) if delay is not None else None

    def sitemaps(self) -> tuple[str, ...]:
        """Give the sitemaps that it names."""
        return tuple(dict.fromkeys(urljoin(self.url, one.strip()) for one in self.parsed.sitemaps))
