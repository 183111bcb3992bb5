"""Goes through a website's sitemaps, before its pages are asked for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from scrapy import Request

from ingest.addresses import canonical_url, is_web_address
from ingest.website.frontier import Lead
from ingest.website.sitemaps import Sitemap, read_sitemap
from ingest.website.statuses import BUSY, REDIRECTS, location

if TYPE_CHECKING:
    from ingest.website.spider import CitySpider

_SITEMAPS_FIRST = 5_000


class SitemapWalk:
    """Asks for sitemaps, each once; `awaited` are those that were asked for and didn't answer yet."""

    def __init__(self, spider: "CitySpider") -> None:
        self._spider = spider
        self._asked: set[str] = set()
        self.awaited = 0

    def ask(self, url: str) -> Iterator[Any]:
        """Give the request for a sitemap, if it is to be asked for."""
        if not is_web_address(url) or url in self._asked or not self._spider.job.allows(url):
            return
        if len(self._asked) >= self._spider.job.limits.most_sitemaps:
            self._spider.frontier.bounded = True
            return
        self._asked.add(url)
        self.awaited += 1
        yield Request(
            url,
            callback=self.answered,
            errback=self.failed,
            dont_filter=True,
            priority=_SITEMAPS_FIRST,
            meta={"kind": "sitemap", "dont_redirect": True},
        )

    def answered(self, response: Any) -> Iterator[Any]:
        """Follow a sitemap's entries; a site without one is none the worse."""
        self.awaited -= 1
        if response.status in REDIRECTS:
            yield from self.ask(response.urljoin(location(response)))
        elif 400 <= response.status < 500 and response.status not in BUSY:
            pass
        elif response.status == 200 and (found := read_sitemap(response.body)) is not None:
            yield from self._read(found, response.url)
        else:
            self._take_last()
        yield from self._spider.go_on()

    def failed(self, _failure: Any) -> Iterator[Any]:
        """Go on without a sitemap that can't be had."""
        self.awaited -= 1
        self._take_last()
        yield from self._spider.go_on()

    def _read(self, found: Sitemap, url: str) -> Iterator[Any]:
        for address in found.sitemaps:
            yield from self.ask(address)
        for entry in found.pages:
            if len(self._spider.revisits.lastmod) >= self._spider.job.limits.most_entries:
                self._spider.frontier.bounded = True
                break
            if is_web_address(entry.url):
                self._spider.revisits.lastmod.setdefault(canonical_url(entry.url), entry.lastmod)
                self._spider.leads.append(Lead(entry.url, url, 1))

    def _take_last(self) -> None:
        """Take what stood in the sitemap the last time: that it can't be had now makes no page go."""
        for url, in_sitemap, _ in self._spider.spool.trusted():
            if in_sitemap:
                self._spider.revisits.lastmod.setdefault(url, None)
                self._spider.leads.append(Lead(url, "", 1))
