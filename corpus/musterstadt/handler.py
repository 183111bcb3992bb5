"""Between sockets and answers: reads a request's head, writes the response."""

from http.server import BaseHTTPRequestHandler

from corpus.musterstadt.responses import Request

SERVER = "Musterstadt-CMS"


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the server's `responses`; logs nothing."""

    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        """Send headers and body."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Send the headers of a GET."""
        self._answer(with_body=False)

    def version_string(self) -> str:
        """The name in the `Server` header, by which a running sample city is recognised."""
        return SERVER

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name that http.server uses)
        """Keep quiet: addresses and search words belong in no log."""

    def _answer(self, *, with_body: bool) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        response = self.server.responses.answer(Request(self.path, headers))  # type: ignore[attr-defined] # set by serve.py
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        if response.status != 304:
            self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(response.body)
