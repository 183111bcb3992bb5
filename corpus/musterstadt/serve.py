"""Serves the sample city's website over real HTTP: `python -m corpus.musterstadt.serve --port 8090`.

In tests and in the server of the chat it runs in a thread: `with SampleSite() as site: … site.url …`.
"""

import argparse
import errno
import http.client
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus.city import City, load_city
from corpus.musterstadt.build import DELIVERY, build
from corpus.musterstadt.content import ContentError, default_folder, read_content
from corpus.musterstadt.handler import SERVER, Handler
from corpus.musterstadt.responses import Responses
from corpus.musterstadt.views import Views

PORT = 8090
HOST = "127.0.0.1"


class SiteError(Exception):
    """The sample city's website can't be served; the message says what to do."""


class SampleSite:
    """The website on a port of this machine, built for exactly that address.

    With `port` 0 a free one is taken; `folder` is where it is built (a temporary one by default).
    Raises `SiteError` if the port is taken and `ContentError` if the content can't be built.
    """

    def __init__(
        self, port: int = 0, folder: Path | None = None, content: Path | None = None, host: str = HOST
    ) -> None:
        self._host, self._port = host, port
        self._folder, self._content = folder, content or default_folder()
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self.url = ""

    def start(self) -> None:
        """Build the website and serve it from a thread."""
        content = read_content(self._content)
        self._server = _listen(self._host, self._port)
        try:
            self.url = f"http://{self._host}:{self._server.server_address[1]}"
            if self._folder is None:
                self._temporary = tempfile.TemporaryDirectory(prefix="musterstadt-")
            manifest = build(
                content, self._folder or Path(self._temporary.name if self._temporary else ""), self.url
            )
        except BaseException:
            self.stop()
            raise
        self._server.responses = Responses(manifest, Views(content))
        self._thread = threading.Thread(target=self._server.serve_forever, name="musterstadt", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop serving; a temporary folder is removed."""
        if self._server and self._thread:
            self._server.shutdown()
            self._thread.join()
        if self._server:
            self._server.server_close()
        if self._temporary:
            self._temporary.cleanup()
        self._server = self._thread = self._temporary = None

    def city(self) -> City:
        """The sample city as its `city.toml` describes it, with this address as its website."""
        return at(load_city(Path(__file__).parent), self.url)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def at(city: City, url: str) -> City:
    """The city with `url` as its website, the start of its crawls and the place of its delivery."""
    data = city.model_dump(mode="json")
    data["website"] = url
    for source in data["sources"]:
        if source["type"] == "website":
            source["start"] = [url]
        elif source["type"] == "xzufi":
            source["url"] = url.rstrip("/") + DELIVERY
    return City.model_validate(data)


def serves_sample(port: int = PORT, host: str = HOST) -> bool:
    """Whether the sample city's website already answers on this port."""
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("HEAD", "/robots.txt")
        return connection.getresponse().getheader("Server", "") == SERVER
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


@contextmanager
def served(port: int = PORT, host: str = HOST) -> Iterator[str]:
    """The website's address, for as long as the block runs; one that already serves it is used.

    Raises `SiteError` if something else has the port.
    """
    if serves_sample(port, host):
        yield f"http://{host}:{port}"
        return
    with SampleSite(port, host=host) as site:
        yield site.url


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    responses: Responses


def _listen(host: str, port: int) -> _Server:
    try:
        return _Server((host, port), Handler)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise SiteError(
                f"Der Port {port} ist von einem anderen Programm belegt; die Website der Musterstadt "
                "braucht ihn. Beenden Sie das andere Programm oder wählen Sie mit --port einen anderen."
            ) from None
        raise SiteError(f"Auf {host}:{port} lässt sich kein Server öffnen: {error.strerror}.") from None


def _wait(*, until_input_ends: bool) -> None:
    if not until_input_ends:
        threading.Event().wait()
    while os.read(0, 1024):
        pass


def main() -> int:
    """Serve until interrupted, or until standard input ends where that is asked for."""
    parser = argparse.ArgumentParser(description="Serve the website of the sample city.")
    parser.add_argument("--port", type=int, default=PORT, help=f"default {PORT}; 0 takes a free one")
    parser.add_argument("--host", default=HOST)
    parser.add_argument("--folder", type=Path, help="where to build it (default: a temporary folder)")
    parser.add_argument("--content", type=Path, help="other content files than the packaged ones")
    parser.add_argument(
        "--end-with-parent", action="store_true", help="end as soon as standard input is closed"
    )
    chosen = parser.parse_args()
    try:
        with SampleSite(chosen.port, chosen.folder, chosen.content, chosen.host) as site:
            sys.stdout.write(f"Musterstadt: {site.url}/ (Strg+C beendet)\n")
            sys.stdout.flush()
            _wait(until_input_ends=chosen.end_with_parent)
    except (SiteError, ContentError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
