"""The spider: from robots.txt over sitemaps and start pages along links, within the job's bounds."""

import sqlite3
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from scrapy import Request, Spider, signals
from scrapy.exceptions import CloseSpider

from ingest.addresses import canonical_url, is_web_address
from ingest.website.carrying import carry_over
from ingest.website.failures import NO_PAGE, describe
from ingest.website.frontier import Frontier, Lead
from ingest.website.job import Job
from ingest.website.patience import Pauses
from ingest.website.politeness import Politeness, site_of
from ingest.website.revisits import Plan, Revisits
from ingest.website.robots import robots_request
from ingest.website.robots_rules import Rules
from ingest.website.sitemap_walk import SitemapWalk
from ingest.website.spool import SpoolWriter
from ingest.website.state.records import FINISHED, Answer, End, Event, Outcome, Page, Redirect
from ingest.website.statuses import BUSY, GONE, REDIRECTS, location

_KNOWN_FIRST = 1_000
_REASONS = {"closespider_timeout": "max_minutes"}


class CitySpider(Spider):  # type: ignore[misc]  # Scrapy's types are not read
    """Fetches the pages of one source into its spool."""

    name = "stadtlotse"
    politeness: Politeness

    def __init__(
        self, job: Job, spool: SpoolWriter, report: Callable[[int, int], None], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.job, self.spool, self.report = job, spool, report
        self.frontier, self.revisits = Frontier(job), Revisits(job, spool)
        self.pauses = Pauses(job.limits)
        self.sitemaps = SitemapWalk(self)
        self.leads: deque[Lead] = deque()
        self.believed: dict[str, Lead] = {}
        self.unmet: set[str] = set()
        self.requests = 0

    async def start(self) -> AsyncIterator[Any]:
        """Ask for robots.txt of every start page's host first."""
        self.crawler.signals.connect(self.broke, signal=signals.spider_error)
        self.politeness = Politeness(self.crawler.engine.downloader, self.job.source.delay)
        for site in dict.fromkeys(site_of(url) for url in self.job.starts()):
            yield robots_request(site, callback=self.robots, errback=self.no_robots)

    def robots(self, response: Any) -> Iterator[Any]:
        """Heed the rules, then go on with sitemaps and start pages."""
        rules = Rules.of_response(response.status, response.body, response.url)
        yield from self._begin(response.meta["site"], rules)

    def no_robots(self, failure: Any) -> Iterator[Any]:
        """Go on to the start pages, which say why the host can't be reached."""
        outcome, reason = describe(failure.value)
        rules = Rules.read(b"", "") if outcome is Outcome.REFUSED else Rules.silent(reason)
        yield from self._begin(failure.request.meta["site"], rules)

    def _begin(self, site: str, rules: Rules) -> Iterator[Any]:
        self.politeness.heed(site, rules)
        if self.job.source.sitemap:
            for url in rules.sitemaps() or (f"{site}/sitemap.xml",):
                yield from self.sitemaps.ask(url)
        self.leads.extend(Lead(url, "", 0) for url in self.job.starts() if site_of(url) == site)
        yield from self.go_on()

    def go_on(self) -> Iterator[Any]:
        """Follow the leads: what is known well enough leads on at once, the rest is asked for.

        Sitemaps come first, because their dates say what need not be asked for.
        """
        while self.leads and not self.sitemaps.awaited:
            lead = self.frontier.admit(self.leads.popleft())
            if isinstance(lead, Event):
                self.spool.event(lead)
            elif lead is not None:
                allowed = self.politeness.allow(lead.url) is True
                plan = self.revisits.plan(lead.url, allowed=allowed)
                if plan.known is not None and not plan.ask:
                    self._still_there(plan.known, lead, None)
                else:
                    yield self._request(lead, plan)

    def _request(self, lead: Lead, plan: Plan) -> Any:
        self.requests += 1
        return Request(
            lead.url,
            callback=self.page,
            errback=self.failed,
            dont_filter=True,
            priority=(_KNOWN_FIRST if plan.known else 0) - lead.depth,
            headers=plan.headers,
            meta={"dont_redirect": True, "lead": lead},
        )

    def page(self, response: Any) -> Iterator[Any]:
        """Keep a page and follow its links; follow a redirect; note a failure."""
        lead: Lead = response.meta["lead"]
        known = self.spool.answers.get(lead.url) if response.status == 304 else None
        if known is not None:
            self._still_there(known, lead, response.headers)
        elif response.status in REDIRECTS:
            self._redirected(response, lead)
        elif response.status != 200:
            self._refused(response.status, lead)
        elif self._arrived(response, lead):
            for one in self._doubted():
                yield self._request(one, self.revisits.anew(one.url))
        self._tell()
        yield from self.go_on()

    def _still_there(self, known: Answer, lead: Lead, headers: Any) -> None:
        self.believed[lead.url] = lead
        self._keep(self.revisits.confirm(known, headers), lead)

    def _doubted(self) -> list[Lead]:
        """Give what was believed of servers that turned out to lie, and forget that it was."""
        doubted = [
            lead for lead in self.believed.values() if not self.revisits.truth.believes_validators(lead.url)
        ] or list(self.believed.values())
        for lead in doubted:
            del self.believed[lead.url]
        return doubted

    def _redirected(self, response: Any, lead: Lead) -> None:
        target, hops = response.urljoin(location(response)), lead.hops + 1
        if not is_web_address(target) or hops > self.job.limits.most_redirects:
            self._note(lead, Outcome.UNFIT, "Die Weiterleitung führt nirgendwohin.")
            return
        target = canonical_url(target)
        if not self.job.allows(target):
            self._note(lead, Outcome.REFUSED, f"Die Weiterleitung führt auf eine andere Website ({target}).")
            return
        self._lead_on(lead, target, hops)

    def _lead_on(self, lead: Lead, target: str, hops: int) -> None:
        self.spool.event(Redirect(lead.url, target))
        if lead.url in self.revisits.lastmod:
            self.revisits.lastmod.setdefault(target, self.revisits.lastmod[lead.url])
        self.leads.appendleft(Lead(target, lead.referrer, lead.depth, hops))

    def _refused(self, status: int, lead: Lead) -> None:
        if status in GONE:
            self._note(lead, Outcome.GONE, f"Die Seite gibt es nicht (HTTP {status}).")
            return
        if status >= 500 or status < 400 or status in BUSY:
            self._not_now(lead, f"Der Server meldet einen Fehler (HTTP {status}).")
            return
        # A firewall that takes us for an attacker refuses for a time, a page behind a login for good.
        reason, known = f"Der Server verweigert die Seite (HTTP {status}).", self.spool.answers.get(lead.url)
        if known and time.time() - known.checked < self.job.source.verify_days * 86_400:
            self._not_now(lead, reason)
        else:
            self._note(lead, Outcome.UNFIT, reason)

    def _not_now(self, lead: Lead, reason: str) -> None:
        """Note a failure that may pass: what was known of the page and where it led still holds."""
        self._note(lead, Outcome.TEMPORARY, reason)
        known = self.spool.answers.get(lead.url)
        if known is not None:
            self._keep(known, lead, kept=True)
        elif target := self.spool.target(lead.url):
            self._lead_on(lead, target, lead.hops + 1)
        else:
            self.unmet.add(lead.url)

    def _arrived(self, response: Any, lead: Lead) -> bool:
        """Keep a page that was sent; tells whether its server turned out to lie about changes."""
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        is_pdf = "application/pdf" in content_type.lower() or response.body.startswith(b"%PDF-")
        is_html = "html" in content_type.lower() or b"<html" in response.body[:2000].lower()
        if not is_pdf and not is_html:
            self._note(lead, Outcome.UNFIT, f"{NO_PAGE} ({content_type or 'ohne Angabe'}).")
            return False
        answer, lied = self.revisits.take(response, content_type, is_pdf=is_pdf)
        self._keep(answer, lead)
        return lied

    def _keep(self, answer: Answer, lead: Lead, *, kept: bool = False) -> None:
        """Make a page of what is known of it, and go where it leads."""
        if answer.says.cut:
            reason = f"Von der Seite werden nur die ersten {self.job.limits.most_links} Verweise verfolgt."
            self._note(lead, Outcome.BOUNDED, reason)
        if answer.says.hidden(datetime.now(UTC)):
            self._note(lead, Outcome.NOINDEX, "Die Seite will nicht aufgenommen werden (noindex).")
        else:
            self.write(answer, lead.depth, kept=kept)
        says, depth = answer.says, lead.depth + 1
        if says.canonical:
            self.leads.append(Lead(says.canonical, lead.url, lead.depth))
        self.leads.extend(Lead(url, lead.url, depth) for _, url in says.languages)
        self.leads.extend(Lead(url, lead.url, depth) for url in says.follow)

    def write(self, answer: Answer, depth: int, *, kept: bool) -> None:
        """Write a page into the spool; raise `CloseSpider` where there are enough."""
        if not kept and self.spool.count >= self.job.source.max_pages and not self.spool.met(answer.url):
            raise CloseSpider("max_pages")
        self.spool.page(
            Page(
                url=answer.url,
                content_type=answer.content_type,
                body=answer.body,
                is_pdf=answer.is_pdf,
                lastmod=answer.dated,
                in_sitemap=answer.url in self.revisits.lastmod,
                depth=depth,
                kept=kept,
                languages=answer.says.languages,
            )
        )

    def failed(self, failure: Any) -> Iterator[Any]:
        """Note a request without a response: forbidden, refused, timed out."""
        lead: Lead = failure.request.meta["lead"]
        outcome, reason = describe(failure.value)
        if outcome is Outcome.TEMPORARY:
            self._not_now(lead, reason)
        elif content_type := failure.request.meta.get("content_type"):
            self._note(lead, outcome, f"{NO_PAGE} ({content_type}).")
        else:
            self._note(lead, outcome, reason)
        self._tell()
        yield from self.go_on()

    def _note(self, lead: Lead, outcome: Outcome, reason: str) -> None:
        self.spool.event(Event(lead.url, outcome, reason, lead.referrer))

    def _tell(self) -> None:
        most = min(self.frontier.admitted, self.job.source.max_pages)
        self.report(self.spool.count, max(most, self.spool.count))

    def broke(self, failure: Any) -> None:
        """Go on after a page that broke a callback, but not once the spool can't be written."""
        self.frontier.bounded = True
        if isinstance(failure.value, sqlite3.Error) and not self.spool.broken:
            self.spool.broken = str(failure.value)
            self.crawler.engine.close_spider(self, "broken")

    def closed(self, reason: str) -> None:
        """Say how it ended; keep what wasn't met only for want of time, room, or a server's answer."""
        if self.spool.broken:
            return
        reason = _REASONS.get(reason, reason)
        complete = reason == FINISHED and not self.frontier.bounded
        complete = carry_over(self, complete=complete)
        self.spool.close(End(reason, self.requests, complete))
