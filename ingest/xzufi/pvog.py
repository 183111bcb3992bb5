"""Reads the paged interface of the Portalverbund (PVOG, Bereitstelldienst): JSON pages with XZuFi inside.

The pages are a log of operations: the same interface serves the first fill and the changes since.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from ingest.errors import SourceFailed, Unreadable
from ingest.xzufi.inputs import PIECE, Bounds, Delivery, Opener, Part, PvogInput
from ingest.xzufi.network import open_client, same_origin
from ingest.xzufi.pvog_client import PageGone, PvogClient

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@contextmanager
def open_pvog(source: PvogInput, resume: str, bounds: Bounds) -> Iterator[Delivery]:
    """Open the interface at `resume` (where the last run stopped), else at the source's first page.

    Raises `SourceFailed` if a page can't be had; what earlier pages said is in by then.
    """
    with open_client(
        source.url, private_addresses=source.private_addresses, timeout=bounds.timeout
    ) as client:
        pages = _Pages(PvogClient(client, source, bounds), source, bounds)
        yield Delivery(pages.read(resume))


class _Pages:
    def __init__(self, client: PvogClient, source: PvogInput, bounds: Bounds) -> None:
        self._client = client
        self._source = source
        self._bounds = bounds

    def read(self, resume: str) -> Iterator[Part]:
        url, page = self._start(resume)
        seen: set[str] = set()
        before = ""
        for number in range(1, self._bounds.pages + 1):
            if url in seen:
                raise SourceFailed(f"Die Schnittstelle {self._source.url} verweist im Kreis auf {url}.")
            seen.add(url)
            page = page or self._page(url)
            following = page.get("naechsteAnfrageUrl") or ""
            complete = page.get("vollstaendig") is True
            if not isinstance(following, str) or (not following and not complete):
                raise SourceFailed(f"Seite {number} von {self._source.url} nennt keine nächste Anfrage.")
            if following and not same_origin(following, self._source.url):
                # The token would go along to wherever this leads.
                raise SourceFailed(f"Die nächste Anfrage führt zu einem anderen Server: {following}")
            message = page.get("xzufiObjekte")
            if message and message == before:
                # Its header names each message and its time: two that are the same are one, sent again.
                raise SourceFailed(
                    f"Seite {number} von {self._source.url} wiederholt die vorige. "
                    "Der nächste Lauf macht dort weiter."
                )
            before = message if isinstance(message, str) else ""
            yield Part(f"Seite {number}", _message(message), resume=following or url, empty=not message)
            if complete:
                return
            url, page = following, None
        raise SourceFailed(f"{self._source.url} hat mehr als {self._bounds.pages} Seiten.")

    def _start(self, resume: str) -> tuple[str, dict[str, Any] | None]:
        """Begin where the last run stopped; where that address is no longer valid, at the first page.

        Reading all again changes nothing that was read before: each operation says how an object is now.
        """
        if not resume:
            return _first(self._source), None
        try:
            return resume, self._page(resume)
        except PageGone:
            return _first(self._source), None

    def _page(self, url: str) -> dict[str, Any]:
        page = _parsed(self._client.get(url))
        if page is None:
            # A proxy that cuts an answer short says nothing of it.
            page = _parsed(self._client.get(url))
        if page is None:
            raise SourceFailed(
                f"{url} antwortet nicht mit gültigem JSON. Der nächste Lauf macht dort weiter."
            )
        if not isinstance(page, dict):
            raise SourceFailed(f"{url} antwortet nicht mit einer Seite des Bereitstelldienstes.")
        return page


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
        return None


def _first(source: PvogInput) -> str:
    url = httpx.URL(source.url)
    return str(url.copy_merge_params({"ars": source.ars}) if source.ars else url)


def _message(text: object) -> Opener:
    """Hand a page's message over in pieces; a page may hold none."""

    @contextmanager
    def opened() -> Iterator[Iterator[bytes]]:
        if text is not None and not isinstance(text, str):
            raise Unreadable("„xzufiObjekte“ ist kein Text.")
        # The declaration names the encoding that the message had before it became a JSON string.
        data = _DECLARATION.sub("", text or "").encode("utf-8", errors="replace")
        yield (data[start : start + PIECE] for start in range(0, len(data), PIECE))

    return opened
