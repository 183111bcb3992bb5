"""The spider: from robots.txt over sitemaps and start pages along links, within the job's bounds."""

import re
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.exceptions import CloseSpider

from ingest.addresses import canonical_url, is_web_address
from ingest.website.failures import describe
from ingest.website.job import Job
from ingest.website.links import PageLinks, is_binary, page_links
from ingest.website.robots_rules import crawl_delay, sitemap_addresses
from ingest.website.sitemaps import read_sitemap
from ingest.website.spool import Event, Outcome, Page, Redirect, SpoolWriter
from ingest.website.traps import Traps

_GONE = frozenset({404, 410})
_TEMPORARY = frozenset({408, 425, 429})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class CitySpider(Spider):  # type: ignore[misc]  # Scrapy's types are not read
    """Fetches the pages of one source into its spool."""

    name = "stadtlotse"

    def __init__(
        self, job: Job, spool: SpoolWriter, report: Callable[[int, int], None], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.job, self.spool, self.report = job, spool, report
        self.exclude = [re.compile(pattern) for pattern in job.source.exclude]
        self.seen: set[str] = set()
        self.sitemaps: set[str] = set()
        self.lastmod: dict[str, datetime | None] = {}
        self.traps = Traps()
        self.requests = 0

    async def start(self) -> AsyncIterator[Any]:
        """Ask for robots.txt of every start page's host first."""
        by_site: dict[str, list[str]] = {}
        for url in self.job.starts():
            parts = urlsplit(url)
            by_site.setdefault(f"{parts.scheme}://{parts.netloc}", []).append(url)
        for site, starts in by_site.items():
            yield Request(
                f"{site}/robots.txt",
                callback=self.robots,
                errback=self.no_robots,
                dont_filter=True,
                meta={"dont_obey_robotstxt": True, "site": site, "starts": starts},
            )

    def robots(self, response: Any) -> Iterator[Any]:
        """Heed the delay, then go on with sitemaps and start pages."""
        rules = response.body if response.status == 200 else b""
        self._slow_down(crawl_delay(rules, "Stadtlotse"))
        yield from self._begin(response.meta, sitemap_addresses(rules, response.url))

    def no_robots(self, failure: Any) -> Iterator[Any]:
        """Go on to the start pages, which say why the host can't be reached."""
        yield from self._begin(failure.request.meta, ())

    def _begin(self, meta: dict[str, Any], declared: tuple[str, ...]) -> Iterator[Any]:
        if self.job.source.sitemap:
            for url in declared or (f"{meta['site']}/sitemap.xml",):
                yield from self._sitemap_request(url)
        for url in meta["starts"]:
            yield from self._page_request(url, referrer="", depth=0)

    def _slow_down(self, delay: float | None) -> None:
        if delay is None or delay <= self.job.source.delay:
            return
        for slot in self.crawler.engine.downloader.slots.values():
            slot.delay = min(delay, 30.0)
        self.settings.set("DOWNLOAD_DELAY", min(delay, 30.0))

    def _sitemap_request(self, url: str) -> Iterator[Any]:
        if url in self.sitemaps or len(self.sitemaps) >= self.job.most_sitemaps or not self.job.allows(url):
            return
        self.sitemaps.add(url)
        yield Request(url, callback=self.sitemap, errback=self.failed, dont_filter=True, priority=10)

    def sitemap(self, response: Any) -> Iterator[Any]:
        """Follow a sitemap's entries; a site without one is none the worse."""
        found = read_sitemap(response.body) if response.status == 200 else None
        if found is None:
            return
        for url in found.sitemaps:
            yield from self._sitemap_request(url)
        for entry in found.pages:
            if is_web_address(entry.url):
                self.lastmod.setdefault(canonical_url(entry.url), entry.lastmod)
                yield from self._page_request(entry.url, referrer=response.url, depth=1)

    def _page_request(self, url: str, *, referrer: str, depth: int, hops: int = 0) -> Iterator[Any]:
        if not is_web_address(url) or len(url) > 2000:
            return
        address = canonical_url(url)
        if address in self.seen or not self.job.allows(address) or depth > self.job.source.max_depth:
            return
        self.seen.add(address)
        if any(pattern.search(address) for pattern in self.exclude) or is_binary(address):
            return
        if reason := self.traps.reason(address):
            self.spool.event(Event(url=address, outcome=Outcome.BOUNDED, reason=reason, referrer=referrer))
            return
        if self.requests >= 3 * self.job.source.max_pages + 100:
            return
        self.requests += 1
        yield Request(
            address,
            callback=self.page,
            errback=self.failed,
            dont_filter=True,
            priority=-depth,
            meta={"dont_redirect": True, "referrer": referrer, "distance": depth, "hops": hops},
        )

    def page(self, response: Any) -> Iterator[Any]:
        """Keep a page and follow its links; follow a redirect; note a failure."""
        if response.status in _REDIRECTS:
            yield from self._redirected(response)
        elif response.status >= 400:
            self._note_status(response)
        elif links := self._keep(response):
            depth = response.meta["distance"] + 1
            if links.canonical:
                yield from self._page_request(links.canonical, referrer=response.url, depth=depth - 1)
            for url in links.follow:
                yield from self._page_request(url, referrer=response.url, depth=depth)

    def _redirected(self, response: Any) -> Iterator[Any]:
        location = response.headers.get("Location", b"").decode("utf-8", errors="replace")
        target, hops = response.urljoin(location), response.meta["hops"] + 1
        if not is_web_address(target) or hops > self.job.most_redirects:
            self._note(response, Outcome.UNFIT, "Die Weiterleitung führt nirgendwohin.")
            return
        target = canonical_url(target)
        if not self.job.allows(target):
            self._note(
                response, Outcome.REFUSED, f"Die Weiterleitung führt auf eine andere Website ({target})."
            )
            return
        self.spool.event(Redirect(url=response.url, target=target))
        if response.url in self.lastmod:
            self.lastmod.setdefault(target, self.lastmod[response.url])
        yield from self._page_request(
            target, referrer=response.meta["referrer"], depth=response.meta["distance"], hops=hops
        )

    def _note_status(self, response: Any) -> None:
        status = response.status
        if status in _GONE:
            self._note(response, Outcome.GONE, f"Die Seite gibt es nicht (HTTP {status}).")
        elif status >= 500 or status in _TEMPORARY:
            self._note(response, Outcome.TEMPORARY, f"Der Server meldet einen Fehler (HTTP {status}).")
        else:
            self._note(response, Outcome.UNFIT, f"Der Server verweigert die Seite (HTTP {status}).")

    def _keep(self, response: Any) -> PageLinks | None:
        content_type = response.headers.get("Content-Type", b"").decode("latin-1")
        is_pdf = "application/pdf" in content_type.lower() or response.body.startswith(b"%PDF-")
        is_html = "html" in content_type.lower() or (
            not content_type and b"<html" in response.body[:2000].lower()
        )
        if not is_pdf and not is_html:
            self._note(response, Outcome.UNFIT, f"Weder HTML noch PDF ({content_type or 'ohne Angabe'}).")
            return None
        if is_html and len(response.body) > self.job.largest_page:
            self._note(response, Outcome.UNFIT, "Die Seite ist zu groß.")
            return None
        robots = response.headers.get("X-Robots-Tag", b"").decode("latin-1").lower()
        links = PageLinks() if is_pdf else page_links(response, self.job.most_links)
        if "noindex" in robots or "none" in robots.split() or links.noindex:
            self._note(response, Outcome.NOINDEX, "Die Seite will nicht aufgenommen werden (noindex).")
        else:
            self._write(response, content_type, is_pdf=is_pdf)
        return PageLinks(canonical=links.canonical) if "nofollow" in robots else links

    def _write(self, response: Any, content_type: str, *, is_pdf: bool) -> None:
        if self.spool.count >= self.job.source.max_pages:
            raise CloseSpider("max_pages")
        page = Page(
            url=response.url,
            body="",
            content_type=content_type,
            is_pdf=is_pdf,
            lastmod=self.lastmod.get(response.url),
            in_sitemap=response.url in self.lastmod,
            depth=response.meta["distance"],
        )
        self.spool.page(page, response.body)
        self.report(self.spool.count, min(max(self.requests, self.spool.count), self.job.source.max_pages))

    def failed(self, failure: Any) -> None:
        """Note a request without a response: forbidden, refused, timed out."""
        outcome, reason = describe(failure.value)
        referrer = failure.request.meta.get("referrer", "")
        self.spool.event(Event(url=failure.request.url, outcome=outcome, reason=reason, referrer=referrer))

    def _note(self, response: Any, outcome: Outcome, reason: str) -> None:
        referrer = response.meta.get("referrer", "")
        self.spool.event(Event(url=response.url, outcome=outcome, reason=reason, referrer=referrer))
