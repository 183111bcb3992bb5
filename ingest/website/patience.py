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


class Patience(RetryMiddleware):  # type: ignore[misc]  # Scrapy's types are not read
    """Downloader middleware: tries again what failed, after the pause that `Retry-After` names.

    The pause holds for the whole host, not for the one page.
    """

    crawler: Any

    @property
    def _limits(self) -> Limits:
        limits: Limits = self.crawler.spider.job.limits
        return limits

    def __init__(self, settings: Any) -> None:
        super().__init__(settings)
        self._until: dict[str, float] = {}
        self._failures: Counter[str] = Counter()
        self._given_up: dict[str, str] = {}

    async def process_request(self, request: Any) -> None:
        """Wait until the host wants to be asked again; raise `ServerOverburdened` if that is too far away."""
        host = urlsplit(request.url).netloc
        while (pause := self._until.get(host, 0.0) - time.monotonic()) > 0 and host not in self._given_up:
            await asyncio.sleep(pause)
        if reason := self._given_up.get(host):
            raise ServerOverburdened(reason)

    def process_response(self, request: Any, response: Any) -> Any:
        """Note what the server asks for; give a request to try again, or the response."""
        host = urlsplit(request.url).netloc
        if response.status in _BUSY:
            tries = request.meta.get("retry_times", 0)
            pause = retry_after(response.headers.get("Retry-After")) or self._limits.backoff * 2**tries
            if pause > self._limits.longest_wait:
                self._given_up[host] = _TOO_LONG
                return response
            self._until[host] = max(self._until.get(host, 0.0), time.monotonic() + pause)
        if response.status >= 500 or response.status in _BUSY:
            self._failed(host)
        else:
            self._failures[host] = 0
        return super().process_response(request, response)

    def process_exception(self, request: Any, exception: Exception) -> Any:
        """Give a request to try again, or None."""
        again = super().process_exception(request, exception)
        if isinstance(exception, self.exceptions_to_retry):
            self._failed(urlsplit(request.url).netloc)
        return again

    def _failed(self, host: str) -> None:
        self._failures[host] += 1
        if self._failures[host] >= self._limits.most_failures:
            self._given_up.setdefault(host, _SILENT)


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
