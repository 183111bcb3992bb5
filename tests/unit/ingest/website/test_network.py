"""A name that changes between two looks doesn't lead the crawler inside (DNS rebinding)."""

import pytest
from scrapy.resolver import CachingThreadedResolver, dnscache
from twisted.internet.defer import Deferred, succeed
from twisted.internet.error import DNSLookupError

from ingest.website.network import PublicResolver


def resolve(
    answer: str, monkeypatch: pytest.MonkeyPatch, *, allow: bool = False, known: bool = False
) -> object:
    """Resolve "k.example", for which DNS gives `answer`."""
    monkeypatch.setattr("twisted.internet.base.ThreadedResolver.getHostByName", lambda *_: succeed(answer))
    dnscache.clear()
    resolver = PublicResolver(reactor=None, cache_size=10, timeout=1)
    resolver.allow, resolver.proxies = allow, frozenset({"proxy.example"})
    if known:
        CachingThreadedResolver.getHostByName(resolver, "k.example")
    found: list[object] = []
    result: Deferred[str] = resolver.getHostByName("k.example")
    result.addBoth(found.append)
    dnscache.clear()
    return getattr(found[0], "value", found[0])


def test_the_connection_is_refused_where_the_name_leads_inside_by_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert isinstance(resolve("169.254.169.254", monkeypatch), DNSLookupError)


def test_a_remembered_address_is_looked_at_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(resolve("10.0.0.1", monkeypatch, known=True), DNSLookupError)


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert resolve("193.99.144.80", monkeypatch) == "193.99.144.80"


def test_a_source_may_allow_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert resolve("127.0.0.1", monkeypatch, allow=True) == "127.0.0.1"
