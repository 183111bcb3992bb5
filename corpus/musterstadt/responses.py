"""What the website answers to a request: pure, without sockets."""

import gzip
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import parse_qs, unquote, urlsplit

from corpus.musterstadt.manifest import HTML, Manifest, Resource
from corpus.musterstadt.months import month_at
from corpus.musterstadt.navigation import Crumb
from corpus.musterstadt.search_page import find
from corpus.musterstadt.views import Place, Views

_SESSION = re.compile(r";jsessionid=[^/?]*", re.IGNORECASE)
_PACKED = ("text/", "application/xml", "image/svg")


@dataclass(frozen=True)
class Request:
    """What matters of a request; header names in lower case."""

    target: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Response:
    """Status, headers and body."""

    status: HTTPStatus
    headers: dict[str, str]
    body: bytes = b""


class Responses:
    """Answers requests from the built website, the calendar and the search."""

    def __init__(self, manifest: Manifest, views: Views) -> None:
        self._manifest = manifest
        self._views = views

    def answer(self, request: Request) -> Response:
        """The response to a GET; sessions in the address change nothing."""
        parts = urlsplit(request.target)
        path = _SESSION.sub("", unquote(parts.path))
        query = parse_qs(parts.query)
        if path in self._manifest.redirects:
            status, target = self._manifest.redirects[path]
            return Response(HTTPStatus(status), {"Location": self._manifest.base_url + target})
        if query.get("print") == ["1"] and path in self._manifest.print_views:
            return _file(self._manifest.print_views[path], request)
        if path in self._manifest.resources:
            return _file(self._manifest.resources[path], request)
        if path + "/" in self._manifest.resources:
            return Response(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{self._manifest.base_url}{path}/"})
        return self._dynamic(path, query, request)

    def _dynamic(self, path: str, query: dict[str, list[str]], request: Request) -> Response:
        content = self._views.content
        month = month_at(path, content)
        if month is not None:
            title = f"Veranstaltungskalender {month.name}"
            before = (Crumb("Veranstaltungen", "/veranstaltungen/"),)
            text = self._page("calendar.html", title, path, before, month=month)
        elif path == "/suche":
            words = " ".join(query.get("q", []))[:200]
            text = self._page("search.html", "Suche", path, words=words, found=find(words, content))
        else:
            text = self._page("missing.html", "Seite nicht gefunden", path)
            return _send(HTTPStatus.NOT_FOUND, {"Content-Type": HTML}, text.encode(), request)
        return _send(
            HTTPStatus.OK, {"Content-Type": HTML, "Cache-Control": "no-store"}, text.encode(), request
        )

    def _page(
        self, template: str, title: str, path: str, before: tuple[Crumb, ...] = (), **more: object
    ) -> str:
        trail = (Crumb("Startseite", "/"), *before, Crumb(title, path))
        return self._views.page(template, title, Place(path, self._manifest.base_url, trail=trail), **more)


def _file(resource: Resource, request: Request) -> Response:
    headers = {
        "Content-Type": resource.content_type,
        "ETag": resource.etag,
        "Last-Modified": format_datetime(resource.modified.astimezone(UTC), usegmt=True),
        "Cache-Control": "no-cache",
    }
    if _unchanged(resource, request.headers):
        return Response(HTTPStatus.NOT_MODIFIED, headers)
    return _send(HTTPStatus.OK, headers, resource.file.read_bytes(), request)


def _unchanged(resource: Resource, headers: dict[str, str]) -> bool:
    """Conditional requests as in RFC 9110, section 13: `If-None-Match` goes before `If-Modified-Since`."""
    if "if-none-match" in headers:
        tags = [tag.strip().removeprefix("W/") for tag in headers["if-none-match"].split(",")]
        return "*" in tags or resource.etag in tags
    since = _date(headers.get("if-modified-since", ""))
    return since is not None and resource.modified <= since


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _send(status: HTTPStatus, headers: dict[str, str], body: bytes, request: Request) -> Response:
    if not headers["Content-Type"].startswith(_PACKED):
        return Response(status, headers, body)
    headers = headers | {"Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(status, headers | {"Content-Encoding": "gzip"}, gzip.compress(body, 6, mtime=0))
    return Response(status, headers, body)
