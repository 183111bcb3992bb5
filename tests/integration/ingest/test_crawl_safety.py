"""A hostile or broken server costs the crawl neither memory nor time, and no other page."""

import gzip
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # no stubs
import pytest

from corpus.city import City
from corpus.sources import WebsiteSource
from ingest.website.crawl import crawl
from ingest.website.job import Limits
from ingest.website.spool import Spool
from ingest.website.state.records import Event, Outcome
from tests.integration.ingest.raw_server import RawServer, page
from tests.integration.ingest.website import Answer, Website, html

TIMEOUT = 3.0
MEGABYTE = 1_000_000
BOMB = b"<html><body><p>" + b"Wort " * 12 * MEGABYTE
PACKED = {
    "gzip": gzip.compress(BOMB, 6),
    "deflate": zlib.compress(BOMB, 6),
    "br": brotli.compress(BOMB, quality=2),
}
TRICKS = (
    "/ohne-ende", "/tropft", "/koepfe-ohne-ende", "/hundert-ohne-ende", "/gelogen-gross", "/abgeschnitten",
    "/kein-http", "/film", "/viele-verweise", "/dreifach", "/gut", *(f"/bombe-{kind}" for kind in PACKED),
)  # fmt: skip


@dataclass(frozen=True)
class Sent:
    """How many bytes the server got rid of before the crawler hung up."""

    numbers: dict[str, int]


def flood(name: str, head: bytes, piece: bytes, sent: dict[str, int]) -> Callable[[socket.socket], None]:
    """Send a head and then a piece again and again until the other side hangs up, at most 300 MB."""

    def answer(connection: socket.socket) -> None:
        sent[name] = 0
        connection.settimeout(TIMEOUT * 3)
        connection.sendall(head)
        while sent[name] < 300 * MEGABYTE:
            connection.sendall(piece)
            sent[name] += len(piece)

    return answer


def drip(server: RawServer) -> Callable[[socket.socket], None]:
    """Send a byte now and then (slow loris)."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
        while not server.closing.wait(0.2):
            connection.sendall(b"a")

    return answer


def packed(kind: str) -> bytes:
    return b"Content-Type: text/html\r\nContent-Encoding: " + kind.encode() + b"\r\n"


@dataclass(frozen=True)
class Attacked:
    """The crawl of a server that plays every trick."""

    events: dict[str, Event]
    pages: set[str]
    sent: dict[str, int]
    seconds: float


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory, city_at: Callable[..., City]) -> Iterator[Attacked]:
    """Crawl it once."""
    sent: dict[str, int] = {}
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    links = "".join(f'<a href="{path}">Verweis</a>' for path in TRICKS)
    many = "".join(f'<a href="/seite-{number}">{number}</a>' for number in range(200_000))
    threefold = gzip.compress(gzip.compress(gzip.compress(b"<html><body>drei</body></html>")))
    with RawServer({}) as server:
        server.tricks |= {
            "/": page(f"<html><body><main><h1>Start</h1>{links}</main></body></html>".encode()),
            "/ohne-ende": flood("/ohne-ende", head + b"\r\n", b"<p>Text ohne Ende</p>" * 5000, sent),
            "/koepfe-ohne-ende": flood("/koepfe-ohne-ende", head, b"X-Kopf: Wert\r\n" * 5000, sent),
            "/hundert-ohne-ende": flood(
                "/hundert-ohne-ende", b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 3000, sent
            ),
            "/gelogen-gross": flood(
                "/gelogen-gross", head + b"Content-Length: 99000000000\r\n\r\n", b"x" * 100_000, sent
            ),
            "/film": flood(
                "/film", b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n", b"x" * 100_000, sent
            ),
            "/tropft": drip(server),
            "/abgeschnitten": lambda connection: connection.sendall(
                head + b"Content-Length: 1000\r\n\r\n<html>halb"
            ),
            "/kein-http": lambda connection: connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n"),
            "/viele-verweise": page(f"<html><body><h1>Viele</h1>{many}</body></html>".encode()),
            "/dreifach": page(threefold, packed("gzip, gzip, gzip")),
            "/gut": page("<html><body><main><h1>Gut</h1><p>Größe</p></main></body></html>".encode()),
        }
        server.tricks |= {f"/bombe-{kind}": page(data, packed(kind)) for kind, data in PACKED.items()}
        (source,) = city_at(server.url + "/", max_page_megabytes=8, max_depth=1, sitemap=False).sources
        assert isinstance(source, WebsiteSource)
        began = time.monotonic()
        limits = Limits(timeout=TIMEOUT, retries=0, backoff=0.01)
        with crawl(source, tmp_path_factory.mktemp("attacked"), server.url, limits=limits) as spool:
            yield Attacked(
                {event.url.removeprefix(server.url): event for event in spool.events()},
                {one.url.removeprefix(server.url) for one in spool.pages()},
                sent,
                time.monotonic() - began,
            )


def test_the_other_pages_are_read_all_the_same(attacked: Attacked) -> None:
    assert {"/", "/gut", "/viele-verweise"} <= attacked.pages
    assert attacked.pages.isdisjoint(set(TRICKS) - {"/gut", "/viele-verweise"})


@pytest.mark.parametrize("path", ["/ohne-ende", "/gelogen-gross", *(f"/bombe-{kind}" for kind in PACKED)])
def test_what_is_too_large_sent_or_unpacked_is_given_up(attacked: Attacked, path: str) -> None:
    event = attacked.events[path]
    assert (event.outcome, "zu groß" in event.reason) == (Outcome.UNFIT, True)


def test_no_more_is_read_than_the_bound(attacked: Attacked) -> None:
    # What lies in the sockets' buffers on both sides comes on top.
    assert attacked.sent["/ohne-ende"] < 25 * MEGABYTE
    assert attacked.sent["/gelogen-gross"] < 15 * MEGABYTE
    assert attacked.sent["/film"] < 15 * MEGABYTE
    assert attacked.sent["/koepfe-ohne-ende"] < 15 * MEGABYTE
    assert attacked.sent["/hundert-ohne-ende"] < 15 * MEGABYTE


@pytest.mark.parametrize(
    "path", ["/tropft", "/koepfe-ohne-ende", "/hundert-ohne-ende", "/abgeschnitten", "/kein-http"]
)
def test_a_server_that_does_not_get_on_is_a_temporary_failure(attacked: Attacked, path: str) -> None:
    assert attacked.events[path].outcome is Outcome.TEMPORARY


def test_a_film_is_not_read_and_said_to_be_no_page(attacked: Attacked) -> None:
    assert attacked.events["/film"].reason == "Weder HTML noch PDF (video/mp4)."


def test_a_body_packed_thrice_is_not_unpacked(attacked: Attacked) -> None:
    assert attacked.events["/dreifach"].outcome is Outcome.UNFIT


def test_of_two_hundred_thousand_links_the_first_are_followed(attacked: Attacked) -> None:
    assert "nur die ersten 5000 Verweise" in attacked.events["/viele-verweise"].reason


def test_all_that_takes_no_longer_than_a_few_timeouts(attacked: Attacked) -> None:
    assert attacked.seconds < 40


def crawled(
    site: Website, folder: Path, city_at: Callable[..., City], **how: object
) -> tuple[Spool, set[str]]:
    """Crawl a website of the tests' own; gives the spool and the paths of its pages."""
    limits = how.pop("limits", Limits(backoff=0.01, retries=1))
    assert isinstance(limits, Limits)
    (source,) = city_at(site.url + "/", **how).sources
    assert isinstance(source, WebsiteSource)
    spool = crawl(source, folder, site.url, limits=limits)
    return spool, {one.url.removeprefix(site.url) for one in spool.pages()}


