"""How a page is asked for again: not at all, only if it changed, or anew."""

import hashlib
import time
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from ingest.website.directives import of_headers
from ingest.website.essence import same_content
from ingest.website.job import Job
from ingest.website.links import page_says
from ingest.website.spool import SpoolWriter
from ingest.website.state.answers import body_hash
from ingest.website.state.records import Answer, Says
from ingest.website.truth import Truth

_DAY = 86_400.0


@dataclass(frozen=True)
class Plan:
    """Whether to ask, with which headers, and what is known."""

    known: Answer | None = None
    ask: bool = True
    headers: dict[str, str] = field(default_factory=dict)


class Revisits:
    """Plans visits and takes in what they brought; `lastmod` holds the sitemap's entries by address."""

    def __init__(self, job: Job, spool: SpoolWriter) -> None:
        self._job, self._spool = job, spool
        self._answers = spool.answers
        self.truth = Truth(spool.notes)
        self.lastmod: dict[str, datetime | None] = {}
        self._sampled = 0

    def plan(self, address: str, *, allowed: bool) -> Plan:
        """Plan a visit; only where robots.txt is known to allow it may a page be taken as known."""
        known = self._answers.get(address)
        if known is None:
            return Plan()
        if allowed and known.checked >= self._spool.since:
            # An earlier crawl, cut off since, has just been there.
            return Plan(known, ask=False)
        if self._due(known) or self._in_sample(address):
            return Plan(known)
        if allowed and self.truth.believes_date(known, self.lastmod.get(address)):
            return Plan(known, ask=False)
        if not self.truth.believes_validators(address):
            return Plan(known)
        headers = {"If-None-Match": known.etag} if known.etag else {}
        if known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        return Plan(known, headers=headers)

    def anew(self, address: str) -> Plan:
        """Plan a visit that believes nothing."""
        return Plan(self._answers.get(address))

    def confirm(self, known: Answer, headers: Any) -> Answer:
        """Take in that a page is as it was; a 304 may forbid what the page allowed."""
        lastmod = self._date(known.url)
        self._answers.confirm(known.url, time.time(), lastmod or known.lastmod)
        return replace(known, says=_with_headers(known.says, headers)) if headers is not None else known

    def take(self, response: Any, content_type: str, *, is_pdf: bool) -> tuple[Answer, bool]:
        """Take in a page that was sent; tells also whether its server lied about changes."""
        body, url, now = response.body, response.url, time.time()
        known = self._answers.get(url)
        same = known is not None and self._same(known, body, content_type, is_pdf=is_pdf)
        says = Says() if is_pdf else self._says(known if same else None, response, content_type)
        says = _with_headers(says, response.headers)
        etag, last_modified = _header(response, "ETag"), _header(response, "Last-Modified")
        lastmod = self.lastmod.get(url)
        answer = Answer(
            url=url,
            body=known.body if known and same else body_hash(body),
            content_type=content_type,
            is_pdf=is_pdf,
            fetched=now,
            checked=now,
            etag=etag,
            last_modified=last_modified,
            lastmod=lastmod.isoformat() if lastmod else "",
            dated=(known.dated if known and same else None) or lastmod,
            says=says,
        )
        lied = False
        if known is not None and not same:
            lied = self.truth.judge(known, etag, last_modified, lastmod)
        if not says.noindex and not (known and same and self._answers.has_body(known.body)):
            self._answers.put_body(body)
        self._answers.put(answer)
        return answer, lied

    def _same(self, known: Answer, body: bytes, content_type: str, *, is_pdf: bool) -> bool:
        if known.content_type != content_type:
            return False
        if known.body == body_hash(body):
            return True
        if is_pdf or not self._answers.has_body(known.body):
            return False
        return same_content(self._answers.body(known.body), body, content_type)

    def _says(self, known: Answer | None, response: Any, content_type: str) -> Says:
        says = known.says if known else None
        if says is not None and not (says.noindex or says.nofollow or says.until):
            return says
        # What is forbidden may have come with a header that is gone now.
        return page_says(response.body, response.url, content_type, self._job.limits.most_links)

    def _date(self, url: str) -> str:
        lastmod = self.lastmod.get(url)
        return lastmod.isoformat() if lastmod else ""

    def _due(self, known: Answer) -> bool:
        """Tell whether a page was last sent too long ago; spread, so that not all are due on one day."""
        longest = self._job.source.verify_days * _DAY * (0.5 + 0.5 * _share(known.url))
        return time.time() - known.fetched >= longest

    def _in_sample(self, address: str) -> bool:
        limits = self._job.limits
        if self._sampled >= limits.most_sampled:
            return False
        if _share(f"{self._spool.number} {address}") >= limits.sampled:
            return False
        self._sampled += 1
        return True


def _share(text: str) -> float:
    """Give a number between 0 and 1 that looks random and is the same for the same text."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") / 2**32


def _header(response: Any, name: str) -> str:
    value: bytes = response.headers.get(name) or b""
    return value.decode("latin-1").strip()[:500]


def _with_headers(says: Says, headers: Any) -> Says:
    found = of_headers(value.decode("latin-1") for value in headers.getlist("X-Robots-Tag"))
    if not (found.noindex or found.nofollow or found.until):
        return says
    ends = [end for end in (says.until, found.until) if end is not None]
    return replace(
        says,
        noindex=says.noindex or found.noindex,
        nofollow=says.nofollow or found.nofollow,
        follow=() if found.nofollow else says.follow,
        until=min(ends) if ends else None,
    )
