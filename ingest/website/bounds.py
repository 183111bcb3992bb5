"""Bounds of an answer: what isn't a page, or is too large, is not read to its end."""

from typing import Any

from scrapy import signals
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.exceptions import StopDownload
from twisted.web._newclient import BODY

_PAGES = ("html", "xml", "pdf", "text/plain", "octet-stream")
_MOST_ENCODINGS = 2


class Bounds:
    """Extension: looks at an answer's head, stops what is no page, and sets how large its body may become."""

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Any) -> "Bounds":
        """Make it, listening to a crawler whose spider has a `job`."""
        bounds = cls(crawler)
        crawler.signals.connect(bounds.look, signal=signals.headers_received)
        return bounds

    def look(self, headers: Any, request: Any) -> None:
        """Set the most bytes that the body may have; raise `StopDownload` for what isn't wanted."""
        job, kind = self._crawler.spider.job, request.meta.get("kind", "page")
        content_type = (headers.get("Content-Type") or b"").decode("latin-1").lower()
        encodings = b",".join(headers.getlist("Content-Encoding")).count(b",") + 1
        if encodings > _MOST_ENCODINGS:
            raise StopDownload(fail=True)
        if kind == "robots":
            largest = job.limits.largest_robots
        elif kind == "sitemap":
            largest = job.limits.largest_sitemap
        elif "pdf" in content_type or "octet-stream" in content_type:
            largest = job.limits.largest_pdf
        else:
            largest = job.largest_page
            if content_type and not any(known in content_type for known in _PAGES):
                request.meta["content_type"] = content_type
                raise StopDownload(fail=True)
        request.meta["download_maxsize"] = largest


class _BoundedProtocol(_LenientHTTP11ClientProtocol):  # type: ignore[misc]  # Scrapy's types are not read
    """Gives up a connection whose answer's head doesn't end; Twisted bounds its lines, not their number."""

    most = 200_000
    _head = 0

    def dataReceived(self, bytes: bytes) -> None:  # noqa: N802, A002 - Twisted's names
        parser = self._parser
        if parser is None or parser.state == BODY:
            self._head = 0
        else:
            self._head += len(bytes)
            if self._head > self.most and self.transport is not None:
                self.transport.abortConnection()
                return
        super().dataReceived(bytes)


class _BoundedFactory(_LenientHTTP11ClientFactory):  # type: ignore[misc]  # Scrapy's types are not read
    def buildProtocol(self, addr: Any) -> Any:  # noqa: N802 - Twisted's name
        return _BoundedProtocol(self._quiescentCallback)


class BoundedHandler(HTTP11DownloadHandler):  # type: ignore[misc]  # Scrapy's types are not read
    """Scrapy's handler for http and https, with a bound on an answer's head, and with patience."""

    def __init__(self, crawler: Any) -> None:
        super().__init__(crawler)
        self._patient = crawler
        self._pool._factory = _BoundedFactory  # noqa: SLF001 - Scrapy sets it the same way

    async def download_request(self, request: Any) -> Any:
        """Send a request once its host wants to be asked; raises `ServerOverburdened` where it doesn't."""
        await self._patient.spider.pauses.wait(request.url)
        return await super().download_request(request)
