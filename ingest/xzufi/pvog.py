"""Reads the paged interface of the Portalverbund (PVOG, Bereitstelldienst): JSON pages with XZuFi inside.

The pages are a log of operations: the same interface serves the first fill and the changes since.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep as pause
from typing import Any

import httpx

from ingest.errors import SourceFailed, Unreadable
from ingest.xzufi.inputs import PIECE, Bounds, Delivery, Opener, Part, PvogInput
from ingest.xzufi.network import open_client, same_origin

_TRIES = 4
_LONGEST_WAIT = 30.0
_BUSY = frozenset({429, 502, 503, 504})
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@contextmanager
def open_pvog(source: PvogInput, resume: str, bounds: Bounds) -> Iterator[Delivery]:
    """Open the interface at `resume` (where the last run stopped), else at the source's first page.

    Raises `SourceFailed` if a page can't be had; what earlier pages said is in by then.
    """
    with open_client(
        source.url, private_addresses=source.private_addresses, timeout=bounds.timeout
    ) as client:
        pages = _Pages(client, source, bounds)
        yield Delivery(pages.read(resume or _first(source)))


class _Pages:
    def __init__(self, client: httpx.Client, source: PvogInput, bounds: Bounds) -> None:
        self._client = client
        self._source = source
        self._bounds = bounds
        self._token = ""

    def read(self, url: str) -> Iterator[Part]:
        seen: set[str] = set()
        for number in range(1, self._bounds.pages + 1):
            if url in seen:
                raise SourceFailed(f"Die Schnittstelle {self._source.url} verweist im Kreis auf {url}.")
            seen.add(url)
            page = self._page(url)
            following = page.get("naechsteAnfrageUrl") or ""
            complete = page.get("vollstaendig") is True
            if not isinstance(following, str) or (not following and not complete):
                raise SourceFailed(f"Seite {number} von {self._source.url} nennt keine nächste Anfrage.")
            if following and not same_origin(following, self._source.url):
                # The token would go along to wherever this leads.
                raise SourceFailed(f"Die nächste Anfrage führt zu einem anderen Server: {following}")
            message = page.get("xzufiObjekte")
            yield Part(f"Seite {number}", _message(message), resume=following or url, empty=not message)
            if complete:
                return
            url = following
        raise SourceFailed(f"{self._source.url} hat mehr als {self._bounds.pages} Seiten.")

    def _page(self, url: str) -> dict[str, Any]:
        data = self._get(url)
        try:
            page = json.loads(data)
        except (json.JSONDecodeError, UnicodeDecodeError, RecursionError):
            raise SourceFailed(f"{url} antwortet nicht mit gültigem JSON.") from None
        if not isinstance(page, dict):
            raise SourceFailed(f"{url} antwortet nicht mit einer Seite des Bereitstelldienstes.")
        return page

    def _get(self, url: str) -> bytes:
        """Fetch a page; asks again while the server is busy, and once for a new token."""
        renewed = False
        wait = 1.0
        for _ in range(_TRIES):
            try:
                status, data, retry_after = self._ask(url)
            except httpx.HTTPError as error:
                raise SourceFailed(
                    f"{url} lässt sich nicht abrufen ({error or type(error).__name__}). "
                    "Der nächste Lauf macht dort weiter."
                ) from None
            if status == 200:
                return data
            if status == 401 and self._source.token_url and not renewed:
                renewed, self._token = True, ""
            elif status in _BUSY:
                pause(min(retry_after or wait, _LONGEST_WAIT))
                wait *= 2
            else:
                break
        hint = " Bitte prüfen Sie die Zugangsdaten." if status in {401, 403} else ""
        raise SourceFailed(f"{url} antwortet mit Status {status}.{hint} Der nächste Lauf macht dort weiter.")

    def _ask(self, url: str) -> tuple[int, bytes, float]:
        headers = {"Accept": "application/json"}
        if self._source.token_url:
            headers["Authorization"] = f"Bearer {self._token or self._new_token()}"
        with self._client.stream("GET", url, headers=headers) as response:
            if response.status_code != 200:
                after = response.headers.get("Retry-After", "")
                return response.status_code, b"", float(after) if after.isdigit() else 0.0
            data = bytearray()
            for piece in response.iter_bytes(PIECE):
                data += piece
                if len(data) > self._bounds.page:
                    raise SourceFailed(f"Eine Seite von {self._source.url} ist größer als erlaubt.")
            return 200, bytes(data), 0.0

    def _new_token(self) -> str:
        """Ask for a token (OAuth 2.0, client credentials, RFC 6749 section 4.4)."""
        response = self._client.post(
            self._source.token_url,
            data={"grant_type": "client_credentials"},
            auth=(self._source.client_id, self._source.client_secret),
        )
        try:
            token = response.json().get("access_token") if response.status_code == 200 else None
        except (ValueError, AttributeError):
            token = None
        if not isinstance(token, str) or not token:
            raise SourceFailed(
                f"{self._source.token_url} gibt kein Token (Status {response.status_code}). "
                "Bitte prüfen Sie die Zugangsdaten."
            )
        self._token = token
        return token


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
