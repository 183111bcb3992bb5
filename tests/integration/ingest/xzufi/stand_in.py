"""A stand-in for suppliers' servers on loopback: files, redirects, and PVOG's paged interface with tokens."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit


@dataclass
class Reply:
    """What an address answers; `cut` closes the connection after that many bytes."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None


class StandIn:
    """Serves `replies` by path; each asked path with its query and authorization is in `asked`."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | Callable[[str, str], Reply]] = {}
        self.asked: list[str] = []
        self.authorizations: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer()

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self._answer()

            def _answer(self) -> None:
                authorization = self.headers.get("Authorization", "")
                stand_in.asked.append(self.path)
                stand_in.authorizations.append(authorization)
                found = stand_in.replies.get(urlsplit(self.path).path, Reply(status=404))
                reply = found if isinstance(found, Reply) else found(self.path, authorization)
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body if reply.cut is None else reply.body[: reply.cut])

            def log_message(self, *_: object) -> None:
                pass

        return Handler


class Pvog:
    """The paged interface over a list of messages; None is a page without objects, `token` what it wants.

    From the page in `expires_at` on another token is wanted; `before` is done before a page is given.
    """

    def __init__(self, stand_in: StandIn, messages: list[str | None], token: str = "") -> None:
        self.messages = messages
        self.token = token
        self.trouble: dict[int, list[Reply]] = {}
        self.tokens = iter([token] * 10)
        self.expires_at: dict[int, str] = {}
        self.before: dict[int, Callable[[], None]] = {}
        self._url = f"{stand_in.url}/v3/verwaltungsobjekte/xzufi-2-3-1"
        stand_in.replies["/v3/verwaltungsobjekte/xzufi-2-3-1"] = self._page
        stand_in.replies["/token"] = self._token

    @property
    def url(self) -> str:
        """The address of the first page."""
        return f"{self._url}?index=0"

    def _page(self, path: str, authorization: str) -> Reply:
        index = int(parse_qs(urlsplit(path).query)["index"][0])
        self.token = self.expires_at.get(index, self.token)
        if self.token and authorization != f"Bearer {self.token}":
            return Reply(status=401)
        self.before.pop(index, lambda: None)()
        if waiting := self.trouble.get(index):
            return waiting.pop(0)
        message = self.messages[index] if index < len(self.messages) else None
        following = min(index + 1, len(self.messages))
        page = {
            "xzufiObjekte": message,
            "anzahlObjekte": 0 if message is None else 1,
            "naechsterIndex": following,
            "naechsteAnfrageUrl": f"{self._url}?index={following}",
            "vollstaendig": following >= len(self.messages),
        }
        return Reply(json.dumps(page).encode(), headers={"Content-Type": "application/json"})

    def _token(self, _path: str, authorization: str) -> Reply:
        if not authorization.startswith("Basic "):
            return Reply(status=400)
        return Reply(json.dumps({"token_type": "Bearer", "access_token": next(self.tokens)}).encode())
