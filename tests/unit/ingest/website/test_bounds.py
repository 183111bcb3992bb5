"""Crawl traps end, sitemaps and robots.txt are read."""

import gzip
import time
import zlib

import pytest

from ingest.website.robots_rules import Rules
from ingest.website.sitemaps import SitemapEntry, read_sitemap
from ingest.website.traps import Traps

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def test_an_endless_calendar_ends() -> None:
    traps = Traps()
    allowed = [
        month
        for month in range(600)
        if not traps.reason(f"http://k.example/kalender/{2026 + month // 12}/{month % 12}")
    ]
    assert 12 <= len(allowed) <= 30


def test_a_calendar_of_days_ends_and_dated_news_do_not() -> None:
    days = [f"{2026 + day // 336}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}" for day in range(900)]
    traps = Traps()
    assert sum(not traps.reason(f"http://k.example/termine/{day}") for day in days) <= 24
    words = ("bad", "fest", "markt", "schule", "brücke")
    news = [
        f"http://k.example/aktuelles/{day}-{words[number % 5]}"
        f"-{chr(97 + number // 5 % 26)}{chr(97 + number // 130)}.html"
        for number, day in enumerate(days)
    ]
    assert not any(traps.reason(url) for url in news)


def test_filters_without_end_are_bounded_but_plain_pages_are_not() -> None:
    traps = Traps()
    filters = [number for number in range(500) if not traps.reason(f"http://k.example/liste?filter={number}")]
    assert len(filters) == 200
    assert not any(traps.reason(f"http://k.example/leistungen/{number}") for number in range(3000))


@pytest.mark.parametrize(
    "url",
    ["http://k.example/a/b/a/b/a/b/a/b", "http://k.example/" + "a/" * 20, "http://k.example/" + "x" * 700],
)
def test_addresses_that_grow_are_traps(url: str) -> None:
    assert Traps().reason(url)


def test_a_sitemap_gives_pages_with_dates() -> None:
    body = f"<urlset {NAMESPACE}><url><loc> http://k.example/a </loc><lastmod>2026-05-04</lastmod></url><url><loc>http://k.example/b</loc></url></urlset>"
    found = read_sitemap(body.encode())
    assert found is not None
    assert [entry.url for entry in found.pages] == ["http://k.example/a", "http://k.example/b"]
    assert found.pages[0].lastmod is not None
    assert found.pages[0].lastmod.isoformat() == "2026-05-04T00:00:00+00:00"


def test_a_packed_index_gives_sitemaps() -> None:
    body = f"<sitemapindex {NAMESPACE}><sitemap><loc>http://k.example/s1.xml</loc></sitemap></sitemapindex>"
    found = read_sitemap(gzip.compress(body.encode()))
    assert found is not None
    assert found.sitemaps == ("http://k.example/s1.xml",)


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"\x1f\x8b kaputt", b"kein Verzeichnis"])
def test_what_is_no_sitemap_is_none(body: bytes) -> None:
    assert read_sitemap(body) is None


def test_a_sitemap_with_an_entity_bomb_expands_nothing() -> None:
    bomb = b'<!DOCTYPE u [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><urlset><url><loc>http://k.example/&b;</loc></url></urlset>'
    found = read_sitemap(bomb)
    assert found is None or found.pages in {(), (SitemapEntry("http://k.example/", None),)}


def test_a_sitemap_of_a_million_entries_is_read_as_far_as_the_protocol_goes() -> None:
    body = f"<urlset {NAMESPACE}>" + "<url><loc>http://k.example/a</loc></url>" * 60_000 + "</urlset>"
    found = read_sitemap(body.encode())
    assert found is not None
    assert len(found.pages) == 50_000


def test_a_packed_sitemap_that_unpacks_without_end_is_none() -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(b" " * 1_000_000) for _ in range(70)) + packer.flush()
    assert len(bomb) < 100_000
    assert read_sitemap(bomb) is None


def test_entities_of_a_sitemap_do_not_multiply() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE u [<!ENTITY l0 "lol">{levels}]><urlset><url><loc>http://k.example/&l11;</loc></url></urlset>'
    began = time.process_time()
    found = read_sitemap(bomb.encode())
    assert found is None or all(len(entry.url) < 100 for entry in found.pages)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("status", "allowed"), [(200, True), (404, True), (403, True), (429, False), (500, False), (503, False)]
)
def test_a_robots_txt_that_is_not_there_allows_all_and_one_that_cannot_be_had_nothing(
    status: int, allowed: bool
) -> None:
    assert (
        Rules.of_response(status, b"", "http://k.example/robots.txt").allow("http://k.example/a") is allowed
    )


def test_robots_txt_tells_delay_and_sitemaps() -> None:
    rules = b"User-agent: Stadtlotse\nCrawl-delay: 2\nUser-agent: *\nDisallow: /\nSitemap: /map.xml\n"
    read = Rules.of_response(200, rules, "http://k.example/robots.txt")
    assert read.delay() == 2.0
    assert read.sitemaps() == ("http://k.example/map.xml",)
    assert read.allow("http://k.example/")
