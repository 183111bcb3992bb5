"""Keeps the crawler off private networks: checked by name before a request, by address at the connection."""

import asyncio
import socket
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from ingest.networks import is_public
from ingest.website.job import ALLOW_PRIVATE
from ingest.website.refusals import AddressRefused


def proxy_hosts() -> frozenset[str]:
    """Give the hosts of the configured proxies: connections go there, whatever network they are in."""
    return frozenset(host for proxy in getproxies().values() if (host := urlsplit(proxy).hostname))


class RefusePrivateAddresses:
    """Downloader middleware: refuses requests to hosts with any address that isn't public."""

    def __init__(self, *, allow: bool) -> None:
        self._allow = allow
        self._known: dict[str, bool] = {}

    @classmethod
    def from_crawler(cls, crawler: Any) -> "RefusePrivateAddresses":
        """Make it from Scrapy's settings."""
        return cls(allow=crawler.settings.getbool(ALLOW_PRIVATE))

    async def process_request(self, request: Any) -> None:
        """Raise `AddressRefused` where the request would leave the public internet."""
        host = urlsplit(request.url).hostname or ""
        if self._allow or request.meta.get("proxy"):
            return
        if host not in self._known:
            self._known[host] = await _leads_to_public(host)
        if not self._known[host]:
            raise AddressRefused(host)


async def _leads_to_public(host: str) -> bool:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        # Unknown names fail at the connection, with the right reason.
        return True
    return all(is_public(str(entry[4][0])) for entry in found)


class PublicResolver(CachingThreadedResolver):  # type: ignore[misc]  # Scrapy's types are not read
    """Resolves names for connections, and none to a private address.

    A name may change between two looks (DNS rebinding). Here the connection goes to the very address that is
    checked, whatever the middleware above saw a moment before.
    """

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: Any) -> Any:
        """Make it from Scrapy's settings."""
        resolver = super().from_crawler(crawler, reactor)
        resolver.allow = crawler.settings.getbool(ALLOW_PRIVATE)
        resolver.proxies = proxy_hosts()
        return resolver

    def getHostByName(self, name: str, timeout: Any = ()) -> Any:  # noqa: N802 - Twisted's name
        """Resolve; a private address fails as an unknown host does."""
        resolved = super().getHostByName(name, timeout)
        if not self.allow and name not in self.proxies:
            resolved.addCallback(_refuse_private)
        return resolved


def _refuse_private(address: str) -> str:
    if not is_public(address):
        raise DNSLookupError(f"{address} is not on the public internet")
    return address
