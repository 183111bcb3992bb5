"""What the crawling child process is told to do, as a JSON file in its spool folder."""

from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from corpus.sources import WebsiteSource

JOB_FILE = "job.json"
ALLOW_PRIVATE = "LOTSE_ALLOW_PRIVATE_ADDRESSES"
"""Scrapy's setting for a source that says so."""
_MEGABYTE = 1_000_000


class Limits(BaseModel):
    """Bounds of a crawl that no city has to set. Sizes are bytes, times seconds.

    `timeout` holds for a whole answer, so a server that sends a byte now and then gains nothing. `header` is
    what an answer's head may hold. `backoff` is the pause that a busy server gets which names none, doubled
    each time; one that asks for more than `longest_wait` isn't asked any more in this crawl, nor is one that
    failed `most_failures` times in a row.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    timeout: float = 60.0
    retries: int = 2
    backoff: float = 2.0
    longest_wait: float = 120.0
    most_failures: int = 30
    largest_pdf: int = 50 * _MEGABYTE
    largest_sitemap: int = 50 * _MEGABYTE
    largest_robots: int = 1 * _MEGABYTE
    header: int = 200_000
    most_redirects: int = 5
    most_sitemaps: int = 500
    most_entries: int = 200_000
    most_links: int = 5_000
    sampled: float = 0.03
    most_sampled: int = 20


class Job(BaseModel):
    """A crawl: the source as in `city.toml`, where to put the results, and its limits."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: WebsiteSource
    spool: Path
    user_agent: str
    limits: Limits = Limits()

    def write(self) -> Path:
        """Write the job into its spool folder and give the file's path."""
        path = self.spool / JOB_FILE
        path.write_text(self.model_dump_json(), encoding="utf-8")
        return path

    def starts(self) -> tuple[str, ...]:
        """Give the start pages' addresses."""
        return tuple(str(url) for url in self.source.start)

    @property
    def largest_page(self) -> int:
        """The most bytes that a page of HTML may have, unpacked."""
        return int(self.source.max_page_megabytes * _MEGABYTE)

    @property
    def largest(self) -> int:
        """The most bytes that any answer may have, unpacked."""
        return max(self.largest_page, self.limits.largest_pdf, self.limits.largest_sitemap)

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The hosts that may be crawled; with a port where one was given."""
        allowed = self.source.allowed_domains or tuple(urlsplit(url).netloc for url in self.starts())
        return frozenset(host.lower() for host in allowed)

    def allows(self, url: str) -> bool:
        """Tell whether `url` is on an allowed host ("example.de" allows "www.example.de" too)."""
        parts = urlsplit(url)
        name, netloc = (parts.hostname or "").lower(), parts.netloc.lower()
        return any(
            host in {netloc, name} or (":" not in host and name.endswith(f".{host}")) for host in self.hosts
        )
