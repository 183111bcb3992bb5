"""A hub for models on this machine: metadata, redirect to the bytes, ranges, and everything going wrong."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "1f" * 20
COMMIT_LATER = "2e" * 20


@dataclass
class Hub:
    """What the hub has, how it misbehaves, and what was asked of it."""

    files: dict[str, bytes]
    commit: str = COMMIT
    claimed_sha256: str | None = None
    drop_after: int | None = None
    drops: int = 0
    ignores_ranges: bool = False
    status: int = 200
    error: str = ""
    asked: list[tuple[str, str, str | None]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    url: str = ""

    @property
    def elsewhere(self) -> str:
        """The host of the bytes, another one than the hub's: the library asks it for no metadata."""
        return self.url.replace("127.0.0.1", "localhost")

    def sent(self) -> list[str | None]:
        """The ranges of the requests for bytes."""
        return [span for method, path, span in self.asked if method == "GET" and path.startswith("/cdn/")]


class _Handler(BaseHTTPRequestHandler):
    hub: Hub

    def do_HEAD(self) -> None:
        self._note()
        content = self._content()
        if content is None:
            return
        self.send_response(302)
        self.send_header("Location", f"{self.hub.elsewhere}/cdn{self.path}")
        self.send_header("X-Repo-Commit", self.hub.commit)
        self.send_header("X-Linked-Size", str(len(content)))
        digest = self.hub.claimed_sha256 or hashlib.sha256(content).hexdigest()
        self.send_header("X-Linked-ETag", f'"{digest}"')
        self.send_header("ETag", '"0123"')
        self.end_headers()

    def do_GET(self) -> None:
        self._note()
        if not self.path.startswith("/cdn/"):
            content = self._content()
            if content is not None:
                self.send_response(302)
                self.send_header("Location", f"{self.hub.elsewhere}/cdn{self.path}")
                self.end_headers()
            return
        content = self.hub.files[self.path.rpartition("/")[2]]
        start = self._start()
        self.send_response(206 if start is not None else 200)
        body = content[start or 0 :]
        self.send_header("Content-Length", str(len(body)))
        if start is not None:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.end_headers()
        if self.hub.drop_after is not None and self.hub.drops > 0:
            self.hub.drops -= 1
            self.wfile.write(body[: self.hub.drop_after])
            self.wfile.flush()
            self.connection.close()
            return
        self.wfile.write(body)

    def _start(self) -> int | None:
        span = self.headers.get("Range")
        if span is None or self.hub.ignores_ranges:
            return None
        return int(span.removeprefix("bytes=").partition("-")[0])

    def _content(self) -> bytes | None:
        if self.hub.status != 200:
            self.send_response(self.hub.status)
            if self.hub.error:
                self.send_header("X-Error-Code", self.hub.error)
            self.end_headers()
            return None
        return self.hub.files[self.path.rpartition("/")[2]]

    def _note(self) -> None:
        self.hub.asked.append((self.command, self.path, self.headers.get("Range")))
        self.hub.agents.add(self.headers.get("User-Agent", ""))

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def played_hub(files: dict[str, bytes]) -> Iterator[Hub]:
    """Serve these files by their names."""
    hub = Hub(files)
    handler = type("Handler", (_Handler,), {"hub": hub})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
