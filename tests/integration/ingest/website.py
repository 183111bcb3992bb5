"""A small website of the tests' own, on a free port, which notes what is asked of it."""
# ruff: noqa: E501 (pages and lines read best as they are written)

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self


@dataclass
class Answer:
    """What the website answers under a path."""

    body: bytes | str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def bytes(self) -> "bytes":
        """The body's bytes."""
        return self.body.encode() if isinstance(self.body, str) else self.body


@dataclass(frozen=True)
class Asked:
    """A request: its target with query, its user agent, when it came (monotonic seconds), and its headers."""

    target: str
    agent: str
    at: float
    headers: dict[str, str] = field(default_factory=dict)


class Website:
    """Serves `pages` by path; `fallback` answers (or not) what isn't there. Change `pages` at will.

    Conditional requests are answered by the headers ETag and Last-Modified of the page as it is now: a page
    that changes without them makes a server that lies.
    """

    def __init__(
        self, pages: dict[str, Answer], fallback: Callable[[str], Answer | None] = lambda _: None
    ) -> None:
        self.pages, self.fallback = pages, fallback
        self.asked: list[Asked] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def asked_anew(self) -> set[str]:
        """The paths that were asked for without a condition."""
        return {
            one.target
            for one in self.asked
            if "if-none-match" not in one.headers and "if-modified-since" not in one.headers
        }

    def targets(self) -> list[str]:
        """All requested paths with queries."""
        return [one.target for one in self.asked]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


def html(title: str, content: str = "", *, head: str = "", links: tuple[str, ...] = ()) -> Answer:
    """A plain page with links in its navigation."""
    items = "".join(f'<li><a href="{link}">Verweis</a></li>' for link in links)
    return Answer(
        f"<html lang='de'><head><title>{title}</title>{head}</head><body><nav><ul>{items}</ul></nav>"
        f"<main><h1>{title}</h1>{content or f'<p>Das ist die Seite {title} der Stadt.</p>'}</main></body></html>",
        headers={"Content-Type": "text/html; charset=utf-8"},
    )


def _unchanged(answer: dict[str, str], asked: dict[str, str]) -> bool:
    if "if-none-match" in asked:
        return asked["if-none-match"] == answer.get("ETag")
    return "if-modified-since" in asked and asked["if-modified-since"] == answer.get("Last-Modified")


def _handler(site: Website) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append(Asked(self.path, headers.get("user-agent", ""), time.monotonic(), headers))
            path = self.path.partition("?")[0]
            answer = site.pages.get(self.path) or site.pages.get(path) or site.fallback(self.path)
            answer = answer or Answer("<h1>Nicht gefunden</h1>", 404, {"Content-Type": "text/html"})
            unchanged = answer.status == 200 and _unchanged(answer.headers, headers)
            self.send_response(304 if unchanged else answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if not unchanged:
                self.send_header("Content-Length", str(len(answer.bytes())))
            self.end_headers()
            if not unchanged:
                self.wfile.write(answer.bytes())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
            """Keep quiet."""

    return Handler
