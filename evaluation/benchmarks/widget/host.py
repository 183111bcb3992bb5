"""A host page of localhost with one of the chats, and as much of a server as it asks for."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from evaluation.benchmarks.widget.candidates import Candidate

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
TEXTS = Path(__file__).parents[3] / "widget" / "texts"
CITY = {
    "id": "musterstadt",
    "name": "Musterstadt",
    "languages": ["de", "en"],
    "title": "Stadtlotse",
    "greeting": "Guten Tag! Was möchten Sie wissen?",
    "suggestions": ["Was kostet ein neuer Personalausweis?", "Wann hat das Bürgerbüro geöffnet?"],
    "accent": "#17513f",
    "hotline": {"name": "Bürgertelefon", "telephone": "069 90009-115", "hours": "Mo–Fr 8–18 Uhr"},
    "website": "https://www.musterstadt.example/",
}
PAGE = """<!DOCTYPE html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rathaus Musterstadt</title>{head}</head>
<body><main><h1>Rathaus Musterstadt</h1><p>Eine Seite der Stadt.</p>{body}</main></body>
</html>
"""


@contextmanager
def serving(candidate: Candidate | None) -> Iterator[str]:
    """The address of a page with this chat, without one for None; `/strict` has a strict policy."""

    class Handler(_Handler):
        shown = candidate

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    shown: Candidate | None = None
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """The page, the chat's script, or what its server would say."""
        path, shown = urlsplit(self.path).path, self.shown
        if path in {"/", "/strict"}:
            html = PAGE.format(head=shown.head if shown else "", body=shown.body if shown else "")
            policy = {"Content-Security-Policy": STRICT} if path == "/strict" else {}
            self._send(html.encode(), "text/html; charset=utf-8", policy)
        elif shown and path == "/chat.js":
            self._send(shown.script.read_bytes(), "text/javascript; charset=utf-8")
        elif shown and path == "/start.js":
            self._send(shown.start.encode(), "text/javascript; charset=utf-8")
        elif path == "/api/v1/cities/musterstadt":
            self._json(CITY)
        elif path == "/static/texts-de.json":
            self._send((TEXTS / "de.json").read_bytes(), "application/json")
        else:
            self._json({})

    def do_POST(self) -> None:
        """An empty object: nothing is asked of the chats."""
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self._json({})

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the library's)
        """Nothing: the output is a table."""

    def _json(self, value: object) -> None:
        self._send(json.dumps(value).encode(), "application/json")

    def _send(self, body: bytes, media_type: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(200)
        for name, value in {"Content-Type": media_type, **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
