"""HTTP for deliveries: only to public addresses, bounded in time and redirects."""

import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from urllib.request import getproxies

import httpcore
import httpx

from ingest.addresses import is_web_address
from ingest.errors import SourceFailed
from ingest.networks import is_public

AGENT = "Stadtlotse (XZuFi)"


class PublicBackend(httpcore.SyncBackend):
    """Connects to public addresses only, and to exactly the address that was checked: names may change."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve and connect; raises `httpcore.ConnectError` for a name that leads to a private network."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from None
        addresses = [str(entry[4][0]) for entry in found]
        if not addresses or not all(is_public(address) for address in addresses):
            raise httpcore.ConnectError(f"{host} liegt in einem privaten Netz")
        return super().connect_tcp(addresses[0], port, timeout, local_address, socket_options)


class PublicTransport(httpx.HTTPTransport):
    """An HTTP transport over `PublicBackend`."""

    def __init__(self) -> None:
        super().__init__()
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=PublicBackend()
        )


@contextmanager
def open_client(url: str, *, private_addresses: bool, timeout: float) -> Iterator[httpx.Client]:
    """Open a client for `url`; through the configured proxy where there is one, which then decides.

    Raises `SourceFailed` if `url` is no web address.
    """
    if not is_web_address(url):
        raise SourceFailed(f"„{url}“ ist keine Webadresse. Bitte berichtigen Sie city.toml.")
    proxied = not private_addresses and urlsplit(url).scheme in getproxies()
    transport = None if private_addresses or proxied else PublicTransport()
    with httpx.Client(
        transport=transport,
        trust_env=not private_addresses,
        timeout=timeout,
        follow_redirects=False,
        headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"},
    ) as client:
        yield client


def same_origin(one: str, other: str) -> bool:
    """Tell whether two addresses have the same scheme, host and port."""
    first, second = httpx.URL(one), httpx.URL(other)
    return (first.scheme, first.host, _port(first)) == (second.scheme, second.host, _port(second))


def _port(url: httpx.URL) -> int | None:
    return url.port or {"http": 80, "https": 443}.get(url.scheme)
