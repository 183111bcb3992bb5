"""Fetches a delivery from an address: an XML file (streamed), a ZIP, or an index with the files beside it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from urllib.parse import quote, urljoin, urlsplit

import httpx

from ingest.errors import SourceFailed, Unreadable
from ingest.xzufi.files import ZIP_START, Budget, open_zip
from ingest.xzufi.index import read_index
from ingest.xzufi.inputs import PIECE, Bounds, Delivery, Opener, Part, UrlInput
from ingest.xzufi.network import open_client

_REDIRECTS = 5


@contextmanager
def open_url(source: UrlInput, bounds: Bounds) -> Iterator[Delivery]:
    """Open a delivery at an address; raises `SourceFailed` if it can't be fetched."""
    with open_client(
        source.url, private_addresses=source.private_addresses, timeout=bounds.timeout
    ) as client:
        budget = Budget(bounds.total)
        if urlsplit(source.url).path.lower().endswith(".txt"):
            names = _index(client, source.url, bounds)
            parts = [Part(name, _fetcher(client, urljoin(source.url, quote(name)), budget)) for name in names]
            if len(parts) > bounds.files:
                raise SourceFailed(f"Das Verzeichnis {source.url} nennt mehr als {bounds.files} Dateien.")
            yield Delivery(iter(parts), listed=len(parts))
            return
        with _spooled_if_zip(client, source.url, budget, bounds) as delivery:
            yield delivery


@contextmanager
def _spooled_if_zip(client: httpx.Client, url: str, budget: Budget, bounds: Bounds) -> Iterator[Delivery]:
    """Stream XML as it comes; keep a ZIP in a temporary file, because its table of contents is at its end."""
    try:
        with fetch(client, url) as response:
            pieces = response.iter_bytes(PIECE)
            first = next(pieces, b"")
            if not first.startswith(ZIP_START):
                yield Delivery(iter([Part(_name(url), _once(first, pieces, budget))]))
                return
            with tempfile.TemporaryFile() as file:
                for piece in _counted(first, pieces, budget):
                    file.write(piece)
                file.seek(0)
                with open_zip(file, url, bounds) as delivery:
                    yield delivery
    except Unreadable as error:
        raise SourceFailed(f"{url}: {error}") from None
    except httpx.HTTPError as error:
        raise SourceFailed(f"{url} lässt sich nicht abrufen ({_reason(error)}).") from None


def _index(client: httpx.Client, url: str, bounds: Bounds) -> list[str]:
    try:
        with fetch(client, url) as response:
            data = b""
            for piece in response.iter_bytes(PIECE):
                data += piece
                if len(data) > bounds.index:
                    raise SourceFailed(f"Das Verzeichnis {url} ist zu groß.")
    except Unreadable as error:
        raise SourceFailed(f"Das Verzeichnis {url} lässt sich nicht abrufen: {error}") from None
    except httpx.HTTPError as error:
        raise SourceFailed(f"Das Verzeichnis {url} lässt sich nicht abrufen ({_reason(error)}).") from None
    return read_index(data, url)


@contextmanager
def fetch(client: httpx.Client, url: str) -> Iterator[httpx.Response]:
    """Get an address, following a few redirects; raises `Unreadable` for any status but 200.

    A redirect from https to http is not followed.
    """
    for _ in range(_REDIRECTS + 1):
        with client.stream("GET", url) as response:
            if response.is_redirect:
                target = urljoin(url, response.headers.get("Location", ""))
                if url.startswith("https:") and not target.startswith("https:"):
                    raise Unreadable("Die Weiterleitung führt von https zu einer ungesicherten Adresse.")
                url = target
                continue
            if response.status_code != 200:
                raise Unreadable(f"Der Server antwortet mit Status {response.status_code}.")
            yield response
            return
    raise Unreadable("Zu viele Weiterleitungen.")


def _fetcher(client: httpx.Client, url: str, budget: Budget) -> Opener:
    @contextmanager
    def opened() -> Iterator[Iterator[bytes]]:
        try:
            with fetch(client, url) as response:
                yield _counted(b"", response.iter_bytes(PIECE), budget)
        except httpx.HTTPError as error:
            raise Unreadable(f"Die Datei lässt sich nicht abrufen ({_reason(error)}).") from None

    return opened


def _once(first: bytes, rest: Iterator[bytes], budget: Budget) -> Opener:
    @contextmanager
    def opened() -> Iterator[Iterator[bytes]]:
        try:
            yield _counted(first, rest, budget)
        except httpx.HTTPError as error:
            raise Unreadable(f"Die Übertragung ist abgebrochen ({_reason(error)}).") from None

    return opened


def _counted(first: bytes, rest: Iterator[bytes], budget: Budget) -> Iterator[bytes]:
    for piece in chain((first,), rest):
        budget.take(len(piece))
        yield piece


def _name(url: str) -> str:
    return urlsplit(url).path.rsplit("/", 1)[-1] or url


def _reason(error: httpx.HTTPError) -> str:
    return str(error) or type(error).__name__
