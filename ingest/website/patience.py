"""Waits as long as a busy server asks, and leaves a server alone that can't keep up."""

import asyncio
import time
from collections import Counter
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from scrapy.downloadermiddlewares.retry import RetryMiddleware

from ingest.website.job import Limits
from ingest.website.refusals import ServerOverburdened

_BUSY = frozenset({429, 503})
_TOO_LONG = "Der Server bittet um mehr Geduld, als dieser Lauf hat; die Seite bleibt, wie sie war."
_SILENT = "Der Server hat zu oft nacheinander nicht geantwortet; die Seite bleibt, wie sie war."


class Pauses:
    """When each host wants to be asked again, and which hosts aren't asked any more in this crawl."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._until: dict[str, float] = {}
        self._failures: Counter[str] = Counter()
        self._given_up: dict[str, str] = {}

    async def wait(self, url: str) -> None:
        """Wait until the host wants to be asked; raise `ServerOverburdened` if that is too far away."""
        host = urlsplit(url).netloc
        while (pause := self._until.get(host, 0.0) - time.monotonic()) > 0 and host not in self._given_up:
            await asyncio.sleep(pause)
        if reason := self._given_up.get(host):
            raise ServerOverburdened(reason)

    def busy(self, url: str, asked: float | None, tries: int) -> bool:
        """Note that a host asked for a pause of so many seconds; tells whether we have so much patience."""
        host = urlsplit(url).netloc
        pause = asked or self._limits.backoff * 2**tries
        if pause > self._limits.longest_wait:
            self._given_up[host] = _TOO_LONG
            return False
        self._until[host] = max(self._until.get(host, 0.0), time.monotonic() + pause)
        return True

    def failed(self, url: str) -> None:
        """Note a failure."""
        host = urlsplit(url).netloc
        self._failures[host] += 1
        if self._failures[host] >= self._limits.most_failures:
            self._given_up.setdefault(host, _SILENT)

    def answered(self, url: str) -> None:
        """Note an answer: what failed before it doesn't count any more."""
        if self._failures:
            self._failures.pop(urlsplit(url).netloc, None)


class Patience(RetryMiddleware):  # type: ignore[misc]  # Scrapy's types are not read
    """Downloader middleware: tries again what failed, and notes the pauses that `Retry-After` names.

    The pause holds for the whole host, not for the one page. It is kept where requests are sent
    (`ingest.website.bounds`), because some are on their way there already.
    """

    crawler: Any

    def process_response(self, request: Any, response: Any) -> Any:
        """Note what the server asks for; give a request to try again, or the response."""
        pauses: Pauses = self.crawler.spider.pauses
        if response.status < 500 and response.status not in _BUSY:
            pauses.answered(request.url)
            return response
        pauses.failed(request.url)
        if response.status in _BUSY:
            asked = retry_after(response.headers.get("Retry-After"))
            if not pauses.busy(request.url, asked, request.meta.get("retry_times", 0)):
                return response
        return super().process_response(request, response)

    def process_exception(self, request: Any, exception: Exception) -> Any:
        """Give a request to try again, or None."""
        again = super().process_exception(request, exception)
        if isinstance(exception, self.exceptions_to_retry):
            self.crawler.spider.pauses.failed(request.url)
        return again


def retry_after(value: bytes | None) -> float | None:
    """Read the header: seconds, or a date (RFC 9110, section 10.2.3); None where it says neither."""
    text = (value or b"").decode("latin-1").strip()
    if text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
