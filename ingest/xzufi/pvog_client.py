"""Fetches pages of the Portalverbund: tokens, a busy server's wishes, transmissions that break."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import sleep as pause
from typing import NamedTuple

import httpx

from ingest.errors import SourceFailed
from ingest.xzufi.inputs import PIECE, Bounds, PvogInput

_TRIES = 5
#: Seconds. A server that wants more is left alone until the next run.
LONGEST_WAIT = 120.0
_BUSY = frozenset({429, 500, 502, 503, 504})
_GONE = frozenset({404, 410})


class PageGone(SourceFailed):
    """A page's address that isn't valid any more."""


class _Reply(NamedTuple):
    status: int
    data: bytes = b""
    retry_after: float | None = None


class PvogClient:
    """Gets pages with a token, where one is wanted; raises `SourceFailed` with one sentence."""

    def __init__(self, client: httpx.Client, source: PvogInput, bounds: Bounds) -> None:
        self._client = client
        self._source = source
        self._bounds = bounds
        self._token = ""

    def get(self, url: str) -> bytes:
        """Fetch a page; asks again while the server is busy or breaks off, and once for a new token."""
        renewed = False
        said = ""
        for attempt in range(_TRIES):
            try:
                reply = self._ask(url)
            except httpx.HTTPError as error:
                said = f"lässt sich nicht abrufen ({error or type(error).__name__})."
                self._wait(attempt, None)
                continue
            if reply.status == 200:
                return reply.data
            said = f"antwortet mit Status {reply.status}."
            if reply.status == 401 and self._source.token_url and not renewed:
                renewed, self._token = True, ""
            elif reply.status in _BUSY and (reply.retry_after or 0) <= LONGEST_WAIT:
                self._wait(attempt, reply.retry_after)
            else:
                break
        if said.endswith(("401.", "403.")):
            said += " Bitte prüfen Sie die Zugangsdaten."
        failed = PageGone if said.endswith(tuple(f"{status}." for status in _GONE)) else SourceFailed
        raise failed(f"{url} {said} Der nächste Lauf macht dort weiter.")

    def _wait(self, attempt: int, wanted: float | None) -> None:
        if attempt + 1 < _TRIES:
            pause(wanted if wanted is not None else 2.0**attempt)

    def _ask(self, url: str) -> _Reply:
        headers = {"Accept": "application/json"}
        if self._source.token_url:
            headers["Authorization"] = f"Bearer {self._token or self._new_token()}"
        with self._client.stream("GET", url, headers=headers) as response:
            if response.status_code != 200:
                after = retry_after(response.headers.get("Retry-After", ""), datetime.now(UTC))
                return _Reply(response.status_code, retry_after=after)
            data = bytearray()
            for piece in response.iter_bytes(PIECE):
                data += piece
                if len(data) > self._bounds.page:
                    raise SourceFailed(f"Eine Seite von {self._source.url} ist größer als erlaubt.")
            return _Reply(200, bytes(data))

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


def retry_after(text: str, now: datetime) -> float | None:
    """Read `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date; None if it says nothing."""
    text = text.strip()
    if text.isdecimal() and len(text) < 10:
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())