def test_redirects_lead_neither_inside_nor_out_nor_round(
    tmp_path: Path, city_at: Callable[..., City]
) -> None:
    targets = {
        "/metadaten": "http://169.254.169.254/latest/meta-data/",
        "/drinnen": "http://192.168.0.1/",
        "/datei": "file:///etc/passwd",
        "/gopher": "gopher://127.0.0.1:25/",
        "/rund": "/rund?a=1",
    }
    chain = {f"/kette-{number}": f"/kette-{number + 1}" for number in range(10)}
    site_pages = {"/": html("Start", links=(*targets, "/kette-0"))}
    site_pages |= {
        path: Answer("", 302, {"Location": target}) for path, target in {**targets, **chain}.items()
    }
    with Website(site_pages) as site:
        site.pages["/robots.txt"] = Answer(f"Sitemap: {site.url}/umgeleitet.xml\n")
        site.pages["/umgeleitet.xml"] = Answer("", 301, {"Location": "http://169.254.169.254/sitemap.xml"})
        spool, found = crawled(site, tmp_path, city_at)
        outcomes = {event.url.removeprefix(site.url): event.outcome for event in spool.events()}
    assert found == {"/"}
    assert outcomes["/metadaten"] is outcomes["/drinnen"] is Outcome.REFUSED
    assert outcomes["/datei"] is outcomes["/gopher"] is Outcome.UNFIT
    assert outcomes["/kette-5"] is Outcome.UNFIT


def test_sitemaps_that_name_each_other_end(tmp_path: Path, city_at: Callable[..., City]) -> None:
    def index(target: str) -> Answer | None:
        if not target.startswith("/karte-"):
            return None
        number = int(target.removeprefix("/karte-"))
        others = "".join(
            f"<sitemap><loc>{site.url}/karte-{one}</loc></sitemap>" for one in (number + 1, number, 0)
        )
        return Answer(f"<sitemapindex>{others}</sitemapindex>", headers={"Content-Type": "application/xml"})

    with Website({"/": html("Start"), "/robots.txt": Answer("Sitemap: /karte-0\n")}, index) as site:
        _, found = crawled(site, tmp_path, city_at, limits=Limits(most_sitemaps=20))
        asked = [target for target in site.targets() if target.startswith("/karte-")]
    assert found == {"/"}
    assert len(asked) == len(set(asked)) == 20


def test_a_run_ends_after_its_time_and_goes_on_with_the_next(
    tmp_path: Path, city_at: Callable[..., City]
) -> None:
    # Far more pages than the delay allows in that time, even with those that wait when it ends.
    many = tuple(f"/seite-{number}" for number in range(80))
    with Website({"/": html("Start", links=many), **{path: html(path) for path in many}}) as site:
        spool, first = crawled(site, tmp_path, city_at, delay=0.2, max_minutes=0.05, sitemap=False)
        end = spool.end()
        assert end is not None
        assert (end.reason, end.complete) == ("max_minutes", False)
        assert 0 < len(first) < len(many)
        spool.close()
        site.asked.clear()
        _, second = crawled(site, tmp_path, city_at, sitemap=False)
        assert second == {"/", *many}
        assert not first & set(site.targets())
